using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Domain;
using KeyProducts.Web.Text;

namespace KeyProducts.Web.Import;

/// <summary>Compares a row of a judge's workbook with what is stored now and with what was stored when the file went out.</summary>
internal sealed class OfflineRowReading(Programme programme, Judge judge, IReadOnlyList<OwnRow> own, MarkFile file)
{
    /// <summary>What the row would do.</summary>
    /// <param name="row">The row.</param>
    /// <param name="seen">The numbers of the rows before; this one's is added.</param>
    public OfflineRow Read(RowContent row, HashSet<int> seen)
    {
        var text = row[file.NumberColumn]?.Text ?? "";
        if (row[file.NumberColumn]?.Number is not { } number || number != decimal.Truncate(number) || number is < 1 or > 99_999)
        {
            return new OfflineRow(row.Number, null, "", text.Length == 0 ? new Said("The row has no registration number.") : new Said("“{0}” is no registration number.", text), []);
        }

        if (own.FirstOrDefault(one => one.Number == number) is not { } mine)
        {
            return new OfflineRow(row.Number, (int)number, "", new Said("No. {0} is not among the products that you score.", (int)number), []);
        }

        if (!seen.Add(mine.Number))
        {
            return new OfflineRow(row.Number, mine.Number, mine.Product, new Said("No. {0} stands in the file twice; the first row is read.", mine.Number), []);
        }

        var cells = file.Columns.Select(column => Mark(row, column.Key, column.Value, mine)).Append(Remark(row, mine)).OfType<OfflineCell>()
            .OrderBy(cell => cell.Criterion is null).ToList();
        return mine.Sheet is { SubmittedAt: { } at }
            ? new OfflineRow(row.Number, mine.Number, mine.Product, cells.Count == 0 ? null : new Said("Submitted at {0} and therefore left as it is. The secretary can open the sheet again.", Shown.Moment(at)), cells)
            : new OfflineRow(row.Number, mine.Number, mine.Product, null, cells);
    }

    private OfflineCell? Mark(RowContent row, Guid criterionId, int column, OwnRow mine)
    {
        var criterion = programme.Criteria.First(one => one.Id == criterionId);
        var address = CellAddress.Of(row.Number, column);
        var stored = mine.Sheet?.On(criterionId);
        var (typed, why) = PointsOf(row[column], criterionId);
        return why is not null
            ? new OfflineCell(address, criterion, OfflineState.Wrong, stored, row[column]!.Text, why)
            : Compared(address, criterion, stored, typed, file.SeenOn(mine.Number, criterionId), mine.Number);
    }

    private OfflineCell? Remark(RowContent row, OwnRow mine)
    {
        if (file.RemarkColumn is not { } column)
        {
            return null;
        }

        var address = CellAddress.Of(row.Number, column);
        var cell = row[column];
        return cell?.Kind switch
        {
            CellKind.Error => new OfflineCell(address, null, OfflineState.Wrong, mine.Sheet?.Remark, cell.Text, new Said("The cell shows the error {0}.", cell.Text)),
            CellKind.Formula => new OfflineCell(address, null, OfflineState.Wrong, mine.Sheet?.Remark, cell.Text, NeverComputed),
            _ when cell?.Text.Length > MarkFile.MostLetters =>
                new OfflineCell(address, null, OfflineState.Wrong, mine.Sheet?.Remark, cell.Text, new Said("This has {0} characters; at most {1} are kept.", cell.Text.Length, MarkFile.MostLetters)),
            _ => Compared(address, null, Tidy(mine.Sheet?.Remark), Tidy(cell?.Text), Tidy(file.SeenRemark(mine.Number)), mine.Number),
        };
    }

    // What the judge did not touch in the file changes nothing, and nothing is overwritten that was saved on line meanwhile.
    private OfflineCell? Compared(string address, Criterion? criterion, object? stored, object? typed, object? seen, int number)
    {
        if (Equals(typed, stored) || (file.Remembers(number) ? Equals(typed, seen) : typed is null))
        {
            return null;
        }

        var isSame = stored is null || (file.Remembers(number) && Equals(stored, seen));
        var isGone = stored is null && seen is not null;
        return new OfflineCell(address, criterion, !isSame || isGone ? OfflineState.Both : stored is null ? OfflineState.New : OfflineState.Changed, stored, typed);
    }

    private static readonly Said NeverComputed = new("The cell has a formula that was never computed. Open the file in Excel, save it there and send it again.");

    private (decimal? Points, Said? Why) PointsOf(CellContent? cell, Guid criterionId)
    {
        if (cell is null || cell.Text.Length == 0)
        {
            return (null, null);
        }

        switch (cell.Kind)
        {
            case CellKind.Error:
                return (null, new Said("The cell shows the error {0}.", cell.Text));
            case CellKind.Formula:
                return (null, NeverComputed);
            case CellKind.Day:
                return (null, new Said("Excel has made a day of this mark: {0}. Type the mark again, with the decimal sign of your Excel.", cell.Text));
            case CellKind.Truth:
                return (null, new Said("“{0}” is not a number.", cell.Text));
        }

        if (cell.Text.EndsWith('%'))
        {
            return (null, new Said("A percentage stands where a number is needed."));
        }

        if (cell.Number is not { } points)
        {
            switch (Numbers.Read(cell.Text, 4, isAmount: false, out points))
            {
                case NumberReading.NotANumber:
                    return (null, new Said("“{0}” is not a number.", cell.Text.Length <= 60 ? cell.Text : cell.Text[..60] + "…"));
                case NumberReading.TwoReadings:
                    return (null, new Said("“{0}” can be read in two ways. Write it without a sign for thousands, with one or two decimals.", cell.Text));
            }
        }

        return ScoreSheet.Refusals(programme, judge, new Dictionary<Guid, decimal?> { [criterionId] = points }) is [var refusal, ..]
            ? (null, new Said(refusal.Message, [.. refusal.Arguments]))
            : (points, null);
    }

    private static string? Tidy(string? text) => text is null || SheetReader.Tidy(text) is not { Length: > 0 } tidy ? null : tidy;
}
