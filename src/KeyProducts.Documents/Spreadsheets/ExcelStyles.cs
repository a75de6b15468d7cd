using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace KeyProducts.Documents.Spreadsheets;

/// <summary>What a cell is for; with it comes its look.</summary>
internal enum CellRole
{
    /// <summary>The report's title.</summary>
    Title,

    /// <summary>A line under the title.</summary>
    Line,

    /// <summary>What a headline figure counts.</summary>
    FactLabel,

    /// <summary>A headline figure.</summary>
    FactValue,

    /// <summary>The caption of a table.</summary>
    Caption,

    /// <summary>The head of a column.</summary>
    Header,

    /// <summary>A remark under the table.</summary>
    Note,

    /// <summary>The sentence of an empty table.</summary>
    Empty,

    /// <summary>A value of a table.</summary>
    Value,

    /// <summary>The title of a form: it runs on over its empty neighbours.</summary>
    FormTitle,

    /// <summary>A line under the title of a form.</summary>
    FormLine,

    /// <summary>A value of a form's example.</summary>
    Example,

    /// <summary>Where a form waits for a value.</summary>
    Entry,

    /// <summary>A value of a form that is only to be read.</summary>
    Locked,

    /// <summary>A value of a form that may be typed over although the sheet is protected.</summary>
    Open,
}

/// <summary>Everything that distinguishes the look of one cell from another's.</summary>
/// <param name="Role">What the cell is for.</param>
/// <param name="Row">How its row stands out.</param>
/// <param name="Kind">What its column holds.</param>
/// <param name="Decimals">Digits after the decimal sign.</param>
/// <param name="Quoted">Whether the text begins like a formula, and has to stay text when someone edits the cell.</param>
internal readonly record struct CellLook(
    CellRole Role, RowStyle Row = RowStyle.Plain, ColumnKind Kind = ColumnKind.Text, int Decimals = 0, bool Quoted = false);

/// <summary>Collects the looks that a workbook uses, and writes its style sheet.</summary>
/// <param name="language">
/// "vi" or "en" where its numbers are only read: they are then written as the words around them are, wherever the spreadsheet lets a file say so.
/// Null where numbers are typed in: they must be taken as the machine of who types takes them.
/// </param>
internal sealed class ExcelStyles(string? language = null)
{
    /// <summary>The family that official documents are set in.</summary>
    private const string Family = "Times New Roman";

    private const uint WhiteFill = 0, HeaderFill = 2, GoldFill = 3, GroupFill = 4;
    private const uint NoBorder = 0, HairBorder = 1, FactBorder = 2;
    private const uint PlainFont = 0, BoldFont = 1, TitleFont = 2, ItalicFont = 3;
    private const uint AsText = 49, FirstOwnFormat = 164;

    private readonly Dictionary<CellLook, uint> numbers = [];
    private readonly Dictionary<string, uint> formats = [];

    /// <summary>The number of a look.</summary>
    public uint NumberOf(CellLook look)
    {
        if (!numbers.TryGetValue(look, out var number))
        {
            numbers.Add(look, number = (uint)numbers.Count + 1); // 0 is the look of cells without one.
        }

        return number;
    }

