using System.Text;
using static KeyProducts.Documents.Pdf.PdfSyntax;

namespace KeyProducts.Documents.Pdf;

/// <content>Outlines, words in colour, and what is drawn once for many pages.</content>
internal sealed partial class PdfPage
{
    /// <summary>The name by which pages put it on; null for a page.</summary>
    public string? StencilName { get; init; }

    /// <summary>Puts on what was drawn once.</summary>
    public void Put(PdfPage stencil) => content.Append("q /").Append(stencil.StencilName).Append(" Do Q\n");

    /// <summary>Writes it as something that pages put on. It does not know in which colours they are drawing when they do.</summary>
    public void SaveStencil(PdfFile file) => file.WriteStream(
        Id,
        $"/Type /XObject /Subtype /Form /BBox [0 0 {Number(width)} {Number(height)}] /Resources << >>",
        Encoding.ASCII.GetBytes($"{Colour.Black} rg {Colour.Black} RG\n{content}"));

    /// <summary>Fills the inside of an outline.</summary>
    public void Area(VectorPath path, Colour colour)
    {
        Fill(colour);
        path.Save(content, height);
        content.Append("f\n");
    }

    /// <summary>Draws an outline.</summary>
    public void Outline(VectorPath path, double thickness, Colour colour)
    {
        if (colour != stroke)
        {
            content.Append(stroke = colour).Append(" RG ");
        }

        content.Append(Number(thickness)).Append(" w ");
        path.Save(content, height);
        content.Append("S\n");
    }

    /// <summary>Writes a line of <see cref="PlainText"/> in a colour.</summary>
    /// <param name="face">The face.</param>
    /// <param name="size">The size of the letters.</param>
    /// <param name="x">Where the line begins.</param>
    /// <param name="baseline">The height on which letters stand.</param>
    /// <param name="text">The words.</param>
    /// <param name="colour">Their colour.</param>
    /// <param name="spacing">Room added after each letter.</param>
    public void Text(FontFace face, double size, double x, double baseline, string text, Colour colour, double spacing)
    {
        var font = document.Font(face);
        Fill(colour);
        content.Append("BT /").Append(font.Name).Append(' ').Append(Number(size)).Append(" Tf ").Append(Number(spacing)).Append(" Tc ")
            .Append(Number(x)).Append(' ').Append(Number(height - baseline)).Append(" Td ");
        font.Encode(content, text, size, 0);
        // Room between letters would stay for whatever is written after.
        content.Append(" TJ 0 Tc ET\n");
    }
}
