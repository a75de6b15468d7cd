using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports;

/// <summary>A year's recognition list, ready to be shown.</summary>
/// <param name="Year">The result.</param>
/// <param name="Standing">Whether the list is final, and on what it rests, in sentences.</param>
/// <param name="Report">The same for page, Excel, CSV and PDF.</param>
public sealed record YearRecognition(YearResult Year, IReadOnlyList<string> Standing, Report Report)
{
    /// <summary>The year.</summary>
    public Programme Programme => Year.Programme;
}

/// <summary>Describes the recognition list of a year.</summary>
public sealed class RecognitionReport(AppDbContext db, ScoringService scoring, TimeProvider clock, IStringLocalizer<Words> T)
{
    private const long ThousandBillion = 1_000_000_000_000;

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
        var source = ResultSource.Of(year, clock.GetUtcNow().UtcDateTime, T);
        var report = new Report
        {
            FileName = $"san-pham-cong-nghiep-chu-luc-{programme.Year}",
            Language = Languages.Current,
            Title = IsFinal(programme)
                ? T["List of Hà Nội’s key industrial products, {0}", programme.Year]
                : T["Draft list of Hà Nội’s key industrial products, {0}", programme.Year],
            // An annex names its decision in brackets, as the city prints it.
            Lines = [.. standing.Select(sentence => IsFinal(programme) ? $"({sentence})" : sentence), .. programme.IsDemonstration ? [T["Demonstration data: all businesses, products and marks are invented."].Value] : Array.Empty<string>()],
            Facts = [.. Facts(programme, products)],
            Tables = [.. programme.Rules.TopCount > 0 ? [Top(programme, products)] : Array.Empty<Table>(), List(programme, products), ByIndustry(programme, products)],
            Notes = [.. Notes(programme, products, lists)],
            Source = source,
            Landscape = true,
        };
        return new YearRecognition(year, standing, report);
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

