using System.Text;

namespace KeyProducts.Domain;

/// <summary>Where a paper sheet stands on its way into the year.</summary>
public enum PaperState
{
    /// <summary>One officer has entered it; another is to confirm it.</summary>
    Entered,

    /// <summary>The other officer has sent it back to the first.</summary>
    SentBack,

    /// <summary>It has become the judge's submitted sheet.</summary>
    Confirmed,

    /// <summary>It is not to be used.</summary>
    SetAside,
}

/// <summary>What somebody reads on a paper sheet.</summary>
/// <param name="SignedOn">The day that the judge has written on it.</param>
/// <param name="Points">Points by criterion.</param>
/// <param name="Remarks">Remarks by criterion.</param>
/// <param name="Remark">The remark on the whole.</param>
public sealed record PaperReading(DateOnly? SignedOn, IReadOnlyDictionary<Guid, decimal?> Points, IReadOnlyDictionary<Guid, string?> Remarks, string? Remark);

/// <summary>Where two who have read the same paper differ.</summary>
/// <param name="Field">The input it concerns: "SignedOn", "Remark", "Points[…]" or "Remarks[…]".</param>
/// <param name="CriterionId">The criterion; null for the paper as a whole.</param>
/// <param name="First">What the first has read: a decimal, a day or words; null for nothing.</param>
/// <param name="Second">What the second has read.</param>
public sealed record PaperMismatch(string Field, Guid? CriterionId, object? First, object? Second);

/// <summary>
/// A score sheet that a judge has filled in on paper: one officer types it in and attaches its scan, another types it again without seeing
/// the first one's values, and only what both agree on becomes the judge's submitted sheet.
/// </summary>
public sealed class PaperSheet
{
    private readonly List<PaperMark> marks = [];

    private PaperSheet()
    {
        ScanName = ScanSha256 = ScanContentType = "";
        EnteredBy = null!;
    }

