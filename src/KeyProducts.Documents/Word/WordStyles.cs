using System.Reflection;
using KeyProducts.Documents.Pdf;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace KeyProducts.Documents.Word;

/// <summary>The styles of a file: all that official documents have, so that whoever edits one finds them, and those that its tables need.</summary>
internal sealed class WordStyles
{
    /// <summary>The styles of the empty paragraphs that carry a rule, the room for a signature, and the end of a section.</summary>
    public const string RuleId = "ShortRule", SigningId = "SigningRoom", TableGapId = "TableGap", EndGapId = "EndGap", EndId = "SectionEnd";

    /// <summary>The styles of tables: with edges, of facts without, and those that only hold things side by side.</summary>
    public const string GridId = "GridTable", FactsId = "FactTable", FrameId = "FrameTable";

    private const string Font = "Times New Roman", Normal = "Normal";

    private readonly SortedDictionary<string, OfficialStyle> cells = new(StringComparer.Ordinal);

    /// <summary>The named styles of official documents.</summary>
    private static readonly IReadOnlyList<OfficialStyle> Named =
        [.. typeof(OfficialStyles).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<OfficialStyle>()];

    /// <summary>The style of cells, noted so that the file gets it.</summary>
    public OfficialStyle Cell(TextStyle text) => Noted(OfficialStyles.Cell(text));

    /// <summary>The style of cells to be filled in, noted so that the file gets it.</summary>
    public OfficialStyle FormCell(FontFace face, Alignment alignment) => Noted(OfficialStyles.FormCell(face, alignment));

    /// <summary>The part of the file that holds the styles.</summary>
    public W.Styles Save()
    {
        var styles = new W.Styles(
            new W.DocDefaults(
                new W.RunPropertiesDefault(new W.RunPropertiesBaseStyle
                {
                    RunFonts = new W.RunFonts { Ascii = Font, HighAnsi = Font, EastAsia = Font, ComplexScript = Font },
                    FontSize = new W.FontSize { Val = "26" },
                    FontSizeComplexScript = new W.FontSizeComplexScript { Val = "26" },
                    Languages = new W.Languages { Val = "vi-VN", EastAsia = "vi-VN", Bidi = "ar-SA" },
                }),
                new W.ParagraphPropertiesDefault(new W.ParagraphPropertiesBaseStyle { WidowControl = new W.WidowControl() })),
            new W.Style(new W.StyleName { Val = "Normal" }, new W.PrimaryStyle()) { Type = W.StyleValues.Paragraph, StyleId = Normal, Default = true },
            new W.Style(
                new W.StyleName { Val = "Normal Table" },
                new W.UIPriority { Val = 99 },
                new W.StyleTableProperties(
                    new W.TableIndentation { Width = 0, Type = W.TableWidthUnitValues.Dxa }, Margins(0, 0)))
            { Type = W.StyleValues.Table, StyleId = "TableNormal", Default = true });
        styles.Append(Named.Concat(cells.Values).Select(Of));
        styles.Append(
            Empty(RuleId, "Đường kẻ ngắn", OfficialStyles.RuleHeight, isExact: true, keepsWithNext: true, new W.ParagraphBorders(new W.BottomBorder { Val = W.BorderValues.Single, Size = 6, Space = 0, Color = "000000" })),
            Empty(SigningId, "Chỗ ký tên", OfficialStyles.SigningRoom, isExact: false, keepsWithNext: false),
            Empty(TableGapId, "Khoảng trống trước bảng", OfficialStyles.TableGap, isExact: true, keepsWithNext: true),
            Empty(EndGapId, "Khoảng trống trước chữ ký", OfficialStyles.EndGap, isExact: true, keepsWithNext: true),
            Empty(EndId, "Cuối phần", 1, isExact: true, keepsWithNext: false),
            TableStyle(GridId, "Bảng có đường kẻ", new W.StyleTableProperties(Edges(), Margins(TableLook.Above, ColumnWidths.Padding))),
            TableStyle(FactsId, "Bảng thông tin", new W.StyleTableProperties(Margins(0, 0))),
            TableStyle(FrameId, "Khung không đường kẻ", new W.StyleTableProperties(Margins(0, 0))));
        return styles;
    }

