using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports;

/// <summary>A setting that would be another.</summary>
/// <param name="What">Which one.</param>
/// <param name="From">As it is.</param>
/// <param name="To">As it would be.</param>
public sealed record RuleChange(string What, string From, string To);

/// <summary>Says in words in which settings two sets of rules of one year differ.</summary>
public sealed class RuleChanges(Programme programme, IStringLocalizer<Words> T)
{
    private readonly Dictionary<string, string> groups = programme.Groups.ToDictionary(group => ScoringService.Key(group.Id), group => group.Name.In(Languages.Current));
    private readonly Dictionary<string, string> criteria = programme.Criteria.ToDictionary(criterion => ScoringService.Key(criterion.Id), criterion => criterion.Name.In(Languages.Current));

    /// <summary>What is different, in the order of the form.</summary>
    /// <param name="from">The settings as they are.</param>
    /// <param name="to">The settings as they would be, with the same groups and criteria.</param>
    public IReadOnlyList<RuleChange> Of(RuleSet from, RuleSet to) => [.. Rules(from.Rules, to.Rules).Concat(Parts(from, to)).Where(one => one.From != one.To)];

    /// <summary>The changes as a table.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="from">What stands over the settings as they are; null for the usual words.</param>
    /// <param name="to">What stands over the others.</param>
    public Table Table(IReadOnlyList<RuleChange> changes, string? from = null, string? to = null) => Documents.Table.Of(changes)
        .Text(T["Setting"], one => one.What, 34)
        .Text(from ?? T["As it is"], one => one.From, 34)
        .Text(to ?? T["As it would be"], one => one.To, 34)
        .Table(T["Settings that are different"], T["No setting is different."]);

    private IEnumerable<RuleChange> Rules(SnapshotRules from, SnapshotRules to)
    {
        yield return new(T["Score of a product"], T[EnumWords.Of(from.Method)], T[EnumWords.Of(to.Method)]);
        yield return new(T["Decimals of a score"], Shown.Whole(from.Decimals), Shown.Whole(to.Decimals));
        yield return new(T["Quorum"], Shown.Whole(from.Quorum), Shown.Whole(to.Quorum));
        yield return new(T["Pass mark"], Points(from.PassMark), Points(to.PassMark));
        yield return new(T["Spread limit"], Points(from.SpreadLimit), Points(to.SpreadLimit));
        yield return new(T["Products in the top"], Shown.Whole(from.TopCount), Shown.Whole(to.TopCount));
        yield return new(T["At most of one business"], Cap(from.BusinessCap), Cap(to.BusinessCap));
        yield return new(T["Equal scores are split by, in this order"], Steps(from.TieChain), Steps(to.TieChain));
    }

    private IEnumerable<RuleChange> Parts(RuleSet from, RuleSet to)
    {
        foreach (var (group, then) in from.Groups.Zip(to.Groups))
        {
            yield return new(T["Minimum of the group “{0}”", groups[group.Id]], Least(group.Minimum), Least(then.Minimum));
        }

        foreach (var (criterion, then) in from.Criteria.Zip(to.Criteria))
        {
            var name = criteria[criterion.Id];
            yield return new(T["Maximum of “{0}”", name], Shown.Points(criterion.Max), Shown.Points(then.Max));
            yield return new(T["Minimum of “{0}”", name], Least(criterion.Minimum), Least(then.Minimum));
            yield return new(T["Bands of “{0}”", name], Bands(criterion), Bands(then));
        }
    }

    private string Points(decimal? points) => points is { } value ? Shown.Points(value) : T["not set"];

    private string Cap(int? cap) => cap is { } value ? Shown.Whole(value) : T["no limit"];

    private string Steps(IReadOnlyList<string> steps) => steps.Count == 0 ? T["not set"] : string.Join("; ", steps.Select(step => T[TieWords.Of(step)].Value));

    private string Least(Minimum? minimum) => minimum is { } least ? Shown.Points(least.Value) + (least.IsPercent ? " %" : "") : T["not set"];

    private string Bands(SnapshotCriterion criterion) => criterion.Bands is not { } bands ? "" : string.Join("; ", bands.Select(band =>
        T["from {0}: {1} points", FigureText.WithUnit(criterion.Figure!, band.From, T), Shown.Points(band.Points)].Value));
}
