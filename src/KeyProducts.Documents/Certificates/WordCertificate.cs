using System.Globalization;
using DocumentFormat.OpenXml;
using KeyProducts.Documents.Word;
using A = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Drawing.Pictures;
using W = DocumentFormat.OpenXml.Wordprocessing;
using WP = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace KeyProducts.Documents.Certificates;

/// <summary>
/// Writes certificates as Word, for offices that print on stock of their own: the words of the PDF in the same order, a plain border in place of its ornaments, the QR code as a picture.
/// </summary>
public static class WordCertificate
{
    private const string Font = "Times New Roman", Dark = "1C1A17", Soft = "554C3E";
    private const double TextWidth = 690, CodeSize = 78;
    private const int EnglishMetricPoint = 12_700;

    /// <summary>Writes the file. The same certificates always give the same bytes. <paramref name="output"/> stays open.</summary>
    /// <param name="title">What the file is called in its properties.</param>
    /// <param name="sheets">At least one.</param>
    /// <param name="output">Memory or a file.</param>
    public static void Write(string title, IReadOnlyList<CertificateSheet> sheets, Stream output)
    {
        using var file = new WordFile(output);
        var body = new W.Body();
        for (var i = 0; i < sheets.Count; i++)
        {
            var section = Section(sheets[i]);
            body.Append(Parts(file, sheets[i], i + 1));
            // The small print is the last paragraph of each section; the last section's properties stand at the end of all.
            if (i == sheets.Count - 1)
            {
                body.Append(section);
            }
            else
            {
                body.Elements<W.Paragraph>().Last().ParagraphProperties!.SectionProperties = section;
            }
        }

        file.Add("styles", Styles());
        file.Finish(new W.Document(body), title, sheets[0].Authority.Vietnamese);
    }

    private static IEnumerable<OpenXmlElement> Parts(WordFile file, CertificateSheet sheet, int number)
    {
        var ink = sheet.Look == CertificateLook.Gold ? "8A5A0B" : "8F1A1E";
        var letters = sheet.Product.Vietnamese.Length + sheet.Product.English.Length + sheet.Business.Vietnamese.Length + sheet.Business.English.Length;
        var scale = letters switch { < 170 => 1.0, < 300 => 0.8, < 520 => 0.62, < 800 => 0.5, _ => 0.42 };
        yield return Line(sheet.State.Vietnamese, 12, bold: true);
        yield return Line(sheet.Motto.Vietnamese, 12.5, bold: true);
        yield return Line(sheet.ForeignHead, 8.5, italic: true, colour: Soft);
        yield return Line(sheet.Authority.Vietnamese, 13.5, bold: true, colour: ink, before: 6);
        yield return Line(sheet.Authority.English, 9, colour: Soft);
        yield return Line(sheet.Title.Vietnamese, 32, bold: true, colour: ink, before: 2);
        yield return Line(sheet.Title.English, 12, colour: ink, spacing: 4);
        foreach (var line in CertificateSheet.Lines(sheet.Subject))
        {
            yield return Line(line, 13, bold: true, before: 4);
        }

        if (sheet.Mark is { } mark)
        {
            yield return Line(mark.Vietnamese, 10, bold: true, colour: "B3261E");
            yield return Line(mark.English, 8, colour: "B3261E");
        }

        yield return Line(sheet.BeforeProduct.OnOneLine, 10.5, italic: true, colour: Soft, before: 4);
        yield return Line(sheet.Product.Vietnamese, 20 * scale, bold: true, colour: ink);
        yield return Line(sheet.Product.English, 13 * scale, italic: true);
        yield return Line(sheet.BeforeBusiness.OnOneLine, 10.5, italic: true, colour: Soft, before: 2);
        yield return Line(sheet.Business.Vietnamese, 16 * scale, bold: true);
        yield return Line(sheet.Business.English, 12 * scale, italic: true);
        foreach (var (line, i) in CertificateSheet.Lines(sheet.Body).Select((line, i) => (line, i)))
        {
            yield return Line(line, 11.5, before: i == 0 ? 4 : 0);
        }

        foreach (var line in CertificateSheet.Lines(sheet.English))
        {
            yield return Line(line, 9.5, italic: true, colour: Soft);
        }

        yield return Foot(file, sheet, number, ink);
        yield return Line(sheet.SmallPrint, 6.5, colour: Soft, before: 6);
    }

