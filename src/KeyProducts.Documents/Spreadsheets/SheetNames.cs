using System.Globalization;

namespace KeyProducts.Documents.Spreadsheets;

/// <summary>Names for the sheets of one workbook: each as near to its table's caption as spreadsheets allow, none twice.</summary>
internal sealed class SheetNames
{
    private const int Longest = 31;
    private const string Forbidden = @":\/?*[]";

    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase)
    {
        "History", // Excel keeps this name for itself.
    };

    /// <summary>A free name made of <paramref name="wish"/>, or of <paramref name="otherwise"/> when nothing of it can be used.</summary>
    public string Take(string wish, string otherwise)
    {
        var name = Allowed(wish);
        name = name.Length > 0 ? name : Allowed(otherwise);
        name = name.Length > 0 ? name : "1";
        var free = Shortened(name, "");
        for (var number = 2; !taken.Add(free); number++)
        {
            free = Shortened(name, string.Create(CultureInfo.InvariantCulture, $" ({number})"));
        }

        return free;
    }

    /// <summary>How a formula names a sheet.</summary>
    public static string Reference(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!";

    private static string Allowed(string text) =>
        string.Join(' ', string.Concat(PlainText.Of(text).Select(c => Forbidden.Contains(c, StringComparison.Ordinal) ? ' ' : c))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('\'');

    private static string Shortened(string name, string ending) =>
        PlainText.Cut(name, Longest - ending.Length).TrimEnd('\'', ' ') + ending;
}
