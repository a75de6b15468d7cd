namespace KeyProducts.Domain;

/// <summary>A judge's sheet for a nomination (phiếu chấm điểm).</summary>
public sealed class ScoreSheet
{
    private readonly List<Mark> marks = [];
    private readonly List<CriterionRemark> remarks = [];
    private readonly List<SheetVersion> versions = [];

    private ScoreSheet()
    {
        Judge = null!;
        Nomination = null!;
    }

    /// <summary>Begins an empty sheet.</summary>
    public ScoreSheet(Nomination nomination, Judge judge)
    {
        Nomination = nomination;
        NominationId = nomination.Id;
        Judge = judge;
        JudgeId = judge.Id;
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of the nomination.</summary>
    public Guid NominationId { get; private set; }

    /// <summary>The nomination.</summary>
    public Nomination Nomination { get; private set; }

    /// <summary>The key of the judge.</summary>
    public Guid JudgeId { get; private set; }

    /// <summary>The judge.</summary>
    public Judge Judge { get; private set; }

    /// <summary>Counts the times it was changed; 0 for a new one.</summary>
    public int Version { get; private set; }

    /// <summary>Its remark.</summary>
    public string? Remark { get; private set; }

    /// <summary>When it was last changed; null for a new one.</summary>
    public DateTime? ChangedAt { get; private set; }

    /// <summary>When it was submitted; null while it is a draft, which counts nowhere.</summary>
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>Its marks.</summary>
    public IReadOnlyList<Mark> Marks => marks;

    /// <summary>Its remarks on criteria.</summary>
    public IReadOnlyList<CriterionRemark> Remarks => remarks;

    /// <summary>What was submitted, the first version first. None is ever changed or removed.</summary>
    public IReadOnlyList<SheetVersion> Versions => [.. versions.OrderBy(version => version.Number)];

    /// <summary>Whether it is submitted: locked and counted.</summary>
    public bool IsSubmitted => SubmittedAt is not null;

    /// <summary>The sum of its marks, in points.</summary>
    public decimal Total => marks.Sum(mark => mark.Points);

    /// <summary>The mark on a criterion; null when there is none.</summary>
    public decimal? On(Guid criterionId) => marks.FirstOrDefault(mark => mark.CriterionId == criterionId)?.Points;

    /// <summary>The remark on a criterion; null when there is none.</summary>
    public string? RemarkOn(Guid criterionId) => remarks.FirstOrDefault(remark => remark.CriterionId == criterionId)?.Text;

    /// <summary>
    /// Saves what the judge has changed against what they saw. What another window has changed to something else meanwhile is left as it is
    /// stored and given back; everything else is saved.
    /// </summary>
    /// <param name="programme">The year, with its criteria.</param>
    /// <param name="changes">What is changed.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <exception cref="RuleException">Judging is not open, the sheet is submitted, or a mark is not one; nothing is changed then.</exception>
    public IReadOnlyList<SheetConflict> Change(Programme programme, SheetChanges changes, DateTime now)
    {
        RequireWritable(programme, now);
        var points = changes.Marks.ToDictionary(one => one.Key, one => one.Value.Value);
        if (Refusals(programme, Judge, points) is [var refusal, ..])
        {
            throw refusal;
        }

        if (changes.Remarks.Keys.Any(id => !IsJudges(programme, id)))
        {
            throw new RuleException("This criterion is not assigned to you.");
        }

        var conflicts = new List<SheetConflict>();
        var changed = false;
        foreach (var (id, change) in changes.Marks)
        {
            changed |= Apply(change, On(id), value => Put(id, value, now), () => conflicts.Add(new MarkConflict(id, On(id), change.Value)));
        }

        foreach (var (id, change) in changes.Remarks)
        {
            changed |= Apply(change.Trimmed(), RemarkOn(id), value => Put(id, value), () => conflicts.Add(new RemarkConflict(id, RemarkOn(id), change.Value)));
        }

        if (changes.Remark is { } whole)
        {
            changed |= Apply(whole.Trimmed(), Remark, value => Remark = value, () => conflicts.Add(new RemarkConflict(null, Remark, whole.Value)));
        }

        if (changed)
        {
            ChangedAt = now;
            Version++;
        }

        return conflicts;
    }

    /// <summary>What is wrong with marks: one refusal for each that is none, so that a page can tell them all at once.</summary>
    public static IReadOnlyList<RuleException> Refusals(Programme programme, Judge judge, IReadOnlyDictionary<Guid, decimal?> points) =>
        [.. points.Select(one => Refusal(programme, judge, one.Key, one.Value)).OfType<RuleException>()];

    /// <summary>Submits the sheet: it is locked, its marks count, and what it says is kept as a version.</summary>
    /// <param name="programme">The year, with its criteria.</param>
    /// <param name="by">Who submits it.</param>
    /// <param name="reason">Why marks differ from those submitted before; needed for that alone.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <exception cref="RuleException">A criterion assigned to the judge has no mark, a reason is missing, or judging is not open.</exception>
    public void Submit(Programme programme, Person by, string? reason, DateTime now)
    {
        RequireWritable(programme, now);
        RequireComplete(programme, marks.Select(mark => mark.CriterionId));
        if (DiffersFromLastVersion)
        {
            RequireReason(reason);
        }

        Keep(by, SheetOrigin.Online, reason, now);
    }

    /// <summary>Whether marks or remarks differ from what was submitted last; false when nothing was.</summary>
    public bool DiffersFromLastVersion => Versions is [.., var last] && !last.IsOf(this);

    /// <summary>Changes marks of a submitted sheet after the council has discussed the nomination; the sheet counts all the while.</summary>
    /// <param name="programme">The year, with its criteria; in judging or deliberation.</param>
    /// <param name="discussion">The discussion.</param>
    /// <param name="points">Points by criterion; criteria not named stay as they are.</param>
    /// <param name="version">The version that the writer saw.</param>
    /// <param name="by">Who.</param>
    /// <param name="reason">Why.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <exception cref="RuleException">The sheet is not submitted or not of that nomination, nothing is changed, a mark is missing or none, or no reason is given.</exception>
    public void Rescore(Programme programme, Discussion discussion, IReadOnlyDictionary<Guid, decimal?> points, int version, Person by, string? reason, DateTime now)
    {
        RequireOpenForDiscussion(programme, discussion);
        if (version != Version)
        {
            throw new RuleException("This sheet was changed elsewhere since you opened it. Compare what is stored now and send again.") { Field = "Version" };
        }

        if (Refusals(programme, Judge, points) is [var refusal, ..])
        {
            throw refusal;
        }

        if (points.Where(one => one.Value is null).Select(one => one.Key).ToList() is [var first, ..])
        {
            throw new RuleException("Give a mark.") { Field = $"Marks[{first}]" };
        }

        if (points.All(one => On(one.Key) == one.Value))
        {
            throw new RuleException("No mark is changed. If you keep your marks, there is nothing to send.");
        }

        RequireReason(reason);
        foreach (var (criterionId, value) in points)
        {
            Put(criterionId, value, now);
        }

        Keep(by, SheetOrigin.Discussion, reason, now);
    }

    /// <summary>Takes marks and remarks that others have typed in for the judge in place of everything, and submits them; the clock does not matter.</summary>
    /// <exception cref="RuleException">The year is not in judging, the sheet is submitted, or a mark is missing or none.</exception>
    internal void TakeOver(
        Programme programme, IReadOnlyDictionary<Guid, decimal> points, IReadOnlyDictionary<Guid, string?> texts, string? remark, SheetOrigin origin, Person by, string? reason, DateTime now)
    {
        RequireJudging(programme);
        RequireScorable(programme);
        RequireNotSubmitted();
        if (Refusals(programme, Judge, points.ToDictionary(one => one.Key, one => (decimal?)one.Value)) is [var refusal, ..])
        {
            throw refusal;
        }

        RequireComplete(programme, points.Keys);
        foreach (var criterionId in marks.Select(mark => mark.CriterionId).Union(remarks.Select(one => one.CriterionId)).Union(points.Keys).ToList())
        {
            Put(criterionId, points.TryGetValue(criterionId, out var value) ? value : null, now);
            Put(criterionId, texts.GetValueOrDefault(criterionId));
        }

        Remark = string.IsNullOrWhiteSpace(remark) ? null : remark.Trim();
        Keep(by, origin, reason, now);
    }

    /// <summary>Opens a submitted sheet again, so that its judge may change it.</summary>
    /// <exception cref="RuleException">It is not submitted, judging is over, or no reason is given.</exception>
    public void Reopen(Programme programme, string? reason, DateTime now)
    {
        RequireJudging(programme);
        if (!IsSubmitted)
        {
            throw new RuleException("This sheet is not submitted.");
        }

        RequireReason(reason);
        SubmittedAt = null;
        ChangedAt = now;
        Version++;
    }

    private void Put(Guid criterionId, decimal? value, DateTime now)
    {
        var mark = marks.FirstOrDefault(one => one.CriterionId == criterionId);
        if (mark is null && value is { } given)
        {
            marks.Add(new Mark(criterionId, given, now));
        }
        else if (mark is not null && value is null)
        {
            marks.Remove(mark);
        }
        else if (mark is not null && value is { } points && points != mark.Points)
        {
            mark.Set(points, now);
        }
    }

    private void Put(Guid criterionId, string? text)
    {
        var remark = remarks.FirstOrDefault(one => one.CriterionId == criterionId);
        if (string.IsNullOrWhiteSpace(text))
        {
            remarks.RemoveAll(one => one == remark);
        }
        else if (remark is null)
        {
            remarks.Add(new CriterionRemark(criterionId, text.Trim()));
        }
        else
        {
            remark.Set(text.Trim());
        }
    }

    // Nothing is changed by who typed nothing, and nothing is in conflict that says the same.
    private static bool Apply<T>(Change<T> change, T stored, Action<T> put, Action refuse)
    {
        var same = EqualityComparer<T>.Default;
        if (same.Equals(change.Value, stored) || same.Equals(change.Value, change.Seen))
        {
            return false;
        }

        if (!same.Equals(change.Seen, stored))
        {
            refuse();
            return false;
        }

        put(change.Value);
        return true;
    }

    private void Keep(Person by, SheetOrigin origin, string? reason, DateTime now)
    {
        SubmittedAt = now;
        ChangedAt = now;
        Version++;
        versions.Add(new SheetVersion(this, versions.Count + 1, by, origin, reason, now));
    }

    private void RequireWritable(Programme programme, DateTime now)
    {
        programme.RequireJudgingOpen(now, Judge.ExtendedUntil);
        RequireScorable(programme);
        RequireNotSubmitted();
    }

    private void RequireScorable(Programme programme)
    {
        if (Judge.HasLeft)
        {
            throw new RuleException("You are no longer on the council of {0}.", programme.Year);
        }

        if (Nomination.Status != NominationStatus.Accepted)
        {
            throw new RuleException("This nomination is no longer among those to be scored.");
        }
    }

    private void RequireNotSubmitted()
    {
        if (IsSubmitted)
        {
            throw new RuleException("This sheet is submitted and locked. The secretary can open it again.");
        }
    }

    private void RequireComplete(Programme programme, IEnumerable<Guid> marked)
    {
        var missing = programme.Criteria.Where(Judge.Marks).Select(criterion => criterion.Id).Except(marked).Count();
        if (missing > 0)
        {
            throw new RuleException("The sheet cannot be submitted yet: {0} criteria have no mark.", missing) { Field = "Missing" };
        }
    }

    private void RequireOpenForDiscussion(Programme programme, Discussion discussion)
    {
        if (programme.Stage is not (Stage.Judging or Stage.Deliberation) || programme.IsSealed)
        {
            throw new RuleException("Marks can be changed after a discussion only in judging and deliberation, and not while they are sealed.");
        }

        if (discussion.NominationId != NominationId)
        {
            throw new RuleException("The council has not discussed this nomination.");
        }

        RequireScorable(programme);
        if (!IsSubmitted)
        {
            throw new RuleException("This sheet is not submitted.");
        }
    }

    private static void RequireJudging(Programme programme)
    {
        if (programme.Stage != Stage.Judging)
        {
            throw new RuleException("Judging of {0} is not open.", programme.Year);
        }
    }

    private static void RequireReason(string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleException("Give the reason.") { Field = "Reason" };
        }
    }

    private bool IsJudges(Programme programme, Guid criterionId) =>
        programme.Criteria.FirstOrDefault(one => one.Id == criterionId) is { } criterion && Judge.Marks(criterion);

    private static RuleException? Refusal(Programme programme, Judge judge, Guid criterionId, decimal? value)
    {
        var criterion = programme.Criteria.FirstOrDefault(one => one.Id == criterionId);
        if (criterion is null || !judge.Marks(criterion))
        {
            return new RuleException("This criterion is not assigned to you.");
        }

        var field = $"Marks[{criterionId}]";
        if (value < 0 || value > criterion.Max)
        {
            return new RuleException("The mark must lie between 0 and {0}.", criterion.Max) { Field = field };
        }

        return value is { } points && points % programme.Rules.MarkStep != 0
            ? new RuleException("Marks go in steps of {0}.", programme.Rules.MarkStep) { Field = field }
            : null;
    }
}