    private static W.Table Foot(WordFile file, CertificateSheet sheet, int number, string ink)
    {
        double[] widths = [CodeSize + 12, 236, 114, TextWidth - CodeSize - 12 - 236 - 114];
        List<OpenXmlElement> code = [Picture(file.AddPicture(QrSquares.Picture(sheet.CheckAddress)), number, sheet.CheckAddress)];
        List<OpenXmlElement> facts =
        [
            Line(sheet.Numbered, 11.5, bold: true, colour: ink, isCentred: false),
            Line(sheet.Validity.Vietnamese, 10, isCentred: false), Line(sheet.Validity.English, 8.5, italic: true, colour: Soft, isCentred: false),
            Line(sheet.HowToCheck.Vietnamese, 7.5, colour: Soft, isCentred: false, before: 3), Line(sheet.HowToCheck.English, 7.5, italic: true, colour: Soft, isCentred: false),
            Line(sheet.CheckAddress, 7.5, isCentred: false),
        ];
        List<OpenXmlElement> medal = [Line(sheet.Medal ?? "", 18, bold: true, colour: ink, before: 16)];
        List<OpenXmlElement> signature =
        [
            Line(sheet.PlaceAndDate.Vietnamese, 11.5, italic: true), Line(sheet.PlaceAndDate.English, 8.5, italic: true, colour: Soft),
            .. sheet.Signature.Role.Select((role, i) => Line(role, 12, bold: true, before: i == 0 ? 2 : 0)),
        ];
        if (sheet.Signature.Hint is { } hint)
        {
            signature.Add(Line(hint, 9, italic: true, colour: Soft));
        }

        signature.Add(Line(sheet.Signature.Name ?? "", 12, bold: true, before: 44));
        return new W.Table(
            new W.TableProperties(
                new W.TableWidth { Width = WordText.Twips(TextWidth), Type = W.TableWidthUnitValues.Dxa },
                new W.TableJustification { Val = W.TableRowAlignmentValues.Center },
                new W.TableLayout { Type = W.TableLayoutValues.Fixed }),
            new W.TableGrid(widths.Select(width => new W.GridColumn { Width = WordText.Twips(width) })),
            new W.TableRow(new[] { code, facts, medal, signature }.Select((cell, i) => new W.TableCell(
                [new W.TableCellProperties(new W.TableCellWidth { Width = WordText.Twips(widths[i]), Type = W.TableWidthUnitValues.Dxa }), .. cell]))));
    }

    private static W.Paragraph Line(
        string text, double size, bool bold = false, bool italic = false, string colour = Dark, double before = 0, double spacing = 0, bool isCentred = true)
    {
        var half = Math.Round(size * 2).ToString(CultureInfo.InvariantCulture);
        var run = new W.Run(
            new W.RunProperties
            {
                Bold = bold ? new W.Bold() : null,
                Italic = italic ? new W.Italic() : null,
                Color = new W.Color { Val = colour },
                Spacing = spacing == 0 ? null : new W.Spacing { Val = WordText.WholeTwips(spacing) },
                FontSize = new W.FontSize { Val = half },
                FontSizeComplexScript = new W.FontSizeComplexScript { Val = half },
            });
        run.Append(new W.Text(OfficialWords.OneLine(PlainText.Of(text))) { Space = SpaceProcessingModeValues.Preserve });
        return new W.Paragraph(
            new W.ParagraphProperties
            {
                SpacingBetweenLines = new W.SpacingBetweenLines { Before = WordText.Twips(before), After = "0", Line = "240", LineRule = W.LineSpacingRuleValues.Auto },
                Justification = new W.Justification { Val = isCentred ? W.JustificationValues.Center : W.JustificationValues.Left },
            },
            run);
    }

    private static W.Paragraph Picture(string id, int number, string address)
    {
        const long Side = (long)CodeSize * EnglishMetricPoint;
        return new W.Paragraph(new W.Run(new W.Drawing(new WP.Inline(
            new WP.Extent { Cx = Side, Cy = Side },
            new WP.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new WP.DocProperties { Id = (uint)number, Name = "QR " + number.ToString(CultureInfo.InvariantCulture), Description = "QR: " + address },
            new A.Graphic(new A.GraphicData(new P.Picture(
                new P.NonVisualPictureProperties(
                    new P.NonVisualDrawingProperties { Id = 0, Name = "qr.png" },
                    new P.NonVisualPictureDrawingProperties()),
                new P.BlipFill(new A.Blip { Embed = id }, new A.Stretch(new A.FillRectangle())),
                new P.ShapeProperties(
                    new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = Side, Cy = Side }),
                    new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle })))
            { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 })));
    }

    private static W.SectionProperties Section(CertificateSheet sheet)
    {
        var (width, height) = A4.Sheet(isLandscape: true);
        var colour = sheet.Look == CertificateLook.Gold ? "A9781E" : "8F1A1E";
        T Edge<T>()
            where T : W.BorderType, new() => new() { Val = W.BorderValues.ThinThickThinMediumGap, Size = 36, Space = 20, Color = colour };
        return new W.SectionProperties(
            new W.SectionType { Val = W.SectionMarkValues.NextPage },
            new W.PageSize { Width = (uint)WordText.WholeTwips(width), Height = (uint)WordText.WholeTwips(height), Orient = W.PageOrientationValues.Landscape },
            new W.PageMargin { Top = WordText.WholeTwips(40), Bottom = WordText.WholeTwips(34), Left = (uint)WordText.WholeTwips((width - TextWidth) / 2), Right = (uint)WordText.WholeTwips((width - TextWidth) / 2), Header = 300, Footer = 300, Gutter = 0 },
            new W.PageBorders(Edge<W.TopBorder>(), Edge<W.LeftBorder>(), Edge<W.BottomBorder>(), Edge<W.RightBorder>()) { OffsetFrom = W.PageBorderOffsetValues.Page });
    }

    private static W.Styles Styles() => new(
        new W.DocDefaults(
            new W.RunPropertiesDefault(new W.RunPropertiesBaseStyle
            {
                RunFonts = new W.RunFonts { Ascii = Font, HighAnsi = Font, EastAsia = Font, ComplexScript = Font },
                Languages = new W.Languages { Val = "vi-VN", EastAsia = "vi-VN", Bidi = "ar-SA" },
            }),
            new W.ParagraphPropertiesDefault()),
        new W.Style(new W.StyleName { Val = "Normal" }, new W.PrimaryStyle()) { Type = W.StyleValues.Paragraph, StyleId = "Normal", Default = true });
}
