namespace KeyProducts.Web.Reports.Public.OpenData;

/// <summary>All that is open data. Nothing of a person is here, no figure or mark of a single business or product, no rank, no certificate: how one stands is told by the page that checks it.</summary>
public static class Datasets
{
    /// <summary>The products of all published years.</summary>
    public static readonly Dataset RecognisedProducts = Dataset.Of("recognised-products", "Recognised products", "A product that a year has recognised. A product that is recognised again later has a row for each year.", Products)
        .Whole("year", "The year of the programme.", 2025, row => row.Year)
        .Whole("registration_number", "The number of the product’s registration in its year; with the year it names the row.", 14, row => row.Number)
        .Text("product_name_vi", "The product’s name in Vietnamese.", "Máy gặt đập liên hợp cỡ nhỏ", row => row.Name.Vietnamese)
        .Text("product_name_en", "The product’s name in English; empty where none is known.", "Compact combine harvester", row => row.Name.English, canBeEmpty: true)
        .Whole("business_number", "The number of the business; it leads to the list of businesses.", 20, row => row.BusinessNumber)
        .Text("business_name_vi", "The business’s name in Vietnamese, as the year’s result has it.", "Công ty Cổ phần Cơ khí Mẫu", row => row.Business.Vietnamese)
        .Text("business_name_en", "The business’s name in English; empty where none is known.", "Mau Mechanical JSC", row => row.Business.English, canBeEmpty: true)
        .Text("industry_vi", "The industry in Vietnamese, as the year named it.", "Cơ khí, chế tạo", row => row.Industry.Vietnamese)
        .Text("industry_en", "The industry in English; empty where none is known.", "Mechanical engineering and manufacturing", row => row.Industry.English, canBeEmpty: true)
        .Boolean("is_top", "Whether the product is among the best of the year (usually ten). Their order is not published.", true, row => row.IsTop)
        .Whole("renews_year", "The year whose recognition is renewed; empty when the product is recognised for the first time.", 2022, row => row.RenewsYear, canBeEmpty: true)
        .Text("decision_number", "The number of the city’s decision that recognises the year’s products.", "123/QĐ-UBND", row => row.List.Decision?.Number, canBeEmpty: true)
        .Date("decision_date", "The day of that decision.", new DateOnly(2025, 11, 5), row => row.List.Decision?.Date, canBeEmpty: true)
        .Boolean("is_demonstration", "Whether business and product are invented to show how the program works.", false, row => row.List.IsDemonstration)
        .Described();

    /// <summary>The businesses behind them.</summary>
    public static readonly Dataset Businesses = Dataset.Of("businesses", "Businesses with recognised products", "A business that has at least one product in a published list.", data => data.Businesses)
        .Whole("business_number", "The number of the business, which does not change.", 20, row => row.Number)
        .Text("name_vi", "The name of the business in Vietnamese, as it is today.", "Công ty Cổ phần Cơ khí Mẫu", row => row.Name.Vietnamese)
        .Text("name_en", "The name of the business in English; empty where none is known.", "Mau Mechanical JSC", row => row.Name.English, canBeEmpty: true)
        .Text("ward", "The ward or commune of its head office; empty where none is known.", "Xã Quang Minh", row => row.Ward, canBeEmpty: true)
        .Text("city", "The city or province of its head office; empty where none is known.", "Hà Nội", row => row.City, canBeEmpty: true)
        .Whole("recognitions", "How many rows it has in the list of recognised products, over all published years.", 3, row => row.Products.Count, "products")
        .Whole("top_recognitions", "How many of these were among the best of their year.", 1, row => row.Products.Count(product => product.IsTop), "products")
        .Years("years", "The years in which it had a recognised product, in order.", [2024, 2025], row => row.Years)
        .Whole("first_year", "The first of these years.", 2024, row => row.Years[0])
        .Whole("last_year", "The last of these years.", 2025, row => row.Years[^1])
        .Boolean("is_demonstration", "Whether the business is invented to show how the program works.", false, row => row.IsDemonstration)
        .Described();

    /// <summary>What the columns of all datasets mean, its own among them.</summary>
    public static readonly Dataset Dictionary = Dataset.Of("dictionary", "Data dictionary", "A column of a dataset.", data => data.Dictionary())
        .Text("dataset", "The name of the dataset, as it stands in addresses.", "recognised-products", row => row.Dataset)
        .Whole("position", "The place of the column in the files, from 1.", 3, row => row.Position)
        .Text("column", "The name of the column, the same in every language and format. It never changes.", "product_name_vi", row => row.Column.Name)
        .Text("type", "What the column holds: text, integer, number, boolean (true or false), date (2025-12-31) or years (a list in JSON, otherwise one text with a semicolon between two years). In CSV, text that begins with one of the signs = + - @ has an apostrophe before it, so that no spreadsheet computes it.", "text", row => DatasetFile.TypeOf(row.Column.Kind))
        .Text("unit", "The unit of the numbers; empty for none.", "products", row => row.Column.Unit, canBeEmpty: true)
        .Boolean("can_be_empty", "Whether a row may hold nothing there: nothing between two commas in CSV, null in JSON, an empty cell in a workbook.", false, row => row.Column.CanBeEmpty)
        .Text("meaning_vi", "What the column means, in Vietnamese.", "Tên sản phẩm bằng tiếng Việt.", row => row.Meaning.Vietnamese)
        .Text("meaning_en", "What the column means, in English.", "The product’s name in Vietnamese.", row => row.Meaning.English)
        .Text("example", "A value as it can stand there, invented.", "Máy gặt đập liên hợp cỡ nhỏ", row => DatasetFile.Written(row.Column.Example))
        .Described();

    /// <summary>All of them, as the page shows them.</summary>
    public static readonly IReadOnlyList<Dataset> All = [RecognisedProducts, Businesses, Dictionary];

    /// <summary>The dataset of that name; null when there is none.</summary>
    public static Dataset? Named(string name) => All.FirstOrDefault(one => one.Name == name);

    private static IEnumerable<RecognisedRow> Products(PublicData data) =>
        from list in data.Lists
        orderby list.Year
        // By number, which tells no rank and no language.
        from product in list.Products.OrderBy(product => product.Number)
        select new RecognisedRow(list, product);
}
