using KeyProducts.Domain;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Pages;

/// <summary>What the fields of <see cref="RulesForm"/> are called in the list of what is wrong, where many are alike.</summary>
public static class RuleLabels
{
    /// <summary>The names of fields with their words, in the order of the form.</summary>
    public static List<KeyValuePair<string, string>> Of(Programme programme, IStringLocalizer<Words> T) =>
    [
        new("Input.Decimals", T["Decimals of a score"]),
        new("Input.Quorum", T["Quorum"]),
        new("Input.PassMark", T["Pass mark"]),
        new("Input.TopCount", T["Products in the top"]),
        new("Input.BusinessCap", T["At most of one business"]),
        new("Input.SpreadLimit", T["Spread limit"]),
        .. programme.Groups.SelectMany(group => Parts(group, T)),
    ];

    private static IEnumerable<KeyValuePair<string, string>> Parts(CriterionGroup group, IStringLocalizer<Words> T)
    {
        yield return new($"Input.Groups[{group.Id}].Minimum", T["Minimum of the group “{0}”", group.Name.In(Languages.Current)]);
        foreach (var criterion in group.Criteria)
        {
            var name = criterion.Name.In(Languages.Current);
            yield return new($"Input.Criteria[{criterion.Id}].Max", T["Maximum of “{0}”", name]);
            yield return new($"Input.Criteria[{criterion.Id}].Minimum", T["Minimum of “{0}”", name]);
            for (var row = 0; row < BandForm.Most; row++)
            {
                yield return new($"Input.Criteria[{criterion.Id}].Bands[{row}].From", T["Bands of “{0}”", name]);
                yield return new($"Input.Criteria[{criterion.Id}].Bands[{row}].Points", T["Bands of “{0}”", name]);
            }
        }
    }
}
