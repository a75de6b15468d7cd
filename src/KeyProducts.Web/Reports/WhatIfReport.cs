using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports;

/// <summary>Marks of a year replayed under settings that are not stored.</summary>
/// <param name="Marks">The year whose marks they are.</param>
/// <param name="Changes">The settings that are not the year's own; for the marks of another year, those that it did not have.</param>
/// <param name="Settings">The same as a table.</param>
/// <param name="Notes">What the replay had to do to marks and criteria, in sentences.</param>
/// <param name="Comparison">What comes of it; null when nothing can be replayed.</param>
/// <param name="Report">The same for Excel, CSV and PDF; null when nothing can be replayed.</param>
public sealed record WhatIfView(YearResult Marks, IReadOnlyList<RuleChange> Changes, Table Settings, IReadOnlyList<string> Notes, ComparisonView? Comparison, Report? Report);

/// <summary>Replays a year's marks under other settings, and says what is different. Nothing is stored.</summary>
public sealed class WhatIfReport(ComparisonReport comparisons, TimeProvider clock, IStringLocalizer<Words> T)
{
    /// <summary>Replays.</summary>
    /// <param name="programme">The year whose settings are tried.</param>
    /// <param name="own">Its own settings.</param>
    /// <param name="tried">The settings that are tried.</param>
    /// <param name="marks">The result of the year whose marks are replayed.</param>
    public async Task<WhatIfView> LoadAsync(Programme programme, RuleSet own, RuleSet tried, YearResult marks)
    {
        var words = new RuleChanges(programme, T);
        var replay = tried.Replay(marks.Content);
        var isOther = marks.Programme.Year != programme.Year;
        var changes = words.Of(isOther ? Then(marks.Content, tried, replay) : own, tried);
        var table = isOther ? words.Table(changes, T["In {0}", marks.Programme.Year], T["Tried"]) : words.Table(changes);
        var notes = Notes(programme, tried, replay, marks.Programme.Year).ToList();
        if (marks.Content.Sheets.Count == 0 || replay.Content.Criteria.Count == 0)
        {
            notes.Insert(0, marks.Content.Sheets.Count == 0
                ? T["No sheet of {0} counts yet, so there is nothing to replay.", marks.Programme.Year]
                : T["No criterion of {0} has the name of one of {1}, so there is nothing to replay.", programme.Year, marks.Programme.Year]);
            return new WhatIfView(marks, changes, table, notes, null, null);
        }

        var comparison = await comparisons.LoadAsync(marks, replay.Content, programme);
        return new WhatIfView(marks, changes, table, notes, comparison, Report(programme, marks, table, notes, comparison));
    }

    // The settings of the marks' year, laid out by the criteria that are tried; what it did not have cannot be compared.
    private static RuleSet Then(SnapshotContent marks, RuleSet tried, ReplayedYear replay) => new(
        marks.Rules,
        [.. tried.Groups.Select(group => marks.Groups.FirstOrDefault(one => string.Equals(one.Name, group.Name, StringComparison.OrdinalIgnoreCase)) is { } then ? then with { Id = group.Id } : group)],
        [.. replay.Criteria.Select(one => one.Source is { } then ? then with { Id = one.Criterion.Id } : one.Criterion)]);

    private Report Report(Programme programme, YearResult marks, Table changes, IReadOnlyList<string> notes, ComparisonView comparison) => new()
    {
        FileName = marks.Programme.Year == programme.Year ? $"thu-quy-tac-{programme.Year}" : $"thu-quy-tac-{programme.Year}-diem-{marks.Programme.Year}",
        Language = Languages.Current,
        Title = T["What if: the marks of {0} under tried settings of {1}", marks.Programme.Year, programme.Year],
        Lines = [T["A trial: nothing of this is stored, and it is no result."], .. comparison.Sentences, .. comparison.Undecided],
        Tables = [comparison.Changed, changes, .. comparison.Unchanged.Rows.Count > 0 ? [comparison.Unchanged] : Array.Empty<Table>()],
        Notes = [.. notes, T["Drawn up on {0}, Hà Nội time.", Shown.Moment(clock.GetUtcNow().UtcDateTime)]],
        Source = ResultSource.Of(marks, clock.GetUtcNow().UtcDateTime, T),
        Landscape = true,
    };

    private IEnumerable<string> Notes(Programme programme, RuleSet tried, ReplayedYear replay, int year)
    {
        var names = programme.Criteria.ToDictionary(criterion => ScoringService.Key(criterion.Id), criterion => criterion.Name.In(Languages.Current));
        string Names(IEnumerable<ReplayedCriterion> criteria) => string.Join(", ", criteria.Select(one => $"“{names[one.Criterion.Id]}”"));
        foreach (var one in replay.Criteria.Where(one => one is { IsScaled: true, Source: not null }))
        {
            yield return T["“{0}”: every mark is multiplied by {1} and divided by {2}, the new and the old maximum.", names[one.Criterion.Id], Shown.Points(one.Criterion.Max), Shown.Points(one.Source!.Max)];
        }

        var own = YearRules.Of(programme);
        foreach (var (criterion, stored) in tried.Criteria.Zip(own.Criteria).Where(pair => pair.First.Figure is not null && pair.First.Max != pair.Second.Max))
        {
            yield return T["“{0}” is computed: the points of its bands are multiplied by {1} and divided by {2}, the new and the old maximum.", names[criterion.Id], Shown.Points(criterion.Max), Shown.Points(stored.Max)];
        }

        if (replay.Criteria.Where(one => one.WasMarked).ToList() is { Count: > 0 } marked)
        {
            yield return T["Computed from the figures declared in {0}, though judges marked it then: {1}.", year, Names(marked)];
        }

        if (replay.Criteria.Where(one => one.WasComputed).ToList() is { Count: > 0 } computed)
        {
            yield return T["Computed in {0} and to be marked now; the computed points stand in for marks: {1}.", year, Names(computed)];
        }

        var left = replay.Criteria.Where(one => one.IsLeftOut).ToList();
        if (left.Count > 0)
        {
            yield return T["No criterion of {0} has this name, so nobody has marked it and it is left out: {1}.", year, Names(left)];
        }

        if (replay.Ignored.Count > 0)
        {
            yield return T["Marked in {0} and not asked for by these settings, so left out: {1}.", year, string.Join(", ", replay.Ignored.Select(one => $"“{one.Name}”"))];
        }

        if (left.Count > 0)
        {
            yield return T["What is replayed adds up to {0} of {1} points. Pass mark and minima are held against that as they stand.", Shown.Points(replay.Content.Criteria.Sum(one => one.Max)), Shown.Points(tried.Points)];
        }
    }
}
