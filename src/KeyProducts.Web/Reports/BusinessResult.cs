using System.Globalization;
using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports;

/// <summary>The result of one nomination as its business may read it.</summary>
/// <param name="Year">The result.</param>
/// <param name="Number">The registration number.</param>
/// <param name="Product">The product.</param>
/// <param name="Business">Its own business.</param>
/// <param name="IsFinal">Whether it can no longer change.</param>
/// <param name="Identity">Which dossier it is.</param>
/// <param name="Facts">What came of it.</param>
/// <param name="Table">Criterion by criterion.</param>
/// <param name="TableNote">What the table leaves out, and why.</param>
/// <param name="Sentences">How to read it.</param>
/// <param name="Rules">How every product is scored.</param>
/// <param name="Question">How to ask a question.</param>
public sealed record BusinessView(
    YearResult Year,
    int Number,
    string Product,
    string Business,
    bool IsFinal,
    IReadOnlyList<Fact> Identity,
    IReadOnlyList<Fact> Facts,
    Table Table,
    string TableNote,
    IReadOnlyList<string> Sentences,
    IReadOnlyList<string> Rules,
    string Question)
{
    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>That it may still change, while it may.</summary>
    public required string? Warning { get; init; }
}

/// <summary>
/// Explains a rank to the business: no judge, no single mark, no remark, nothing of other businesses. How many marks a criterion has, the lowest and the highest are said only where at
/// least <see cref="LeastMarks"/> marks, and as many as the quorum, differ: of three marks, mean and both ends give away the third, and equal ends give away all.
/// </summary>
public sealed class BusinessResult(AppDbContext db, ScoringService scoring, TimeProvider clock, IStringLocalizer<Words> T)
{
    /// <summary>The fewest marks on a criterion of which lowest and highest are said.</summary>
    public const int LeastMarks = 4;

    /// <summary>In the reader's language; null when the result knows no such nomination.</summary>
    /// <param name="programme">The year, whose criteria must be loaded.</param>
    /// <param name="number">The registration number.</param>
    public async Task<BusinessView?> LoadAsync(Programme programme, int number)
    {
        var year = await scoring.ResultAsync(programme);
        return year.Content.Nominations.Any(one => one.Number == number) ? View(year, number, await ResultNames.LoadAsync(db, year, T)) : null;
    }

    /// <summary>Of several nominations, in that order.</summary>
    /// <param name="year">The result.</param>
    /// <param name="numbers">Nominations that the result knows.</param>
    public async Task<IReadOnlyList<BusinessView>> LoadAllAsync(YearResult year, IReadOnlyCollection<int> numbers)
    {
        var names = await ResultNames.LoadAsync(db, year, T);
        return [.. numbers.Select(number => View(year, number, names))];
    }

    /// <summary>The same as a report, for Excel and CSV.</summary>
    public Report ReportOf(BusinessView view) => new()
    {
        FileName = string.Create(CultureInfo.InvariantCulture, $"ket-qua-{view.Year.Programme.Year}-{view.Number}"),
        Language = Languages.Current,
        Title = view.Title,
        Lines = view.Warning is { } warning ? [warning] : [],
        Facts = [.. view.Identity, .. view.Facts],
        Tables = [view.Table],
        Notes = [view.TableNote, .. view.Sentences, .. view.Rules, view.Question],
        Source = ResultSource.Of(view.Year, clock.GetUtcNow().UtcDateTime, T),
    };

    private BusinessView View(YearResult year, int number, ResultNames names)
    {
        var programme = year.Programme;
        var why = RankExplanation.Of(year.Content.Input, year.Result, number);
        var isFinal = programme.Stage == Stage.Recognised;
        return new BusinessView(
            year,
            number,
            names.Product(number),
            names.Business(number),
            isFinal,
            [new Fact(T["Dossier number"], $"{number}/{programme.Year}"), new Fact(T["Product"], names.Product(number)), new Fact(T["Business"], names.Business(number))],
            [.. Facts(year, why)],
            TableOf(year, why, names),
            T["The number of marks, the lowest and the highest are left out where they would give away a single mark."],
            [.. Sentences(year, why, names)],
            [.. new RankingWords(year, T).Rules().Take(4)],
            T["Questions about this result go to {0} of {1}; please give the dossier number {2}.", T["the industry management division"], T["the Hà Nội Department of Industry and Trade"], $"{number}/{programme.Year}"])
        {
            Title = T["Result of the assessment: {0}", names.Product(number)],
            Warning = isFinal ? null : (string)T["Not final: the year is at the stage “{0}”. Nothing of this may be handed out before the result is.", T[EnumWords.Of(programme.Stage)]]!,
        };
    }

    private IEnumerable<Fact> Facts(YearResult year, RankExplanation why)
    {
        if (why.Ranked is not { } ranked)
        {
            yield return new Fact(T["Score"], T["none"]);
            yield break;
        }

        yield return new Fact(T["Score"], T["{0} of {1} points", Points(year, ranked.Score), Shown.Points(why.Criteria.Sum(criterion => criterion.Max))]);
        yield return new Fact(T["Rank"], T["{0} of {1} products with a score", ranked.Rank, year.Result.Ranked.Count]);
        yield return new Fact(T["Result"], new RankingWords(year, T).Outcome(ranked, year.Result));
    }

