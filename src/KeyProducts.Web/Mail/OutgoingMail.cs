using System.Net.Mail;
using System.Security.Cryptography;
using KeyProducts.Domain;

namespace KeyProducts.Web.Mail;

/// <summary>A mail on its way to a person, or sent. It is stored first and sent afterwards, so that a server that is away loses none.</summary>
public sealed class OutgoingMail
{
    private readonly List<MailAttachment> attachments = [];

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
        Kind = judgeId is null ? MailKind.Other : MailKind.JudgeReminder;
    }

    /// <summary>The most bytes that come with a mail: what usual servers take, a third less for the letters that carry it.</summary>
    public const int MostAttached = 15 << 20;

    /// <summary>How often a mail is tried before it is given up.</summary>
    public static int MostAttempts => Pauses.Length + 1;

    /// <summary>Its key. Who might press a button twice gives the same key twice, and the second is refused.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The key of the year it is about; null for none.</summary>
    public Guid? ProgrammeId { get; private set; }

    /// <summary>The key of the judge it is to; null for none.</summary>
    public Guid? JudgeId { get; private set; }

    /// <summary>What it is sent for.</summary>
    public MailKind Kind { get; private set; }

    /// <summary>The key of the business it is to; null for none.</summary>
    public Guid? BusinessId { get; private set; }

    /// <summary>The key of the nomination it is about; null for none.</summary>
    public Guid? NominationId { get; private set; }

    /// <summary>The key of the recognition whose end it reminds of; null for none.</summary>
    public Guid? CertificateId { get; private set; }

    /// <summary>The hash of the snapshot that its letter rests on; null for none.</summary>
    public string? SnapshotSha256 { get; private set; }

    /// <summary>When address, name and text were erased, UTC; null while they are kept.</summary>
    public DateTime? ErasedAt { get; private set; }

    /// <summary>What comes with it.</summary>
    public IReadOnlyList<MailAttachment> Attachments => attachments;

    /// <summary>Whether it goes to somebody with an account: the history may then say to whom. Whoever else is written to can ask to be forgotten, and the history never forgets.</summary>
    public bool IsToAccount => ErasedAt is null && Kind is MailKind.JudgeReminder or MailKind.Test;

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

    /// <summary>A mail to a business about one of its nominations.</summary>
    /// <param name="kind">What it is sent for.</param>
    /// <param name="businessId">The key of the business.</param>
    /// <param name="nominationId">The key of the nomination.</param>
    /// <param name="certificateId">The key of the recognition; null for none.</param>
    /// <param name="sha256">The hash of the snapshot that its letter rests on; null for none.</param>
    public OutgoingMail ToBusiness(MailKind kind, Guid businessId, Guid nominationId, Guid? certificateId = null, string? sha256 = null)
    {
        (Kind, BusinessId, NominationId, CertificateId, SnapshotSha256) = (kind, businessId, nominationId, certificateId, sha256);
        return this;
    }

    /// <summary>The same mail as a test of sending, to the one who asks for it.</summary>
    public OutgoingMail AsTest()
    {
        Kind = MailKind.Test;
        return this;
    }

    /// <summary>Puts a file with it.</summary>
    /// <exception cref="RuleException">All files together are larger than mail servers take.</exception>
    public OutgoingMail With(MailAttachment attachment)
    {
        if (attachments.Sum(one => one.Content.Length) + attachment.Content.Length > MostAttached)
        {
            throw new RuleException("The files of a mail may have {0} MB together.", MostAttached >> 20);
        }

        attachments.Add(attachment);
        return this;
    }

    /// <summary>Corrects the address of a mail that was not sent, before it is sent again.</summary>
    /// <exception cref="RuleException">It is sent already or erased, or this is no address.</exception>
    public void Correct(string? to)
    {
        if (SentAt is not null || ErasedAt is not null)
        {
            throw new RuleException("This mail is sent already.");
        }

        To = MailAddress.TryCreate(to?.Trim(), out var address) ? address.Address : throw new RuleException("This is no e-mail address.") { Field = "To" };
    }

    /// <summary>Forgets to whom it went and what it said; what it was sent for, when, and the letter that came with it stay. What has not left never does.</summary>
    public void Forget(DateTime now)
    {
        (To, ToName, Subject, Body, LastError) = ("", "", "", "", null);
        (NextAttemptAt, ErasedAt) = (null, ErasedAt ?? now);
    }

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

        if (ErasedAt is not null)
        {
            throw new RuleException("The address and the text of this mail were erased.");
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

/// <summary>What a mail is sent for.</summary>
public enum MailKind
{
    Other,
    Test,
    JudgeReminder,
    ResultLetter,
    ExpiryReminder,
}

/// <summary>A file that comes with a mail, stored with it: what was sent can be read again as it was.</summary>
public sealed class MailAttachment
{
    private MailAttachment() => FileName = ContentType = Sha256 = null!;

    /// <summary>A file.</summary>
    /// <param name="fileName">Its name, Vietnamese letters and all.</param>
    /// <param name="contentType">What it is.</param>
    /// <param name="content">Its bytes.</param>
    public MailAttachment(string fileName, string contentType, byte[] content)
    {
        (FileName, ContentType, Content) = (fileName, contentType, content);
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of its mail.</summary>
    public Guid MailId { get; private set; }

    public string FileName { get; private set; }

    public string ContentType { get; private set; }

    /// <summary>The hash of its bytes.</summary>
    public string Sha256 { get; private set; }

#pragma warning disable CA1819 // Bytes of a file, stored as they are.
    public byte[] Content { get; private set; } = [];
#pragma warning restore CA1819
}
