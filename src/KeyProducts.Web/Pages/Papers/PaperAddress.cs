using KeyProducts.Domain;

namespace KeyProducts.Web.Pages.Papers;

/// <summary>The last part of a paper's address.</summary>
public static class PaperAddress
{
    /// <summary>The kind in an address, for instance "result-letter".</summary>
    public static string Of(PaperKind kind) => string.Concat(kind.ToString().Select((letter, i) => char.IsUpper(letter) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(letter) : letter.ToString()));

    /// <summary>The kind that an address names; null when it names none.</summary>
    public static PaperKind? Read(string address) => Enum.GetValues<PaperKind>().Where(kind => Of(kind) == address).Select(kind => (PaperKind?)kind).FirstOrDefault();
}
