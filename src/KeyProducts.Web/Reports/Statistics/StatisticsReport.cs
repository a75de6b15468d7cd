using System.Security.Claims;
using KeyProducts.Documents;
using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Domain;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports.Statistics;

/// <summary>The statistics over the years, ready to be shown.</summary>
/// <param name="Over">What is known.</param>
/// <param name="Tables">Its tables.</param>
/// <param name="Notes">Where figures contradict each other or can hardly be, by year.</param>
/// <param name="Charts">The drawings: products and businesses, then money.</param>
/// <param name="Report">The same for CSV and PDF.</param>
/// <param name="Book">The workbook.</param>
public sealed record StatisticsOverYears(OverYears Over, StatisticsTables Tables, IReadOnlyList<(int Year, string Note)> Notes, StatisticsCharts Charts, Report Report, ReportBook Book);

/// <summary>The statistics of a year, ready to be shown.</summary>
/// <param name="Year">What is known of it.</param>
/// <param name="Figures">Its figures.</param>
/// <param name="Published">What sources say of it.</param>
/// <param name="Parts">The year taken apart.</param>
/// <param name="Notes">Where figures contradict each other or can hardly be.</param>
/// <param name="Remarks">How to read it.</param>
/// <param name="Report">The same for CSV and PDF.</param>
/// <param name="Book">The workbook.</param>
public sealed record StatisticsOfYear(
    YearFigures Year, Table Figures, Table Published, IReadOnlyList<YearPart> Parts, IReadOnlyList<string> Notes, IReadOnlyList<string> Remarks, Report Report, ReportBook Book);

/// <summary>Describes the statistics for a reader: staff and auditors see all, everybody else what is public.</summary>
public sealed class StatisticsReport(StatisticsRecords records, GrowthRecords growthRecords, TimeProvider clock, IStringLocalizer<Words> T)
{
    private readonly FigureWriting words = new(T);

    /// <summary>All that is known to a reader.</summary>
    public async Task<OverYears> OverAsync(ClaimsPrincipal reader) => new(await records.LoadAsync(reader));

    /// <summary>The figures of each public year, with their sources: the headline figures as the press prints them, for whoever needs them.</summary>
    public async Task<IReadOnlyList<YearFigures>> PublicYearsAsync() => new OverYears(await records.PublicAsync()).Years;

    /// <summary>The growth of the businesses after a recognition, row by row.</summary>
    public Task<Growth> GrowthAsync(OverYears over) => growthRecords.LoadAsync(over);

    /// <summary>Over the years.</summary>
    public async Task<StatisticsOverYears> AllAsync(ClaimsPrincipal reader)
    {
        var over = await OverAsync(reader);
        var tables = new StatisticsTables(over, await growthRecords.LoadAsync(over), words, T);
        var contradictions = new FigureNotes(over, words, T);
        var notes = over.Years.SelectMany(year => contradictions.Of(year).Select(note => (year.Year, note))).ToList();
        var report = new Report
        {
            FileName = over.Years.Count == 0 ? "thong-ke" : $"thong-ke-{over.Years[0].Year}-{over.Years[^1].Year}",
            Language = Languages.Current,
            Title = over.Years.Count == 0 ? T["Statistics of Hà Nội’s key industrial products"] : T["Statistics of Hà Nội’s key industrial products, {0}–{1}", over.Years[0].Year, over.Years[^1].Year],
            Lines = Demonstration(over.Years),
            Facts = [.. Facts(over)],
            Tables = [tables.Counts(), tables.Money(), tables.Distinctions(), tables.Industries(), tables.GrowthAfter(), tables.Published()],
            Notes = [.. Remarks(over), .. notes.Select(one => $"{one.Year}: {one.note}")],
            Landscape = true,
        };
        return new StatisticsOverYears(over, tables, notes, new StatisticsCharts(over, T), report, new StatisticsBook(report, clock.GetUtcNow().UtcDateTime, T).OfAll(tables, over));
    }

