namespace KeyProducts.Documents;

/// <summary>How a row stands out.</summary>
public enum RowStyle
{
    /// <summary>Like its neighbours.</summary>
    Plain,

    /// <summary>Of the Top 10.</summary>
    Gold,

    /// <summary>A heading across the whole table; its words are the first value.</summary>
    Group,

    /// <summary>A sum.</summary>
    Total,
}

/// <summary>A value in a row.</summary>
/// <param name="Value">Null, string, int, long, decimal, DateOnly or, among <see cref="ColumnKind.Raw"/>, bool.</param>
/// <param name="Link">Where the page leads from here; files leave it out.</param>
public sealed record Cell(object? Value, string? Link = null);

/// <summary>A row of a table: as many cells as there are columns, or one for a <see cref="RowStyle.Group"/>.</summary>
public sealed record Row(IReadOnlyList<Cell> Cells, RowStyle Style = RowStyle.Plain);

/// <summary>Columns and rows under a caption.</summary>
/// <param name="Caption">The words above; also the name of its sheet in a workbook. Null where the report's title says it.</param>
/// <param name="Columns">The heads.</param>
/// <param name="Rows">The rows, in order.</param>
public sealed record Table(string? Caption, IReadOnlyList<Column> Columns, IReadOnlyList<Row> Rows)
{
    /// <summary>The sentence that stands in place of rows when there is none.</summary>
    public string WhenEmpty { get; init; } = "";

    /// <summary>Begins a table over <paramref name="items"/>; each column with its value is then one line.</summary>
    public static TableOf<T> Of<T>(IEnumerable<T> items) => new(items);
}

/// <summary>Declares the columns of a table, each in one line with the value it shows.</summary>
public sealed class TableOf<T>(IEnumerable<T> items)
{
    private readonly List<(Column Head, Func<T, Cell> Cell)> columns = [];
    private Func<T, RowStyle> style = _ => RowStyle.Plain;
    private Func<T, string?>? group;

    /// <summary>A column of words.</summary>
    public TableOf<T> Text(string header, Func<T, string?> value, double width = 20, Func<T, string?>? link = null, string? sort = null) =>
        Add(new(header, ColumnKind.Text, width, SortKey: sort), value, link);

    /// <summary>A column of codes, which stay text in every file.</summary>
    public TableOf<T> Code(string header, Func<T, string?> value, double width = 12, Func<T, string?>? link = null, string? sort = null, bool onPage = true) =>
        Add(new(header, ColumnKind.Code, width, SortKey: sort, OnPage: onPage), value, link);

    /// <summary>A column of numbers; the unit belongs in the header.</summary>
    public TableOf<T> Number(string header, Func<T, decimal?> value, int decimals = 0, double width = 8, Func<T, string?>? link = null, string? sort = null) =>
        Add(new(header, ColumnKind.Number, width, decimals, sort), item => value(item), link);

    /// <summary>A column of days.</summary>
    public TableOf<T> Date(string header, Func<T, DateOnly?> value, double width = 11, string? sort = null, bool onPage = true) =>
        Add(new(header, ColumnKind.Date, width, SortKey: sort, OnPage: onPage), item => value(item), null);

    /// <summary>How a row stands out.</summary>
    public TableOf<T> Style(Func<T, RowStyle> of)
    {
        style = of;
        return this;
    }

    /// <summary>Puts a heading wherever the value changes from one row to the next.</summary>
    public TableOf<T> GroupBy(Func<T, string?> heading)
    {
        group = heading;
        return this;
    }

    /// <summary>The finished table.</summary>
    public Table Table(string? caption = null, string whenEmpty = "")
    {
        var rows = new List<Row>();
        string? current = null;
        foreach (var item in items)
        {
            if (group?.Invoke(item) is { } heading && heading != current)
            {
                rows.Add(new Row([new Cell(current = heading)], RowStyle.Group));
            }

            rows.Add(new Row([.. columns.Select(column => column.Cell(item))], style(item)));
        }

        return new Table(caption, [.. columns.Select(column => column.Head)], rows) { WhenEmpty = whenEmpty };
    }

    private TableOf<T> Add(Column head, Func<T, object?> value, Func<T, string?>? link)
    {
        columns.Add((head, item => new Cell(value(item), link?.Invoke(item))));
        return this;
    }
}
