using System.Globalization;
using System.Text;
using static KeyProducts.Documents.Pdf.PdfSyntax;

namespace KeyProducts.Documents.Pdf;

/// <summary>
/// A part of the document as a screen reader knows it: heading, paragraph, table, cell. Its children are other parts
/// and pieces of page content; the order in which they are added is the order of reading.
/// </summary>
/// <param name="type">A standard structure type such as "P" or "TD".</param>
/// <param name="attributes">An attribute dictionary, for instance the scope of a header cell.</param>
internal sealed class StructureElement(string type, string? attributes = null)
{
    // A long table has a part for each cell, and a cell has one child: room for more is made when more come.
    private readonly List<(StructureElement? Element, PdfPage? Page, int Content)> children = new(1);
    private List<PdfLink>? links;
    private int id;

    /// <summary>The type, which also labels the content on the page.</summary>
    public string Type => type;

    /// <summary>What a screen reader says of a figure; null for words, which speak for themselves.</summary>
    public string? Alt { get; init; }

    /// <summary>Adds a part at the end.</summary>
    public StructureElement Add(string childType, string? childAttributes = null) =>
        Add(new StructureElement(childType, childAttributes));

    /// <summary>Adds a part at the end that was made before its place was known.</summary>
    public StructureElement Add(StructureElement child)
    {
        children.Add((child, null, 0));
        return child;
    }

    /// <summary>Notes that piece number <paramref name="content"/> of the page belongs here.</summary>
    public void Add(PdfPage page, int content) => children.Add((null, page, content));

    /// <summary>Notes that this leads to an address.</summary>
    public void Add(PdfLink link) => (links ??= []).Add(link);

    /// <summary>Writes the tree below <paramref name="root"/>, and returns the number of its top.</summary>
    public static int Save(PdfFile file, StructureElement root, IReadOnlyList<PdfPage> pages)
    {
        var tree = file.Reserve();
        root.Number(file);
        root.Save(file, tree);
        var parents = new StringBuilder();
        for (var page = 0; page < pages.Count; page++)
        {
            var list = file.Write($"[{string.Join(' ', pages[page].Owners.Select(owner => Reference(owner.id)))}]");
            parents.Append(CultureInfo.InvariantCulture, $"{page} {Reference(list)} ");
        }

        var pressed = pages.SelectMany(page => page.Links).ToList();
        parents.AppendJoin(' ', pressed.Select(link => string.Create(CultureInfo.InvariantCulture, $"{link.Key} {link.Element.id} 0 R")));
        var parentTree = file.Write($"<< /Nums [{parents}] >>");
        file.Write(tree, $"<< /Type /StructTreeRoot /K {Reference(root.id)} /ParentTree {Reference(parentTree)} "
            + $"/ParentTreeNextKey {pages.Count + pressed.Count} >>");
        return tree;
    }

    private void Number(PdfFile file)
    {
        id = file.Reserve();
        foreach (var (element, _, _) in children)
        {
            element?.Number(file);
        }
    }

    private void Save(PdfFile file, int parent)
    {
        var body = new StringBuilder($"<< /S /{type} /P {Reference(parent)}");
        var home = children.FirstOrDefault(child => child.Page is not null).Page;
        if (home is not null)
        {
            body.Append(CultureInfo.InvariantCulture, $" /Pg {home.Id} 0 R");
        }

        if (attributes is not null)
        {
            body.Append(" /A ").Append(attributes);
        }

        if (Alt is { } alt)
        {
            body.Append(" /Alt ").Append(Words(alt));
        }

        body.Append(" /K [");
        foreach (var (element, page, content) in children)
        {
            _ = element is not null ? body.Append(Reference(element.id)).Append(' ')
                : page == home ? body.Append(CultureInfo.InvariantCulture, $"{content} ")
                : body.Append(CultureInfo.InvariantCulture, $"<< /Type /MCR /Pg {page!.Id} 0 R /MCID {content} >> ");
        }

        foreach (var link in links ?? [])
        {
            body.Append(CultureInfo.InvariantCulture, $"<< /Type /OBJR /Pg {link.Page.Id} 0 R /Obj {link.Id} 0 R >> ");
        }

        file.Write(id, body.Append("] >>").ToString());
        foreach (var (element, _, _) in children)
        {
            element?.Save(file, id);
        }
    }
}
