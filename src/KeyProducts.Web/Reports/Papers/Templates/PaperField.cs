using KeyProducts.Documents;
using KeyProducts.Web.Storage;

namespace KeyProducts.Web.Reports.Papers.Templates;

/// <summary>Something from the data that a template names between two pairs of braces.</summary>
/// <param name="Name">Its name, in Vietnamese; case and marks do not matter when it is written.</param>
/// <param name="Meaning">What it is, in English: the key of its translation.</param>
/// <param name="Value">Its words; null while it has none, or when it is a part of its own.</param>
public sealed record PaperField(string Name, string Meaning, string? Value)
{
    /// <summary>A table or list, which stands on a line of its own; null for words within a sentence.</summary>
    public IReadOnlyList<Block>? Blocks { get; init; }

    /// <summary>Where an empty field gets its value, in English: the key of its translation; null where nothing can be entered.</summary>
    public string? Entered { get; init; }

    /// <summary>Whether there is nothing to print.</summary>
    public bool IsEmpty => Blocks is null && string.IsNullOrWhiteSpace(Value);
}

/// <summary>The fields of a paper, found by name.</summary>
/// <param name="All">In the order in which they are listed.</param>
public sealed record PaperFields(IReadOnlyList<PaperField> All)
{
    private readonly Dictionary<string, PaperField> byName = All.ToDictionary(field => SearchText.Fold(field.Name));

    /// <summary>The field of that name; null when there is none.</summary>
    public PaperField? Find(string name) => byName.GetValueOrDefault(SearchText.Fold(string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
}
