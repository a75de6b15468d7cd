using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace KeyProducts.Documents.Spreadsheets;

/// <summary>What the properties of a workbook say of it. No person is named.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Language">"vi" or "en".</param>
/// <param name="Subject">What it is about; null for nothing.</param>
/// <param name="Company">The agency that gives it out; null for nothing.</param>
/// <param name="MadeAt">When it was drawn up, UTC; null for nothing.</param>
internal sealed record FileProperties(string Title, string Language, string? Subject = null, string? Company = null, DateTime? MadeAt = null)
{
    private static readonly XNamespace
        Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        Dc = "http://purl.org/dc/elements/1.1/",
        Terms = "http://purl.org/dc/terms/",
        Schema = "http://www.w3.org/2001/XMLSchema-instance",
        Extended = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";

    /// <summary>Writes them into their parts, which have names of their own: the package's would be made up anew each time.</summary>
    public void Write(SpreadsheetDocument file)
    {
        Save(file.AddNewPart<CoreFilePropertiesPart>("rIdCore"), new XElement(
            Core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "dc", Dc.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "dcterms", Terms.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "xsi", Schema.NamespaceName),
            new XElement(Dc + "title", PlainText.Of(Title)),
            Subject is null ? null : new XElement(Dc + "subject", PlainText.Of(Subject)),
            new XElement(Dc + "language", Language),
            MadeAt is { } made
                ? new XElement(Terms + "created", new XAttribute(Schema + "type", "dcterms:W3CDTF"), made.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))
                : null));
        if (Company is not null)
        {
            Save(file.AddNewPart<ExtendedFilePropertiesPart>("rIdApp"), new XElement(Extended + "Properties", new XElement(Extended + "Company", PlainText.Of(Company))));
        }
    }

    private static void Save(OpenXmlPart part, XElement content)
    {
        using var stream = part.GetStream(FileMode.Create);
        new XDocument(content).Save(stream);
    }
}
