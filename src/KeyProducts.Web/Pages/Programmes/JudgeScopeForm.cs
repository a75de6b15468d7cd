using KeyProducts.Domain;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>Which nominations a judge's part in the council covers.</summary>
public enum NominationScope
{
    /// <summary>All.</summary>
    All,

    /// <summary>Those of some industries.</summary>
    Industries,

    /// <summary>Only those assigned one by one.</summary>
    ByHand,
}

/// <summary>The form of what a judge marks and scores.</summary>
public sealed class JudgeScopeForm
{
    /// <summary>All criteria, or those chosen.</summary>
    public bool All { get; set; } = true;

    public List<Guid> Groups { get; set; } = [];

    public List<Guid> Criteria { get; set; } = [];

    public NominationScope Nominations { get; set; }

    public List<Guid> Industries { get; set; } = [];

    /// <summary>Carries it into the judge; the criteria are left alone once they are frozen.</summary>
    public void Apply(Programme programme, Judge judge)
    {
        if (Nominations == NominationScope.Industries && Industries.Count == 0)
        {
            throw new RuleException("Choose at least one industry.") { Field = nameof(Industries) };
        }

        if (!programme.IsFrozen && All)
        {
            judge.AssignAll(programme);
        }
        else if (!programme.IsFrozen)
        {
            // A criterion of a group that is assigned as a whole need not be assigned itself.
            var ofGroups = programme.Groups.Where(group => Groups.Contains(group.Id)).SelectMany(group => group.Criteria).Select(criterion => criterion.Id);
            judge.Assign(programme, [.. Criteria.Except(ofGroups)], [.. Groups.Distinct()]);
        }

        judge.AssignNominations(programme, Nominations == NominationScope.All, Nominations == NominationScope.Industries ? Industries : []);
    }
}
