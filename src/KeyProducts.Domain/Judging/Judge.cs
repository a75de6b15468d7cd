namespace KeyProducts.Domain;

/// <summary>A judge's part in the council.</summary>
public enum CouncilRole
{
    /// <summary>Chairs the council.</summary>
    Chair,

    /// <summary>Stands in for the chair.</summary>
    Deputy,

    /// <summary>Keeps the council's papers.</summary>
    Secretary,

    /// <summary>A member.</summary>
    Member,
}

/// <summary>What the council's decision says of a judge.</summary>
/// <param name="Name">The judge's name.</param>
/// <param name="Title">Title or post; may be empty.</param>
/// <param name="Organisation">Where the judge works; may be empty.</param>
/// <param name="Role">The part in the council.</param>
public sealed record JudgeDetails(string Name, string? Title, string? Organisation, CouncilRole Role);

/// <summary>A judge on a year's council.</summary>
public sealed class Judge
{
    private readonly List<JudgeCriterion> assigned = [];

    private Judge() => Name = null!;

    /// <summary>Puts a judge on the council, assigned to all criteria.</summary>
    /// <param name="programme">The year.</param>
    /// <param name="userId">The account with which the judge signs in.</param>
    /// <param name="details">What the council's decision says.</param>
    /// <exception cref="RuleException">The name is empty, or judging is over.</exception>
    public Judge(Programme programme, Guid userId, JudgeDetails details)
        : this()
    {
        RequireBeforeDeliberation(programme);
        ProgrammeId = programme.Id;
        UserId = userId;
        Fill(details);
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of the year.</summary>
    public Guid ProgrammeId { get; private set; }

    /// <summary>The account with which the judge signs in.</summary>
    public Guid UserId { get; private set; }

    /// <summary>The judge's name.</summary>
    public string Name { get; private set; }

    /// <summary>Title or post.</summary>
    public string? Title { get; private set; }

    /// <summary>Where the judge works.</summary>
    public string? Organisation { get; private set; }

    /// <summary>The part in the council.</summary>
    public CouncilRole Role { get; private set; }

    /// <summary>Whether the judge marks every criterion, also those added later.</summary>
    public bool MarksAllCriteria { get; private set; } = true;

    /// <summary>Whether the judge has left the council; marks given stay stored and no longer count.</summary>
    public bool HasLeft { get; private set; }

    /// <summary>The criteria assigned one by one, when not all are.</summary>
    public IReadOnlyList<JudgeCriterion> Assigned => assigned;

    /// <summary>Whether the judge marks a criterion.</summary>
    public bool IsAssignedTo(Guid criterionId) => MarksAllCriteria || assigned.Any(one => one.CriterionId == criterionId);

    /// <summary>Changes what the council's decision says.</summary>
    public void Change(Programme programme, JudgeDetails details)
    {
        RequireBeforeDeliberation(programme);
        Fill(details);
    }

    /// <summary>Assigns all criteria.</summary>
    public void AssignAll(Programme programme)
    {
        RequireNotFrozen(programme);
        MarksAllCriteria = true;
        assigned.Clear();
    }

    /// <summary>Assigns some criteria and no others.</summary>
    /// <exception cref="RuleException">None is given, one is not of this year, or judging has opened.</exception>
    public void Assign(Programme programme, IReadOnlyCollection<Guid> criteria)
    {
        RequireNotFrozen(programme);
        var all = programme.Criteria.Select(criterion => criterion.Id).ToHashSet();
        if (criteria.Count == 0 || !criteria.All(all.Contains))
        {
            throw new RuleException("Assign at least one of the year's criteria.") { Field = "Criteria" };
        }

        MarksAllCriteria = false;
        assigned.RemoveAll(one => !criteria.Contains(one.CriterionId));
        assigned.AddRange(criteria.Except(assigned.Select(one => one.CriterionId)).ToList().Select(id => new JudgeCriterion(Id, id)));
    }

    /// <summary>Records that the judge leaves the council.</summary>
    public void Leave(Programme programme, string? reason)
    {
        RequireBeforeDeliberation(programme);
        RequireReason(reason);
        HasLeft = true;
    }

    /// <summary>Records that the judge is back on the council; marks given before count again.</summary>
    public void Return(Programme programme, string? reason)
    {
        RequireBeforeDeliberation(programme);
        RequireReason(reason);
        HasLeft = false;
    }

    private void Fill(JudgeDetails details)
    {
        if (string.IsNullOrWhiteSpace(details.Name))
        {
            throw new RuleException("Give the judge's name.") { Field = "Name" };
        }

        Name = details.Name.Trim();
        Title = details.Title;
        Organisation = details.Organisation;
        Role = details.Role;
    }

    private static void RequireReason(string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleException("Give the reason.") { Field = "Reason" };
        }
    }

    private static void RequireNotFrozen(Programme programme)
    {
        if (programme.IsFrozen)
        {
            throw new RuleException("The assignment of criteria is frozen since judging opened.");
        }
    }

    private static void RequireBeforeDeliberation(Programme programme)
    {
        if (programme.Stage >= Stage.Deliberation)
        {
            throw new RuleException("Judging is over; the council changes no more.");
        }
    }
}

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