    private IEnumerable<Fact> Facts(Programme programme, IReadOnlyList<RecognisedProduct> products)
    {
        var businesses = products.DistinctBy(product => product.BusinessId).ToList();
        yield return new(IsFinal(programme) ? T["Products recognised"] : T["Products that reach recognition"], Shown.Whole(products.Count));
        yield return new(T["Businesses"], Shown.Whole(businesses.Count));
        yield return new(T["Revenue of the products, {0}", programme.DataYear], T["{0} billion đồng", Shown.Number(Shown.Billions(products.Sum(product => (decimal)(product.Revenue ?? 0))), 1)]);
        yield return new(T["Export of the products, {0}", programme.DataYear], T["US$ {0} million", Shown.Number(Shown.Millions(products.Sum(product => (decimal)(product.ExportCents ?? 0))), 2)]);
        yield return new(T["Businesses with revenue over 1,000 billion đồng, {0}", programme.DataYear], Shown.Whole(businesses.Count(business => business.BusinessRevenue > ThousandBillion)));
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

    private Table Top(Programme programme, IReadOnlyList<RecognisedProduct> products) =>
        Table.Of(products.Where(product => product.Ranked.Top).OrderBy(product => product.Ranked.Rank).ThenBy(product => product.Ranked.Number))
            .Number(T["Rank"], product => product.Ranked.Rank, width: 6)
            .Text(T["Product"], product => product.Name.In(Languages.Current), 34, product => Address(programme, product))
            .Text(T["Business"], product => product.Business.In(Languages.Current), 32)
            .Text(T["Industry"], product => product.Industry.Name.In(Languages.Current), 22)
            .Number(T["Revenue {0} (billion đồng)", programme.DataYear], product => Billions(product.Revenue), 1, 12)
            .Number(T["Export {0} (million US$)", programme.DataYear], product => Millions(product.ExportCents), 2, 12)
            .Style(_ => RowStyle.Gold)
            .Table(T["Top {0}", programme.Rules.TopCount], T["No product is in the Top {0} yet.", programme.Rules.TopCount]);

    private Table List(Programme programme, IReadOnlyList<RecognisedProduct> products)
    {
        var count = products.CountBy(product => product.Industry.Id).ToDictionary();
        var table = Table.Of(products)
            .Number(T["Item"], product => product.Item, width: 5)
            .Text(T["Product"], product => product.Name.In(Languages.Current), 28, product => Address(programme, product))
            .Text(T["Business"], product => product.Business.In(Languages.Current), 28)
            .Code(T["Tax code"], product => product.TaxCode, 14)
            .Number(T["Revenue {0} (billion đồng)", programme.DataYear], product => Billions(product.Revenue), 1, 11)
            .Number(T["Export {0} (million US$)", programme.DataYear], product => Millions(product.ExportCents), 2, 11)
            .Text(T["Recognition"], product => product.RenewsYear is { } year ? T["Again, after {0}", year] : T["First time"], 13)
            .Text(T["Top {0}", programme.Rules.TopCount], product => product.Ranked.Top ? T["Rank {0}", product.Ranked.Rank].Value : null, 7)
            .Number(T["Dossier number"], product => product.Ranked.Number, width: 6)
            .GroupBy(product => T["{0}. {1} ({2} products)", Roman(product.Industry.Order), product.Industry.Name.In(Languages.Current), count[product.Industry.Id]])
            .Style(product => product.Ranked.Top ? RowStyle.Gold : RowStyle.Plain)
            .Table(T["List by industry"], T["No product reaches recognition yet."]);
        return WithTotal(table, products, total => [new(null), new(T["Total"].Value), new(T["{0} businesses", Businesses(products)].Value), new(null), new(total.Revenue), new(total.Export), new(null), new(null), new(null)]);
    }

    private Table ByIndustry(Programme programme, IReadOnlyList<RecognisedProduct> products)
    {
        var table = Table.Of(products.GroupBy(product => product.Industry))
            .Text(T["Industry"], group => group.Key.Name.In(Languages.Current), 34)
            .Number(T["Products"], group => group.Count(), width: 10)
            .Number(T["Businesses"], group => Businesses(group), width: 12)
            .Number(T["Of these in the Top {0}", programme.Rules.TopCount], group => group.Count(product => product.Ranked.Top), width: 12)
            .Number(T["Revenue {0} (billion đồng)", programme.DataYear], group => Billions(group), 1, 16)
            .Number(T["Export {0} (million US$)", programme.DataYear], group => Millions(group), 2, 16)
            .Table(T["Summary by industry"], T["No product reaches recognition yet."]);
        return WithTotal(table, products, total => [new(T["Total"].Value), new(products.Count), new(Businesses(products)), new(products.Count(product => product.Ranked.Top)), new(total.Revenue), new(total.Export)]);
    }

    private IEnumerable<string> Notes(Programme programme, IReadOnlyList<RecognisedProduct> products, List<string> lists)
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
        yield return T["Drawn up on {0}, Hà Nội time.", Shown.Moment(clock.GetUtcNow().UtcDateTime)];
    }

    private static Table WithTotal(Table table, IReadOnlyList<RecognisedProduct> products, Func<(decimal? Revenue, decimal? Export), IReadOnlyList<Cell>> cells) =>
        products.Count == 0 ? table : table with { Rows = [.. table.Rows, new Row(cells((Billions(products), Millions(products))), RowStyle.Total)] };

    private static string Address(Programme programme, RecognisedProduct product) => $"/programmes/{programme.Year}/nominations/{product.Ranked.Number}";

    private static int Businesses(IEnumerable<RecognisedProduct> products) => products.DistinctBy(product => product.BusinessId).Count();

    private static decimal? Billions(long? dong) => dong is { } amount ? Shown.Billions(amount) : null;

    private static decimal? Millions(long? cents) => cents is { } amount ? Shown.Millions(amount) : null;

    private static decimal? Billions(IEnumerable<RecognisedProduct> products) => Shown.Billions(products.Sum(product => (decimal)(product.Revenue ?? 0)));

    private static decimal? Millions(IEnumerable<RecognisedProduct> products) => Shown.Millions(products.Sum(product => (decimal)(product.ExportCents ?? 0)));

    /// <summary>A number of 1 to 39 in Roman numerals; others as they are.</summary>
    public static string Roman(int number) =>
        number is < 1 or > 39 ? $"{number}" : string.Concat(Enumerable.Repeat("X", number / 10)) + (number % 10) switch
        {
            0 => "",
            4 => "IV",
            9 => "IX",
            var ones => (ones >= 5 ? "V" : "") + new string('I', ones % 5),
        };
}
