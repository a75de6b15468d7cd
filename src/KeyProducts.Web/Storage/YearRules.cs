using KeyProducts.Domain;

namespace KeyProducts.Web.Storage;

/// <summary>A year's settings as the ranking knows them.</summary>
public static class YearRules
{
    /// <summary>The settings of a year, whose criteria must be loaded.</summary>
    public static RuleSet Of(Programme programme) => new(
        Of(programme.Rules),
        [.. programme.Groups.Select(group => new SnapshotGroup(YearContent.Key(group.Id), group.Name.Vietnamese, group.Minimum))],
        [.. programme.Groups.SelectMany(group => group.Criteria.Select(criterion => Of(group, criterion)))]);

    /// <summary>A year's rules.</summary>
    public static SnapshotRules Of(ProgrammeRules rules) => new(
        rules.Method, rules.Decimals, rules.Quorum, rules.PassMark, rules.TopCount, rules.BusinessCap, rules.TieSequence, rules.MarkStep, rules.SpreadLimit);

    /// <summary>The settings that a year, whose criteria must be loaded, would have after a change.</summary>
    public static RuleSet Of(Programme programme, RulesAfterOpening change)
    {
        var now = Of(programme);
        return new RuleSet(
            Of(change.Rules),
            [.. now.Groups.Zip(programme.Groups, (group, stored) => group with { Minimum = change.MinimumOf(stored) })],
            [.. now.Criteria.Zip(programme.Criteria.Select(change.ContentOf), (criterion, content) =>
                criterion with { Minimum = content.Minimum, Bands = content.Figure is null ? null : BandText.Read(content.Bands) })]);
    }

    private static SnapshotCriterion Of(CriterionGroup group, Criterion criterion) => new(
        YearContent.Key(criterion.Id), YearContent.Key(group.Id), criterion.Name.Vietnamese, criterion.Max, criterion.Minimum, criterion.Figure, criterion.IsComputed ? criterion.Bands : null);
}
