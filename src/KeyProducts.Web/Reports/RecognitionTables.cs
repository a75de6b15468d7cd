using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports;

/// <summary>The tables of a year's recognition list: each value is declared once for page, PDF, CSV and workbook.</summary>
public sealed class RecognitionTables(Programme programme, IReadOnlyList<RecognisedProduct> products, IStringLocalizer<Words> T)
{
    private const long ThousandBillion = 1_000_000_000_000;

    private readonly string language = Languages.Current;

    private readonly List<IGrouping<Industry, RecognisedProduct>> byIndustry = [.. products.GroupBy(product => product.Industry)];

    /// <summary>How many businesses stand behind them.</summary>
    public int BusinessCount => Businesses(products);

    /// <summary>How many of these have a revenue over a thousand billion đồng.</summary>
    public int LargeCount => products.DistinctBy(product => product.BusinessId).Count(IsLarge);

    /// <summary>The top in the order of its ranks.</summary>
    public Table Top() =>
        Table.Of(products.Where(product => product.Ranked.Top).OrderBy(product => product.Ranked.Rank).ThenBy(product => product.Ranked.Number))
            .Number(T["Rank"], product => product.Ranked.Rank, width: 6)
            .Text(T["Product"], product => product.Name.In(language), 34, Address)
            .Text(T["Business"], product => product.Business.In(language), 32)
            .Text(T["Industry"], product => product.Industry.Name.In(language), 22)
            .Number(Revenue, product => Billions(product.Revenue), 1, 12)
            .Number(Export, product => Millions(product.ExportCents), 2, 12)
            .Style(_ => RowStyle.Gold)
            .Table(T["Top {0}", programme.Rules.TopCount], T["No product is in the Top {0} yet.", programme.Rules.TopCount]);

    /// <summary>All products under the headings of their industries.</summary>
    public Table List()
    {
        var count = products.CountBy(product => product.Industry.Id).ToDictionary();
        var table = Columns(withIndustry: false)
            .GroupBy(product => T["{0}. {1} ({2} products)", Roman(product.Industry.Order), product.Industry.Name.In(language), count[product.Industry.Id]])
            .Table(T["List by industry"], T["No product reaches recognition yet."]);
        return WithTotal(table, [null, T["Total"].Value, T["{0} businesses", BusinessCount].Value, null, Billions(products), Millions(products), null, null, null]);
    }

    /// <summary>All products, each with its industry, to be filtered and sorted.</summary>
    public Table Flat()
    {
        var table = Columns(withIndustry: true).Table(whenEmpty: T["No product reaches recognition yet."]);
        return WithTotal(table, [null, T["Total"].Value, T["{0} businesses", BusinessCount].Value, null, null, Billions(products), Millions(products), null, null, null]);
    }

    /// <summary>What each industry has.</summary>
    public Table ByIndustry() => WithTotal(
        Money(Counts(Start())).Table(T["Summary by industry"], T["No product reaches recognition yet."]),
        [T["Total"].Value, .. CountTotals, Billions(products), Millions(products)]);

    /// <summary>The counts of it.</summary>
    public Table CountsByIndustry() => WithTotal(
        Counts(Start()).Table(T["Products and businesses by industry"], T["No product reaches recognition yet."]), [T["Total"].Value, .. CountTotals]);

    /// <summary>The figures of it.</summary>
    public Table MoneyByIndustry() => WithTotal(
        Money(Start()).Table(T["Revenue and export by industry"], T["No product reaches recognition yet."]), [T["Total"].Value, Billions(products), Millions(products)]);

    /// <summary>What was recognised for the first time and what again.</summary>
    public Table RenewalByIndustry() => WithTotal(
        Start()
            .Number(T["Recognised for the first time"], group => group.Count(IsNew), width: 12)
            .Number(T["Recognised again"], group => group.Count(product => !IsNew(product)), width: 12)
            .Table(T["First and renewed recognitions by industry"], T["No product reaches recognition yet."]),
        [T["Total"].Value, products.Count(IsNew), products.Count(product => !IsNew(product))]);

