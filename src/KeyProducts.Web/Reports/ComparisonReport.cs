using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports;

/// <summary>Two results of the same nominations, in words and tables.</summary>
/// <param name="Sentences">What is different, the top first.</param>
/// <param name="Undecided">Groups of equals at the edge of the top afterwards, each with a sentence.</param>
/// <param name="Changed">The nominations whose rank or result is another.</param>
/// <param name="Unchanged">The others.</param>
public sealed record ComparisonView(IReadOnlyList<string> Sentences, IReadOnlyList<string> Undecided, Table Changed, Table Unchanged);

/// <summary>Says what is different between a year's result and the one it would have under other settings.</summary>
/// <param name="db">The database, for the names of products and businesses in both languages.</param>
/// <param name="T">The reader's words.</param>
public sealed class ComparisonReport(AppDbContext db, IStringLocalizer<Words> T)
{
    /// <summary>Compares.</summary>
    /// <param name="now">The year as it is.</param>
    /// <param name="then">Its content under other settings.</param>
    /// <param name="rules">The year whose groups and criteria <paramref name="then"/> has.</param>
    public async Task<ComparisonView> LoadAsync(YearResult now, SnapshotContent then, Programme rules)
    {
        var names = await ResultNames.LoadAsync(db, now, T);
        var parts = rules.Groups.Select(group => (group.Id, group.Name)).Concat(rules.Criteria.Select(criterion => (criterion.Id, criterion.Name)))
            .ToDictionary(one => ScoringService.Key(one.Id), one => one.Name.In(Languages.Current));
        var result = Ranking.Of(then.Input);
        return new Comparing(now, then.Rules, result, names, parts, T).View();
    }

