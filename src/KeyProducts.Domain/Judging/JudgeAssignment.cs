namespace KeyProducts.Domain;

/// <summary>A criterion assigned to a judge.</summary>
public sealed class JudgeCriterion
{
    private JudgeCriterion()
    {
    }

    internal JudgeCriterion(Guid judgeId, Guid criterionId)
    {
        JudgeId = judgeId;
        CriterionId = criterionId;
    }

    /// <summary>The key of the judge.</summary>
    public Guid JudgeId { get; private set; }

    /// <summary>The key of the criterion.</summary>
    public Guid CriterionId { get; private set; }
}

/// <summary>A group assigned to a judge with all its criteria.</summary>
public sealed class JudgeGroup
{
    private JudgeGroup()
    {
    }

    internal JudgeGroup(Guid judgeId, Guid groupId)
    {
        JudgeId = judgeId;
        GroupId = groupId;
    }

    /// <summary>The key of the judge.</summary>
    public Guid JudgeId { get; private set; }

    /// <summary>The key of the group.</summary>
    public Guid GroupId { get; private set; }
}

/// <summary>An industry whose nominations a judge scores.</summary>
public sealed class JudgeIndustry
{
    private JudgeIndustry()
    {
    }

    internal JudgeIndustry(Guid judgeId, Guid industryId)
    {
        JudgeId = judgeId;
        IndustryId = industryId;
    }

    /// <summary>The key of the judge.</summary>
    public Guid JudgeId { get; private set; }

    /// <summary>The key of the industry.</summary>
    public Guid IndustryId { get; private set; }
}

/// <summary>How a judge came to a nomination, or was kept from it.</summary>
public enum AssignmentKind
{
    /// <summary>Drawn, so that each nomination has its number of judges.</summary>
    Drawn,

    /// <summary>Added by hand.</summary>
    Added,

    /// <summary>Removed by hand: marks given before stay stored and count nowhere.</summary>
    Removed,
}

/// <summary>
/// A nomination assigned to a judge, or taken from them, one by one. Where there is none, the judge's part in the council decides; in a year that draws its judges,
/// nothing is assigned then.
/// </summary>
public sealed class Assignment
{
    private Assignment()
    {
    }

    /// <summary>Assigns a nomination to a judge.</summary>
    /// <exception cref="RuleException">Judging is over.</exception>
    public Assignment(Programme programme, Judge judge, Nomination nomination, AssignmentKind kind)
    {
        RequireBeforeDeliberation(programme);
        JudgeId = judge.Id;
        NominationId = nomination.Id;
        Kind = kind;
    }

    internal Assignment(Programme programme, JudgePair pair, AssignmentKind kind)
    {
        RequireBeforeDeliberation(programme);
        (JudgeId, NominationId) = pair;
        Kind = kind;
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of the judge.</summary>
    public Guid JudgeId { get; private set; }

    /// <summary>The key of the nomination.</summary>
    public Guid NominationId { get; private set; }

    /// <summary>Whether it is drawn, added or removed.</summary>
    public AssignmentKind Kind { get; private set; }

    /// <summary>Adds or removes it by hand.</summary>
    /// <exception cref="RuleException">Judging is over.</exception>
    public void Change(Programme programme, AssignmentKind kind)
    {
        RequireBeforeDeliberation(programme);
        Kind = kind;
    }

    private static void RequireBeforeDeliberation(Programme programme)
    {
        if (programme.Stage >= Stage.Deliberation)
        {
            throw new RuleException("Judging is over; the council changes no more.");
        }
    }
}
