using System.Text.RegularExpressions;
using KeyProducts.Domain;
using KeyProducts.Web.Text;

namespace KeyProducts.Web.Reports.Public.OpenData;

/// <summary>All that is open data. Nothing of a person is here, no figure or mark of a single business or product, no rank, no certificate: how one stands is told by the page that checks it.</summary>
public static partial class Datasets
{
    /// <summary>The products of all published years.</summary>
    public static readonly Dataset RecognisedProducts = Dataset.Of("recognised-products", "Recognised products", "A product that a year has recognised. A product that is recognised again later has a row for each year.", data => data.Products)
        .Whole("year", "The year of the programme.", 2025, row => row.Year)
        .Whole("registration_number", "The number of the product’s registration in its year; with the year it names the row. Empty for rows from old lists.", 14, row => row.Number, canBeEmpty: true)
        .Text("product_name_vi", "The product’s name in Vietnamese.", "Máy bơm nước mẫu", row => row.Name.Vietnamese)
        .Text("product_name_en", "The product’s name in English; empty where none is known.", "Sample water pump", row => row.Name.English, canBeEmpty: true)
        .Whole("business_number", "The number of the business; it leads to the list of businesses. Empty where an old list names a business that is not in the register.", 20, row => row.BusinessNumber, canBeEmpty: true)
        .Text("business_name_vi", "The business’s name in Vietnamese, as the year’s list has it; empty where an old list names the product alone.", "Công ty Cổ phần Cơ khí Mẫu", row => row.Business?.Vietnamese, canBeEmpty: true)
        .Text("business_name_en", "The business’s name in English; empty where none is known.", "Mau Mechanical JSC", row => row.Business?.English, canBeEmpty: true)
        .Text("industry_vi", "The industry in Vietnamese, as the year named it; empty where an old list does not say.", "Cơ khí, chế tạo", row => row.Industry?.Vietnamese, canBeEmpty: true)
        .Text("industry_en", "The industry in English; empty where none is known.", "Mechanical engineering and manufacturing", row => row.Industry?.English, canBeEmpty: true)
        .Boolean("is_top", "Whether the product is among the best of the year (usually ten). Their order is not published.", true, row => row.IsTop)
        .Whole("renews_year", "The year whose recognition is renewed; empty when the product is recognised for the first time.", 2022, row => row.RenewsYear, canBeEmpty: true)
        .Text("decision_number", "The number of the city’s decision that recognises the year’s products.", "123/QĐ-UBND", row => row.Decision?.Number, canBeEmpty: true)
        .Date("decision_date", "The day of that decision.", new DateOnly(2025, 11, 5), row => row.Decision?.Date, canBeEmpty: true)
        .Text("source", "Where an old list was read; empty for years that the program has carried through.", "hanoimoi.vn 123456", row => row.Source, canBeEmpty: true)
        .Boolean("is_demonstration", "Whether business and product are invented to show how the program works.", false, row => row.IsDemonstration)
        .Described();

    /// <summary>The businesses behind them.</summary>
    public static readonly Dataset Businesses = Dataset.Of("businesses", "Businesses with recognised products", "A business that has at least one product in a published list.", data => data.Businesses)
        .Whole("business_number", "The number of the business, which does not change.", 20, row => row.Known.Number)
        .Text("name_vi", "The name of the business in Vietnamese, as it is today.", "Công ty Cổ phần Cơ khí Mẫu", row => row.Known.Name.Vietnamese)
        .Text("name_en", "The name of the business in English; empty where none is known.", "Mau Mechanical JSC", row => row.Known.Name.English, canBeEmpty: true)
        .Text("ward", "The ward or commune of its head office; empty where none is known.", "Xã Quang Minh", row => row.Known.Ward, canBeEmpty: true)
        .Text("city", "The city or province of its head office; empty where none is known.", "Hà Nội", row => row.Known.City, canBeEmpty: true)
        .Whole("recognitions", "How many rows it has in the list of recognised products, over all published years.", 3, row => row.Products.Count, "products")
        .Whole("top_recognitions", "How many of these were among the best of their year.", 1, row => row.Products.Count(product => product.IsTop), "products")
        .Years("years", "The years in which it had a recognised product, in order.", [2024, 2025], row => row.Years)
        .Whole("first_year", "The first of these years.", 2024, row => row.Years[0])
        .Whole("last_year", "The last of these years.", 2025, row => row.Years[^1])
        .Boolean("is_demonstration", "Whether the business is invented to show how the program works.", false, row => row.Known.IsDemonstration)
        .Described();

