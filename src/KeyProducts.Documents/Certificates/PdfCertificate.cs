using KeyProducts.Documents.Pdf;

namespace KeyProducts.Documents.Certificates;

/// <summary>Writes certificates as PDF ready to be printed, signed and sealed: A4 on its side, nothing in it but words, outlines and the QR code's squares.</summary>
public static class PdfCertificate
{
    // The middle of the sheet belongs to the words, its lower part to the code and the signature.
    private const double Left = 84, Top = 64, EndOfWords = 408, BlockTop = 416, CodeSize = 84, SignatureWidth = 236, MedalRadius = 36;
    private const double LeastScale = 0.1;

    /// <summary>Writes the file. The same certificate always gives the same bytes. <paramref name="output"/> stays open.</summary>
    public static void Write(CertificateSheet sheet, Stream output) => Write($"{sheet.Title.Vietnamese} {sheet.Number.Value}", [sheet], output);

    /// <summary>Writes several into one file, a page each.</summary>
    /// <param name="title">What the window of a reader shows.</param>
    /// <param name="sheets">At least one.</param>
    /// <param name="output">Memory or a file; it stays open.</param>
    public static void Write(string title, IReadOnlyList<CertificateSheet> sheets, Stream output)
    {
        var pdf = new PdfDocument(title, "vi") { Author = sheets[0].Authority.Vietnamese };
        var stencils = new Dictionary<(CertificateLook, bool), PdfPage>();
        foreach (var sheet in sheets)
        {
            var look = (sheet.Look, sheet.Medal is not null);
            if (!stencils.TryGetValue(look, out var stencil))
            {
                stencils.Add(look, stencil = Stencil(pdf, sheet));
            }

            new Drawing(pdf, sheet).Draw(stencil);
        }

        pdf.Save(output);
    }

    // The ornaments are the same on every sheet of a look.
    private static PdfPage Stencil(PdfDocument pdf, CertificateSheet sheet)
    {
        var (stencil, ink) = (pdf.AddStencil(A4.LongSide, A4.ShortSide), CertificateInk.Of(sheet.Look));
        CertificateFrame.Draw(stencil, ink);
        if (sheet.Medal is not null)
        {
            var (x, y) = MedalPlace(stencil);
            CertificateFrame.Medal(stencil, ink, x, y, MedalRadius);
        }

        return stencil;
    }

    private static (double X, double Y) MedalPlace(PdfPage page) => ((page.Width / 2) + 20, BlockTop + MedalRadius + 4);

    private sealed class Drawing(PdfDocument pdf, CertificateSheet sheet)
    {
        private readonly PdfPage page = pdf.AddPage(A4.LongSide, A4.ShortSide);
        private readonly StructureElement part = pdf.Structure.Add("Art");
        private readonly CertificateInk ink = CertificateInk.Of(sheet.Look);
        private static readonly Colour Ink = new(0x1C, 0x1A, 0x17), Soft = new(0x55, 0x4C, 0x3E);

        private double Width => page.Width - (2 * Left);

        public void Draw(PdfPage stencil)
        {
            pdf.Bookmark($"{sheet.Number.Value} – {sheet.Product.Vietnamese}", 1, page, 0);
            page.BeginArtifact();
            page.Put(stencil);
            page.End();
            var y = Head();
            Stamp();
            Names(y);
            Code();
            Facts();
            Medal();
            Signature();
            var (text, size) = (PlainText.Of(sheet.SmallPrint), 6.5);
            OnOneLine("P", text, new Setting(FontFace.Regular, size, Soft), Left, Width, page.Height - 67);
        }

