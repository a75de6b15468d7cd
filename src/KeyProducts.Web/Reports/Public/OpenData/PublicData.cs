using KeyProducts.Domain;

namespace KeyProducts.Web.Reports.Public.OpenData;

/// <summary>Everything that open data are made of, read at once: whatever the file, it says the same.</summary>
/// <param name="Products">What every published year has recognised, from its own list or from an old one.</param>
/// <param name="Known">The businesses of these lists as they are stored today, by their number.</param>
/// <param name="Figures">What sources say of the years.</param>
/// <param name="Statistics">The figures of each year, and of its parts.</param>
/// <param name="LastChange">When one of the records behind it was last changed, UTC, to the second.</param>
/// <param name="Licence">Under which terms all of it may be used.</param>
/// <param name="InBoth">Says an English sentence in both languages.</param>
public sealed record PublicData(
    IReadOnlyList<RecognisedRow> Products,
    IReadOnlyDictionary<int, KnownBusiness> Known,
    IReadOnlyList<PastFigure> Figures,
    IReadOnlyList<StatisticRow> Statistics,
    DateTime LastChange,
    OpenDataLicence Licence,
    Func<string, BilingualName> InBoth)
{
    private readonly Dictionary<Dataset, IReadOnlyList<IReadOnlyList<object?>>> rows = [];

    /// <summary>The businesses with what they were recognised for, by number.</summary>
    public IEnumerable<RecognisedBusiness> Businesses =>
        from row in Products
        where row.BusinessNumber is { } number && Known.ContainsKey(number)
        group row by row.BusinessNumber!.Value into own
        orderby own.Key
        select new RecognisedBusiness(Known[own.Key], [.. own]);

    /// <summary>Every column of some datasets; of all of them when none is named.</summary>
    public IEnumerable<DictionaryRow> Dictionary(params IReadOnlyList<Dataset> datasets) =>
        from dataset in datasets.Count == 0 ? Datasets.All : datasets
        from place in dataset.Columns.Index()
        select new DictionaryRow(dataset.Name, place.Index + 1, place.Item, InBoth(place.Item.Meaning));

    /// <summary>The years of which a dataset has rows, the first one first; none where it is not to be had by year. A year that is not published is in none.</summary>
    public IReadOnlyList<int> YearsOf(Dataset dataset) => dataset.IsByYear ? [.. RowsOf(dataset).Select(row => (int)(long)row[0]!).Distinct().Order()] : [];

    /// <summary>A dataset with its rows.</summary>
    /// <param name="dataset">Which.</param>
    /// <param name="year">The year that is asked for; null for all.</param>
    /// <returns>Null when it has nothing of that year.</returns>
    public PublishedDataset? Of(Dataset dataset, int? year = null) => year is null ? new PublishedDataset(this, dataset, null, RowsOf(dataset))
        : YearsOf(dataset).Contains(year.Value) ? new PublishedDataset(this, dataset, year, [.. RowsOf(dataset).Where(row => (long)row[0]! == year)])
        : null;

    private IReadOnlyList<IReadOnlyList<object?>> RowsOf(Dataset dataset) => rows.TryGetValue(dataset, out var known) ? known : rows[dataset] = [.. dataset.Rows(this)];
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

/// <summary>A product that a year has recognised.</summary>
/// <param name="Year">The year.</param>
/// <param name="Number">Its registration number; null in an old list.</param>
/// <param name="Name">Its name.</param>
/// <param name="BusinessNumber">The number of its business; null while none of the register is known.</param>
/// <param name="Business">The name of its business; null where an old list names the product alone.</param>
/// <param name="Industry">Its industry; null where an old list does not say.</param>
/// <param name="IsTop">Whether it is of the year's top.</param>
/// <param name="RenewsYear">The year whose recognition it renews.</param>
/// <param name="Decision">The city's decision; null in an old list.</param>
/// <param name="Source">Where an old list was read; null for a year that the program has carried through.</param>
/// <param name="IsDemonstration">Whether it is invented.</param>
public sealed record RecognisedRow(
    int Year, int? Number, BilingualName Name, int? BusinessNumber, BilingualName? Business, BilingualName? Industry, bool IsTop, int? RenewsYear, DocumentReference? Decision, string? Source, bool IsDemonstration);

/// <summary>What everybody may know of a business with a recognised product.</summary>
/// <param name="Number">Its number in addresses.</param>
/// <param name="Name">Its name today.</param>
/// <param name="Ward">Ward or commune of its head office.</param>
/// <param name="City">City or province of its head office.</param>
/// <param name="IsDemonstration">Whether it is invented.</param>
public sealed record KnownBusiness(int Number, BilingualName Name, string? Ward, string? City, bool IsDemonstration);

/// <summary>A business with what it was recognised for.</summary>
public sealed record RecognisedBusiness(KnownBusiness Known, IReadOnlyList<RecognisedRow> Products)
{
    /// <summary>The years, the first one first.</summary>
    public IReadOnlyList<int> Years { get; } = [.. Products.Select(product => product.Year).Distinct().Order()];
}

/// <summary>A column as the dictionary explains it.</summary>
public sealed record DictionaryRow(string Dataset, int Position, DataColumn Column, BilingualName Meaning);

/// <summary>A published figure with the words for what it counts.</summary>
public sealed record FigureRow(PastFigure Figure, BilingualName Words);
