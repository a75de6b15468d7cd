using KeyProducts.Domain;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Pages.Nominations;

/// <summary>The sections and criteria that a file can belong to, as a form writes them: a section by its name, a criterion by its key.</summary>
public static class EvidencePlaces
{
    /// <summary>All places of a year, sections first.</summary>
    public static IReadOnlyList<SelectListItem> Of(Programme programme, IStringLocalizer<Words> T) =>
    [
        .. Choices.Of<DossierSection>(T).WithNone(T["Choose"]),
        .. programme.Criteria.Select(criterion => new SelectListItem(T["Criterion: {0}", criterion.Name.In(Languages.Current)], criterion.Id.ToString())),
    ];

    /// <summary>A place as a form writes it.</summary>
    public static string Write(EvidencePlace place) => place.Section?.ToString() ?? place.CriterionId.ToString()!;

    /// <summary>The place that a form names; none at all when it names none, which the domain refuses.</summary>
    public static EvidencePlace Read(string? text) =>
        Guid.TryParse(text, out var criterion) ? new(null, criterion)
        : Enum.GetValues<DossierSection>().Where(section => section.ToString() == text).Select(EvidencePlace.Of).FirstOrDefault() ?? new(null, null);

    /// <summary>What a reader calls a place.</summary>
    public static string Say(EvidencePlace place, Programme programme, IStringLocalizer<Words> T) => place.Section is { } section
        ? T[EnumWords.Of(section)]
        : T["Criterion: {0}", programme.Criteria.FirstOrDefault(criterion => criterion.Id == place.CriterionId)?.Name.In(Languages.Current) ?? "–"];

    /// <summary>Where a place stands in lists: sections in the order of the form, then criteria in theirs.</summary>
    public static int Order(EvidencePlace place, Programme programme) => place.Section is { } section
        ? (int)section
        : 100 + programme.Criteria.TakeWhile(criterion => criterion.Id != place.CriterionId).Count();
}
