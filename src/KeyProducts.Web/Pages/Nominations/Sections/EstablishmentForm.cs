using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;

namespace KeyProducts.Web.Pages.Nominations.Sections;

/// <summary>Who nominates and where the product is made.</summary>
public sealed class EstablishmentForm : SectionForm
{
    public HanoiSite? Site { get; set; }

    [StringLength(500)]
    public string? Workshop { get; set; }

    [StringLength(500)]
    public string? Activity { get; set; }

    [StringLength(200)]
    public string? Representative { get; set; }

    [StringLength(200)]
    public string? RepresentativeTitle { get; set; }

    [StringLength(200)]
    public string? ContactName { get; set; }

    [StringLength(50)]
    public string? ContactPhone { get; set; }

    [EmailAddress, StringLength(254)]
    public string? ContactEmail { get; set; }

    public override void Take(Nomination nomination, Programme programme)
    {
        var stored = nomination.Establishment;
        (Site, Workshop, Activity) = (stored.Site, stored.Workshop, stored.Activity);
        (Representative, RepresentativeTitle) = (stored.Representative, stored.RepresentativeTitle);
        (ContactName, ContactPhone, ContactEmail) = (stored.ContactName, stored.ContactPhone, stored.ContactEmail);
    }

    public override void Save(Nomination nomination, Programme programme, string? reason) => nomination.Change(
        programme,
        new Establishment(Site, Tidy(Workshop), Tidy(Activity), Tidy(Representative), Tidy(RepresentativeTitle), Tidy(ContactName), Tidy(ContactPhone), Tidy(ContactEmail)),
        reason);
}
