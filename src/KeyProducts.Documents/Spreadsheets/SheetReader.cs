using System.Globalization;
using System.Xml;
using KeyProducts.Documents.Files;

namespace KeyProducts.Documents.Spreadsheets;

/// <summary>
/// Reads the lists that people send: .xlsx and .csv, written by whatever program. What a file is, its first bytes say, not its name.
/// Nothing of it is computed, and nothing outside it is opened.
/// </summary>
public static class SheetReader
{
    /// <summary>The most bytes of a file.</summary>
    public const int MostBytes = 20 << 20;

    /// <summary>The most rows, columns and filled cells that are taken.</summary>
    internal const int MostRows = 20_000, MostColumns = 500, MostCells = 500_000;

    /// <summary>The most characters of a cell, as in Excel.</summary>
    private const int LongestText = 32_767;

    /// <summary>The sheets of a workbook, or the one of a .csv, in their order and with hidden ones.</summary>
    /// <param name="file">The file.</param>
    /// <param name="fileName">Its name; a .csv is known by its ending alone.</param>
    /// <exception cref="FileRefusedException">It is neither, is damaged or too large.</exception>
    public static IReadOnlyList<SheetContent> Read(Stream file, string fileName)
    {
        var bytes = Take(file);
        if (bytes.Length == 0)
        {
            throw new FileRefusedException("The file is empty.");
        }

        if (bytes.AsSpan().StartsWith("PK"u8))
        {
            return ReadWorkbook(bytes);
        }

        if (bytes.AsSpan().StartsWith(CompoundFile.Signature))
        {
            throw OfOld(bytes);
        }

        return Path.GetExtension(fileName).ToUpperInvariant() is ".CSV" or ".TXT" or ".TSV"
            ? [CsvReader.Read(bytes, Tidy(Path.GetFileNameWithoutExtension(fileName)))]
            : throw NoWorkbook();
    }

    internal static FileRefusedException NoWorkbook() =>
        new("This is neither an Excel workbook nor a .csv file, whatever its name says. In Excel choose Save As, Excel Workbook (.xlsx).");

    internal static FileRefusedException TooManyRows() =>
        new("The sheet has more than {0} rows. Divide it into several files.", MostRows);

    internal static FileRefusedException TooManyColumns() =>
        new("The sheet has more than {0} columns. Leave in it only those of the template.", MostColumns);

    internal static FileRefusedException TooManyCells() =>
        new("The sheet has more than {0} filled cells. Divide it into several files.", MostCells);

    /// <summary>A text as it is read from a sheet: composed, trimmed, "\n" for every line break, nothing in it that cannot be seen.</summary>
    public static string Tidy(string text)
    {
        var tidy = PlainText.Of(text);
        return PlainText.Cut((tidy.Any(IsOddSpace) ? string.Concat(tidy.Select(letter => IsOddSpace(letter) ? ' ' : letter)) : tidy).Trim(), LongestText);
    }

    private static bool IsOddSpace(char letter) => letter != ' ' && char.GetUnicodeCategory(letter) == UnicodeCategory.SpaceSeparator;

    private static byte[] Take(Stream file)
    {
        var taken = new MemoryStream();
        var buffer = new byte[81_920];
        for (int count; (count = file.Read(buffer)) > 0;)
        {
            taken.Write(buffer, 0, count);
            if (taken.Length > MostBytes)
            {
                throw new FileRefusedException("The file is larger than {0} MB. Take pictures out of it, or divide it into several files.", MostBytes >> 20);
            }
        }

        return taken.ToArray();
    }

    private static IReadOnlyList<SheetContent> ReadWorkbook(byte[] bytes)
    {
        try
        {
            return new XlsxReader(new WorkbookParts(new MemoryStream(bytes))).Read();
        }
        catch (Exception damage) when (damage is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            throw FileRefusedException.Damaged();
        }
    }

    // Workbooks of before 2007 and those with a password are of the same kind of file, as are old documents and mails.
    private static FileRefusedException OfOld(byte[] bytes)
    {
        try
        {
            return new CompoundFile(new MemoryStream(bytes)).Kind() == FileKind.OldExcel
                ? new FileRefusedException("This is a workbook of an old kind (.xls). In Excel choose Save As, Excel Workbook (.xlsx).")
                : NoWorkbook();
        }
        catch (FileRefusedException refusal) when (refusal.Message != FileKind.Unknown().Message)
        {
            return refusal;
        }
        catch (FileRefusedException)
        {
            return NoWorkbook();
        }
    }
}
