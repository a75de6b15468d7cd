namespace KeyProducts.Documents;

/// <summary>The words that the form of an official document adds to its own, so that every rendering says the same.</summary>
public static class OfficialWords
{
    /// <summary>The name of the country and its motto, at the top right of the first page.</summary>
    public const string Country = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Motto = "Độc lập - Tự do - Hạnh phúc";

    /// <summary>What stands above those who get a copy.</summary>
    public const string CopiesTo = "Nơi nhận:";

    /// <summary>What stands before those whom a paper is addressed to.</summary>
    public const string AddressedTo = "Kính gửi:";

    /// <summary>The name of the document in the window of a reader: what kind of paper it is and what about.</summary>
    public static string NameOf(OfficialDocument document) =>
        OneLine(document.Title is null ? document.Subject : $"{document.Title}: {document.Subject}");

    /// <summary>The document in a list of several: its title or subject, and what tells it from the others of its kind.</summary>
    public static string BookmarkOf(OfficialDocument document) =>
        OneLine(document.Title ?? document.Subject) + ((document.RunningHead ?? (document.Addressees.Count == 1 ? document.Addressees[0] : null)) is { } known ? $" – {OneLine(known)}" : "");

    /// <summary>The number, or the code that a form has in its place.</summary>
    public static string NumberOf(OfficialDocument document) => document.Head.Code ?? document.Head.Number;

    /// <summary>Place and date; null for a form, which is dated where it is signed.</summary>
    public static string? DayOf(OfficialDocument document) => document.Head.Code is null ? document.Head.PlaceAndDate : null;

    /// <summary>What a letter is about, under its number; null for a paper with a title.</summary>
    public static string? AboutOf(OfficialDocument document) => document.Title is null ? "V/v " + document.Subject : null;

    /// <summary>The only addressee behind the words; null where nobody or more than one is named.</summary>
    public static string? AddresseeOf(OfficialDocument document) =>
        document.Addressees.Count == 1 ? $"{AddressedTo} {document.Addressees[0]}" : null;

    /// <summary>Several addressees, a line each; empty for one, who stands behind the words.</summary>
    public static IReadOnlyList<string> AddresseesOf(OfficialDocument document) =>
        document.Addressees.Count > 1 ? Listed(document.Addressees) : [];

    /// <summary>Those who get a copy, a line each.</summary>
    public static IReadOnlyList<string> Listed(IReadOnlyList<string> names) =>
        [.. names.Select((name, i) => $"- {name}{(i < names.Count - 1 ? ";" : ".")}")];

    /// <summary>What a document rests on, a paragraph each: a semicolon ends each but the last, which has a full stop.</summary>
    public static IReadOnlyList<RichText> BasesOf(OfficialDocument document) =>
        [.. document.Bases.Select((basis, i) => new RichText([.. basis.Runs, new Run(i < document.Bases.Count - 1 ? ";" : ".")]))];

    /// <summary>What stands before a thing in a list.</summary>
    /// <param name="items">The list.</param>
    /// <param name="index">The thing's place, from 0.</param>
    public static string MarkOf(Items items, int index) => items.IsNumbered ? FormattableString.Invariant($"{index + 1}.") : "-";

    /// <summary>The label of a fact.</summary>
    public static string LabelOf(Fact fact) => fact.Label + ":";

    /// <summary>The words on one line.</summary>
    public static string OneLine(string text) => text.ReplaceLineEndings(" ");

    /// <summary>The paragraphs of a text: each line break begins one. Their words are <see cref="PlainText"/>.</summary>
    public static IReadOnlyList<IReadOnlyList<Run>> Paragraphs(this RichText text)
    {
        var paragraphs = new List<IReadOnlyList<Run>>();
        var current = new List<Run>();
        foreach (var run in text.Runs)
        {
            var lines = PlainText.Of(run.Text).Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                if (i > 0)
                {
                    paragraphs.Add(current);
                    current = [];
                }

                if (lines[i].Length > 0)
                {
                    current.Add(run with { Text = lines[i] });
                }
            }
        }

        paragraphs.Add(current);
        return paragraphs;
    }
}
