using System.Text;
using System.Text.RegularExpressions;
using KeyProducts.Domain;

namespace KeyProducts.Web.Mail;

/// <summary>Words of a mail with places in braces that are filled for each recipient: "Kính gửi {doanh nghiệp},".</summary>
public static partial class MailPlaces
{
    /// <summary>A text with its places filled; a place that nothing fills stays as it is.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Place().Replace(text.Normalize(NormalizationForm.FormC), place => values.GetValueOrDefault(place.Value, place.Value));

    /// <summary>Refuses a place that nothing is known to fill.</summary>
    /// <param name="field">The field of the form.</param>
    /// <param name="text">What stands in it.</param>
    /// <param name="known">The places that are filled.</param>
    /// <exception cref="RuleException">There is one.</exception>
    public static void RequireKnown(string field, string? text, IReadOnlyCollection<string> known)
    {
        var unknown = Place().Matches((text ?? "").Normalize(NormalizationForm.FormC)).Select(match => match.Value).FirstOrDefault(place => !known.Contains(place));
        if (unknown is not null)
        {
            throw new RuleException("Nothing is known to fill {0}. There are: {1}.", unknown, string.Join(", ", known)) { Field = field };
        }
    }

    [GeneratedRegex(@"\{[^{}\n]{1,40}\}")]
    private static partial Regex Place();
}
