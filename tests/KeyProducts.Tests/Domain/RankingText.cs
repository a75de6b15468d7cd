using System.Globalization;
using System.Text.Json;
using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

/// <summary>Results as text: every figure, to compare exactly; or the list alone, to read.</summary>
internal static class RankingText
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Every member of every record, decimals with all the digits they carry.</summary>
    public static string All(this RankingResult result) => JsonSerializer.Serialize(result, Indented);

    /// <summary>"1 #7* | 2 #3 criteria": rank, number, a star in the top, the step that decided.</summary>
    public static string List(this RankingResult result) =>
        string.Join(" | ", result.Ranked.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Rank} #{r.Number}{(r.Top ? "*" : "")} {r.TieBreak}").TrimEnd()));

    /// <summary>"4, 5; 8, 9": the undecided groups.</summary>
    public static string UndecidedList(this RankingResult result) => string.Join("; ", result.Undecided.Select(group => string.Join(", ", group)));

    /// <summary>"5 Hanel (1, 3)": who was passed over, for which products.</summary>
    public static string PassedOverList(this RankingResult result) =>
        string.Join("; ", result.PassedOver.Select(p => $"{p.Number} {p.Business} ({string.Join(", ", p.Chosen)})"));
}
