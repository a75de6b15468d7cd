using KeyProducts.Documents;
using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports;

/// <summary>A year's recognition list, ready to be shown.</summary>
/// <param name="Year">The result.</param>
/// <param name="Standing">Whether the list is final, and on what it rests, in sentences.</param>
/// <param name="Report">The same for page, CSV and PDF.</param>
/// <param name="Sheets">The workbook, made of the same values when somebody asks for it.</param>
public sealed record YearRecognition(YearResult Year, IReadOnlyList<string> Standing, Report Report, RecognitionBook Sheets)
{
    /// <summary>The sheets of the workbook.</summary>
    public ReportBook Book => Sheets.Write();

    /// <summary>The year.</summary>
    public Programme Programme => Year.Programme;
}

/// <summary>Describes the recognition list of a year.</summary>
public sealed class RecognitionReport(AppDbContext db, ScoringService scoring, SiteAddress site, TimeProvider clock, IStringLocalizer<Words> T)
{
    /// <summary>The list of a year, whose criteria and industries must be loaded: from its snapshot once there is one in force, before from what is stored now.</summary>
    public async Task<YearRecognition> LoadAsync(Programme programme)
    {
        var year = await scoring.ResultAsync(programme);
        var result = year.Result;
        var sheets = await scoring.SheetsAsync(year);
        var products = await RecognisedProducts.LoadAsync(db, year);
        var lists = await db.Businesses.Unmerged().SelectMany(business => business.Listings)
            .Where(listing => listing.Year == programme.Year && listing.List.Contains("500")).Select(listing => listing.List).Distinct().ToListAsync();

        var standing = Standing(programme, result, sheets).ToList();
        var now = clock.GetUtcNow().UtcDateTime;
        var tables = new RecognitionTables(programme, products, T);
        var report = new Report
        {
            FileName = $"san-pham-cong-nghiep-chu-luc-{programme.Year}",
            Language = Languages.Current,
            Title = IsFinal(programme)
                ? T["List of Hà Nội’s key industrial products, {0}", programme.Year]
                : T["Draft list of Hà Nội’s key industrial products, {0}", programme.Year],
            // An annex names its decision in brackets, as the city prints it.
            Lines = [.. standing.Select(sentence => IsFinal(programme) ? $"({sentence})" : sentence), .. programme.IsDemonstration ? [T["Demonstration data: all businesses, products and marks are invented."].Value] : Array.Empty<string>()],
            Facts = [.. Facts(programme, products, tables)],
            Tables = [.. programme.Rules.TopCount > 0 ? [tables.Top()] : Array.Empty<Table>(), tables.List(), tables.ByIndustry()],
            Notes = [.. Notes(programme, products, lists, now)],
            Source = ResultSource.Of(year, now, T),
            Landscape = true,
        };
        return new YearRecognition(year, standing, report, new RecognitionBook(year, report, tables, site.Of("/verify"), now, T));
    }

    private static bool IsFinal(Programme programme) => programme.Stage == Stage.Recognised;

    private IEnumerable<string> Standing(Programme programme, RankingResult result, SheetCount sheets)
    {
        if (IsFinal(programme))
        {
            if (programme.RecognitionDecision is { } decision)
            {
                yield return T["Issued with Decision {0} of {1} of the City People’s Committee", decision.Number, Shown.Day(decision.Date)];
            }

            yield break;
        }

        yield return T["Draft: the year is at the stage “{0}”. The list rests on {1} of {2} score sheets and is not decided yet.", T[EnumWords.Of(programme.Stage)], sheets.Submitted, sheets.Due];
        if (result.Undecided.Count > 0)
        {
            yield return T["The Top {0} is not complete: equal scores at its line wait for the council.", programme.Rules.TopCount];
        }
    }

    private IEnumerable<Fact> Facts(Programme programme, IReadOnlyList<RecognisedProduct> products, RecognitionTables tables)
    {
        var businesses = products.DistinctBy(product => product.BusinessId).ToList();
        yield return new(IsFinal(programme) ? T["Products recognised"] : T["Products that reach recognition"], Shown.Whole(products.Count));
        yield return new(T["Businesses"], Shown.Whole(businesses.Count));
        yield return new(T["Revenue of the products, {0}", programme.DataYear], T["{0} billion đồng", Shown.Number(Shown.Billions(products.Sum(product => (decimal)(product.Revenue ?? 0))), 1)]);
        yield return new(T["Export of the products, {0}", programme.DataYear], T["US$ {0} million", Shown.Number(Shown.Millions(products.Sum(product => (decimal)(product.ExportCents ?? 0))), 2)]);
        yield return new(T["Businesses with revenue over 1,000 billion đồng, {0}", programme.DataYear], Shown.Whole(tables.LargeCount));
        yield return new(T["Businesses in a Top 500, {0}", programme.Year], Shown.Whole(businesses.Count(business => business.IsListed)));
        yield return new(T["Recognised for the first time"], Shown.Whole(products.Count(product => product.RenewsYear is null)));
        yield return new(T["Recognised again"], Shown.Whole(products.Count(product => product.RenewsYear is not null)));
        if (programme.Rules.TopCount == 0)
        {
            yield break;
        }

        yield return new(T["Products in the Top {0}", programme.Rules.TopCount], Shown.Whole(products.Count(product => product.Ranked.Top)));
        yield return new(T["Businesses behind the Top {0}", programme.Rules.TopCount], Shown.Whole(products.Where(product => product.Ranked.Top).DistinctBy(product => product.BusinessId).Count()));
    }

    private IEnumerable<string> Notes(Programme programme, IReadOnlyList<RecognisedProduct> products, List<string> lists, DateTime now)
    {
        if (programme.CouncilDecision is { } council)
        {
            yield return T["Chosen by the scores of the council set up by Decision {0} of {1}.", council.Number, Shown.Day(council.Date)];
        }

        yield return T["Revenue and export are those of the products in {0}, as declared in the dossiers. Sums are made of exact figures and rounded once, so that rounded rows may differ from them in the last digit.", programme.DataYear];
        if (products.Count(product => product.Revenue is null) is > 0 and var missing)
        {
            yield return T["{0} products declare no revenue for that year; they add nothing to the sum.", missing];
        }

        yield return T["Businesses over 1,000 billion đồng go by the revenue of the whole business in {0}.", programme.DataYear];
        yield return lists.Count == 0
            ? T["No list of the 500 largest businesses of {0} is entered.", programme.Year]
            : T["Lists of the 500 largest businesses of {0}: {1}.", programme.Year, string.Join(", ", lists.Order(StringComparer.Ordinal))];
        yield return T["A business with products in several industries counts in each of them and once in the total."];
        yield return T["Within an industry the list is in the order of the businesses’ names, not of their scores."];
        yield return T["Drawn up on {0}, Hà Nội time.", Shown.Moment(now)];
    }
}
