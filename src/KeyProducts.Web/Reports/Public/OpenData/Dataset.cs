using KeyProducts.Documents;

namespace KeyProducts.Web.Reports.Public.OpenData;

/// <summary>What a column of open data holds.</summary>
public enum DataKind
{
    /// <summary>Words or a code.</summary>
    Text,

    /// <summary>A whole number, a year among them.</summary>
    Whole,

    /// <summary>A number that may have decimals.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A day.</summary>
    Date,

    /// <summary>Some years: a list in JSON, and elsewhere one text with a semicolon between them.</summary>
    Years,
}

/// <summary>The head of a column of open data.</summary>
/// <param name="Name">Its name for programs: English, and never changed once it is published.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Meaning">What it means: an English sentence, and the key to the Vietnamese one.</param>
/// <param name="Example">A value as it can stand there; it is taken from no real business.</param>
/// <param name="Unit">The unit of its numbers, the same in both languages; null for none.</param>
/// <param name="CanBeEmpty">Whether a row may hold nothing there.</param>
public sealed record DataColumn(string Name, DataKind Kind, string Meaning, object Example, string? Unit, bool CanBeEmpty);

/// <summary>
/// One description of a list that everybody may have: files of every format, the dictionary, the page and the description for programs all come from it, so that they cannot disagree.
/// </summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Title">Its title: English words, and the key to the Vietnamese ones.</param>
/// <param name="RowIs">What a row is: an English sentence, and the key to the Vietnamese one.</param>
/// <param name="Columns">Its columns, in order.</param>
/// <param name="Rows">Its rows, in order: as many values as there are columns.</param>
public sealed record Dataset(string Name, string Title, string RowIs, IReadOnlyList<DataColumn> Columns, Func<PublicData, IEnumerable<IReadOnlyList<object?>>> Rows)
{
    /// <summary>The version of its columns: it changes when one goes or means something else, never when one is added.</summary>
    public const int Version = 1;

    /// <summary>The column by which it can be had year by year; null where it cannot.</summary>
    public const string YearColumn = "year";

    /// <summary>What programs call the form of its rows.</summary>
    public string Schema => $"keyproducts/{Name}/{Version}";

    /// <summary>Whether a single year of it can be had.</summary>
    public bool IsByYear => Columns[0].Name == YearColumn;

    /// <summary>Its path, whole or a year of it, without the ending of a format.</summary>
    /// <param name="year">The year; null for the whole.</param>
    public string Address(int? year = null) => $"/open-data/{Name}{(year is { } one ? $"/{one}" : "")}";

    /// <summary>Begins the description of a dataset; each column with its meaning and its value is then one line.</summary>
    /// <typeparam name="T">What becomes a row.</typeparam>
    public static DatasetOf<T> Of<T>(string name, string title, string rowIs, Func<PublicData, IEnumerable<T>> items) => new(name, title, rowIs, items);
}

/// <summary>Declares the columns of a dataset, each in one line with what it means and the value it holds.</summary>
public sealed class DatasetOf<T>(string name, string title, string rowIs, Func<PublicData, IEnumerable<T>> items)
{
    private readonly List<(DataColumn Column, Func<T, object?> Value)> columns = [];

    /// <summary>A column of words.</summary>
    public DatasetOf<T> Text(string column, string meaning, string example, Func<T, string?> value, bool canBeEmpty = false) =>
        Add(new(column, DataKind.Text, meaning, example, null, canBeEmpty), item => value(item) is { } text && PlainText.Of(text) is { } plain && !string.IsNullOrWhiteSpace(plain) ? plain : null);

    /// <summary>A column of whole numbers.</summary>
    public DatasetOf<T> Whole(string column, string meaning, long example, Func<T, long?> value, string? unit = null, bool canBeEmpty = false) =>
        Add(new(column, DataKind.Whole, meaning, example, unit, canBeEmpty), item => value(item));

    /// <summary>A column of numbers.</summary>
    public DatasetOf<T> Number(string column, string meaning, decimal example, Func<T, decimal?> value, string? unit = null, bool canBeEmpty = false) =>
        Add(new(column, DataKind.Number, meaning, example, unit, canBeEmpty), item => value(item) is { } number ? WithoutZeros(number) : null);

    /// <summary>A column of truths.</summary>
    public DatasetOf<T> Boolean(string column, string meaning, bool example, Func<T, bool> value) =>
        Add(new(column, DataKind.Boolean, meaning, example, null, CanBeEmpty: false), item => value(item));

    /// <summary>A column of days.</summary>
    public DatasetOf<T> Date(string column, string meaning, DateOnly example, Func<T, DateOnly?> value, bool canBeEmpty = false) =>
        Add(new(column, DataKind.Date, meaning, example, null, canBeEmpty), item => value(item));

    /// <summary>A column of several years.</summary>
    public DatasetOf<T> Years(string column, string meaning, IReadOnlyList<int> example, Func<T, IReadOnlyList<int>> value) =>
        Add(new(column, DataKind.Years, meaning, example, null, CanBeEmpty: false), item => value(item));

    /// <summary>The finished description.</summary>
    public Dataset Described() => new(name, title, rowIs, [.. columns.Select(one => one.Column)], data => items(data).Select(item => (IReadOnlyList<object?>)[.. columns.Select(one => one.Value(item))]));

    private DatasetOf<T> Add(DataColumn column, Func<T, object?> value)
    {
        columns.Add((column, value));
        return this;
    }

    // 2.50 and 2.5 are one number, and one text in every file.
    private static decimal WithoutZeros(decimal number) => number / 1.0000000000000000000000000000m;
}
