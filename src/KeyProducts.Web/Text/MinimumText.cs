using System.Globalization;
using KeyProducts.Domain;

namespace KeyProducts.Web.Text;

/// <summary>A minimum in one field: "8" for points, "50 %" for per cent of the maximum.</summary>
public static class MinimumText
{
    /// <summary>Reads what was typed; null when nothing was.</summary>
    /// <exception cref="RuleException">It is no number, or has two readings.</exception>
    public static Minimum? Read(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var text = typed.Trim();
        var isPercent = text.EndsWith('%');
        return Numbers.Refusal(text.TrimEnd('%').TrimEnd(), decimals: 2, isAmount: false, out var value) is { } refusal ? throw refusal : new Minimum(value, isPercent);
    }

    /// <summary>A minimum as its field shows it.</summary>
    public static string Write(Minimum? minimum) =>
        minimum is { } least ? least.Value.ToString("0.####", CultureInfo.CurrentCulture) + (least.IsPercent ? " %" : "") : "";
}
