namespace KeyProducts.Documents.Spreadsheets;

/// <summary>
/// A list to be filled in and sent back: one description that becomes a workbook with the form, a sheet of instructions and, where columns
/// have choices, a sheet with the lists of them. All words are the caller's, in the language of the form.
/// </summary>
public sealed record FormWorkbook
{
    /// <summary>The name of the file without its ending, plain ASCII.</summary>
    public required string FileName { get; init; }

    /// <summary>"vi" or "en": decides how long numbers are written, and is set in the file.</summary>
    public required string Language { get; init; }

    /// <summary>The heading of the form.</summary>
    public required string Title { get; init; }

    /// <summary>Lines under the heading; short, for they do not wrap.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>The name of the form's sheet.</summary>
    public required string SheetName { get; init; }

    /// <summary>The columns, in order.</summary>
    public required IReadOnlyList<FormColumn> Columns { get; init; }

    /// <summary>How many columns stay in sight while the others move.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>A filled row that shows how it is done, with as many values as there are columns; its first must say that it is an example.</summary>
    public IReadOnlyList<object?>? Example { get; init; }

    /// <summary>The rows that are filled already: null, string, int, long, decimal or DateOnly.</summary>
    public IReadOnlyList<IReadOnlyList<object?>> Rows { get; init; } = [];

    /// <summary>What stands on the sheet of instructions, named by the caption of its first table.</summary>
    public required Report Guide { get; init; }

    /// <summary>The name and heading of the sheet with the lists to choose from.</summary>
    public required string ListsName { get; init; }

    /// <summary>
    /// Whether the form has these rows and no others, and only columns that are not <see cref="FormColumn.IsLocked"/> can be typed in. There
    /// is no password: this keeps from slips, not from anybody's will.
    /// </summary>
    public bool IsFixed { get; init; }

    /// <summary>What is to be found again when the form comes back, on a hidden sheet named by its caption; null for nothing.</summary>
    public Table? Memory { get; init; }
}

/// <summary>A column of a form.</summary>
/// <param name="Head">Its header, what it takes and its width.</param>
/// <param name="Hint">What is to be entered; shown when somebody stands in a cell, and when what was entered does not fit.</param>
public sealed record FormColumn(Column Head, string Hint)
{
    /// <summary>Whether a row needs a value here; its header then ends with an asterisk.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The header above it and its neighbours of the same group; null for none.</summary>
    public string? Group { get; init; }

    /// <summary>What may be chosen; null for any value of its kind.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>The largest number that is taken; null for no limit.</summary>
    public decimal? Most { get; init; }

    /// <summary>Whether nothing is to be typed here, in a form that is <see cref="FormWorkbook.IsFixed"/>.</summary>
    public bool IsLocked { get; init; }

    /// <summary>Whether it is the sum of the row's columns that have a <see cref="Most"/>, as a formula.</summary>
    public bool IsTotal { get; init; }
}
