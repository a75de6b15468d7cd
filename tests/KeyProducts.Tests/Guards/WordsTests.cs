using System.Text;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Text;

namespace KeyProducts.Tests.Guards;

/// <summary>The one file of words has each sentence that the program says, and no other.</summary>
public sealed class WordsTests
{
    private static readonly Dictionary<string, string> Words = WordFile.Entries.DistinctBy(entry => entry.Key).ToDictionary(entry => entry.Key, entry => entry.Vietnamese);

    [Fact]
    public void Each_sentence_has_its_Vietnamese()
    {
        var missing = SourceWords.ForReaders().Concat(EnumWords.Keys.Select(words => (Words: words, File: "EnumWords.cs")))
            .Where(one => !Words.ContainsKey(one.Words)).Select(one => $"{one.File}: {one.Words}").Distinct();
        Guard.None(missing);
    }

    [Fact]
    public void Each_Vietnamese_sentence_is_said_somewhere()
    {
        var said = SourceWords.AllTexts();
        Guard.None(Words.Keys.Where(key => !said.Contains(key)));
    }

    [Fact]
    public void Both_languages_have_the_same_places_for_arguments() =>
        Guard.None(Words.Where(one => !WordFile.PlacesIn(one.Key).SequenceEqual(WordFile.PlacesIn(one.Value))).Select(one => $"{one.Key} → {one.Value}"));

    // The build drops a key that differs from another in upper and lower case alone; readers would see its English.
    [Fact]
    public void No_key_stands_there_twice() =>
        Guard.None(WordFile.Entries.GroupBy(entry => entry.Key, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void No_Vietnamese_is_empty_or_in_pieces() =>
        Guard.None(Words.Where(one => string.IsNullOrWhiteSpace(one.Value) || one.Value != one.Value.Trim() || !one.Value.IsNormalized(NormalizationForm.FormC)).Select(one => one.Key));

    [Fact]
    public void A_sentence_ends_as_its_translation_does() =>
        Guard.None(Words.Where(one => EndOf(one.Key) != EndOf(one.Value)).Select(one => $"{one.Key} → {one.Value}"));

    [Fact]
    public void All_members_of_enums_that_readers_see_have_words()
    {
        var named = typeof(KeyProducts.Domain.Stage).Assembly.GetExportedTypes().Where(type => type.IsEnum)
            .Where(type => type.Name is not ("FinalState" or "MinimumKind" or "TaxCodeDoubt" or "UnscoredReason" or "JudgeFlags" or "SheetUse" or "TopReason"))
            .SelectMany(type => Enum.GetValues(type).Cast<Enum>());
        var wordless = named.Where(member => Record.Exception(() => EnumWords.Of(member)) is not null).Select(member => $"{member.GetType().Name}.{member}");
        Guard.None(wordless);
    }

    private static char? EndOf(string sentence) => sentence == "No." ? null : sentence[^1] is '.' or '?' or ':' or '!' ? sentence[^1] : null;
}