    /// <summary>The room around the words of a cell.</summary>
    public static W.TableCellMarginDefault Margins(double above, double beside) => new(
        new W.TopMargin { Width = WordText.Twips(above), Type = W.TableWidthUnitValues.Dxa },
        new W.TableCellLeftMargin { Width = (short)WordText.WholeTwips(beside), Type = W.TableWidthValues.Dxa },
        new W.BottomMargin { Width = WordText.Twips(above), Type = W.TableWidthUnitValues.Dxa },
        new W.TableCellRightMargin { Width = (short)WordText.WholeTwips(beside), Type = W.TableWidthValues.Dxa });

    private static W.TableBorders Edges() => new(
        Edge(new W.TopBorder()), Edge(new W.LeftBorder()), Edge(new W.BottomBorder()), Edge(new W.RightBorder()),
        Edge(new W.InsideHorizontalBorder()), Edge(new W.InsideVerticalBorder()));

    private static T Edge<T>(T edge)
        where T : W.BorderType
    {
        (edge.Val, edge.Size, edge.Space, edge.Color) = (W.BorderValues.Single, (uint)(TableLook.HairWidth * 8), 0, WordTable.HexOf(TableLook.Hair));
        return edge;
    }

    private static W.Style TableStyle(string id, string name, W.StyleTableProperties properties) =>
        new(new W.StyleName { Val = name }, new W.BasedOn { Val = "TableNormal" }, new W.UIPriority { Val = 59 }, properties) { Type = W.StyleValues.Table, StyleId = id, CustomStyle = true };

    private static W.Style Of(OfficialStyle style)
    {
        var paragraph = new W.StyleParagraphProperties
        {
            KeepNext = style.KeepsWithNext ? new W.KeepNext() : null,
            SpacingBetweenLines = new W.SpacingBetweenLines
            {
                Before = WordText.Twips(style.Before),
                After = WordText.Twips(style.After),
                Line = WordText.Twips(style.Text.LineHeight),
                LineRule = W.LineSpacingRuleValues.AtLeast,
            },
            Justification = new W.Justification
            {
                Val = style.Text.Alignment switch
                {
                    Alignment.Centre => W.JustificationValues.Center,
                    Alignment.Right => W.JustificationValues.Right,
                    Alignment.Justified => W.JustificationValues.Both,
                    _ => W.JustificationValues.Left,
                },
            },
            OutlineLevel = style.Level is { } level ? new W.OutlineLevel { Val = level - 1 } : null,
        };
        if (style.Left + style.Right + style.FirstLine > 0)
        {
            paragraph.Indentation = new W.Indentation { Left = WordText.Twips(style.Left), Right = WordText.Twips(style.Right), FirstLine = WordText.Twips(style.FirstLine) };
        }

        var size = WordText.Twips(style.Text.Size / 10); // Half points.
        var letters = new W.StyleRunProperties
        {
            Bold = style.Text.Face is FontFace.Bold or FontFace.BoldItalic ? new W.Bold() : null,
            Italic = style.Text.Face is FontFace.Italic or FontFace.BoldItalic ? new W.Italic() : null,
            FontSize = new W.FontSize { Val = size },
            FontSizeComplexScript = new W.FontSizeComplexScript { Val = size },
        };
        return new W.Style(new W.StyleName { Val = style.Name }, new W.BasedOn { Val = Normal }, new W.PrimaryStyle(), paragraph, letters)
        {
            Type = W.StyleValues.Paragraph,
            StyleId = style.Id,
            CustomStyle = true,
        };
    }

    private static W.Style Empty(string id, string name, double height, bool isExact, bool keepsWithNext, W.ParagraphBorders? borders = null) => new(
        new W.StyleName { Val = name },
        new W.BasedOn { Val = Normal },
        new W.StyleParagraphProperties
        {
            KeepNext = keepsWithNext ? new W.KeepNext() : null,
            ParagraphBorders = borders,
            SpacingBetweenLines = new W.SpacingBetweenLines
            {
                Before = "0",
                After = "0",
                Line = WordText.Twips(height),
                LineRule = isExact ? W.LineSpacingRuleValues.Exact : W.LineSpacingRuleValues.AtLeast,
            },
        },
        new W.StyleRunProperties { FontSize = isExact ? new W.FontSize { Val = "2" } : null })
    {
        Type = W.StyleValues.Paragraph,
        StyleId = id,
        CustomStyle = true,
    };

    private OfficialStyle Noted(OfficialStyle style) => cells[style.Id] = style;
}
