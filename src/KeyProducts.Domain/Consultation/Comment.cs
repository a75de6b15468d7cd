using System.Text.RegularExpressions;

namespace KeyProducts.Domain;

/// <summary>A comment (ý kiến góp ý) on a year's provisional list, by the form of the public page or on paper. It is shown to the public only when somebody has released it.</summary>
public sealed partial class Comment
{
    private readonly List<CommentFile> files = [];

    private Comment()
    {
        Text = null!;
        Code = null!;
    }

    private Comment(Programme programme, int number, CommentWay way, CommentDetails details, IEnumerable<CommentFile> attached, string code, DateOnly receivedOn, Person? by, DateTime now)
    {
        details = details.Checked(way);
        ProgrammeId = programme.Id;
        Year = programme.Year;
        Number = number;
        Way = way;
        (Name, Organisation, Contact, Text, NominationNumber) = (details.Name, details.Organisation, details.Contact, details.Text!, details.Nomination);
        Code = code;
        ReceivedOn = receivedOn;
        EnteredBy = by;
        ReceivedAt = now;
        files.AddRange(attached);
    }

    /// <summary>The most files that come with a comment.</summary>
    public const int MostFiles = 3;

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of the year.</summary>
    public Guid ProgrammeId { get; private set; }

    /// <summary>The year.</summary>
    public int Year { get; private set; }

    /// <summary>Its number in the year, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>How it came.</summary>
    public CommentWay Way { get; private set; }

    /// <summary>Who sends it: personal data; null when it was erased.</summary>
    public string? Name { get; private set; }

    /// <summary>For whom; null for themselves.</summary>
    public string? Organisation { get; private set; }

    /// <summary>Telephone, mail or postal address: personal data.</summary>
    public string? Contact { get; private set; }

    /// <summary>The registration number of the product that it is about; null for the list as a whole.</summary>
    public int? NominationNumber { get; private set; }

    /// <summary>What it says.</summary>
    public string Text { get; private set; }

    /// <summary>What its sender finds the answer by: nobody can guess it.</summary>
    public string Code { get; private set; }

    /// <summary>The day on which it came, in Hà Nội.</summary>
    public DateOnly ReceivedOn { get; private set; }

    /// <summary>When it was stored, UTC.</summary>
    public DateTime ReceivedAt { get; private set; }

    /// <summary>Who entered it from paper; null for the form.</summary>
    public Person? EnteredBy { get; private set; }

    /// <summary>What came with it.</summary>
    public IReadOnlyList<CommentFile> Files => files;

    /// <summary>How it stands.</summary>
    public CommentState State { get; private set; }

    /// <summary>The answer, with its reasons; null while it is open.</summary>
    public string? Answer { get; private set; }