    /// <summary>The figures of the years, as the public statistics show them.</summary>
    public static readonly Dataset Statistics = Dataset.Of("statistics", "Statistics by year", "A figure of a year, or of a part of it: an industry, an eligibility track, a ward, a kind of ownership. It is from the programme’s own lists where there are any, otherwise from the source that is named.", data => data.Statistics)
        .Whole("year", "The year of the programme.", 2025, row => row.Year)
        .Text("measure", "What is counted, as a code for programs.", "recognised_products", row => Code(row.Figure.Measure))
        .Text("measure_vi", "What is counted, in Vietnamese.", "Sản phẩm được công nhận", row => row.Words.Vietnamese)
        .Text("measure_en", "What is counted, in English.", "Products recognised", row => row.Words.English)
        .Text("part_of", "Whether the figure is of the whole year (year) or of a part of it: industry, track, ward or ownership.", "industry", row => row.Dimension is { } dimension ? Code(dimension) : "year")
        .Text("part_vi", "The part in Vietnamese; empty for the whole year, and for businesses whose ward is not known.", "Cơ khí, chế tạo", row => row.Part?.Vietnamese, canBeEmpty: true)
        .Text("part_en", "The part in English; empty where none is known.", "Mechanical engineering and manufacturing", row => row.Part?.English, canBeEmpty: true)
        .Number("value", "The figure, in the unit of the row; empty where it would tell the money of fewer than three businesses.", 35m, row => InUnit(row.Figure.Measure, row.Figure.Value), canBeEmpty: true)
        .Text("unit", "The unit of the figure: products, businesses, VND (đồng) or USD (US dollars).", "products", row => UnitOf(row.Figure.Measure))
        .Text("exactness", "How exactly the source gives it: exact, about, nearly (somewhat less) or more_than.", "exact", row => Code(row.Figure.Exactness))
        .Text("base", "Whether money is of the products or of the whole businesses: product or business; empty where the source does not say.", "product", row => row.Figure.Base is { } of ? Code(of) : null, canBeEmpty: true)
        .Whole("data_year", "The year that the figure is of, where that is said; usually the one before the award.", 2024, row => row.Figure.DataYear, canBeEmpty: true)
        .Text("source", "Who has published it; empty for the programme’s own lists.", "hanoimoi.vn 123456", row => row.Figure.Source, canBeEmpty: true)
        .Described();

