using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace KeyProducts.Tests.Support;

/// <summary>The words of the program: each English sentence, which is the key, with its Vietnamese.</summary>
public static partial class WordFile
{
    /// <summary>Where they stand.</summary>
    public const string Path = "src/KeyProducts.Web/Text/Words.vi.resx";

    /// <summary>Key and Vietnamese, in the file's order, keys that stand there twice included.</summary>
    public static readonly IReadOnlyList<(string Key, string Vietnamese)> Entries =
    [
        .. XDocument.Load(System.IO.Path.Combine(Repository.Root, Path)).Root!.Elements("data")
            .Select(data => (data.Attribute("name")!.Value, data.Element("value")!.Value)),
    ];

    /// <summary>The places for arguments: "{0}", "{1}" and so on, each once.</summary>
    public static IReadOnlyList<string> PlacesIn(string sentence) =>
        [.. Place().Matches(sentence).Select(place => place.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>An expression that fits a sentence with anything in its places.</summary>
    public static Regex Shape(string sentence) =>
        new("^" + string.Join(".+", Place().Split(sentence).Where((_, part) => part % 2 == 0).Select(Regex.Escape)) + "$", RegexOptions.Singleline);

    [GeneratedRegex(@"\{(\d+)(?:[,:][^}]*)?\}")]
    private static partial Regex Place();
}