    /// <summary>One year; null when nothing is known of it.</summary>
    public async Task<StatisticsOfYear?> YearAsync(ClaimsPrincipal reader, int number)
    {
        var over = await OverAsync(reader);
        if (over.Of(number) is not { } year)
        {
            return null;
        }

        var tables = new YearTables(year, words, T);
        var parts = tables.Parts();
        var notes = new FigureNotes(over, words, T).Of(year);
        var published = new StatisticsTables(over, new Growth([]), words, T).Published(number);
        IReadOnlyList<string> remarks = [.. Remarks(year, parts)];
        var report = new Report
        {
            FileName = $"thong-ke-{number}",
            Language = Languages.Current,
            Title = T["Statistics of Hà Nội’s key industrial products, {0}", number],
            Lines = Demonstration([year]),
            Tables = [tables.Figures(), .. parts.Select(part => part.Table), published],
            Notes = [.. remarks, .. notes],
            Source = year.Own?.Snapshot is { } snapshot ? new Source(T["From snapshot no. {0} of {1}, SHA-256 {2}", snapshot.Number, number, snapshot.Sha256], snapshot.Sha256) : null,
            Landscape = true,
        };
        return new StatisticsOfYear(year, tables.Figures(), published, parts, notes, remarks, report, new StatisticsBook(report, clock.GetUtcNow().UtcDateTime, T).OfYear(tables.Figures(), parts, published));
    }

    /// <summary>The headline figures over the years.</summary>
    public IEnumerable<Fact> Facts(OverYears over)
    {
        var (products, businesses, distinct) = (over.Sum(PastMeasure.RecognisedProducts), over.Sum(PastMeasure.RecognisedBusinesses), over.DistinctBusinesses);
        yield return new Fact(T["Products recognised, {0}", Span(products.Years)], Shown.Whole(products.Value));
        yield return new Fact(T["Business-recognitions, {0}", Span(businesses.Years)], Shown.Whole(businesses.Value));
        yield return new Fact(T["Distinct businesses, {0}", Span(distinct.Years)], Shown.Whole(distinct.Value));
    }

    /// <summary>Years in words: "2018–2025", "2018, 2020".</summary>
    public static string Span(IReadOnlyList<int> years) => years.Count == 0 ? "–"
        : years.Count > 1 && years[^1] - years[0] == years.Count - 1 ? $"{years[0]}–{years[^1]}"
        : string.Join(", ", years);

    private IEnumerable<string> Remarks(OverYears over)
    {
        yield return T["Figures of years that the programme’s own records hold are counted from them; all others are as published, with their source. What sources say stands beside the own figures and is never changed to fit."];
        yield return T["Business-recognitions count a business once in each year in which it is recognised. Distinct businesses count it once over all years; that can be told only of years whose lists of businesses are known ({0}).", Span(over.DistinctBusinesses.Years)];
        yield return T["Revenue and export are those of the year before the award. Own figures are sums of the recognised products; sources count products or whole businesses, as said beside each."];
        yield return T["A sum is made of exact figures and rounded once. An empty cell: nothing is known."];
        yield return T["The National Brand title counts when it was given in the year of the award or the year before."];
        yield return T["Growth compares the figures of the whole business one, two and three years after the year before the award; the middle of all businesses is shown (median). “–”: fewer than three businesses."];
    }

    private IEnumerable<string> Remarks(YearFigures year, IReadOnlyList<YearPart> parts)
    {
        if (year.Own is { } own)
        {
            yield return T["Revenue and export are sums of the recognised products in {0}, as declared in the dossiers.", own.DataYear];
            yield return T["Businesses over 1,000 billion đồng go by the revenue of the whole business in {0}.", own.DataYear];
            if (own.Lists.Count > 0)
            {
                yield return T["Lists of the 500 largest businesses of {0}: {1}.", own.Year, string.Join(", ", own.Lists)];
            }

            yield return T["A business with products in several industries counts in each of them and once in the total."];
        }

        if (parts.Any(part => part.IsAnyWithheld))
        {
            yield return T["“–”: the sum would tell of fewer than three businesses, or let the figure of another part be computed; it is not published."];
        }
    }

    private IReadOnlyList<string> Demonstration(IEnumerable<YearFigures> years) =>
        [.. years.Where(year => year.Own is { IsDemonstration: true }).Select(year => year.Year).ToList() is { Count: > 0 } invented
            ? [T["Demonstration data: the businesses and products of {0} are invented. Figures with a source are real.", string.Join(", ", invented)].Value]
            : Array.Empty<string>()];
}
