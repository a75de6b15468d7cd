using DocumentFormat.OpenXml;
using KeyProducts.Documents.Pdf;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace KeyProducts.Documents.Word;

/// <summary>A table of Word: columns of fixed width, whole rows, a header that is repeated on each page.</summary>
internal static class WordTable
{
    /// <summary>An empty table.</summary>
    /// <param name="style">The style of the table.</param>
    /// <param name="widths">The width of each column.</param>
    /// <param name="left">How far to the right it begins.</param>
    public static W.Table Of(string style, IReadOnlyList<double> widths, double left = 0) => new(
        new W.TableProperties
        {
            TableStyle = new W.TableStyle { Val = style },
            TableWidth = new W.TableWidth { Width = WordText.Twips(widths.Sum()), Type = W.TableWidthUnitValues.Dxa },
            TableIndentation = left > 0 ? new W.TableIndentation { Width = WordText.WholeTwips(left), Type = W.TableWidthUnitValues.Dxa } : null,
            TableLayout = new W.TableLayout { Type = W.TableLayoutValues.Fixed },
        },
        new W.TableGrid(widths.Select(width => new W.GridColumn { Width = WordText.Twips(width) })));

    /// <summary>A row, which is never parted.</summary>
    /// <param name="cells">Its cells.</param>
    /// <param name="least">The least height; 0 for that of its words.</param>
    /// <param name="isHeader">Whether each page repeats it.</param>
    public static W.TableRow Row(IEnumerable<W.TableCell> cells, double least = 0, bool isHeader = false)
    {
        var properties = new W.TableRowProperties(new W.CantSplit());
        if (least > 0)
        {
            properties.Append(new W.TableRowHeight { Val = (uint)WordText.WholeTwips(least), HeightType = W.HeightRuleValues.AtLeast });
        }

        if (isHeader)
        {
            properties.Append(new W.TableHeader());
        }

        var row = new W.TableRow(properties);
        row.Append(cells);
        return row;
    }

    /// <summary>A cell.</summary>
    /// <param name="width">Its width.</param>
    /// <param name="content">Its paragraphs, one at least.</param>
    /// <param name="ground">The colour behind the words; null for none.</param>
    /// <param name="span">Over how many columns it reaches.</param>
    /// <param name="isMiddle">Whether its words stand halfway up.</param>
    public static W.TableCell Cell(double width, IEnumerable<OpenXmlElement> content, Colour? ground = null, int span = 1, bool isMiddle = false)
    {
        var cell = new W.TableCell(new W.TableCellProperties
        {
            TableCellWidth = new W.TableCellWidth { Width = WordText.Twips(width), Type = W.TableWidthUnitValues.Dxa },
            GridSpan = span > 1 ? new W.GridSpan { Val = span } : null,
            Shading = ground is { } colour ? new W.Shading { Val = W.ShadingPatternValues.Clear, Color = "auto", Fill = HexOf(colour) } : null,
            TableCellVerticalAlignment = isMiddle ? new W.TableCellVerticalAlignment { Val = W.TableVerticalAlignmentValues.Center } : null,
        });
        cell.Append(content);
        return cell;
    }

    /// <summary>A colour as Word writes it.</summary>
    public static string HexOf(Colour colour) => FormattableString.Invariant($"{colour.Red:X2}{colour.Green:X2}{colour.Blue:X2}");

    /// <summary>Keeps the rows together that the end of a page must not part; the header goes with the first.</summary>
    /// <param name="table">The table, whose first row is its header.</param>
    /// <param name="rows">The style of each row after the header.</param>
    public static W.Table KeepTogether(W.Table table, IReadOnlyList<RowStyle> rows)
    {
        var all = table.Elements<W.TableRow>().ToList();
        WordText.KeepWithNext(all[0]);
        var stay = RowsTogether.StayWithNext(rows);
        for (var i = 0; i < rows.Count; i++)
        {
            if (stay[i])
            {
                WordText.KeepWithNext(all[i + 1]);
            }
        }

        return table;
    }
}
