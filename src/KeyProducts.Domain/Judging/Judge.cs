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
    private readonly List<JudgeGroup> groups = [];
    private readonly List<JudgeIndustry> industries = [];

    private Judge() => Name = null!;

    /// <summary>Puts a judge on the council, assigned to all criteria and all nominations.</summary>
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

    /// <summary>Whether the judge scores every nomination, also those accepted later, as far as the year does not draw its judges.</summary>
    public bool ScoresAllNominations { get; private set; } = true;

    /// <summary>The last day of a judge who was given more time; null for the year's own.</summary>
    public DateOnly? ExtendedUntil { get; private set; }

    /// <summary>The criteria assigned one by one, when not all are.</summary>
    public IReadOnlyList<JudgeCriterion> Assigned => assigned;

    /// <summary>The groups assigned with all their criteria, also those added later, when not all are.</summary>
    public IReadOnlyList<JudgeGroup> Groups => groups;

    /// <summary>The industries whose nominations the judge scores, when not all are.</summary>
    public IReadOnlyList<JudgeIndustry> Industries => industries;

    /// <summary>Whether the judge marks a criterion. A computed one is marked by nobody.</summary>
    public bool Marks(Criterion criterion) => !criterion.IsComputed
        && (MarksAllCriteria || assigned.Any(one => one.CriterionId == criterion.Id) || groups.Any(one => one.GroupId == criterion.GroupId));

    /// <summary>Whether the judge's part in the council covers the nominations of an industry.</summary>
    public bool Covers(Guid industryId) => ScoresAllNominations || industries.Any(one => one.IndustryId == industryId);

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
        groups.Clear();
    }

    /// <summary>Assigns some criteria and groups, and no others.</summary>
    /// <param name="programme">The year, with its criteria.</param>
    /// <param name="criteria">Keys of criteria.</param>
    /// <param name="wholeGroups">Keys of groups; their criteria need not be named.</param>
    /// <exception cref="RuleException">None is given, one is not of this year, or judging has opened.</exception>
    public void Assign(Programme programme, IReadOnlyCollection<Guid> criteria, IReadOnlyCollection<Guid>? wholeGroups = null)
    {
        RequireNotFrozen(programme);
        wholeGroups ??= [];
        if (criteria.Count + wholeGroups.Count == 0
            || criteria.Except(programme.JudgedCriteria.Select(criterion => criterion.Id)).Any()
            || wholeGroups.Except(programme.Groups.Select(group => group.Id)).Any())
        {
            throw new RuleException("Assign at least one of the year's criteria.") { Field = "Criteria" };
        }

        MarksAllCriteria = false;
        assigned.RemoveAll(one => !criteria.Contains(one.CriterionId));
        assigned.AddRange(criteria.Except(assigned.Select(one => one.CriterionId)).ToList().Select(id => new JudgeCriterion(Id, id)));
        groups.RemoveAll(one => !wholeGroups.Contains(one.GroupId));
        groups.AddRange(wholeGroups.Except(groups.Select(one => one.GroupId)).ToList().Select(id => new JudgeGroup(Id, id)));
    }

    /// <summary>Says which nominations the judge scores, also later ones; single ones are added and removed by <see cref="Assignment"/>.</summary>
    /// <param name="programme">The year, with its industries.</param>
    /// <param name="all">Whether all of them.</param>
    /// <param name="ofIndustries">Otherwise the keys of industries; none leaves what is assigned one by one.</param>
    /// <exception cref="RuleException">An industry is not of this year, or judging is over.</exception>
    public void AssignNominations(Programme programme, bool all, IReadOnlyCollection<Guid> ofIndustries)
    {
        RequireBeforeDeliberation(programme);
        if (ofIndustries.Except(programme.Industries.Select(industry => industry.Id)).Any())
        {
            throw new RuleException("Choose industries of this year.") { Field = "Industries" };
        }

        ScoresAllNominations = all;
        industries.RemoveAll(one => all || !ofIndustries.Contains(one.IndustryId));
        if (!all)
        {
            industries.AddRange(ofIndustries.Except(industries.Select(one => one.IndustryId)).ToList().Select(id => new JudgeIndustry(Id, id)));
        }
    }

    /// <summary>Gives the judge more time than the year has.</summary>
    /// <param name="programme">The year.</param>
    /// <param name="until">The last day, in Hà Nội; null takes it back.</param>
    /// <param name="reason">Why.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <exception cref="RuleException">The year has no last day, the day is not later or has passed, no reason is given, or judging is over.</exception>
    public void Extend(Programme programme, DateOnly? until, string? reason, DateTime now)
    {
        RequireBeforeDeliberation(programme);
        if (until is not null && (programme.Dates.JudgingUntil is not { } last || until <= last))
        {
            throw new RuleException("The day must lie after the year's last day of judging.") { Field = "Until" };
        }

        if (until is { } day && HanoiTime.EndOf(day) <= now)
        {
            throw new RuleException("This day has passed.") { Field = "Until" };
        }

        RequireReason(reason);
        ExtendedUntil = until;
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
