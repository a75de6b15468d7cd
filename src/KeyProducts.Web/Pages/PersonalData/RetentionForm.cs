using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;

namespace KeyProducts.Web.Pages.PersonalData;

/// <summary>The terms, whom people ask, and the act that erases what is past its term.</summary>
public sealed class RetentionForm
{
    public Guid Version { get; set; }

    [StringLength(1000)]
    public string? Contact { get; set; }

    [Range(1, PrivacySettings.MostMonths)]
    public int? BusinessContact { get; set; }

    [Range(1, PrivacySettings.MostMonths)]
    public int? DossierContact { get; set; }

    [Range(1, PrivacySettings.MostMonths)]
    public int? Comment { get; set; }

    [Range(1, PrivacySettings.MostMonths)]
    public int? Mail { get; set; }

    [Range(1, PrivacySettings.MostMonths)]
    public int? Request { get; set; }

    public int Seen { get; set; }

    [StringLength(1000)]
    public string? Reason { get; set; }

    internal IReadOnlyDictionary<PersonalKind, int?> Months() => new Dictionary<PersonalKind, int?>
    {
        [PersonalKind.BusinessContact] = BusinessContact,
        [PersonalKind.DossierContact] = DossierContact,
        [PersonalKind.Comment] = Comment,
        [PersonalKind.Mail] = Mail,
        [PersonalKind.Request] = Request,
    };
}
