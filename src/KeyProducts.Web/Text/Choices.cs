using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Text;

/// <summary>Lists to choose from.</summary>
public static class Choices
{
    /// <summary>All members of an enum in the reader's language.</summary>
    public static IReadOnlyList<SelectListItem> Of<TEnum>(IStringLocalizer<Words> T)
        where TEnum : struct, Enum => [.. Enum.GetValues<TEnum>().Select(one => new SelectListItem(T[EnumWords.Of(one)], one.ToString()))];

    /// <summary>A first entry that stands for none.</summary>
    public static IReadOnlyList<SelectListItem> WithNone(this IEnumerable<SelectListItem> choices, string none) =>
        [new SelectListItem(none, ""), .. choices];
}
