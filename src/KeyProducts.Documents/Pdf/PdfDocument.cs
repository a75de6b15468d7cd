using System.Globalization;
using System.Security;
using System.Text;
using static KeyProducts.Documents.Pdf.PdfSyntax;

namespace KeyProducts.Documents.Pdf;

/// <summary>Pages with their fonts, their structure, a title and a language, to be saved as one PDF file.</summary>
/// <param name="title">What the window of a reader shows.</param>
/// <param name="language">A language tag such as "vi".</param>
internal sealed class PdfDocument(string title, string language)
{
    private const string Producer = "KeyProducts";

    private readonly string title = PlainText.Of(title);
    private readonly List<PdfPage> pages = [];
    private readonly List<PdfPage> stencils = [];
    private readonly PdfOutline outline = new();
    private readonly SortedDictionary<FontFace, PdfFont> fonts = [];

    /// <summary>The agency that it comes from; null for none. No person is named.</summary>
    public string? Author { get; init; }

    /// <summary>What it is about; null for no more than its title.</summary>
    public string? Subject { get; init; }

    /// <summary>The top of the structure; every block adds its own element to it.</summary>
    public StructureElement Structure { get; } = new("Document");

    /// <summary>The pages so far.</summary>
    public IReadOnlyList<PdfPage> Pages => pages;

    /// <summary>The font of a face; only faces asked for get into the file.</summary>
    public PdfFont Font(FontFace face)
    {
        if (!fonts.TryGetValue(face, out var font))
        {
            fonts.Add(face, font = new PdfFont(face));
        }

        return font;
    }

    /// <summary>A sheet that is drawn once and put on many pages; what stands on it is not read aloud.</summary>
    public PdfPage AddStencil(double width, double height)
    {
        var stencil = new PdfPage(this, width, height) { StencilName = string.Create(CultureInfo.InvariantCulture, $"X{stencils.Count + 1}") };
        stencils.Add(stencil);
        return stencil;
    }

    /// <summary>Adds a heading to the list beside the pages.</summary>
    /// <param name="words">Its words; line breaks become spaces.</param>
    /// <param name="level">Its level, from 1.</param>
    /// <param name="page">The page where it stands.</param>
    /// <param name="y">Its upper edge, from the top of the page.</param>
    public void Bookmark(string words, int level, PdfPage page, double y) =>
        outline.Add(OfficialWords.OneLine(PlainText.Of(words)), level, page, y);

    /// <summary>Adds a page; lengths in points.</summary>
    public PdfPage AddPage(double width, double height)
    {
        if (pages is [.., var turned])
        {
            turned.Pack();
        }

        var page = new PdfPage(this, width, height);
        pages.Add(page);
        return page;
    }

    /// <summary>Writes the file; <paramref name="output"/> stays open.</summary>
    public void Save(Stream output)
    {
        var file = new PdfFile(output);
        int catalog = file.Reserve(), tree = file.Reserve(), resources = file.Reserve();
        foreach (var page in pages.Concat(stencils))
        {
            page.Id = file.Reserve();
        }

        foreach (var (link, i) in pages.SelectMany(page => page.Links).Select((link, i) => (link, i)))
        {
            (link.Id, link.Key) = (file.Reserve(), pages.Count + i);
        }

        for (var index = 0; index < pages.Count; index++)
        {
            pages[index].Save(file, tree, resources, index);
        }

        file.Write(tree, string.Create(CultureInfo.InvariantCulture,
            $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select(page => Reference(page.Id)))}] >>"));
        var names = new StringBuilder();
        foreach (var font in fonts.Values)
        {
            var id = file.Reserve();
            font.Save(file, id);
            names.Append(CultureInfo.InvariantCulture, $"/{font.Name} {id} 0 R ");
        }

        stencils.ForEach(stencil => stencil.SaveStencil(file));
        var forms = stencils.Count == 0 ? "" : $" /XObject << {string.Concat(stencils.Select(stencil => $"/{stencil.StencilName} {Reference(stencil.Id)} "))}>>";
        file.Write(resources, $"<< /Font << {names}>>{forms} >>");
        var structure = StructureElement.Save(file, Structure, pages);
        var metadata = file.Reserve();
        file.WriteStream(metadata, "/Type /Metadata /Subtype /XML", Encoding.UTF8.GetBytes(Metadata()), compress: false);
        file.Write(catalog, $"<< /Type /Catalog /Pages {Reference(tree)} /Lang {Words(language)} /StructTreeRoot {Reference(structure)} "
            + (outline.Save(file) is { } headings ? $"/Outlines {Reference(headings)} " : "")
            + $"/MarkInfo << /Marked true >> /Metadata {Reference(metadata)} /ViewerPreferences << /DisplayDocTitle true >> >>");
        var information = file.Write($"<< /Title {Words(title)} {Entry("Author", Author)}{Entry("Subject", Subject)}/Producer ({Producer}) >>");
        file.Finish(catalog, information);
    }

    private static string Entry(string name, string? words) => words is null ? "" : $"/{name} {Words(Clean(words))} ";

    private static string Clean(string words) => OfficialWords.OneLine(PlainText.Of(words));

    private static string Described(string name, string list, string attribute, string? words) => words is null
        ? ""
        : $"\n<dc:{name}><rdf:{list}><rdf:li{attribute}>{SecurityElement.Escape(Clean(words))}</rdf:li></rdf:{list}></dc:{name}>";

    private string Metadata() =>
        $"""
        <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
        <dc:format>application/pdf</dc:format>
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{SecurityElement.Escape(title)}</rdf:li></rdf:Alt></dc:title>{Described("creator", "Seq", "", Author)}{Described("description", "Alt", " xml:lang=\"x-default\"", Subject)}
        <dc:language><rdf:Bag><rdf:li>{SecurityElement.Escape(language)}</rdf:li></rdf:Bag></dc:language>
        <pdf:Producer>{Producer}</pdf:Producer>
        </rdf:Description>
        </rdf:RDF>
        </x:xmpmeta>
        <?xpacket end="w"?>
        """.ReplaceLineEndings("\n");
}
