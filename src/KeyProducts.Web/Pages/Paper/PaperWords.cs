using KeyProducts.Domain;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Pages.Paper;

/// <summary>What is said on the pages of paper sheets.</summary>
public static class PaperWords
{
    /// <summary>Tells all refusals at their fields; the domain itself stops at the first.</summary>
    public static void Point(ModelStateDictionary state, IStringLocalizer<Words> T, IEnumerable<RuleException> refusals)
    {
        foreach (var refusal in refusals)
        {
            var key = $"Input.{refusal.Field}";
            if (state.GetValueOrDefault(key) is not { Errors.Count: > 0 })
            {
                state.AddModelError(key, T[refusal.Message, [.. refusal.Arguments.Select(Shown.Argument)]]);
            }
        }
    }
}
