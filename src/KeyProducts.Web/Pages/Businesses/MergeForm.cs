using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;

namespace KeyProducts.Web.Pages.Businesses;

/// <summary>What an officer chooses when two records of a business are merged: true takes the value of the record that goes.</summary>
public sealed class MergeForm
{
    public Guid Version { get; set; }

    public Guid OtherVersion { get; set; }

    public Dictionary<BusinessField, bool> Fields { get; set; } = [];

    public Dictionary<int, bool> Figures { get; set; } = [];

    public Dictionary<Guid, bool> Listings { get; set; } = [];

    [StringLength(2000)]
    public string? Reason { get; set; }

    public MergeChoices Choices() => new(Taken(Fields), Taken(Figures), Taken(Listings));

    private static HashSet<TKey> Taken<TKey>(Dictionary<TKey, bool> choices)
        where TKey : notnull => [.. choices.Where(one => one.Value).Select(one => one.Key)];
}

/// <summary>A choice between the values of two records, as the form shows it.</summary>
/// <param name="Name">The name of its inputs.</param>
/// <param name="Label">What is chosen.</param>
/// <param name="Kept">The value of the record that stays.</param>
/// <param name="Other">The value of the record that goes.</param>
/// <param name="TakesOther">Whether the second is chosen.</param>
public sealed record MergeChoice(string Name, string Label, string Kept, string Other, bool TakesOther);

/// <summary>A nomination of one of two records of a business.</summary>
public sealed record MergedNomination(Guid BusinessId, Guid ProgrammeId, int Year, Stage Stage, int? Cap, int Number, BilingualName Product, NominationStatus Status);