    /// <summary>Enters a paper sheet.</summary>
    /// <param name="programme">The year, with its criteria.</param>
    /// <param name="judge">Whose sheet it is, with the criteria assigned.</param>
    /// <param name="nomination">What is scored.</param>
    /// <param name="reading">What stands on the paper.</param>
    /// <param name="scanName">The name of the scan's file.</param>
    /// <param name="scan">The scan.</param>
    /// <param name="by">Who enters it.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <exception cref="RuleException">The paper is not complete, a mark is none, it was signed too late, or it is the officer's own sheet.</exception>
    public PaperSheet(Programme programme, Judge judge, Nomination nomination, PaperReading reading, string scanName, StoredFile scan, Person by, DateTime now)
        : this()
    {
        RequireOther(judge, by);
        Require(programme, judge, reading, now);
        NominationId = nomination.Id;
        JudgeId = judge.Id;
        (EnteredBy, EnteredAt) = (by, now);
        Fill(reading);
        Attach(scanName, scan);
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of the nomination.</summary>
    public Guid NominationId { get; private set; }

    /// <summary>The key of the judge.</summary>
    public Guid JudgeId { get; private set; }

    /// <summary>The day that the judge has written on it.</summary>
    public DateOnly SignedOn { get; private set; }

    /// <summary>The remark on the whole.</summary>
    public string? Remark { get; private set; }

    /// <summary>Its marks.</summary>
    public IReadOnlyList<PaperMark> Marks => marks;

    /// <summary>The name of the scan's file.</summary>
    public string ScanName { get; private set; }

    /// <summary>SHA-256 of the scan, 64 lower-case hexadecimal digits.</summary>
    public string ScanSha256 { get; private set; }

    /// <summary>The scan's size in bytes.</summary>
    public long ScanSize { get; private set; }

    /// <summary>What the scan is by its content.</summary>
    public string ScanContentType { get; private set; }

    /// <summary>Who has entered it.</summary>
    public Person EnteredBy { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime EnteredAt { get; private set; }

    /// <summary>Who has sent it back to be entered again; null when nobody has since it was entered.</summary>
    public Person? ReturnedBy { get; private set; }

    /// <summary>Why.</summary>
    public string? ReturnedReason { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime? ReturnedAt { get; private set; }

    /// <summary>Who has confirmed it.</summary>
    public Person? ConfirmedBy { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>Who has set it aside.</summary>
    public Person? SetAsideBy { get; private set; }

    /// <summary>Why.</summary>
    public string? SetAsideReason { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime? SetAsideAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public PaperState State => SetAsideAt is not null ? PaperState.SetAside
        : ConfirmedAt is not null ? PaperState.Confirmed
        : ReturnedAt is not null ? PaperState.SentBack
        : PaperState.Entered;

    /// <summary>What the first officer has read.</summary>
    public PaperReading Read() => new(
        SignedOn, marks.ToDictionary(mark => mark.CriterionId, mark => (decimal?)mark.Points), marks.ToDictionary(mark => mark.CriterionId, mark => mark.Remark), Remark);

    /// <summary>Refuses where no paper sheet may be entered or confirmed, whatever stands on it.</summary>
    /// <param name="programme">The year.</param>
    /// <param name="nomination">What is scored.</param>
    /// <param name="judge">Whose sheet it is.</param>
    /// <param name="scores">Whether the judge is to score the nomination: assigned, and not recused.</param>
    /// <param name="isSubmitted">Whether the judge has submitted the sheet on line already.</param>
    /// <param name="by">Who wants to.</param>
    /// <exception cref="RuleException">It may not be.</exception>
    public static void RequireTaken(Programme programme, Nomination nomination, Judge judge, bool scores, bool isSubmitted, Person by)
    {
        RequireOther(judge, by);
        if (programme.Stage != Stage.Judging)
        {
            throw new RuleException("Paper sheets are entered while the year is in judging; {0} is not.", programme.Year);
        }

        if (!scores)
        {
            throw new RuleException("{0} does not score no. {1}: it is not assigned to this judge, or the judge has recused.", judge.Name, nomination.Number);
        }

        if (isSubmitted)
        {
            throw new RuleException("{0} has submitted the sheet of no. {1} already. If the paper is to stand instead, let the secretary open that sheet again first.", judge.Name, nomination.Number);
        }
    }

    /// <summary>What is wrong with a reading: one refusal for each place, so that a page can tell them all at once.</summary>
    public static IReadOnlyList<RuleException> Refusals(Programme programme, Judge judge, PaperReading reading, DateTime now)
    {
        var refusals = new List<RuleException>();
        if (DayRefusal(programme, judge, reading.SignedOn, now) is { } day)
        {
            refusals.Add(day);
        }

        foreach (var criterion in programme.Criteria.Where(judge.Marks))
        {
            if (reading.Points.GetValueOrDefault(criterion.Id) is null)
            {
                refusals.Add(new RuleException("The paper needs a mark here. If there is none on it, give it back to the judge.") { Field = PointsOf(criterion.Id) });
            }
        }

        // The sheet calls its inputs marks.
        refusals.AddRange(ScoreSheet.Refusals(programme, judge, reading.Points)
            .Select(refusal => new RuleException(refusal.Message, [.. refusal.Arguments]) { Field = refusal.Field?.Replace("Marks[", "Points[", StringComparison.Ordinal) }));
        return refusals;
    }

    /// <summary>Enters it again, by the same officer, before it is confirmed.</summary>
    /// <param name="programme">The year, with its criteria.</param>
    /// <param name="judge">Whose sheet it is, with the criteria assigned.</param>
    /// <param name="reading">What stands on the paper.</param>
    /// <param name="scanName">The name of a new scan; null where the old one stays.</param>
    /// <param name="scan">A new scan; null where the old one stays.</param>
    /// <param name="by">Who enters it.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <exception cref="RuleException">It is another's, it is closed, or the reading is refused.</exception>
    public void Retype(Programme programme, Judge judge, PaperReading reading, string? scanName, StoredFile? scan, Person by, DateTime now)
    {
        RequireOpen();
        if (by.Id != EnteredBy.Id)
        {
            throw new RuleException("{0} has entered this paper sheet and alone can enter it again. You can confirm it, send it back or set it aside.", EnteredBy.Name);
        }

        Require(programme, judge, reading, now);
        (EnteredBy, EnteredAt) = (by, now);
        (ReturnedBy, ReturnedReason, ReturnedAt) = (null, null, null);
        Fill(reading);
        if (scan is not null)
        {
            Attach(scanName!, scan);
        }
    }

    /// <summary>Refuses who may not confirm it.</summary>
    /// <exception cref="RuleException">It is the officer's own entry, or it does not wait for confirmation.</exception>
    public void RequireSecond(Person by)
    {
        RequireOpen();
        if (State != PaperState.Entered)
        {
            throw new RuleException("This paper sheet was sent back and is to be entered again first.");
        }

        if (by.Id == EnteredBy.Id)
        {
            throw new RuleException("You have entered this paper sheet yourself; another officer must confirm it.");
        }
    }

    /// <summary>Where a second reading differs from the first. Words are the same when only spaces, capitals or a full stop differ.</summary>
    public IReadOnlyList<PaperMismatch> Mismatches(PaperReading again)
    {
        var found = new List<PaperMismatch>();
        if (again.SignedOn != SignedOn)
        {
            found.Add(new("SignedOn", null, SignedOn, again.SignedOn));
        }

        foreach (var mark in marks)
        {
            var points = again.Points.GetValueOrDefault(mark.CriterionId);
            if (points != mark.Points)
            {
                found.Add(new(PointsOf(mark.CriterionId), mark.CriterionId, mark.Points, points));
            }

            var remark = again.Remarks.GetValueOrDefault(mark.CriterionId);
            if (Folded(remark) != Folded(mark.Remark))
            {
                found.Add(new(RemarkOf(mark.CriterionId), mark.CriterionId, mark.Remark, Trimmed(remark)));
            }
        }

        if (Folded(again.Remark) != Folded(Remark))
        {
            found.Add(new("Remark", null, Remark, Trimmed(again.Remark)));
        }

        return found;
    }

    /// <summary>Confirms it: it becomes the judge's submitted sheet.</summary>
    /// <param name="programme">The year, with its criteria.</param>
    /// <param name="sheet">The judge's sheet, with judge, assigned criteria and marks; a new one when there is none.</param>
    /// <param name="again">What the second officer reads; where both differed and it was settled, what is right.</param>
    /// <param name="settled">The fields whose two values the second officer has seen and decided between.</param>
    /// <param name="replacesDraft">Whether the second officer has agreed that marks saved on line are replaced.</param>
    /// <param name="by">Who confirms.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <exception cref="RuleException">Both readings differ, it is the officer's own entry or sheet, or it is not open.</exception>
    public void Confirm(Programme programme, ScoreSheet sheet, PaperReading again, IReadOnlyCollection<string> settled, bool replacesDraft, Person by, DateTime now)
    {
        RequireOther(sheet.Judge, by);
        RequireSecond(by);
        Require(programme, sheet.Judge, again, now);
        if (Mismatches(again).Count(mismatch => !settled.Contains(mismatch.Field)) is > 0 and var open)
        {
            throw new RuleException("Your entry and the first one differ at {0} places. Look at the paper and settle each.", open) { Field = "Mismatches" };
        }

        if (!replacesDraft && (sheet.Marks.Count > 0 || sheet.Remarks.Count > 0 || sheet.Remark is not null))
        {
            throw new RuleException("{0} has saved marks on line for this nomination and not submitted them. Agree below that the paper replaces them.", sheet.Judge.Name) { Field = "ReplacesDraft" };
        }

        Fill(again);
        var who = new Person(by.Id, $"{EnteredBy.Name}, {by.Name}");
        sheet.TakeOver(programme, marks.ToDictionary(mark => mark.CriterionId, mark => mark.Points), marks.ToDictionary(mark => mark.CriterionId, mark => mark.Remark), Remark, SheetOrigin.Paper, who, null, now);
        (ConfirmedBy, ConfirmedAt) = (by, now);
    }

    /// <summary>Sends it back to the officer who has entered it.</summary>
    /// <exception cref="RuleException">No reason is given, it is the officer's own entry, or it does not wait for confirmation.</exception>
    public void SendBack(Judge judge, string? reason, Person by, DateTime now)
    {
        RequireOther(judge, by);
        RequireSecond(by);
        (ReturnedReason, ReturnedBy, ReturnedAt) = (Required(reason), by, now);
    }

    /// <summary>Sets it aside: the paper belongs to another sheet, or is not to count.</summary>
    /// <exception cref="RuleException">No reason is given, it is the officer's own sheet, or it is confirmed.</exception>
    public void SetAside(Judge judge, string? reason, Person by, DateTime now)
    {
        RequireOther(judge, by);
        RequireOpen();
        (SetAsideReason, SetAsideBy, SetAsideAt) = (Required(reason), by, now);
    }

    private static string PointsOf(Guid criterionId) => $"Points[{criterionId}]";

    private static string RemarkOf(Guid criterionId) => $"Remarks[{criterionId}]";

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().Normalize();

    private static string Folded(string? text) =>
        string.Join(' ', (text ?? "").Normalize(NormalizationForm.FormC).ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');

    private static string Required(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? throw new RuleException("Give the reason.") { Field = "Reason" } : reason.Trim();

    private static void RequireOther(Judge judge, Person by)
    {
        if (judge.UserId == by.Id)
        {
            throw new RuleException("It is your own sheet; somebody else of the Department must enter and confirm it.");
        }
    }

    // The paper was signed in time, however late it is typed in.
    private static RuleException? DayRefusal(Programme programme, Judge judge, DateOnly? signedOn, DateTime now) => signedOn switch
    {
        null => new RuleException("Give the day that stands on the paper.") { Field = "SignedOn" },
        var day when day > HanoiTime.DayOf(now) => new RuleException("The day on the paper is still to come.") { Field = "SignedOn" },
        var day when day < programme.Dates.JudgingFrom => new RuleException("The day on the paper is before judging began, on {0}.", programme.Dates.JudgingFrom!.Value) { Field = "SignedOn" },
        var day when programme.JudgingUntil(judge.ExtendedUntil) is { } until && day > until =>
            new RuleException("The paper was signed after the deadline of {0}. It cannot be entered; the secretary can give the judge more time.", until) { Field = "SignedOn" },
        _ => null,
    };

    private static void Require(Programme programme, Judge judge, PaperReading reading, DateTime now)
    {
        if (Refusals(programme, judge, reading, now) is [var refusal, ..])
        {
            throw refusal;
        }
    }

    private void RequireOpen()
    {
        if (State is PaperState.Confirmed or PaperState.SetAside)
        {
            throw new RuleException("This paper sheet is confirmed or set aside and changes no more.");
        }
    }

    private void Fill(PaperReading reading)
    {
        SignedOn = reading.SignedOn!.Value;
        Remark = Trimmed(reading.Remark);
        var read = reading.Points.Where(one => one.Value is not null).ToDictionary(one => one.Key, one => one.Value!.Value);
        marks.RemoveAll(mark => !read.ContainsKey(mark.CriterionId));
        foreach (var (criterionId, points) in read)
        {
            var mark = marks.FirstOrDefault(one => one.CriterionId == criterionId);
            if (mark is null)
            {
                marks.Add(mark = new PaperMark(Id, criterionId));
            }

            mark.Set(points, Trimmed(reading.Remarks.GetValueOrDefault(criterionId)));
        }
    }

    private void Attach(string name, StoredFile scan) => (ScanName, ScanSha256, ScanSize, ScanContentType) = (name, scan.Sha256, scan.Size, scan.ContentType);
}

/// <summary>A mark on a paper sheet, as it was entered.</summary>
public sealed class PaperMark
{
    private PaperMark()
    {
    }

    internal PaperMark(Guid paperId, Guid criterionId) => (PaperId, CriterionId) = (paperId, criterionId);

    /// <summary>The key of the paper sheet.</summary>
    public Guid PaperId { get; private set; }

    /// <summary>The key of the criterion.</summary>
    public Guid CriterionId { get; private set; }

    /// <summary>Points, from 0 to the criterion's maximum.</summary>
    public decimal Points { get; private set; }

    /// <summary>The remark on the criterion.</summary>
    public string? Remark { get; private set; }

    internal void Set(decimal points, string? remark) => (Points, Remark) = (points, remark);
}