    /// <summary>Writes the style sheet; after the sheets, when every look is known.</summary>
    public void Save(WorkbookStylesPart part)
    {
        var cells = new CellFormats(new CellFormat());
        cells.Append(numbers.OrderBy(entry => entry.Value).Select(entry => Format(entry.Key)));
        var own = new NumberingFormats(formats.Select(format =>
            new NumberingFormat { NumberFormatId = format.Value, FormatCode = format.Key }));
        own.Count = (uint)formats.Count;
        part.Stylesheet = new Stylesheet(
            new Fonts(Font(11), Font(11, bold: true), Font(14, bold: true), Font(11, italic: true)),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), // The format asks for these two first.
                Fill("FFECECEC"), Fill("FFFBEDC1"), Fill("FFF6F6F6")),
            new Borders(
                new Border(),
                new Border(Edge<LeftBorder>(), Edge<RightBorder>(), Edge<TopBorder>(), Edge<BottomBorder>(), new DiagonalBorder()),
                new Border(new LeftBorder(), new RightBorder(), new TopBorder(), Edge<BottomBorder>(), new DiagonalBorder())),
            new CellStyleFormats(new CellFormat()),
            cells,
            new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));
        if (formats.Count > 0)
        {
            part.Stylesheet.InsertAt(own, 0);
        }
    }

    private CellFormat Format(CellLook look)
    {
        var value = look.Role is CellRole.Value or CellRole.Example or CellRole.Entry or CellRole.Locked or CellRole.Open;
        var font = look.Role switch
        {
            CellRole.Title or CellRole.FormTitle => TitleFont,
            CellRole.Line or CellRole.Note or CellRole.Empty or CellRole.FormLine or CellRole.Example => ItalicFont,
            CellRole.FactValue or CellRole.Caption or CellRole.Header => BoldFont,
            CellRole.Locked when look.Row == RowStyle.Total => BoldFont,
            CellRole.Value when look.Row is RowStyle.Group or RowStyle.Total => BoldFont,
            _ => PlainFont,
        };
        var fill = look.Role switch
        {
            CellRole.Header => HeaderFill,
            CellRole.Example or CellRole.Locked => GroupFill,
            CellRole.Value => FillOf(look.Row),
            _ => WhiteFill,
        };
        var border = look.Role switch
        {
            CellRole.Header or CellRole.Value or CellRole.Empty or CellRole.Example or CellRole.Locked or CellRole.Open => HairBorder,
            CellRole.FactLabel or CellRole.FactValue => FactBorder,
            _ => NoBorder,
        };
        var number = look.Kind switch
        {
            ColumnKind.Code => AsText,
            ColumnKind.Number => NumberFormat(NumberCode(look.Decimals, language)),
            ColumnKind.Date => NumberFormat("dd/mm/yyyy"),
            _ => 0u,
        };
        return new CellFormat
        {
            FontId = font,
            FillId = fill,
            BorderId = border,
            NumberFormatId = number,
            FormatId = 0,
            ApplyFont = true,
            ApplyFill = fill != WhiteFill,
            ApplyBorder = border != NoBorder,
            ApplyNumberFormat = number != 0,
            ApplyAlignment = true,
            QuotePrefix = look.Quoted ? true : null,
            ApplyProtection = look.Role == CellRole.Open ? true : null,
            Protection = look.Role == CellRole.Open ? new Protection { Locked = false } : null,
            Alignment = new Alignment
            {
                WrapText = look.Kind is ColumnKind.Text or ColumnKind.Code && look.Role is not (CellRole.FormTitle or CellRole.FormLine),
                Indent = value ? 1u : null, // Or words would touch the number before them, and numbers the line.
                Vertical = value ? VerticalAlignmentValues.Top : VerticalAlignmentValues.Center,
                Horizontal = look.Role is CellRole.Title or CellRole.Line or CellRole.Header or CellRole.Empty
                    ? HorizontalAlignmentValues.Center
                    : look.Kind is ColumnKind.Number or ColumnKind.Raw || look.Role == CellRole.FactValue
                        ? HorizontalAlignmentValues.Right
                        : HorizontalAlignmentValues.Left,
            },
        };
    }

    /// <summary>
    /// How a number is shown. Excel takes the signs for thousands and decimals from its machine whatever stands here, which in Viet Nam are a dot and a comma;
    /// LibreOffice takes those of the language that is named first.
    /// </summary>
    public static string NumberCode(int decimals, string? language) =>
        (language switch { "vi" => "[$-42A]", "en" => "[$-409]", _ => "" }) + (decimals == 0 ? "#,##0" : "#,##0." + new string('0', decimals));

    private static uint FillOf(RowStyle row) => row switch
    {
        RowStyle.Gold => GoldFill,
        RowStyle.Group => GroupFill,
        RowStyle.Total => HeaderFill,
        _ => WhiteFill,
    };

    private uint NumberFormat(string code)
    {
        if (code is "#,##0" or "#,##0.00")
        {
            return code == "#,##0" ? 3u : 4u; // These two are built in.
        }

        if (!formats.TryGetValue(code, out var number))
        {
            formats.Add(code, number = FirstOwnFormat + (uint)formats.Count);
        }

        return number;
    }

    private static Font Font(double size, bool bold = false, bool italic = false)
    {
        var font = new Font();
        if (bold)
        {
            font.Append(new Bold());
        }

        if (italic)
        {
            font.Append(new Italic());
        }

        font.Append(new FontSize { Val = size }, new FontName { Val = Family }, new FontFamilyNumbering { Val = 1 });
        return font;
    }

    private static Fill Fill(string colour) => new(new PatternFill
    {
        PatternType = PatternValues.Solid,
        ForegroundColor = new ForegroundColor { Rgb = colour },
        BackgroundColor = new BackgroundColor { Indexed = 64 },
    });

    private static T Edge<T>() where T : BorderPropertiesType, new() =>
        new() { Style = BorderStyleValues.Thin, Color = new Color { Rgb = "FFA6A6A6" } };
}