        private double Head()
        {
            var y = Top;
            y = Centred("P", [sheet.State.Vietnamese], new Setting(FontFace.Bold, 12, Ink), y);
            y = Centred("P", [sheet.Motto.Vietnamese], new Setting(FontFace.Bold, 12.5, Ink), y);
            Rule(y + 1.5, pdf.Font(FontFace.Bold).Measure(PlainText.Of(sheet.Motto.Vietnamese), 12.5), 0.7, Ink);
            y = Centred("P", [sheet.ForeignHead], new Setting(FontFace.Italic, 8.5, Soft), y + 4.5);
            y = Centred("P", [sheet.Authority.Vietnamese], new Setting(FontFace.Bold, 13.5, ink.Strong), y + 8);
            y = Centred("P", [sheet.Authority.English], new Setting(FontFace.Regular, 9, Soft, 0.8), y);
            y = Centred("H1", [sheet.Title.Vietnamese], new Setting(FontFace.Bold, 34, ink.Strong, 1.6), y + 5);
            y = Centred("P", [sheet.Title.English], new Setting(FontFace.Regular, 12, ink.Fine, 4), y - 2);
            Flourish(y + 5);
            return Centred("P", CertificateSheet.Lines(sheet.Subject), new Setting(FontFace.Bold, 13.5, Ink), y + 11);
        }

        // Two lines that thin out from a small lozenge.
        private void Flourish(double y)
        {
            var x = page.Width / 2;
            page.BeginArtifact();
            foreach (var side in new[] { -1, 1 })
            {
                page.Area(new VectorPath().Move(x + (side * 9), y - 0.7).Curve(x + (side * 40), y - 0.9, x + (side * 60), y, x + (side * 96), y).Curve(x + (side * 60), y + 0.2, x + (side * 40), y + 0.9, x + (side * 9), y + 0.7).Close(), ink.Fine);
            }

            page.Area(new VectorPath().Polygon([(x - 4.5, y), (x, y - 3), (x + 4.5, y), (x, y + 3)]), ink.Strong);
            page.End();
        }

        // Names of any length: they shrink together until they stand between the head and the code.
        private void Names(double top)
        {
            var room = EndOfWords - top - 4;
            var scale = 1.0;
            var lines = Broken(scale);
            while (lines.Sum(one => one.Height) > room && scale > LeastScale)
            {
                scale -= scale > 0.75 ? 0.05 : 0.025;
                lines = Broken(scale);
            }

            var free = Math.Max(0, room - lines.Sum(one => one.Height));
            var y = top + 4 + Math.Min(free / 2, 14);
            foreach (var (setting, words, before, element, _) in lines)
            {
                y = Set(element, words, setting, Left, Width, y + before);
            }
        }

        private List<(Setting Setting, IReadOnlyList<string> Words, double Before, string Element, double Height)> Broken(double scale)
        {
            // What is said about the names need not become as small as they do.
            var said = Math.Max(scale, Math.Min(1, 0.86 + (scale * 0.14)));
            if (scale < 0.5)
            {
                said = scale * 1.7;
            }

            var found = new List<(Setting, IReadOnlyList<string>, double, string, double)>();
            void Add(string text, FontFace face, double size, Colour colour, double before, string element = "P")
            {
                if (string.IsNullOrWhiteSpace(text))
                {
                    return;
                }

                var setting = new Setting(face, size, colour);
                var words = CertificateSheet.Lines(PlainText.Of(text)).SelectMany(line => LineBreaker.Evenly(available => LineBreaker.Break(line, pdf.Font(face), size, available), Width)).ToList();
                found.Add((setting, words, before, element, before + (words.Count * setting.LineHeight)));
            }

            Add(sheet.BeforeProduct.OnOneLine, FontFace.Italic, 11 * said, Soft, 3 * said);
            Add(sheet.Product.Vietnamese, FontFace.Bold, 21 * scale, ink.Strong, 1 * scale, "H2");
            Add(sheet.Product.English, FontFace.Italic, 13 * scale, Ink, 0);
            Add(sheet.BeforeBusiness.OnOneLine, FontFace.Italic, 11 * said, Soft, 4 * said);
            Add(sheet.Business.Vietnamese, FontFace.Bold, 16 * scale, Ink, 1 * scale);
            Add(sheet.Business.English, FontFace.Italic, 12 * scale, Ink, 0);
            Add(sheet.Body, FontFace.Regular, 12 * said, Ink, 6 * said);
            Add(sheet.English, FontFace.Italic, 10 * said, Soft, 1 * said);
            return found;
        }