    /// <summary>Who answered.</summary>
    public Person? AnsweredBy { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>What the public reads of it, without names; null while it is not released.</summary>
    public string? ReleasedText { get; private set; }

    /// <summary>When it was released, UTC.</summary>
    public DateTime? ReleasedAt { get; private set; }

    /// <summary>Takes a comment that came by the form.</summary>
    /// <param name="programme">The year, whose provisional list is public.</param>
    /// <param name="number">The next number of the year.</param>
    /// <param name="details">What was sent.</param>
    /// <param name="hasConsented">Whether the sender agrees that name and contact are kept.</param>
    /// <param name="files">What came with it.</param>
    /// <param name="code">What its sender finds the answer by.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <exception cref="RuleException">No comments are taken now, consent is missing, or something is missing or too long.</exception>
    public static Comment Send(Programme programme, int number, CommentDetails details, bool hasConsented, IReadOnlyCollection<CommentFile> files, string code, DateTime now)
    {
        RequireTaken(programme, now);
        if (!hasConsented)
        {
            throw new RuleException("Without your consent we may not keep your name and contact, and cannot answer. Tick the box, or send the comment by post.") { Field = "Consent" };
        }

        return new Comment(programme, number, CommentWay.Form, details, Checked(files), code, HanoiTime.DayOf(now), null, now);
    }

    /// <summary>Enters a comment that came on paper, by mail or by telephone.</summary>
    /// <param name="programme">The year, in consultation.</param>
    /// <param name="number">The next number of the year.</param>
    /// <param name="details">What it says.</param>
    /// <param name="receivedOn">The day on which it came.</param>
    /// <param name="files">Its scan and what came with it.</param>
    /// <param name="code">What its sender could find the answer by.</param>
    /// <param name="by">Who enters it.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <exception cref="RuleException">The year is at another stage, the day is missing or to come, or something is missing or too long.</exception>
    public static Comment Enter(Programme programme, int number, CommentDetails details, DateOnly? receivedOn, IReadOnlyCollection<CommentFile> files, string code, Person by, DateTime now)
    {
        RequireConsultation(programme);
        if (receivedOn is not { } day)
        {
            throw new RuleException("Give the day on which it came.") { Field = "ReceivedOn" };
        }

        if (day > HanoiTime.DayOf(now))
        {
            throw new RuleException("It cannot have come on a day that is still to come.") { Field = "ReceivedOn" };
        }

        return new Comment(programme, number, CommentWay.Paper, details, Checked(files), code, day, by, now);
    }

    /// <summary>Refuses when the public can send no comments at this instant.</summary>
    /// <exception cref="RuleException">The provisional list is not public, the period has not begun, or it is over.</exception>
    public static void RequireTaken(Programme programme, DateTime now)
    {
        if (!programme.IsInConsultation)
        {
            throw new RuleException("The consultation of {0} is over. What you typed is still on this page; write to the Department instead.", programme.Year);
        }

        if (HanoiTime.DayOf(now) < programme.Dates.ConsultationFrom)
        {
            throw new RuleException("Comments are taken from {0} on. What you typed is still on this page.", programme.Dates.ConsultationFrom!);
        }

        if (HanoiTime.DayOf(now) > programme.Dates.ConsultationUntil)
        {
            throw new RuleException("Comments were taken until {0} at 24:00, Hà Nội time. What you typed is still on this page; write to the Department instead.", programme.Dates.ConsultationUntil!);
        }
    }

    /// <summary>Answers it, or answers it anew.</summary>
    /// <param name="programme">Its year, in consultation; a recognised one for a comment that is still open.</param>
    /// <param name="state">Answered, upheld or rejected.</param>
    /// <param name="answer">The answer, with its reasons.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <exception cref="RuleException">The consultation is over, no outcome is chosen, or the answer is missing.</exception>
    public void Close(Programme programme, CommentState state, string? answer, Person by, DateTime now)
    {
        // A comment that came in the instant in which the year was recognised is owed its answer all the same.
        if (programme.Stage != Stage.Recognised || State != CommentState.Open)
        {
            RequireConsultation(programme);
        }

        if (state is not (CommentState.Answered or CommentState.Upheld or CommentState.Rejected))
        {
            throw new RuleException("Choose whether it is answered, upheld or rejected.") { Field = "State" };
        }

        if (string.IsNullOrWhiteSpace(answer))
        {
            throw new RuleException("Give the answer, with its reasons.") { Field = "Answer" };
        }

        (State, Answer, AnsweredBy, AnsweredAt) = (state, answer.Trim(), by, now);
    }

    /// <summary>Opens it again.</summary>
    /// <param name="programme">Its year, in consultation.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="RuleException">The consultation is over, it is open already, or no reason is given.</exception>
    public void Reopen(Programme programme, string? reason)
    {
        RequireConsultation(programme);
        if (State == CommentState.Open)
        {
            throw new RuleException("The comment is open already.");
        }

        Nomination.Required(reason);
        State = CommentState.Open;
    }

    /// <summary>Shows a text to the public, beside the answer if there is one. It should name nobody.</summary>
    /// <param name="text">What the public reads.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <exception cref="RuleException">The text is missing, or holds the sender's name or contact.</exception>
    public void Release(string? text, DateTime now)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new RuleException("Write what the public is to read.") { Field = "ReleasedText" };
        }

        if (Tells(text))
        {
            throw new RuleException("This text names the sender. Take the name and the contact out.") { Field = "ReleasedText" };
        }

