using System.Globalization;
using static KeyProducts.Documents.Pdf.PdfSyntax;

namespace KeyProducts.Documents.Pdf;

/// <summary>A part of a page that leads to an address when it is pressed.</summary>
/// <param name="Page">The page.</param>
/// <param name="Element">Its place in the structure, of type "Link".</param>
/// <param name="Address">Where it leads, an address of the web.</param>
/// <param name="X">Its left edge.</param>
/// <param name="Y">Its upper edge, from the top of the page.</param>
/// <param name="Width">From its left edge to the right.</param>
/// <param name="Height">From its upper edge to the lower.</param>
internal sealed record PdfLink(PdfPage Page, StructureElement Element, Uri Address, double X, double Y, double Width, double Height)
{
    /// <summary>The number of its object; 0 until the document is saved.</summary>
    public int Id { get; set; }

    /// <summary>By which number the structure finds it again; pages have the first ones.</summary>
    public int Key { get; set; }

    /// <summary>Writes it.</summary>
    public void Save(PdfFile file) => file.Write(Id, string.Create(CultureInfo.InvariantCulture,
        $"<< /Type /Annot /Subtype /Link /P {Page.Id} 0 R /F 4 /Border [0 0 0] /StructParent {Key} /Contents {Words(Address.OriginalString)} ")
        + $"/Rect [{Number(X)} {Number(Page.Height - Y - Height)} {Number(X + Width)} {Number(Page.Height - Y)}] "
        + $"/A << /S /URI /URI <{Convert.ToHexString(System.Text.Encoding.ASCII.GetBytes(Address.AbsoluteUri))}> >> >>");
}
