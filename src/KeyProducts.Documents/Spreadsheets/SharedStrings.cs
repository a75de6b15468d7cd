using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace KeyProducts.Documents.Spreadsheets;

/// <summary>The words of a workbook, each kept once; cells point to them by number.</summary>
internal sealed partial class SharedStrings
{
    /// <summary>The most that a cell can hold; Excel calls a file with more damaged.</summary>
    private const int Longest = 32_767;

    private readonly Dictionary<string, int> numbers = [];

    /// <summary>The number of a text that is, if need be, cut and freed of what XML cannot hold.</summary>
    public int NumberOf(string text)
    {
        var plain = PlainText.Cut(PlainText.Of(text), Longest);
        if (!numbers.TryGetValue(plain, out var number))
        {
            numbers.Add(plain, number = numbers.Count);
        }

        return number;
    }

    /// <summary>Writes the words into their part.</summary>
    public void Save(SharedStringTablePart part)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new SharedStringTable());
        foreach (var text in numbers.OrderBy(entry => entry.Value).Select(entry => entry.Key))
        {
            writer.WriteStartElement(new SharedStringItem());
            writer.WriteElement(new Text(Escape().Replace(text, "_x005F_")) { Space = SpaceProcessingModeValues.Preserve });
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    // Spreadsheets read "_x0041_" as the letter A; the underscore is written that way itself to remain what it was.
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escape();
}
