using System.Globalization;
using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports;

/// <summary>“Why this rank?” of one nomination, ready to be shown.</summary>
/// <param name="Year">The result it explains.</param>
/// <param name="Explanation">The numbers.</param>
/// <param name="Business">The name of its business.</param>
/// <param name="Verdict">The answer in a sentence or two.</param>
/// <param name="Parts">The rest, part by part.</param>
/// <param name="Strips">How the marks lie on each judged criterion.</param>
/// <param name="Previous">The nomination before it in rank order; null for none.</param>
/// <param name="Next">The nomination behind it; null for none.</param>
/// <param name="Report">The same for page, Excel, CSV and PDF.</param>
public sealed record WhyRank(
    YearResult Year,
    RankExplanation Explanation,
    string Business,
    IReadOnlyList<string> Verdict,
    IReadOnlyList<WhyPart> Parts,
    IReadOnlyList<DotStrip> Strips,
    int? Previous,
    int? Next,
    Report Report);

/// <summary>A part of an explanation: sentences, and the tables they speak of.</summary>
/// <param name="Id">Its id on the page.</param>
/// <param name="Heading">What it answers.</param>
/// <param name="Sentences">The sentences.</param>
/// <param name="Tables">The tables.</param>
public sealed record WhyPart(string Id, string Heading, IReadOnlyList<string> Sentences, IReadOnlyList<Table> Tables);

/// <summary>Explains a rank to officers and auditors, with everybody named.</summary>
public sealed class WhyReport(AppDbContext db, ScoringService scoring, TimeProvider clock, IStringLocalizer<Words> T)
{
    /// <summary>The explanation; null when the result knows no such nomination.</summary>
    /// <param name="programme">The year, whose criteria must be loaded.</param>
    /// <param name="number">The registration number.</param>
    public async Task<WhyRank?> LoadAsync(Programme programme, int number)
    {
        var year = await scoring.ResultAsync(programme);
        if (year.Content.Nominations.All(one => one.Number != number))
        {
            return null;
        }

        var why = RankExplanation.Of(year.Content.Input, year.Result, number);
        var names = await ResultNames.LoadAsync(db, year, T);
        var words = new WhyWords(year, names, T);
        var tables = new WhyTables(year, why, names, words, T);
        var verdict = words.Verdict(why).ToList();
        var parts = Parts(why, words, tables).ToList();
        var order = year.Result.Ranked.Select(one => one.Number).ToList();
        var at = order.IndexOf(number);
        var report = new Report
        {
            FileName = string.Create(CultureInfo.InvariantCulture, $"vi-sao-{programme.Year}-{number}"),
            Language = Languages.Current,
            Title = T["Why this rank? No. {0}: {1}", number, names.Product(number)],
            Lines =
            [
                T["Year {0}", programme.Year] + " · " + names.Business(number),
                .. verdict,
                .. programme.IsDemonstration ? [T["Demonstration data: all businesses, products and marks are invented."].Value] : Array.Empty<string>(),
            ],
            Facts = [.. Facts(year, why, words)],
            Tables = [.. parts.SelectMany(part => part.Tables)],
            Notes = [.. parts.SelectMany(part => part.Sentences)],
            Source = ResultSource.Of(year, clock.GetUtcNow().UtcDateTime, T),
            Landscape = true,
        };
        return new WhyRank(
            year, why, names.Business(number), verdict, parts, [.. Strips(why, names)],
            at > 0 ? order[at - 1] : null, at >= 0 && at < order.Count - 1 ? order[at + 1] : null, report);
    }

    private IEnumerable<WhyPart> Parts(RankExplanation why, WhyWords words, WhyTables tables)
    {
        yield return new WhyPart("why-formula", T["How the score is made"], [.. words.Formula(why)], [tables.Formula()]);
        yield return new WhyPart(
            "why-marks", T["Which marks count"],
            [T["A missing mark is absent, not 0. Drafts and sheets of judges who have left are not in the result; the score sheets show them."]],
            [.. tables.Marks(), .. new[] { tables.LeftOut() }.OfType<Table>()]);
        if (why.Ranked is null)
        {
            yield break;
        }

        if (tables.Conditions() is { } conditions)
        {
            yield return new WhyPart("why-conditions", T["What recognition asks for"], [.. words.Missed(why).DefaultIfEmpty(T["It reaches everything that recognition asks for."])], [conditions]);
        }

        yield return new WhyPart("why-neighbours", T["What separates it from its neighbours"], [.. words.Neighbours(why)], [.. new[] { tables.Comparison() }.OfType<Table>(), .. tables.Ties()]);
        yield return new WhyPart("why-top", why.Top.Places == 0 ? T["Recognition"] : T["The line of the Top {0}", why.Top.Places], [words.TopSentence(why.Top)], []);
    }

    private IEnumerable<Fact> Facts(YearResult year, RankExplanation why, WhyWords words)
    {
        yield return new Fact(T["Sheets that count"], Shown.Whole(why.Sheets.Count(sheet => sheet.Use == SheetUse.Counts)));
        if (why.Ranked is not { } ranked)
        {
            yield return new Fact(T["Score"], T["none"]);
            yield break;
        }

        yield return new Fact(T["Score"], $"{words.Points(ranked.Score)} / {Shown.Points(why.Criteria.Sum(criterion => criterion.Max))}");
        yield return new Fact(T["Rank"], $"{Shown.Whole(ranked.Rank)} / {Shown.Whole(year.Result.Ranked.Count)}");
        yield return new Fact(T["Result"], new RankingWords(year, T).Outcome(ranked, year.Result));
        if (why.PassMark is { } mark)
        {
            yield return new Fact(T["From the pass mark"], Signed(mark.Distance));
        }

        if (why.Top.Distance is { } distance)
        {
            yield return new Fact(T["From the line of the Top {0}", why.Top.Places], Signed(distance));
        }

        yield return new Fact(T["Spread"], ranked.Spread is { } spread ? Shown.Points(spread) : "–");
        string Signed(decimal points) => (points > 0 ? "+" : "") + words.Points(points);
    }

    private static IEnumerable<DotStrip> Strips(RankExplanation why, ResultNames names) =>
        why.Criteria.Index().Where(one => one.Item is { Figure: null, Marks.Count: > 0 })
            .Select(one => new DotStrip($"strip-{one.Index}", names.Part(one.Item.Id), one.Item.Max, [.. one.Item.Marks.Select(mark => mark.Points)], Shown.Points));
}
