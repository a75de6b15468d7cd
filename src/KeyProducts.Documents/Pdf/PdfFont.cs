using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using static KeyProducts.Documents.Pdf.PdfSyntax;

namespace KeyProducts.Documents.Pdf;

/// <summary>A face as one document uses it: measures text, and remembers which glyphs have to go into the file.</summary>
internal sealed class PdfFont(FontFace face)
{
    // What stands for a character the font cannot draw, so that the reader sees that something is missing.
    private static readonly char[] Replacements = ['\u25A1', '\uFFFD', '?'];

    private const string Digits = "0123456789ABCDEF";

    private readonly TrueTypeFont font = TrueTypeFont.Of(face);
    private readonly char[] used = new char[TrueTypeFont.Of(face).GlyphCount]; // By glyph, the character it shows.

    /// <summary>The name of the font within pages.</summary>
    public string Name { get; } = "F" + ((int)face + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>From the baseline to the top of the tallest letter, in parts of the size.</summary>
    public double Ascent => (double)font.Ascent / font.UnitsPerEm;

    /// <summary>From the baseline to the lowest point, in parts of the size; positive.</summary>
    public double Descent => -(double)font.Descent / font.UnitsPerEm;

    /// <summary>The width of a text in points; it must be <see cref="PlainText"/> without line breaks.</summary>
    public double Measure(ReadOnlySpan<char> text, double size)
    {
        var units = 0L;
        foreach (var character in text)
        {
            units += char.IsLowSurrogate(character) ? 0 : font.AdvanceOf(Drawable(character).Glyph);
        }

        return units * size / font.UnitsPerEm;
    }

    /// <summary>
    /// Adds the operand of a TJ operator that draws the text. <paramref name="wordSpacing"/>, in points, is added after
    /// each space by moving the pen: the PDF operator for it does not work with fonts of two bytes a glyph.
    /// </summary>
    public void Encode(StringBuilder content, string text, double size, double wordSpacing)
    {
        content.Append("[<");
        foreach (var character in text)
        {
            if (char.IsLowSurrogate(character))
            {
                continue; // Its partner was drawn as one replacement.
            }

            var (glyph, shown) = Drawable(character);
            used[glyph] = shown;
            content.Append([Digits[glyph >> 12], Digits[glyph >> 8 & 15], Digits[glyph >> 4 & 15], Digits[glyph & 15]]);
            if (character == ' ' && wordSpacing != 0)
            {
                content.Append('>').Append(Number(-wordSpacing / size * 1000)).Append('<');
            }
        }

        content.Append(">]");
    }

    /// <summary>Writes the font with the glyphs used so far.</summary>
    public void Save(PdfFile file, int id)
    {
        var glyphs = Enumerable.Range(0, used.Length).Where(glyph => used[glyph] != 0).ToList();
        var program = TrueTypeSubset.Of(font, glyphs);
        var programId = file.Reserve();
        file.WriteStream(programId, $"/Length1 {program.Length}", program);
        var name = Tag(program) + "+" + font.Name;
        var descriptor = file.Write(
            $"<< /Type /FontDescriptor /FontName /{name} /Flags {(font.ItalicAngle == 0 ? 34 : 98)} "
            + $"/FontBBox [{string.Join(' ', font.Box.Select(side => Number(Thousandths(side))))}] "
            + $"/ItalicAngle {Number(font.ItalicAngle)} /Ascent {Number(Thousandths(font.Ascent))} "
            + $"/Descent {Number(Thousandths(font.Descent))} /CapHeight {Number(Thousandths(font.CapHeight))} "
            + $"/StemV {(face is FontFace.Bold or FontFace.BoldItalic ? 140 : 80)} /FontFile2 {Reference(programId)} >>");
        var widths = string.Concat(glyphs.Select(glyph =>
            string.Create(CultureInfo.InvariantCulture, $"{glyph} [{Number(Thousandths(font.AdvanceOf(glyph)))}] ")));
        var descendant = file.Write(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
            + $"/Supplement 0 >> /FontDescriptor {Reference(descriptor)} /W [{widths}] /CIDToGIDMap /Identity >>");
        var unicode = file.Reserve();
        file.WriteStream(unicode, "", Encoding.ASCII.GetBytes(ToUnicode(glyphs)));
        file.Write(id, $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H "
            + $"/DescendantFonts [{Reference(descendant)}] /ToUnicode {Reference(unicode)} >>");
    }

    private (int Glyph, char Shown) Drawable(char character)
    {
        // A hyphen or space that does not break looks like one that does, and is searched for as one.
        character = character switch { '\u2011' => '-', '\u00A0' => ' ', _ => character };

        if (font.GlyphOf(character) is > 0 and var glyph)
        {
            return (glyph, character);
        }

        var replacement = Replacements.First(candidate => font.GlyphOf(candidate) > 0);
        return (font.GlyphOf(replacement), replacement);
    }

    private double Thousandths(int units) => units * 1000.0 / font.UnitsPerEm;

    // Six letters before the name tell that the font is cut down; they have to differ where the cut differs.
    private static string Tag(byte[] program) =>
        string.Concat(SHA256.HashData(program).Take(6).Select(part => (char)('A' + (part % 26))));

    private string ToUnicode(IEnumerable<int> glyphs)
    {
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            + "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            + "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            + "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var part in glyphs.Chunk(100)) // The format allows a hundred at a time.
        {
            map.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfchar\n");
            foreach (var glyph in part)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{(int)used[glyph]:X4}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
