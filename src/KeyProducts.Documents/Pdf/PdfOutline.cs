using System.Globalization;
using static KeyProducts.Documents.Pdf.PdfSyntax;

namespace KeyProducts.Documents.Pdf;

/// <summary>The list of headings that a reader's window shows beside the pages.</summary>
internal sealed class PdfOutline
{
    private readonly List<Entry> entries = [];

    /// <summary>Adds a heading.</summary>
    /// <param name="title">Its words.</param>
    /// <param name="level">Its level, from 1.</param>
    /// <param name="page">The page where it stands.</param>
    /// <param name="y">Its upper edge, from the top of the page.</param>
    public void Add(string title, int level, PdfPage page, double y) => entries.Add(new Entry(title, level, page, y));

    /// <summary>Writes the list, and returns its number; null when there is none.</summary>
    public int? Save(PdfFile file)
    {
        if (entries.Count == 0)
        {
            return null;
        }

        var root = file.Reserve();
        foreach (var entry in entries)
        {
            entry.Id = file.Reserve();
        }

        var top = Write(file, root, 0, entries.Count);
        file.Write(root, string.Create(CultureInfo.InvariantCulture, $"<< /Type /Outlines {top} /Count {entries.Count} >>"));
        return root;
    }

    // Writes the entries of a stretch below their parent. The first one's level is that of all that are not deeper: a level may be left out.
    private string Write(PdfFile file, int parent, int from, int to)
    {
        var here = new List<(int At, int End)>();
        for (var at = from; at < to;)
        {
            var end = at + 1;
            while (end < to && entries[end].Level > entries[from].Level)
            {
                end++;
            }

            here.Add((at, end));
            at = end;
        }

        for (var i = 0; i < here.Count; i++)
        {
            var (at, end) = here[i];
            var entry = entries[at];
            var below = end - at - 1;
            var children = below == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" {Write(file, entry.Id, at + 1, end)} /Count {below}");
            var before = i > 0 ? $" /Prev {Reference(entries[here[i - 1].At].Id)}" : "";
            var after = i < here.Count - 1 ? $" /Next {Reference(entries[here[i + 1].At].Id)}" : "";
            file.Write(entry.Id, $"<< /Title {Words(entry.Title)} /Parent {Reference(parent)}{before}{after}{children} "
                + $"/Dest [{Reference(entry.Page.Id)} /XYZ 0 {Number(entry.Page.Height - entry.Y)} 0] >>");
        }

        return $"/First {Reference(entries[here[0].At].Id)} /Last {Reference(entries[here[^1].At].Id)}";
    }

    private sealed record Entry(string Title, int Level, PdfPage Page, double Y)
    {
        public int Id { get; set; }
    }
}
