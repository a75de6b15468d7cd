using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using KeyProducts.Documents;
using KeyProducts.Documents.Pdf;
using KeyProducts.Documents.Word;
using KeyProducts.Tests.Support;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace KeyProducts.Tests.Documents;

/// <summary>
/// What an official document says in each of its forms: its words in the order of reading, with a mark where a table, a row or a cell
/// begins. What each page repeats is no part of it.
/// </summary>
internal static partial class OfficialReading
{
    public const string Table = "⟨table⟩", Row = "⟨row⟩", Cell = "⟨cell⟩";

    public static byte[] Pdf(params OfficialDocument[] documents) => Bytes(documents, PdfOfficial.Write, PdfOfficial.Write);

    public static byte[] Word(params OfficialDocument[] documents) => Bytes(documents, WordOfficial.Write, WordOfficial.Write);

    /// <summary>The words of the PDF, as a screen reader gets them: by its structure, without what is marked as no content.</summary>
    public static List<string> WordsOfPdf(byte[] pdf)
    {
        using var folder = new TemporaryFolder();
        var words = new List<string>();
        foreach (var line in InstalledTool.PdfInfo.Run("-struct-text", folder.Put("a.pdf", pdf)).Split('\n'))
        {
            var part = line.Trim();
            if (part.StartsWith('"') && part.EndsWith('"'))
            {
                words.AddRange(Split(part[1..^1]));
            }
            else if (Part().Match(part) is { Success: true } found)
            {
                words.Add(found.Groups[1].Value switch { "Table" => Table, "TR" => Row, _ => Cell });
            }
        }

        return words;
    }

    /// <summary>The words of the Word file, in its order.</summary>
    public static List<string> WordsOfWord(byte[] word)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(word), false);
        var words = new List<string>();
        Read(file.MainDocumentPart!.Document.Body!, words);
        return words;
    }

    /// <summary>The words of a paragraph of Word.</summary>
    public static string TextOf(W.Paragraph paragraph) => string.Concat(paragraph.Descendants().Select(part => part switch
    {
        W.Text text => text.Text,
        W.NoBreakHyphen => "-",
        W.Break or W.TabChar => " ",
        _ => "",
    }));

    private static void Read(OpenXmlElement parent, List<string> words)
    {
        foreach (var part in parent.ChildElements)
        {
            if (part is W.Paragraph paragraph)
            {
                words.AddRange(Split(TextOf(paragraph)));
            }
            else if (part is W.Table table && table.GetFirstChild<W.TableProperties>()!.TableStyle!.Val != "FrameTable")
            {
                words.Add(Table);
                foreach (var row in table.Elements<W.TableRow>())
                {
                    words.Add(Row);
                    foreach (var cell in row.Elements<W.TableCell>())
                    {
                        words.Add(Cell);
                        Read(cell, words);
                    }
                }
            }
            else
            {
                Read(part, words);
            }
        }
    }

    private static string[] Split(string text) => text.Replace('\u00A0', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static byte[] Bytes(OfficialDocument[] documents, Action<OfficialDocument, Stream> one, Action<string, IReadOnlyList<OfficialDocument>, Stream> several)
    {
        var file = new MemoryStream();
        if (documents is [var only])
        {
            one(only, file);
        }
        else
        {
            several("Tập văn bản", documents, file);
        }

        return file.ToArray();
    }

    [GeneratedRegex(@"^(Table|TR|TH|TD)\b")]
    private static partial Regex Part();
}
