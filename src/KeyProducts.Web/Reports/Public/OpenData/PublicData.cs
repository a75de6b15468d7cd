using KeyProducts.Domain;

namespace KeyProducts.Web.Reports.Public.OpenData;

/// <summary>Everything that open data are made of, read at once: whatever the file, it says the same.</summary>
/// <param name="Lists">The lists of all published years.</param>
/// <param name="Places">The businesses of these lists as they are stored today, by their number.</param>
/// <param name="LastChange">When one of the records behind it was last changed, UTC, to the second.</param>
/// <param name="Licence">Under which terms all of it may be used.</param>
/// <param name="InBoth">Says an English sentence in both languages.</param>
public sealed record PublicData(
    IReadOnlyList<PublicYear> Lists, IReadOnlyDictionary<int, KnownBusiness> Places, DateTime LastChange, OpenDataLicence Licence, Func<string, BilingualName> InBoth)
{
    /// <summary>The published years, the first one first.</summary>
    public IReadOnlyList<int> Years { get; } = [.. Lists.Select(list => list.Year).Order()];

    /// <summary>The businesses with what they were recognised for, by number.</summary>
    public IReadOnlyList<RecognisedBusiness> Businesses { get; } =
    [
        .. from list in Lists
           from product in list.Products
           group (list, product) by product.BusinessNumber into own
           where Places.ContainsKey(own.Key)
           orderby own.Key
           select new RecognisedBusiness(Places[own.Key], [.. own.Select(one => one.product)], own.Any(one => one.list.IsDemonstration)),
    ];

    /// <summary>Every column of every dataset.</summary>
    public IEnumerable<DictionaryRow> Dictionary(params IReadOnlyList<Dataset> datasets) =>
        from dataset in datasets.Count == 0 ? Datasets.All : datasets
        from place in dataset.Columns.Index()
        select new DictionaryRow(dataset.Name, place.Index + 1, place.Item, InBoth(place.Item.Meaning));

    /// <summary>A dataset with its rows.</summary>
    /// <param name="dataset">Which.</param>
    /// <param name="year">The year that is asked for; null for all.</param>
    /// <returns>Null when that year is not published, or the dataset is not to be had by year.</returns>
    public PublishedDataset? Of(Dataset dataset, int? year = null) => year is null ? new PublishedDataset(this, dataset, null, [.. dataset.Rows(this)])
        : dataset.IsByYear && Years.Contains(year.Value) ? new PublishedDataset(this, dataset, year, [.. dataset.Rows(this).Where(row => (long)row[0]! == year)])
        : null;
}

/// <summary>A dataset, whole or a year of it, with its rows.</summary>
/// <param name="Data">What it is made of.</param>
/// <param name="Description">What it is.</param>
/// <param name="Year">The year; null for the whole.</param>
/// <param name="Rows">Its rows: as many values as there are columns.</param>
public sealed record PublishedDataset(PublicData Data, Dataset Description, int? Year, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>Its address as a file.</summary>
    public string Address(DataFormat format) => $"{Description.Address(Year)}.{format.Ending}";

    /// <summary>The name that a browser stores it under.</summary>
    public string FileName(DataFormat format) => $"keyproducts-{Description.Name}{(Year is { } year ? $"-{year}" : "")}.{format.Ending}";
}

/// <summary>A recognised product with the list that it stands in.</summary>
public sealed record RecognisedRow(PublicYear List, PublicProduct Product)
{
    public int Year => Product.Year;

    public int Number => Product.Number;

    public BilingualName Name => Product.Name;

    public int BusinessNumber => Product.BusinessNumber;

    public BilingualName Business => Product.Business;

    public BilingualName Industry => Product.Industry;

    public bool IsTop => Product.IsTop;

    public int? RenewsYear => Product.RenewsYear;
}

/// <summary>What everybody may know of a business with a recognised product.</summary>
/// <param name="Number">Its number in addresses.</param>
/// <param name="Name">Its name today.</param>
/// <param name="Ward">Ward or commune of its head office.</param>
/// <param name="City">City or province of its head office.</param>
public sealed record KnownBusiness(int Number, BilingualName Name, string? Ward, string? City);

/// <summary>A business with what it was recognised for.</summary>
public sealed record RecognisedBusiness(KnownBusiness Known, IReadOnlyList<PublicProduct> Products, bool IsDemonstration)
{
    /// <summary>The years, the first one first.</summary>
    public IReadOnlyList<int> Years { get; } = [.. Products.Select(product => product.Year).Distinct().Order()];

    public int Number => Known.Number;

    public BilingualName Name => Known.Name;

    public string? Ward => Known.Ward;

    public string? City => Known.City;
}

/// <summary>A column as the dictionary explains it.</summary>
public sealed record DictionaryRow(string Dataset, int Position, DataColumn Column, BilingualName Meaning);