    private sealed class Comparing(
        YearResult now, SnapshotRules rules, RankingResult result, ResultNames products, Dictionary<string, string> parts, IStringLocalizer<Words> T)
    {
        // Most products that a sentence names.
        private const int Named = 6;

        private readonly SnapshotRules before = now.Content.Rules;
        private readonly RankingComparison comparison = RankingComparison.Of(now.Result, result);

        public ComparisonView View() => new(
            [.. Top(), .. Recognition(), .. Scores()],
            [.. result.Undecided.Select(Undecided)],
            Table(comparison.Changed, T["What changes"], T["No product changes rank or result."]),
            Table(comparison.Unchanged, T["What stays"], ""));

        private IEnumerable<string> Top()
        {
            if (before.TopCount != rules.TopCount)
            {
                yield return T["The Top {0} would be a Top {1}.", before.TopCount, rules.TopCount];
            }

            List<string> moves = [];
            if (Numbers(one => one.EntersTop) is { Count: > 0 } entering)
            {
                moves.Add(T["in: {0}", Names(entering)]);
            }

            if (Numbers(one => one.LeavesTop) is { Count: > 0 } leaving)
            {
                moves.Add(T["out: {0}", Names(leaving)]);
            }

            if (Numbers(one => one.MovesInTop) is { Count: > 0 } moving)
            {
                moves.Add(T["on another rank: {0}", Names(moving)]);
            }

            var count = comparison.Nominations.Count(one => one.EntersTop || one.LeavesTop || one.MovesInTop);
            yield return count switch
            {
                0 when rules.TopCount == 0 => T["There is no top."],
                0 => T["The same products are in the Top {0}, on the same ranks.", rules.TopCount],
                1 => T["1 product changes place in the Top {0}: {1}.", rules.TopCount, moves[0]],
                _ => T["{0} products change places in the Top {1}: {2}.", count, rules.TopCount, string.Join("; ", moves)],
            };
        }

        private IEnumerable<string> Recognition()
        {
            var (gained, lost) = (Numbers(one => one.GainsRecognition), Numbers(one => one.LosesRecognition));
            if (gained.Count == 0 && lost.Count == 0)
            {
                yield return T["The same {0} products reach recognition.", result.Ranked.Count(one => one.Recognised)];
            }

            if (gained.Count > 0)
            {
                yield return T["Products that reach recognition and do not now: {0} ({1}).", gained.Count, Names(gained)];
            }

            if (lost.Count > 0)
            {
                yield return T["Products that reach recognition now and would not: {0} ({1}).", lost.Count, Names(lost)];
            }
        }

        private IEnumerable<string> Scores()
        {
            var (gained, lost) = (Numbers(one => one.Before.Score is null && one.After.Score is not null), Numbers(one => one.Before.Score is not null && one.After.Score is null));
            if (gained.Count > 0)
            {
                yield return T["Products that get a score: {0} ({1}).", gained.Count, Names(gained)];
            }

            if (lost.Count > 0)
            {
                yield return T["Products that no longer have a score: {0} ({1}).", lost.Count, Names(lost)];
            }

            var (same, rescored) = (comparison.Unchanged.Count, comparison.Unchanged.Count(one => one.ChangesScore));
            yield return rescored == 0
                ? T["Of {0} products, {1} keep rank and result.", comparison.Nominations.Count, same]
                : T["Of {0} products, {1} keep rank and result; the score of {2} of these is another.", comparison.Nominations.Count, same, rescored];
        }

        private List<int> Numbers(Func<RankingDifference, bool> which) => [.. comparison.Nominations.Where(which).Select(one => one.Number)];

        // The table below has them all.
        private string Names(IReadOnlyList<int> numbers)
        {
            var names = string.Join(", ", numbers.Take(Named).Select(Name));
            return numbers.Count > Named ? T["{0} and {1} more", names, numbers.Count - Named] : names;
        }

        private string Name(int number) => T["no. {0} {1}", number, products.Product(number)];

        private string Undecided(IReadOnlyList<int> group)
        {
            var first = result.Ranked.First(one => one.Number == group[0]);
            return T["Undecided: {0} share rank {1} at the edge of the Top {2}; the council would have to put them in order first.", Names(group), first.Rank, rules.TopCount];
        }

        private Table Table(IReadOnlyList<RankingDifference> differences, string caption, string whenEmpty) => Documents.Table.Of(differences)
            .Number(T["Rank now"], one => one.Before.Rank, width: 6)
            .Number(T["Rank then"], one => one.After.Rank, width: 6)
            .Text(T["Product"], one => products.Product(one.Number), 28, one => $"/programmes/{now.Programme.Year}/nominations/{one.Number}")
            .Text(T["Business"], one => products.Business(one.Number), 26)
            .Number(T["Score now"], one => one.Before.Score, before.Decimals, 8)
            .Number(T["Score then"], one => one.After.Score, rules.Decimals, 8)
            .Text(T["Result now"], one => Outcome(one.Before, before), 16)
            .Text(T["Result then"], one => Outcome(one.After, rules), 16)
            .Text(T["What is different"], Difference, 26)
            .Number(T["Dossier number"], one => one.Number, width: 7)
            .Style(one => one.After.Top ? RowStyle.Gold : RowStyle.Plain)
            .Table(caption, whenEmpty);

        private string Outcome(RankingPlace place, SnapshotRules under) => place switch
        {
            { Unscored: not null } => T["Without a score"],
            { Top: true } => T["Top {0}", under.TopCount],
            { Recognised: false } => T["Falls short"],
            { Undecided: true } => T["Waits for the council"],
            _ => T["Reaches recognition"],
        };

        private string Difference(RankingDifference one) => string.Join(' ', Differences(one));

        private IEnumerable<string> Differences(RankingDifference one)
        {
            if (one.EntersTop || one.LeavesTop)
            {
                yield return one.EntersTop ? T["Comes into the Top {0}.", rules.TopCount] : T["Leaves the Top {0}.", rules.TopCount];
            }

            if (one.GainsRecognition)
            {
                yield return T["Reaches recognition."];
            }
            else if (one.LosesRecognition && one.After.Unscored is null)
            {
                yield return T["No longer reaches recognition: {0}.", string.Join("; ", one.After.Shortfalls.Select(Shortfall))];
            }

            if (one.After.Unscored is { } unscored && one.Before.Unscored is null)
            {
                yield return unscored.Reason == "quorum" ? T["Too few marks for the quorum: {0} of {1}.", unscored.Counted, rules.Quorum] : T["A figure that a computed criterion needs is missing."];
            }

            if (one is { Before.Rank: { } from, After.Rank: { } to } && from != to)
            {
                yield return to < from ? T["{0} up.", from - to] : T["{0} down.", to - from];
            }
        }

        private string Shortfall(string shortfall) => shortfall switch
        {
            "eligible" => T["it may not be recognised"],
            "pass-mark" => T["below the pass mark"],
            _ => T["below the minimum of “{0}”", parts[shortfall[(shortfall.IndexOf(':', StringComparison.Ordinal) + 1)..]]],
        };
    }
}
