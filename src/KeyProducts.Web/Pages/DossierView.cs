using KeyProducts.Domain;
using KeyProducts.Web.Text;

namespace KeyProducts.Web.Pages;

/// <summary>A dossier to be read.</summary>
/// <param name="Nomination">With business, figures and certificates.</param>
/// <param name="Programme">Its year, with industries and tracks.</param>
/// <param name="EditAddress">Where a section is edited, without its name; null for readers who may not.</param>
/// <param name="ShowsContact">Whether contact persons are shown: scoring does not need them.</param>
public sealed record DossierView(Nomination Nomination, Programme Programme, string? EditAddress, bool ShowsContact)
{
    /// <summary>How far each section is filled in.</summary>
    public IReadOnlyList<SectionState> States { get; } = Completeness.Of(Nomination, Programme);

    /// <summary>The share that is filled in, in whole percent.</summary>
    public int Percent => Completeness.Percent(States);

    /// <summary>The three years.</summary>
    public IReadOnlyList<DeclaredYear> Years { get; } = DeclaredYear.Of(Nomination, Programme);

    public string Industry => Programme.Industries.Single(industry => industry.Id == Nomination.IndustryId).Name.In(Languages.Current);

    public Track Track => Programme.Tracks.Single(track => track.Id == Nomination.TrackId);

    /// <summary>The evidence that the reader may open.</summary>
    public IReadOnlyList<EvidenceLink> Evidence { get; init; } = [];

    /// <summary>The evidence of a section.</summary>
    public IReadOnlyList<EvidenceLink> EvidenceOf(DossierSection section) => [.. Evidence.Where(one => one.Section == section)];

    /// <summary>The certificates of a section.</summary>
    public IReadOnlyList<DossierCertificate> CertificatesOf(DossierSection section) => [.. Nomination.Certificates.Where(one => one.Section == section)];
}
