using KeyProducts.Domain;

namespace KeyProducts.Web.Mail;

/// <summary>A mail on its way to a person, or sent. It is stored first and sent afterwards, so that a server that is away loses none.</summary>
public sealed class OutgoingMail
{
    // After each failure a longer pause; when they are used up, a person must look.
    private static readonly int[] Pauses = [1, 2, 5, 15, 60, 180, 360, 720];

    private OutgoingMail() => To = ToName = Subject = Body = null!;

    /// <summary>Puts a mail into the queue, due at once.</summary>
    /// <param name="to">The address; checked by the caller.</param>
    /// <param name="toName">The person's name.</param>
    /// <param name="subject">One line.</param>
    /// <param name="body">Plain text.</param>
    /// <param name="by">Who has it sent.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <param name="programmeId">The key of the year it is about; null for none.</param>
    /// <param name="judgeId">The key of the judge it is to; null for none.</param>
    public OutgoingMail(string to, string toName, string subject, string body, Person by, DateTime now, Guid? programmeId = null, Guid? judgeId = null)
    {
        To = OneLine(to);
        ToName = OneLine(toName);
        Subject = OneLine(subject);
        Body = body.ReplaceLineEndings("\n").Trim();
        if (Subject.Length == 0)
        {
            throw new RuleException("Give the mail a subject.") { Field = "Subject" };
        }

        if (Body.Length == 0)
        {
            throw new RuleException("Give the mail a text.") { Field = "Body" };
        }

        QueuedBy = by;
        QueuedAt = now;
        NextAttemptAt = now;
        ProgrammeId = programmeId;
        JudgeId = judgeId;
    }

    /// <summary>How often a mail is tried before it is given up.</summary>
    public static int MostAttempts => Pauses.Length + 1;

    /// <summary>Its key. Who might press a button twice gives the same key twice, and the second is refused.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The key of the year it is about; null for none.</summary>
    public Guid? ProgrammeId { get; private set; }

    /// <summary>The key of the judge it is to; null for none.</summary>
    public Guid? JudgeId { get; private set; }

    public string To { get; private set; }

    public string ToName { get; private set; }

    public string Subject { get; private set; }

    public string Body { get; private set; }

    public DateTime QueuedAt { get; private set; }

    public Person QueuedBy { get; private set; } = new(Guid.Empty, "");

    /// <summary>How often it was tried since it was put into the queue, or back into it.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it is tried next; null when it is sent or given up.</summary>
    public DateTime? NextAttemptAt { get; private set; }

    /// <summary>What went wrong at the last attempt; null when nothing did.</summary>
    public string? LastError { get; private set; }

    public DateTime? SentAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public MailState State => StateOf(SentAt, NextAttemptAt, LastError);

    /// <summary>Where a mail with these values stands.</summary>
    public static MailState StateOf(DateTime? sentAt, DateTime? nextAttemptAt, string? lastError) => sentAt is not null ? MailState.Sent
        : nextAttemptAt is null ? MailState.GivenUp
        : lastError is null ? MailState.Waiting
        : MailState.Failing;

    /// <summary>
    /// Takes the mail for one attempt. The attempt is counted and the next one set before anything is sent: a program that dies in between
    /// tries again later, and a second sender leaves it alone meanwhile.
    /// </summary>
    public void Begin(DateTime now)
    {
        Attempts++;
        NextAttemptAt = now + Pause(Attempts);
    }

    /// <summary>Notes that the server has taken it.</summary>
    public void Sent(DateTime now)
    {
        SentAt = now;
        NextAttemptAt = null;
        LastError = null;
    }

    /// <summary>Notes what went wrong. After the last attempt, or when another one would fail as surely, it is given up.</summary>
    public void Fail(string error, bool isFinal, DateTime now)
    {
        LastError = error.Length <= 500 ? error : error[..500];
        NextAttemptAt = isFinal || Attempts >= MostAttempts ? null : now + Pause(Attempts);
    }

    /// <summary>Puts a mail that was not sent back into the queue, due at once.</summary>
    /// <exception cref="RuleException">It is sent already.</exception>
    public void SendAgain(DateTime now)
    {
        if (SentAt is not null)
        {
            throw new RuleException("This mail is sent already.");
        }

        Attempts = 0;
        NextAttemptAt = now;
    }

    private static TimeSpan Pause(int attempts) => TimeSpan.FromMinutes(Pauses[Math.Clamp(attempts, 1, Pauses.Length) - 1]);

    // A line break in a header would begin another header.
    private static string OneLine(string text) => string.Join(' ', text.Split((char[])['\r', '\n', '\0', '\u0085', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}

/// <summary>Where a mail stands.</summary>
public enum MailState
{
    Waiting,
    Failing,
    GivenUp,
    Sent,
}