    private Table TableOf(YearResult year, RankExplanation why, ResultNames names)
    {
        var (decimals, marks) = (year.Content.Rules.Decimals, WhyTables.MarkDecimals(year.Content.Rules.MarkStep));
        var least = Math.Max(LeastMarks, year.Content.Rules.Quorum);
        var lines = new List<Line>();
        foreach (var (group, own) in year.Content.Groups.Zip(why.Groups))
        {
            lines.AddRange(year.Content.Criteria.Zip(why.Criteria).Where(pair => pair.First.Group == group.Id).Select(pair => Of(pair.Second)));
            lines.Add(new Line(null, T["Sum of the group"], own.Max, own.Score?.Sum, null, null, null, RowStyle.Total));
            Line Of(ExplainedCriterion criterion) => criterion.Score is { } score && criterion.Marks.Count >= least && criterion.Spread > 0
                ? new Line(names.Part(group.Id), names.Part(criterion.Id), criterion.Max, score.Mean, score.Count, score.Lowest, score.Highest, RowStyle.Plain)
                : new Line(names.Part(group.Id), criterion.Figure is null ? names.Part(criterion.Id) : T["{0} (computed from the declared figure)", names.Part(criterion.Id)], criterion.Max, criterion.Score?.Mean, null, null, null, RowStyle.Plain);
        }

        lines.Add(new Line(null, T["Score"], why.Criteria.Sum(criterion => criterion.Max), why.Ranked?.Score, null, null, null, RowStyle.Total));
        return Table.Of(lines).GroupBy(line => line.Group)
            .Text(T["Criterion"], line => line.Name, 34)
            .Number(T["Maximum"], line => line.Max, WhyTables.MaxDecimals(year.Content), 8)
            .Number(T["Mean"], line => line.Mean, decimals, 8)
            .Number(T["Marks that count"], line => line.Count, width: 6)
            .Number(T["Lowest"], line => line.Lowest, marks, 8)
            .Number(T["Highest"], line => line.Highest, marks, 8)
            .Style(line => line.Style)
            .Table(T["Points by criterion"]);
    }

    private IEnumerable<string> Sentences(YearResult year, RankExplanation why, ResultNames names)
    {
        if (why.Ranked is null)
        {
            yield return why.Unscored is { } unscored ? T["The product has no score. {0}.", new RankingWords(year, T).Reason(unscored)] : T["It is not ranked."];
            yield break;
        }

        var words = new WhyWords(year, names, T);
        if (why.PassMark is { } mark)
        {
            yield return mark.IsMet
                ? T["The pass mark is {0} points; the product is {1} points above it.", Points(year, mark.Required), Points(year, mark.Distance)]
                : T["The pass mark is {0} points; the product is {1} points below it.", Points(year, mark.Required), Points(year, -mark.Distance)];
        }

        foreach (var minimum in why.Minima.Where(minimum => !minimum.IsMet))
        {
            yield return T["{0}: {1} of at least {2} points, {3} missing.", words.Condition(minimum), Points(year, minimum.Reached), WhyWords.Whole(minimum.Required), WhyWords.Whole(-minimum.Distance)];
        }

        yield return TopSentence(why.Top, names, words);
        if (why.Sharing.Count > 0)
        {
            yield return T["Other products with the same score share this rank: {0}.", why.Sharing.Count];
        }

        if (why.Above is { } above)
        {
            yield return above.Difference < 0
                ? T["The product ranked above{0} has {1} points, {2} more.", Named(year, above.Number, names), Points(year, above.Score), Points(year, -above.Difference)]
                : T["The product ranked above{0} has the same score; it stands ahead by {1}.", Named(year, above.Number, names), Step(year, above.Decisive!, names)];
        }

        if (why.Below is { } below)
        {
            yield return below.Difference > 0
                ? T["The product ranked below{0} has {1} points, {2} fewer.", Named(year, below.Number, names), Points(year, below.Score), Points(year, below.Difference)]
                : T["The product ranked below{0} has the same score; it stands behind by {1}.", Named(year, below.Number, names), Step(year, below.Decisive!, names)];
        }
    }

    // What concerns the top names nobody else; the products of its own business are its own.
    private string TopSentence(TopStanding top, ResultNames names, WhyWords words) => top.Reason switch
    {
        TopReason.PassedOver => T["It reaches recognition, but is not in the Top {0}: the business already has as many products there as the year allows ({1}).", top.Places, string.Join("; ", top.Chosen.Select(names.Product))],
        TopReason.WaitsForCouncil or TopReason.BelowOpenGroup => T["It reaches recognition; whether it is in the Top {0} waits for the council, which must order products with equal scores first.", top.Places],
        _ => words.TopSentence(top),
    };

    // Products are named once the city has recognised them: that list is published.
    private static string Named(YearResult year, int number, ResultNames names) =>
        year.Programme.Stage == Stage.Recognised && year.Result.Ranked.First(one => one.Number == number).Recognised ? $" (“{names.Product(number)}”)" : "";

    private string Step(YearResult year, TieStep step, ResultNames names) => step switch
    {
        CriteriaStep { Criterion: { } criterion } found => T["the mean on “{0}”, {1} here and {2} there", names.Part(criterion), Points(year, found.Own), Points(year, found.Other)],
        HeadToHeadStep => T["the comparison judge by judge"],
        CouncilStep { Decision: { } decision } => T["a decision of the council (minutes: {0})", year.Content.Ties[decision].Minutes],
        _ => new RankingWords(year, T).Step(step.Name),
    };

    private static string Points(YearResult year, decimal points) => Shown.Number(points, year.Content.Rules.Decimals);

    private sealed record Line(string? Group, string Name, decimal Max, decimal? Mean, int? Count, decimal? Lowest, decimal? Highest, RowStyle Style);
}
