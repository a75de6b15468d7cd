namespace KeyProducts.Domain;

/// <summary>A judge's sheet for a nomination (phiếu chấm điểm).</summary>
public sealed class ScoreSheet
{
    /// <summary>The sentence for a writer whose window is not the latest.</summary>
    public const string SavedElsewhere = "This sheet was saved elsewhere since you opened it. Compare the values below and save again.";

    private readonly List<Mark> marks = [];

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

    /// <summary>Counts the times it was changed; 0 for a new one. Who saves names the version they saw.</summary>
    public int Version { get; private set; }

    /// <summary>Its remark.</summary>
    public string? Remark { get; private set; }

    /// <summary>When it was last changed; null for a new one.</summary>
    public DateTime? ChangedAt { get; private set; }

    /// <summary>When it was submitted; null while it is a draft, which counts nowhere.</summary>
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>Its marks.</summary>
    public IReadOnlyList<Mark> Marks => marks;

    /// <summary>Whether it is submitted: locked and counted.</summary>
    public bool IsSubmitted => SubmittedAt is not null;

    /// <summary>The sum of its marks, in points.</summary>
    public decimal Total => marks.Sum(mark => mark.Points);

    /// <summary>The mark on a criterion; null when there is none.</summary>
    public decimal? On(Guid criterionId) => marks.FirstOrDefault(mark => mark.CriterionId == criterionId)?.Points;

    /// <summary>Saves the marks and the remark of a whole sheet.</summary>
    /// <param name="programme">The year.</param>
    /// <param name="points">Points by criterion; null takes a mark away; criteria not named stay as they are.</param>
    /// <param name="remark">The sheet's remark; may be empty.</param>
    /// <param name="version">The version that the writer saw.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <exception cref="RuleException">
    /// Judging is not open, the sheet is submitted, another window has saved since, or a mark is not one; nothing is changed then.
    /// </exception>
    public void Save(Programme programme, IReadOnlyDictionary<Guid, decimal?> points, string? remark, int version, DateTime now)
    {
        RequireWritable(programme, now);
        if (version != Version)
        {
            throw new RuleException(SavedElsewhere) { Field = "Version" };
        }

        if (Refusals(programme, Judge, points) is [var refusal, ..])
        {
            throw refusal;
        }

        foreach (var (criterionId, value) in points)
        {
            Put(criterionId, value, now);
        }

        Remark = string.IsNullOrWhiteSpace(remark) ? null : remark.Trim();
        ChangedAt = now;
        Version++;
    }

    /// <summary>What is wrong with marks: one refusal for each that is none, so that a page can tell them all at once.</summary>
    public static IReadOnlyList<RuleException> Refusals(Programme programme, Judge judge, IReadOnlyDictionary<Guid, decimal?> points) =>
        [.. points.Select(one => Refusal(programme, judge, one.Key, one.Value)).OfType<RuleException>()];

    /// <summary>Submits the sheet: it is locked, and its marks count.</summary>
    /// <exception cref="RuleException">A criterion assigned to the judge has no mark, or judging is not open.</exception>
    public void Submit(Programme programme, DateTime now)
    {
        RequireWritable(programme, now);
        var missing = programme.Criteria.Count(criterion => Judge.IsAssignedTo(criterion.Id) && On(criterion.Id) is null);
        if (missing > 0)
        {
            throw new RuleException("The sheet cannot be submitted yet: {0} criteria have no mark.", missing) { Field = "Missing" };
        }

        SubmittedAt = now;
        ChangedAt = now;
        Version++;
    }

    /// <summary>Opens a submitted sheet again, so that its judge may change it.</summary>
    /// <exception cref="RuleException">It is not submitted, judging is over, or no reason is given.</exception>
    public void Reopen(Programme programme, string? reason, DateTime now)
    {
        if (programme.Stage != Stage.Judging)
        {
            throw new RuleException("Judging of {0} is not open.", programme.Year);
        }

        if (!IsSubmitted)
        {
            throw new RuleException("This sheet is not submitted.");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleException("Give the reason.") { Field = "Reason" };
        }

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

    private void RequireWritable(Programme programme, DateTime now)
    {
        programme.RequireJudgingOpen(now);
        if (Judge.HasLeft)
        {
            throw new RuleException("You are no longer on the council of {0}.", programme.Year);
        }

        if (Nomination.Status != NominationStatus.Accepted)
        {
            throw new RuleException("This nomination is no longer among those to be scored.");
        }

        if (IsSubmitted)
        {
            throw new RuleException("This sheet is submitted and locked. The secretary can open it again.");
        }
    }

    private static RuleException? Refusal(Programme programme, Judge judge, Guid criterionId, decimal? value)
    {
        var criterion = programme.Criteria.FirstOrDefault(one => one.Id == criterionId);
        if (criterion is null || !judge.IsAssignedTo(criterionId))
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

/// <summary>A mark (điểm) on a criterion.</summary>
public sealed class Mark
{
    private Mark()
    {
    }

    internal Mark(Guid criterionId, decimal points, DateTime now)
    {
        CriterionId = criterionId;
        Set(points, now);
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of the sheet.</summary>
    public Guid SheetId { get; private set; }

    /// <summary>The key of the criterion.</summary>
    public Guid CriterionId { get; private set; }

    /// <summary>Points, from 0 to the criterion's maximum.</summary>
    public decimal Points { get; private set; }

    /// <summary>When it was given, UTC.</summary>
    public DateTime GivenAt { get; private set; }

    internal void Set(decimal points, DateTime now)
    {
        Points = points;
        GivenAt = now;
    }
}
