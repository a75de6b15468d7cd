using System.Globalization;
using System.Text;
using static KeyProducts.Documents.Pdf.PdfSyntax;

namespace KeyProducts.Documents.Pdf;

/// <summary>A colour of the screen; a printer makes its own of it.</summary>
internal readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>The colour of text.</summary>
    public static readonly Colour Black = new(0, 0, 0);

    /// <summary>The colour of the sheet.</summary>
    public static readonly Colour White = new(0xFF, 0xFF, 0xFF);

    /// <summary>The colour as operands of an operator.</summary>
    public override string ToString() => $"{Part(Red)} {Part(Green)} {Part(Blue)}";

    private static string Part(byte value) => (value / 255.0).ToString("0.###", CultureInfo.InvariantCulture);
}

/// <summary>
/// A sheet to draw on. Lengths are points (1/72 inch) and are counted from the top left corner, downwards, as one reads.
/// Everything drawn stands between <see cref="Begin"/> or <see cref="BeginArtifact"/> and <see cref="End"/>,
/// so that a screen reader knows what it is.
/// </summary>
internal sealed partial class PdfPage(PdfDocument document, double width, double height)
{
    private readonly StringBuilder content = new();
    private byte[]? packed;
    private readonly List<StructureElement> owners = [];
    private readonly List<PdfLink> links = [];
    private Colour fill = Colour.Black;
    private Colour stroke = Colour.Black;

    /// <summary>The number of its object; 0 until the document is saved.</summary>
    public int Id { get; set; }

    /// <summary>From the left edge to the right.</summary>
    public double Width => width;

    /// <summary>From the top edge to the bottom.</summary>
    public double Height => height;

    /// <summary>To which part of the document each piece of content belongs, by the number of the piece.</summary>
    public IReadOnlyList<StructureElement> Owners => owners;

    /// <summary>What leads elsewhere when it is pressed.</summary>
    public IReadOnlyList<PdfLink> Links => links;

    /// <summary>Makes a part of the page lead to an address of the web; what is drawn there is not changed.</summary>
    /// <param name="element">Its place in the structure, of type "Link".</param>
    /// <param name="address">Where it leads.</param>
    /// <param name="x">Its left edge.</param>
    /// <param name="y">Its upper edge.</param>
    /// <param name="linkWidth">From its left edge to the right.</param>
    /// <param name="linkHeight">From its upper edge to the lower.</param>
    public void Link(StructureElement element, Uri address, double x, double y, double linkWidth, double linkHeight)
    {
        var link = new PdfLink(this, element, address, x, y, linkWidth, linkHeight);
        links.Add(link);
        element.Add(link);
    }

    /// <summary>Packs what is drawn: a long list has hundreds of pages, and nobody draws on one that is turned.</summary>
    /// <exception cref="InvalidOperationException">Something was drawn on a page that was packed before.</exception>
    public void Pack()
    {
        if (packed is not null && content.Length > 0)
        {
            throw new InvalidOperationException("A page that is turned takes no more.");
        }

        packed ??= PdfFile.Packed(Encoding.ASCII.GetBytes(content.ToString()));
        content.Clear();
        content.Capacity = 0;
    }

    /// <summary>What follows, until <see cref="End"/>, is content of that element.</summary>
    public void Begin(StructureElement element)
    {
        element.Add(this, owners.Count);
        content.Append(CultureInfo.InvariantCulture, $"/{element.Type} <</MCID {owners.Count}>> BDC\n");
        owners.Add(element);
    }

    /// <summary>What follows, until <see cref="End"/>, is not read aloud: lines, tints, page numbers, repeated headers.</summary>
    /// <param name="ofPage">Whether it repeats from page to page; otherwise it is mere layout.</param>
    public void BeginArtifact(bool ofPage = false) =>
        content.Append(ofPage ? "/Artifact <</Type /Pagination>> BDC\n" : "/Artifact <</Type /Layout>> BDC\n");

    /// <summary>Ends what was begun.</summary>
    public void End() => content.Append("EMC\n");

    /// <summary>Writes a line of <see cref="PlainText"/> whose letters stand on <paramref name="baseline"/>.</summary>
    /// <param name="face">The face.</param>
    /// <param name="size">The size of the letters.</param>
    /// <param name="x">Where the line begins.</param>
    /// <param name="baseline">The height on which letters stand.</param>
    /// <param name="text">The words.</param>
    /// <param name="wordSpacing">Room added to each space, for justified lines.</param>
    public void Text(FontFace face, double size, double x, double baseline, string text, double wordSpacing = 0)
    {
        var font = document.Font(face);
        Fill(Colour.Black);
        content.Append("BT /").Append(font.Name).Append(' ').Append(Number(size)).Append(" Tf ")
            .Append(Number(x)).Append(' ').Append(Number(height - baseline)).Append(" Td ");
        font.Encode(content, text, size, wordSpacing);
        content.Append(" TJ ET\n");
    }

    /// <summary>Fills a rectangle.</summary>
    public void Rectangle(double x, double y, double rectangleWidth, double rectangleHeight, Colour colour)
    {
        Fill(colour);
        content.Append(Number(x)).Append(' ').Append(Number(height - y - rectangleHeight)).Append(' ')
            .Append(Number(rectangleWidth)).Append(' ').Append(Number(rectangleHeight)).Append(" re f\n");
    }

    /// <summary>Draws straight lines of one thickness.</summary>
    public void Lines(IEnumerable<(double X1, double Y1, double X2, double Y2)> lines, double thickness, Colour colour)
    {
        if (colour != stroke)
        {
            content.Append(stroke = colour).Append(" RG ");
        }

        content.Append(Number(thickness)).Append(" w ");
        foreach (var (x1, y1, x2, y2) in lines)
        {
            content.Append(Number(x1)).Append(' ').Append(Number(height - y1)).Append(" m ")
                .Append(Number(x2)).Append(' ').Append(Number(height - y2)).Append(" l ");
        }

        content.Append("S\n");
    }

    /// <summary>Writes the page; <paramref name="index"/> counts from 0.</summary>
    public void Save(PdfFile file, int pages, int resources, int index)
    {
        var stream = file.Reserve();
        Pack();
        file.WritePacked(stream, "", packed!);
        links.ForEach(link => link.Save(file));
        var pressed = links.Count == 0 ? "" : $" /Annots [{string.Join(' ', links.Select(link => Reference(link.Id)))}]";
        file.Write(Id, string.Create(CultureInfo.InvariantCulture,
            $"<< /Type /Page /Parent {pages} 0 R /MediaBox [0 0 {Number(width)} {Number(height)}] /Resources {resources} 0 R /Contents {stream} 0 R /StructParents {index} /Tabs /S{pressed} >>"));
    }

    private void Fill(Colour colour)
    {
        if (colour != fill)
        {
            content.Append(fill = colour).Append(" rg ");
        }
    }
}
