using KeyProducts.Documents.Spreadsheets;

namespace KeyProducts.Web.Import;

/// <summary>A row of a file on its way into the plan: what its cells say, by entry.</summary>
internal sealed class RowBeingRead
{
    private readonly RowContent source;
    private readonly IReadOnlyDictionary<string, FoundColumn> columns;
    private readonly Dictionary<string, object?> said = [];

    /// <summary>Reads every cell of the row.</summary>
    public RowBeingRead(RowContent source, IReadOnlyDictionary<string, FoundColumn> columns, IReadOnlyDictionary<string, string> corrections)
    {
        this.source = source;
        this.columns = columns;
        Plan = new PlannedRow { Row = source.Number };
        foreach (var (column, at) in columns.Values)
        {
            var cell = Corrected(column, at, corrections);
            var reading = CellReader.Read(column, cell);
            if (reading.Problem is { } problem)
            {
                Wrong(column.Key, problem);
            }

            if (reading.Note is { } note)
            {
                Plan.Notes.Add(note);
            }

            said[column.Key] = reading.Value;
        }

        Number = said.GetValueOrDefault(Entry.Number) as int?;
        Plan.Product = Text(Entry.Product) ?? "";
        Plan.Business = Text(Entry.Business) ?? "";
    }

    /// <summary>What the row would do.</summary>
    public PlannedRow Plan { get; }

    /// <summary>The registration number that it carries; null for none.</summary>
    public int? Number { get; }

    /// <summary>Whether its cell of the number holds something, right or wrong.</summary>
    public bool ClaimsNumber => columns.TryGetValue(Entry.Number, out var number) && source[number.At] is not null && !IsEmptied(number);

    /// <summary>The business that it is about.</summary>
    public BusinessTarget? Target { get; set; }

    /// <summary>Words that it says; null for none.</summary>
    public string? Text(string key) => said.GetValueOrDefault(key) as string;

    /// <summary>
    /// Whether the row has something to say on an entry, and what. An empty cell empties the entry of a nomination that the row names by
    /// its number, because the row was written out with everything; in a row without a number it says nothing.
    /// </summary>
    public bool Says(ImportColumn column, out object? value)
    {
        value = said.GetValueOrDefault(column.Key);
        return columns.ContainsKey(column.Key) && (value is not null || Number is not null) && Plan.Wrong.All(wrong => wrong.Column != column);
    }

    /// <summary>Whether the file has the column.</summary>
    public bool Has(string key) => columns.ContainsKey(key);

    /// <summary>Notes that a cell cannot be taken; of a cell's problems the first is kept.</summary>
    public void Wrong(string? key, Said why)
    {
        var found = key is null ? null : columns.GetValueOrDefault(key);
        var address = found is null ? "" : CellAddress.Of(source.Number, found.At);
        if (Plan.Wrong.All(wrong => wrong.Address != address))
        {
            var mended = Plan.Mended.FirstOrDefault(cell => cell.Address == address);
            Plan.Wrong.Add(new WrongCell(address, found?.Column, mended?.Stands ?? (found is null ? null : source[found.At])?.Text ?? "", why));
        }
    }

    private bool IsEmptied(FoundColumn number) => Plan.Mended.Any(cell => cell.Column == number.Column && cell.Stands.Length == 0);

    private CellContent? Corrected(ImportColumn column, int at, IReadOnlyDictionary<string, string> corrections)
    {
        var cell = source[at];
        if (!corrections.TryGetValue(CellAddress.Of(source.Number, at), out var typed) || SheetReader.Tidy(typed) is var text && text == (cell?.Text ?? ""))
        {
            return cell;
        }

        Plan.Mended.Add(new MendedCell(CellAddress.Of(source.Number, at), column, cell?.Text ?? "", text));
        return new CellContent(source.Number, at, CellKind.Text, text);
    }
}
