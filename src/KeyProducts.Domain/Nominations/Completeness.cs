namespace KeyProducts.Domain;

/// <summary>An entry that a dossier should have and has not.</summary>
/// <param name="Label">English words, the key of their translation, with a placeholder for a year.</param>
/// <param name="DataYear">The year of a figure; null for everything else.</param>
public sealed record MissingEntry(string Label, int? DataYear = null);

/// <summary>How far a section is filled in.</summary>
/// <param name="Section">The section.</param>
/// <param name="Expected">How many entries it should have.</param>
/// <param name="Missing">Those that are missing.</param>
public sealed record SectionState(DossierSection Section, int Expected, IReadOnlyList<MissingEntry> Missing)
{
    /// <summary>How many entries it has.</summary>
    public int Filled => Expected - Missing.Count;

    /// <summary>Whether nothing is missing.</summary>
    public bool IsComplete => Missing.Count == 0;
}

/// <summary>How far a dossier is filled in. A year ago's figures are not expected of a track that is judged in words: such a product is new.</summary>
public static class Completeness
{
    /// <summary>Every section, in the order of the form.</summary>
    /// <param name="nomination">With figures and certificates.</param>
    /// <param name="programme">Its year, with tracks.</param>
    public static IReadOnlyList<SectionState> Of(Nomination nomination, Programme programme) =>
        [.. Enum.GetValues<DossierSection>().Select(section => Of(section, Entries(section, nomination, programme)))];

    /// <summary>The share of entries that are filled in, in whole percent, rounded down.</summary>
    public static int Percent(IEnumerable<SectionState> sections)
    {
        var (filled, expected) = sections.Aggregate((Filled: 0, Expected: 0), (sum, section) => (sum.Filled + section.Filled, sum.Expected + section.Expected));
        return expected == 0 ? 100 : 100 * filled / expected;
    }

    private static SectionState Of(DossierSection section, List<(string Label, bool IsThere, int? DataYear)> entries) =>
        new(section, entries.Count, [.. entries.Where(entry => !entry.IsThere).Select(entry => new MissingEntry(entry.Label, entry.DataYear))]);

    private static List<(string Label, bool IsThere, int? DataYear)> Entries(DossierSection section, Nomination nomination, Programme programme) => section switch
    {
        DossierSection.Product =>
        [
            ("Description", Has(nomination.Description), null),
        ],
        DossierSection.Business =>
        [
            ("What lies in Hà Nội", nomination.Establishment.Site is not null, null),
            ("Where the product is made", Has(nomination.Establishment.Workshop), null),
            ("Field of business", Has(nomination.Establishment.Activity), null),
            ("Legal representative", Has(nomination.Establishment.Representative), null),
            ("Contact for this dossier", Has(nomination.Establishment.ContactName) && (Has(nomination.Establishment.ContactPhone) || Has(nomination.Establishment.ContactEmail)), null),
        ],
        DossierSection.Figures => [.. Figures(nomination, programme)],
        DossierSection.Technology =>
        [
            ("Automation", Has(nomination.Technology.Automation), null),
            ("Digital transformation", Has(nomination.Technology.DigitalTransformation), null),
            ("Smart factory", Has(nomination.Technology.SmartFactory), null),
        ],
        DossierSection.Standards =>
        [
            ("At least one standard or certificate", nomination.Certificates.Any(one => one.Section == DossierSection.Standards), null),
            .. nomination.Certificates.Where(one => one.Section == DossierSection.Standards && (!Has(one.Number) || !Has(one.Issuer)))
                .Select(_ => ("Number and issuer of a certificate", false, (int?)null)),
        ],
        DossierSection.Brand =>
        [
            ("Brand", Has(nomination.Brand), null),
            ("At least one right of intellectual property", nomination.Certificates.Any(one => one.Section == DossierSection.Brand), null),
        ],
        DossierSection.Environment =>
        [
            ("Environment", Has(nomination.Environment), null),
            ("Labour", Has(nomination.Labour), null),
        ],
        _ =>
        [
            ("Commitment on the environment", nomination.Commitments.Environment, null),
            ("Commitment on quality management", nomination.Commitments.Quality, null),
            ("Commitment on intellectual property", nomination.Commitments.IntellectualProperty, null),
            ("Commitment on keeping the law", nomination.Commitments.Law, null),
            ("Who signed the commitments, and when", Has(nomination.Commitments.SignedBy) && nomination.Commitments.SignedOn is not null, null),
        ],
    };

    private static IEnumerable<(string Label, bool IsThere, int? DataYear)> Figures(Nomination nomination, Programme programme)
    {
        var isNew = programme.Tracks.FirstOrDefault(track => track.Id == nomination.TrackId)?.Figure == GateFigure.None;
        for (var year = programme.DataYear; year > programme.DataYear - (isNew ? 1 : 3); year--)
        {
            var product = nomination.FigureOf(year, FigureBase.Product);
            var business = nomination.FigureOf(year, FigureBase.Business);
            yield return ("Revenue of the product {0}", product?.Revenue is not null, year);
            yield return ("Export of the product {0}", product?.ExportCents is not null, year);
            yield return ("Revenue of the business {0}", business?.Revenue is not null, year);
            yield return ("Employees {0}", business?.Employees is not null, year);
        }
    }

    private static bool Has(string? text) => !string.IsNullOrWhiteSpace(text);
}
