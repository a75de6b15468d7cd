namespace KeyProducts.Domain;

/// <content>The one door through which frozen rules change.</content>
public sealed partial class Programme
{
    /// <summary>Whether the rules are frozen and can still be changed, by an administrator with a reason: marks are being given or discussed, and no result is published.</summary>
    public bool CanChangeRulesAfterOpening => Stage is Stage.Judging or Stage.Deliberation;

    /// <summary>Refuses what <see cref="ChangeRulesAfterOpening"/> would refuse; the reason is asked for there. Changes nothing.</summary>
    /// <param name="change">What would hold.</param>
    /// <exception cref="RuleException">The stage does not allow it, a figure is out of its range, marks that are given would not fit, or nothing changes.</exception>
    public void CheckRulesAfterOpening(RulesAfterOpening change)
    {
        switch (Stage)
        {
            case < Stage.Judging:
                throw new RuleException("Judging of {0} has not opened; its rules change on the page of its settings.", Year);
            case Stage.Consultation:
                throw new RuleException("The result of {0} is published. Its rules can change again when the year has stepped back to deliberation.", Year);
            default:
                RequireNotRecognised();
                break;
        }

        change.Rules.Checked();
        if ((change.Rules.Scale, change.Rules.MarkStep) != (Rules.Scale, Rules.MarkStep))
        {
            throw new RuleException("Scale and step of marks stay as they are: marks that are given would not fit them.");
        }

        foreach (var group in groups)
        {
            At($"Groups[{group.Id}]", () => change.MinimumOf(group)?.Checked(group.Max));
        }

        foreach (var criterion in Criteria)
        {
            At($"Criteria[{criterion.Id}]", () => change.ContentOf(criterion).Checked());
        }

        if (change.Rules == Rules && groups.TrueForAll(group => change.MinimumOf(group) == group.Minimum) && Criteria.All(criterion => change.ContentOf(criterion) == criterion.Content))
        {
            throw new RuleException("Nothing is changed yet.");
        }
    }

    /// <summary>
    /// Changes rules, minima and bands though judging has opened. Maxima, scale and step of marks stay, because marks that are given would not fit; so does what computes points and what
    /// judges mark. The council's own rules, seal and others' marks, have no door at all.
    /// </summary>
    /// <param name="change">What holds from now on.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="RuleException">No reason is given, or <see cref="CheckRulesAfterOpening"/> refuses.</exception>
    public void ChangeRulesAfterOpening(RulesAfterOpening change, string? reason)
    {
        CheckRulesAfterOpening(change);
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleException("Give the reason for changing rules after judging has opened.") { Field = "Reason" };
        }

        Rules = change.Rules;
        foreach (var group in groups)
        {
            group.Change(group.Name, change.MinimumOf(group));
        }

        foreach (var criterion in Criteria)
        {
            criterion.Change(change.ContentOf(criterion));
        }
    }

    private static void At(string place, Action check)
    {
        try
        {
            check();
        }
        catch (RuleException refusal)
        {
            throw new RuleException(refusal.Message, [.. refusal.Arguments]) { Field = $"{place}.{refusal.Field}" };
        }
    }
}

/// <summary>What of a year's rules may change after judging has opened. What is not named stays.</summary>
/// <param name="Rules">How the year scores and ranks; scale and step of marks as they are.</param>
/// <param name="Groups">The minima of groups, by their keys.</param>
/// <param name="Criteria">The minima of criteria, by their keys.</param>
/// <param name="Bands">The bands of computed criteria, by their keys, as <see cref="BandText"/> writes them.</param>
public sealed record RulesAfterOpening(
    ProgrammeRules Rules, IReadOnlyDictionary<Guid, Minimum?> Groups, IReadOnlyDictionary<Guid, Minimum?> Criteria, IReadOnlyDictionary<Guid, string> Bands)
{
    /// <summary>The minimum that a group would have.</summary>
    public Minimum? MinimumOf(CriterionGroup group) => Groups.TryGetValue(group.Id, out var minimum) ? minimum : group.Minimum;

    /// <summary>What a criterion would be.</summary>
    public CriterionContent ContentOf(Criterion criterion) => criterion.Content with
    {
        Minimum = Criteria.TryGetValue(criterion.Id, out var minimum) ? minimum : criterion.Minimum,
        Bands = criterion.IsComputed && Bands.TryGetValue(criterion.Id, out var bands) ? bands : criterion.BandList,
    };
}