        private void Code()
        {
            var code = QrSquares.Of(sheet.CheckAddress);
            var square = CodeSize / code.Size;
            var figure = part.Add(new StructureElement("Figure") { Alt = $"QR: {sheet.CheckAddress}" });
            page.Begin(figure);
            page.Rectangle(Left - 6, BlockTop, CodeSize, CodeSize, Colour.White);
            var dark = new VectorPath();
            foreach (var (row, column, count) in code.Rows)
            {
                dark.Rectangle(Left - 6 + (column * square), BlockTop + (row * square), count * square, square);
            }

            page.Area(dark, Colour.Black);
            page.End();
        }

        private void Facts()
        {
            const double From = Left + CodeSize + 2, Room = 196;
            var y = BlockTop + 4;
            y = Set("P", Broken(sheet.Numbered, FontFace.Bold, 11.5, Room), new Setting(FontFace.Bold, 11.5, ink.Strong, IsCentred: false), From, Room, y) + 3;
            y = Set("P", Broken(sheet.Validity.Vietnamese, FontFace.Regular, 10, Room), new Setting(FontFace.Regular, 10, Ink, IsCentred: false), From, Room, y);
            y = Set("P", Broken(sheet.Validity.English, FontFace.Italic, 8.5, Room), new Setting(FontFace.Italic, 8.5, Soft, IsCentred: false), From, Room, y) + 4;
            y = Set("P", Broken(sheet.HowToCheck.Vietnamese, FontFace.Regular, 7.5, Room), new Setting(FontFace.Regular, 7.5, Soft, IsCentred: false), From, Room, y);
            y = Set("P", Broken(sheet.HowToCheck.English, FontFace.Italic, 7.5, Room), new Setting(FontFace.Italic, 7.5, Soft, IsCentred: false), From, Room, y);
            var address = new Setting(FontFace.Regular, 7.5, Ink, IsCentred: false);
            var end = Set("P", Broken(sheet.CheckAddress, FontFace.Regular, 7.5, Room), address, From, Room, y);
            if (Uri.TryCreate(sheet.CheckAddress, UriKind.Absolute, out var check))
            {
                page.Link(part.Add("Link"), check, From, y, Math.Min(pdf.Font(address.Face).Measure(PlainText.Of(sheet.CheckAddress), address.Size), Room), end - y);
            }
        }

        private IReadOnlyList<string> Broken(string text, FontFace face, double size, double width) => LineBreaker.Break(PlainText.Of(text), pdf.Font(face), size, width);

        private void Medal()
        {
            if (sheet.Medal is not { } words)
            {
                return;
            }

            var (x, y) = MedalPlace(page);
            var lines = PlainText.Of(words).Split(' ', 2);
            var sizes = lines.Length == 2 ? new[] { 9.0, 19.0 } : [14.0];
            page.Begin(part.Add("P"));
            var baseline = lines.Length == 2 ? y - 9.5 : y + 4.5;
            for (var i = 0; i < lines.Length; i++)
            {
                var size = Fitting(lines[i], FontFace.Bold, sizes[i], MedalRadius * 1.1);
                baseline += i == 0 ? 0 : 19;
                page.Text(FontFace.Bold, size, x - (pdf.Font(FontFace.Bold).Measure(lines[i], size) / 2), baseline, lines[i], ink.Pale, 0);
            }

            page.End();
        }