    /// <summary>The businesses with their figures, by name.</summary>
    public Table ByBusiness()
    {
        var businesses = products.GroupBy(product => product.BusinessId).Select(group => (First: group.First(), Products: group.ToList()))
            .OrderBy(one => one.First.Business.In(language), RecognisedProducts.ByName).ThenBy(one => one.First.Item).ToList();
        var table = Table.Of(businesses.Index())
            .Number(T["Item"], one => one.Index + 1, width: 5)
            .Text(T["Business"], one => one.Item.First.Business.In(language), 30)
            .Code(T["Tax code"], one => one.Item.First.TaxCode, 14)
            .Text(T["Address"], one => one.Item.First.Address, 30)
            .Number(T["Products"], one => one.Item.Products.Count, width: 8)
            .Number(T["Of these in the Top {0}", programme.Rules.TopCount], one => one.Item.Products.Count(product => product.Ranked.Top), width: 8)
            .Number(T["Revenue of the products, {0} (billion đồng)", programme.DataYear], one => Billions(one.Item.Products), 1, 12)
            .Number(T["Export of the products, {0} (million US$)", programme.DataYear], one => Millions(one.Item.Products), 2, 12)
            .Number(T["Revenue of the whole business, {0} (billion đồng)", programme.DataYear], one => Billions(one.Item.First.BusinessRevenue), 1, 12)
            .Text(T["Over 1,000 billion đồng"], one => IsLarge(one.Item.First) ? T["Yes"].Value : null, 9)
            .Text(T["In a Top 500"], one => one.Item.First.IsListed ? T["Yes"].Value : null, 9)
            .Table(T["Businesses"], T["No product reaches recognition yet."]);
        return WithTotal(table,
        [
            null, T["Total"].Value, null, null, products.Count, products.Count(product => product.Ranked.Top), Billions(products), Millions(products), null,
            Shown.Whole(LargeCount), Shown.Whole(products.Where(product => product.IsListed).DistinctBy(product => product.BusinessId).Count()),
        ]);
    }

    private string Revenue => T["Revenue {0} (billion đồng)", programme.DataYear];

    private string Export => T["Export {0} (million US$)", programme.DataYear];

    private IReadOnlyList<object?> CountTotals => [products.Count, BusinessCount, products.Count(product => product.Ranked.Top)];

    private TableOf<RecognisedProduct> Columns(bool withIndustry)
    {
        var table = Table.Of(products)
            .Number(T["Item"], product => product.Item, width: 5)
            .Text(T["Product"], product => product.Name.In(language), 28, Address)
            .Text(T["Business"], product => product.Business.In(language), 28)
            .Code(T["Tax code"], product => product.TaxCode, 14);
        table = withIndustry ? table.Text(T["Industry"], product => product.Industry.Name.In(language), 20) : table;
        return table
            .Number(Revenue, product => Billions(product.Revenue), 1, 11)
            .Number(Export, product => Millions(product.ExportCents), 2, 11)
            .Text(T["Recognition"], product => product.RenewsYear is { } year ? T["Again, after {0}", year] : T["First time"], 13)
            .Text(T["Top {0}", programme.Rules.TopCount], product => product.Ranked.Top ? T["Rank {0}", product.Ranked.Rank].Value : null, 7)
            .Number(T["Dossier number"], product => product.Ranked.Number, width: 6)
            .Style(product => product.Ranked.Top ? RowStyle.Gold : RowStyle.Plain);
    }

    private TableOf<IGrouping<Industry, RecognisedProduct>> Start() =>
        Table.Of(byIndustry).Text(T["Industry"], group => group.Key.Name.In(language), 34);

    private TableOf<IGrouping<Industry, RecognisedProduct>> Counts(TableOf<IGrouping<Industry, RecognisedProduct>> table) => table
        .Number(T["Products"], group => group.Count(), width: 10)
        .Number(T["Businesses"], group => Businesses(group), width: 12)
        .Number(T["Of these in the Top {0}", programme.Rules.TopCount], group => group.Count(product => product.Ranked.Top), width: 12);

    private TableOf<IGrouping<Industry, RecognisedProduct>> Money(TableOf<IGrouping<Industry, RecognisedProduct>> table) => table
        .Number(Revenue, group => Billions(group), 1, 16)
        .Number(Export, group => Millions(group), 2, 16);

    // Sums are values, not formulas over the rows: rows are rounded for reading, the sum is made of exact figures and rounded once.
    private Table WithTotal(Table table, IReadOnlyList<object?> values) =>
        products.Count == 0 ? table : table with { Rows = [.. table.Rows, new Row([.. values.Select(value => new Cell(value))], RowStyle.Total)] };

    private string Address(RecognisedProduct product) => $"/programmes/{programme.Year}/nominations/{product.Ranked.Number}";

    private static bool IsNew(RecognisedProduct product) => product.RenewsYear is null;

    private static bool IsLarge(RecognisedProduct business) => business.BusinessRevenue > ThousandBillion;

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