        (ReleasedText, ReleasedAt) = (text.Trim(), now);
    }

    // However it is spelled: with other spaces and signs, a mail address or a telephone number out of a longer contact.
    private bool Tells(string text) =>
        new[] { Name, Contact }.Any(one => one is { Length: > 2 } && Words(text).Contains(Words(one), StringComparison.OrdinalIgnoreCase))
        || Mail().Matches(Contact ?? "").Any(mail => text.Contains(mail.Value, StringComparison.OrdinalIgnoreCase))
        || Telephones(Contact ?? "").Intersect(Telephones(text)).Any();

    private static string Words(string text) => " " + string.Join(' ', Word().Matches(text.Normalize()).Select(word => word.Value)) + " ";

    // The last digits tell: "+84 912…" and "0912…" are one number.
    private static IEnumerable<string> Telephones(string text) => Telephone().Matches(text).Select(number => string.Concat(number.Value.Where(char.IsAsciiDigit))[^8..]);

    [GeneratedRegex(@"[\p{L}\p{Nd}]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"[^\s,;<>()]+@[^\s,;<>()]+")]
    private static partial Regex Mail();

    [GeneratedRegex(@"\d(?:[ .\-()]{0,2}\d){7,}")]
    private static partial Regex Telephone();

    /// <summary>Takes it back from the public.</summary>
    /// <exception cref="RuleException">It is not released, or no reason is given.</exception>
    public void Hide(string? reason)
    {
        if (ReleasedAt is null)
        {
            throw new RuleException("The comment is not released.");
        }

        Nomination.Required(reason);
        (ReleasedText, ReleasedAt) = (null, null);
    }

    /// <summary>Forgets who sent it: name, organisation and contact go, what it says and the answer stay.</summary>
    public void Forget() => (Name, Organisation, Contact) = (null, null, null);

    private static void RequireConsultation(Programme programme)
    {
        if (programme.Stage != Stage.Consultation)
        {
            throw new RuleException("Comments are entered and answered while the year {0} is in public consultation.", programme.Year);
        }
    }

    private static IEnumerable<CommentFile> Checked(IReadOnlyCollection<CommentFile> files) =>
        files.Count <= MostFiles ? files : throw new RuleException("At most {0} files.", MostFiles) { Field = "Files" };
}

/// <summary>How a comment came.</summary>
public enum CommentWay
{
    /// <summary>By the form of the public page.</summary>
    Form,

    /// <summary>On paper, by mail or by telephone; an officer has entered it.</summary>
    Paper,
}

/// <summary>How a comment stands.</summary>
public enum CommentState
{
    /// <summary>Nobody has answered it.</summary>
    Open,

    /// <summary>It asked something, and is answered.</summary>
    Answered,

    /// <summary>It is right, and something follows.</summary>
    Upheld,

    /// <summary>It is not followed, for the reasons given.</summary>
    Rejected,
}

/// <summary>What a comment says, and who sends it.</summary>
/// <param name="Name">Who.</param>
/// <param name="Organisation">For whom; null for themselves.</param>
/// <param name="Contact">Telephone, mail or postal address.</param>
/// <param name="Nomination">The registration number of the product that it is about; null for the list as a whole.</param>
/// <param name="Text">What it says.</param>
public sealed record CommentDetails(string? Name, string? Organisation, string? Contact, int? Nomination, string? Text)
{
    /// <summary>The most letters of a name, organisation or contact.</summary>
    public const int MostLetters = 200;

    /// <summary>The most letters of the text.</summary>
    public const int MostText = 5000;

    /// <summary>These details, trimmed, if they can be kept.</summary>
    /// <param name="way">How they came: a letter may be without a name, the form may not.</param>
    /// <exception cref="RuleException">Something is missing or too long.</exception>
    public CommentDetails Checked(CommentWay way)
    {
        var isForm = way == CommentWay.Form;
        Check(Name, isForm, MostLetters, nameof(Name), "Give your name.");
        Check(Organisation, false, MostLetters, nameof(Organisation), "");
        Check(Contact, isForm, MostLetters, nameof(Contact), "Give a telephone number or an address to which we can answer.");
        Check(Text, true, MostText, nameof(Text), "Write your comment.");
        return new CommentDetails(Tidy(Name), Tidy(Organisation), Tidy(Contact), Nomination, Tidy(Text));
    }

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static void Check(string? text, bool isNeeded, int most, string field, string missing)
    {
        if (isNeeded && string.IsNullOrWhiteSpace(text))
        {
            throw new RuleException(missing) { Field = field };
        }

        if (text?.Length > most)
        {
            throw new RuleException("At most {0} letters.", most) { Field = field };
        }
    }
}

/// <summary>A file that came with a comment.</summary>
public sealed class CommentFile
{
    private CommentFile() => Name = Sha256 = ContentType = null!;

    /// <summary>A file in the store.</summary>
    /// <param name="name">Its own name, without a path.</param>
    /// <param name="file">Where it lies.</param>
    public CommentFile(string name, StoredFile file)
    {
        Name = name;
        (Sha256, Size, ContentType) = (file.Sha256, file.Size, file.ContentType);
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of the comment.</summary>
    public Guid CommentId { get; private set; }

    /// <summary>Its own name.</summary>
    public string Name { get; private set; }

    /// <summary>Its name in the store.</summary>
    public string Sha256 { get; private set; }

    /// <summary>In bytes.</summary>
    public long Size { get; private set; }

    /// <summary>What it is by its content.</summary>
    public string ContentType { get; private set; }
}