        private void Signature()
        {
            var from = page.Width - Left + 6 - SignatureWidth;
            var y = BlockTop;
            y = Set("P", [PlainText.Of(sheet.PlaceAndDate.Vietnamese)], Shrunk(sheet.PlaceAndDate.Vietnamese, FontFace.Italic, 11.5, Ink), from, SignatureWidth, y);
            y = Set("P", [PlainText.Of(sheet.PlaceAndDate.English)], Shrunk(sheet.PlaceAndDate.English, FontFace.Italic, 8.5, Soft), from, SignatureWidth, y) + 3;
            foreach (var line in sheet.Signature.Role)
            {
                y = Set("P", [PlainText.Of(line)], Shrunk(line, FontFace.Bold, sheet.Signature.Role.Count > 3 ? 9.5 : 12, Ink), from, SignatureWidth, y);
            }

            if (sheet.Signature.Hint is { } hint)
            {
                Set("P", [PlainText.Of(hint)], Shrunk(hint, FontFace.Italic, 9, Soft), from, SignatureWidth, y);
            }

            if (sheet.Signature.Name is { } name)
            {
                Set("P", [PlainText.Of(name)], Shrunk(name, FontFace.Bold, 12, Ink), from, SignatureWidth, page.Height - 82);
            }
        }

        private Setting Shrunk(string text, FontFace face, double size, Colour colour) => new(face, Fitting(PlainText.Of(text), face, size, SignatureWidth), colour);

        private double Fitting(string text, FontFace face, double size, double width) =>
            text.Length == 0 ? size : Math.Min(size, size * width / Math.Max(pdf.Font(face).Measure(text, size), 1));

        private void Stamp()
        {
            if (sheet.Mark is not { } mark)
            {
                return;
            }

            var red = new Colour(0xB3, 0x26, 0x1E);
            const double Wide = 150, High = 34, X = Left - 8, Y = Top + 4;
            page.BeginArtifact();
            page.Outline(new VectorPath().Rectangle(X, Y, Wide, High), 1.1, red);
            page.Outline(new VectorPath().Rectangle(X + 2, Y + 2, Wide - 4, High - 4), 0.4, red);
            page.End();
            var (vietnamese, english) = (PlainText.Of(mark.Vietnamese), PlainText.Of(mark.English));
            var first = new Setting(FontFace.Bold, Fitting(vietnamese, FontFace.Bold, 11, Wide - 14), red);
            var second = new Setting(FontFace.Regular, Fitting(english, FontFace.Regular, 8, Wide - 14), red);
            var y = Set("P", [vietnamese], first, X, Wide, Y + ((High - first.LineHeight - second.LineHeight) / 2));
            Set("P", [english], second, X, Wide, y);
        }

        private void Rule(double y, double length, double thickness, Colour colour)
        {
            page.BeginArtifact();
            page.Lines([((page.Width - length) / 2, y, (page.Width + length) / 2, y)], thickness, colour);
            page.End();
        }

        // Lines as they are, each as large as asked or as fits.
        private double Centred(string element, IReadOnlyList<string> words, Setting setting, double y)
        {
            foreach (var line in words.Select(PlainText.Of))
            {
                var fits = setting with { Size = Fitting(line, setting.Face, setting.Size, Width - (setting.Spacing * line.Length)) };
                y = Set(element, [line], fits, Left, Width, y);
            }

            return y;
        }

        private void OnOneLine(string element, string text, Setting setting, double left, double width, double y) =>
            Set(element, [text], setting with { Size = Fitting(text, setting.Face, setting.Size, width) }, left, width, y);

        private double Set(string element, IReadOnlyList<string> lines, Setting setting, double left, double width, double y)
        {
            var font = pdf.Font(setting.Face);
            page.Begin(part.Add(element));
            foreach (var line in lines.Where(line => line.Length > 0))
            {
                var x = setting.IsCentred ? left + ((width - font.Measure(line.AsSpan().TrimEnd(' '), setting.Size) - (setting.Spacing * (line.TrimEnd(' ').Length - 1))) / 2) : left;
                page.Text(setting.Face, setting.Size, x, y + ((setting.LineHeight + ((font.Ascent - font.Descent) * setting.Size)) / 2), line, setting.Colour, setting.Spacing);
                y += setting.LineHeight;
            }

            page.End();
            return y;
        }
    }

    private sealed record Setting(FontFace Face, double Size, Colour Colour, double Spacing = 0, bool IsCentred = true)
    {
        public double LineHeight => Size * 1.24;
    }
}
