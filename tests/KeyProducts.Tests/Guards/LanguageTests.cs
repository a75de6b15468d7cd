using System.Text.RegularExpressions;
using AngleSharp.Dom;
using KeyProducts.Tests.Support;

namespace KeyProducts.Tests.Guards;

/// <summary>Every page in both languages: no English is left in Vietnamese, and none the other way.</summary>
public sealed partial class LanguageTests(Crawl crawl) : IClassFixture<Crawl>
{
    private static readonly string[] SpokenAttributes = ["aria-label", "title", "placeholder", "alt", "content"];

    [Fact]
    public async Task No_English_is_left_in_Vietnamese()
    {
        var english = Sentences(entry => entry.Key);
        // Names in English are data; a stored member of an enum is not.
        var data = await crawl.App.StoredTextsAsync();
        data.ExceptWith(WordFile.Entries.Select(entry => entry.Key));
        Guard.None(
            from seen in crawl.All
            where seen.Language == "vi"
            from text in TextsOf(seen.Page.Document)
            where (english(text) || EnglishWord().IsMatch(Quoted().Replace(text, ""))) && !data.Contains(text)
            select $"{seen}: {text}");
    }

    [Fact]
    public async Task No_Vietnamese_is_left_in_English()
    {
        var vietnamese = Sentences(entry => entry.Vietnamese);
        var data = await crawl.App.StoredTextsAsync();
        Guard.None(
            from seen in crawl.All
            where seen.Language == "en"
            from text in TextsOf(seen.Page.Document)
            where vietnamese(text) && !data.Contains(text)
            select $"{seen}: {text}");
    }

    [Fact]
    public void Each_page_says_which_language_it_is_in() =>
        Guard.None(crawl.All.Where(seen => seen.Page.Document.DocumentElement.GetAttribute("lang") != seen.Language).Select(seen => $"{seen}"));

    [Fact]
    public async Task Every_page_was_seen_by_somebody()
    {
        var seen = crawl.All.Select(one => one.Place.Model).ToHashSet();
        Guard.None((await SiteMap.PagesAsync(crawl.App)).Where(place => !place.IsDownload && !seen.Contains(place.Model)).Select(place => place.Name));
    }

    // Whether a text is one of the program's sentences in the one language that differs in the other.
    private static Func<string, bool> Sentences(Func<(string Key, string Vietnamese), string> pick)
    {
        var differing = WordFile.Entries.Where(entry => entry.Key != entry.Vietnamese).ToList();
        var other = differing.Select(entry => entry.Key == pick(entry) ? entry.Vietnamese : entry.Key).ToHashSet();
        var whole = differing.Select(pick).Where(text => !text.Contains('{', StringComparison.Ordinal) && !other.Contains(text)).ToHashSet();
        var shapes = differing.Select(pick).Where(text => text.Contains('{', StringComparison.Ordinal) && text.Count(char.IsLetter) > 4).Select(WordFile.Shape).ToList();
        return text => whole.Contains(text) || shapes.Any(shape => shape.IsMatch(text));
    }

    private static IEnumerable<string> TextsOf(IDocument document)
    {
        var texts = document.Descendants().OfType<IText>()
            .Where(text => text.ParentElement is not null && text.ParentElement.LocalName is not ("script" or "style") && text.ParentElement.Closest("form.language") is null && !IsDeclared(text.ParentElement))
            .Select(text => text.Data);
        var spoken = document.QuerySelectorAll("body *").Where(element => element.Closest("form.language") is null || element.LocalName == "form")
            .SelectMany(element => SpokenAttributes.Select(element.GetAttribute)).OfType<string>();
        return texts.Concat(spoken).Select(text => Spaces().Replace(text, " ").Trim()).Where(text => text.Any(char.IsLetter));
    }

    // Official papers are Vietnamese whatever the reader's language, and say so to browsers and screen readers.
    private static bool IsDeclared(IElement element) => element.Closest("body [lang]") is { } own && own.GetAttribute("lang") != element.Owner!.DocumentElement.GetAttribute("lang");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    // What the history quotes is data, in the language in which it was typed.
    [GeneratedRegex("“[^”]*”")]
    private static partial Regex Quoted();

    // Words that Vietnamese names and texts do not have.
    [GeneratedRegex(@"\b(?:the|of|is|are|and|with|this|not|for|from|by|has|have|been|will|which|your|you|edit|save|year|years)\b", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishWord();
}