    /// <summary>What sources say of the years.</summary>
    public static readonly Dataset PublishedFigures = Dataset.Of("published-figures", "Published figures", "A figure of a year as a source has published it. Where sources differ, each has a row of its own.", data => data.Figures.OrderBy(figure => figure.Year).ThenBy(figure => figure.Measure).ThenBy(figure => figure.Id).Select(figure => new FigureRow(figure, data.InBoth(EnumWords.Of(figure.Measure)))))
        .Whole("year", "The year of the programme.", 2025, row => row.Figure.Year)
        .Text("measure", "What is counted, as a code for programs.", "recognised_products", row => Code(row.Figure.Measure))
        .Text("measure_vi", "What is counted, in Vietnamese.", "Sản phẩm được công nhận", row => row.Words.Vietnamese)
        .Text("measure_en", "What is counted, in English.", "Products recognised", row => row.Words.English)
        .Text("industry", "The industry that the figure is of, in the source’s words; empty unless it is of one.", "Cơ khí, chế tạo", row => row.Figure.Industry, canBeEmpty: true)
        .Number("value", "The figure, in the unit of the row.", 35m, row => InUnit(row.Figure.Measure, row.Figure.Value))
        .Text("unit", "The unit of the figure: products, businesses, VND (đồng) or USD (US dollars).", "products", row => UnitOf(row.Figure.Measure))
        .Text("exactness", "How exactly the source gives it: exact, about, nearly (somewhat less) or more_than.", "exact", row => Code(row.Figure.Exactness))
        .Text("base", "Whether money is of the products or of the whole businesses: product or business; empty where the source does not say.", "product", row => row.Figure.Base is { } of ? Code(of) : null, canBeEmpty: true)
        .Whole("data_year", "The year that the figure is of, where that is said; usually the one before the award.", 2024, row => row.Figure.DataYear, canBeEmpty: true)
        .Text("source", "Who has published it.", "hanoimoi.vn 123456", row => row.Figure.Source)
        .Text("note", "What should be known besides; empty for nothing.", "VNR500", row => row.Figure.Note, canBeEmpty: true)
        .Described();

    /// <summary>What the columns of all datasets mean, its own among them.</summary>
    public static readonly Dataset Dictionary = Dataset.Of("dictionary", "Data dictionary", "A column of a dataset.", data => data.Dictionary())
        .Text("dataset", "The name of the dataset, as it stands in addresses.", "recognised-products", row => row.Dataset)
        .Whole("position", "The place of the column in the files, from 1.", 3, row => row.Position)
        .Text("column", "The name of the column, the same in every language and format. It never changes.", "product_name_vi", row => row.Column.Name)
        .Text("type", "What the column holds: text, integer, number, boolean (true or false), date (2025-12-31) or years (a list in JSON, otherwise one text with a semicolon between two years). In CSV, text that begins with one of the signs = + - @ has an apostrophe before it, so that no spreadsheet computes it.", "text", row => DatasetFile.TypeOf(row.Column.Kind))
        .Text("unit", "The unit of the numbers; empty for none.", "products", row => row.Column.Unit, canBeEmpty: true)
        .Boolean("can_be_empty", "Whether a row may hold nothing there: nothing between two commas in CSV, null in JSON, an empty cell in a workbook.", false, row => row.Column.CanBeEmpty)
        .Text("meaning_vi", "What the column means, in Vietnamese.", "Tên sản phẩm bằng tiếng Việt", row => row.Meaning.Vietnamese)
        .Text("meaning_en", "What the column means, in English.", "The product’s name in Vietnamese", row => row.Meaning.English)
        .Text("example", "A value as it can stand there, invented.", "Máy bơm nước mẫu", row => DatasetFile.Written(row.Column.Example))
        .Described();

    /// <summary>All of them, as the page shows them.</summary>
    public static readonly IReadOnlyList<Dataset> All = [RecognisedProducts, Businesses, Statistics, PublishedFigures, Dictionary];

    /// <summary>The dataset of that name; null when there is none.</summary>
    public static Dataset? Named(string name) => All.FirstOrDefault(one => one.Name == name);

    /// <summary>What programs call a member of an enum: it is stored by its name, which therefore does not change.</summary>
    public static string Code(Enum member) => Hump().Replace($"{member}", "_").ToLowerInvariant();

    // Exports are kept in cents.
    private static decimal? InUnit(PastMeasure measure, long? value) => measure == PastMeasure.Export ? value / 100m : value;

    private static string UnitOf(PastMeasure measure) => measure switch
    {
        PastMeasure.Revenue => "VND",
        PastMeasure.Export => "USD",
        PastMeasure.RegisteredBusinesses or PastMeasure.RecognisedBusinesses or PastMeasure.OverThousandBillion or PastMeasure.InTop500 or PastMeasure.TopBusinesses or PastMeasure.NationalBrand => "businesses",
        _ => "products",
    };

    [GeneratedRegex("(?<=[a-z])(?=[A-Z0-9])")]
    private static partial Regex Hump();
}
