using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml;

namespace KeyProducts.Documents.Word;

/// <summary>
/// The package of a Word file: its parts in one archive, with what names them and joins them. It knows no clock and no chance: the
/// same parts give the same bytes.
/// </summary>
internal sealed class WordFile : IDisposable
{
    private const string Kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Joint = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Joints = "http://schemas.openxmlformats.org/package/2006/relationships";

    // The earliest day that an archive can name.
    private static readonly DateTimeOffset NoDay = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive archive;
    private readonly List<(string Path, string Kind)> parts = [];
    private readonly List<(string Id, string Kind, string Target)> joints = [];

    /// <summary>Begins a file on <paramref name="output"/>, which stays open.</summary>
    public WordFile(Stream output) => archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>Adds a part that the document refers to, and returns the name by which it does.</summary>
    /// <param name="kind">"header", "footer", "styles" or "settings".</param>
    /// <param name="root">Its content.</param>
    public string Add(string kind, OpenXmlElement root)
    {
        var id = FormattableString.Invariant($"rId{joints.Count + 1}");
        var name = FormattableString.Invariant($"{kind}{joints.Count + 1}.xml");
        Put("word/" + name, Kind + kind + "+xml", root.WriteTo);
        joints.Add((id, Joint + kind, name));
        return id;
    }

    /// <summary>Adds a picture that the document refers to, and returns the name by which it does.</summary>
    /// <param name="png">The picture.</param>
    public string AddPicture(byte[] png)
    {
        var id = FormattableString.Invariant($"rId{joints.Count + 1}");
        var name = FormattableString.Invariant($"media/picture{joints.Count + 1}.png");
        var entry = archive.CreateEntry("word/" + name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoDay;
        using (var stream = entry.Open())
        {
            stream.Write(png);
        }

        parts.Add(("word/" + name, "image/png"));
        joints.Add((id, Joint + "image", name));
        return id;
    }

    /// <summary>Adds the document itself and all that describes the file.</summary>
    /// <param name="document">The document, written last because it names the other parts.</param>
    /// <param name="title">What it is.</param>
    /// <param name="author">The agency; no person is named.</param>
    public void Finish(OpenXmlElement document, string title, string author)
    {
        Put("word/document.xml", Kind + "document.main+xml", document.WriteTo);
        Put("word/_rels/document.xml.rels", null, Relations(joints));
        Put("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", Properties(title, author));
        Put("_rels/.rels", null, Relations([
            ("rId1", Joint + "officeDocument", "word/document.xml"),
            ("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml")]));
        Put("[Content_Types].xml", null, new XElement(
            Types + "Types",
            new XElement(Types + "Default", new XAttribute("Extension", "rels"), new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
            parts.Select(part => new XElement(Types + "Override", new XAttribute("PartName", "/" + part.Path), new XAttribute("ContentType", part.Kind)))).WriteTo);
    }

    /// <inheritdoc/>
    public void Dispose() => archive.Dispose();

    private static Action<XmlWriter> Relations(IEnumerable<(string Id, string Kind, string Target)> all) => new XElement(
        Joints + "Relationships",
        all.Select(one => new XElement(Joints + "Relationship", new XAttribute("Id", one.Id), new XAttribute("Type", one.Kind), new XAttribute("Target", one.Target)))).WriteTo;

    private static Action<XmlWriter> Properties(string title, string author)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties", dublin = "http://purl.org/dc/elements/1.1/";
        return new XElement(
            core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", core),
            new XAttribute(XNamespace.Xmlns + "dc", dublin),
            new XElement(dublin + "title", PlainText.Of(title)),
            new XElement(dublin + "creator", PlainText.Of(author)),
            new XElement(dublin + "language", "vi-VN"),
            new XElement(core + "lastModifiedBy", PlainText.Of(author))).WriteTo;
    }

    private void Put(string path, string? kind, Action<XmlWriter> write)
    {
        var entry = archive.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = NoDay;
        using var writer = XmlWriter.Create(entry.Open(), new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = true });
        writer.WriteStartDocument(standalone: true);
        write(writer);
        if (kind is not null)
        {
            parts.Add((path, kind));
        }
    }
}
