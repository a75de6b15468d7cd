using KeyProducts.Domain;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Text;

/// <summary>A refusal in the reader's language.</summary>
public static class RefusalText
{
    /// <summary>The sentence with what fills its places.</summary>
    public static string Say(this IStringLocalizer<Words> T, RuleException refusal) => T[refusal.Message, [.. refusal.Arguments.Select(Shown.Argument)]];
}
