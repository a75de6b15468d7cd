using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Domain;

namespace KeyProducts.Web.Import;

/// <summary>The entries of a workbook's row, by name: from what is stored, and back into the domain.</summary>
public static class NominationEntries
{
    private static readonly string[]
        OfContent = [Entry.Product, Entry.ProductEnglish, Entry.Description, Entry.Industry, Entry.Track, Entry.RenewsYear],
        OfEstablishment = [Entry.Site, Entry.Workshop, Entry.Activity, Entry.Representative, Entry.RepresentativeTitle, Entry.DossierContact, Entry.DossierPhone, Entry.DossierEmail],
        OfTechnology = [Entry.AutomatedShare, Entry.Automation, Entry.DigitalTransformation, Entry.SmartFactory],
        OfCommitments = [Entry.CommitsEnvironment, Entry.CommitsQuality, Entry.CommitsRights, Entry.CommitsLaw, Entry.SignedBy, Entry.SignedOn];

    /// <summary>What is stored of a business.</summary>
    public static Dictionary<string, object?> Of(Business business) => new()
    {
        [Entry.Business] = Words(business.Name.Vietnamese),
        [Entry.BusinessEnglish] = Words(business.Name.English),
        [Entry.TaxCode] = business.TaxCode,
        [Entry.TaxCodeReason] = Words(business.TaxCodeReason),
        [Entry.Ownership] = business.Ownership,
        [Entry.Street] = Words(business.Address.Street),
        [Entry.Ward] = Words(business.Address.Ward),
        [Entry.District] = Words(business.Address.District),
        [Entry.City] = Words(business.Address.City),
        [Entry.Contact] = Words(business.Contact.Name),
        [Entry.Phone] = Words(business.Contact.Phone),
        [Entry.Email] = Words(business.Contact.Email),
        [Entry.Website] = Words(business.Website),
    };

    /// <summary>What is stored of a nomination, without its business.</summary>
    public static Dictionary<string, object?> Of(Nomination nomination)
    {
        var entries = new Dictionary<string, object?>
        {
            [Entry.Number] = nomination.Number,
            [Entry.Product] = Words(nomination.Product.Vietnamese),
            [Entry.ProductEnglish] = Words(nomination.Product.English),
            [Entry.Description] = Words(nomination.Description),
            [Entry.Industry] = nomination.IndustryId,
            [Entry.Track] = nomination.TrackId,
            [Entry.ReceivedOn] = nomination.ReceivedOn,
            [Entry.RenewsYear] = nomination.RenewsYear,
            [Entry.Site] = nomination.Establishment.Site,
            [Entry.Workshop] = Words(nomination.Establishment.Workshop),
            [Entry.Activity] = Words(nomination.Establishment.Activity),
            [Entry.Representative] = Words(nomination.Establishment.Representative),
            [Entry.RepresentativeTitle] = Words(nomination.Establishment.RepresentativeTitle),
            [Entry.DossierContact] = Words(nomination.Establishment.ContactName),
            [Entry.DossierPhone] = Words(nomination.Establishment.ContactPhone),
            [Entry.DossierEmail] = Words(nomination.Establishment.ContactEmail),
            [Entry.AutomatedShare] = nomination.Technology.AutomatedShare,
            [Entry.Automation] = Words(nomination.Technology.Automation),
            [Entry.DigitalTransformation] = Words(nomination.Technology.DigitalTransformation),
            [Entry.SmartFactory] = Words(nomination.Technology.SmartFactory),
            [Entry.Standards] = Certificates.Write(Contents(nomination, DossierSection.Standards)),
            [Entry.Brand] = Words(nomination.Brand),
            [Entry.Rights] = Certificates.Write(Contents(nomination, DossierSection.Brand)),
            [Entry.Environment] = Words(nomination.Environment),
            [Entry.Labour] = Words(nomination.Labour),
            [Entry.CommitsEnvironment] = Signed(nomination.Commitments.Environment),
            [Entry.CommitsQuality] = Signed(nomination.Commitments.Quality),
            [Entry.CommitsRights] = Signed(nomination.Commitments.IntellectualProperty),
            [Entry.CommitsLaw] = Signed(nomination.Commitments.Law),
            [Entry.SignedBy] = Words(nomination.Commitments.SignedBy),
            [Entry.SignedOn] = nomination.Commitments.SignedOn,
        };
        foreach (var figure in nomination.Figures)
        {
            entries[Entry.Figure(figure.DataYear, figure.Base, FigureName.Revenue)] = figure.Revenue;
            entries[Entry.Figure(figure.DataYear, figure.Base, FigureName.Export)] = figure.ExportCents / 100m;
            entries[Entry.Figure(figure.DataYear, figure.Base, FigureName.Employees)] = figure.Employees;
        }

        return entries;
    }

    /// <summary>What a file says of the business, laid over what is stored.</summary>
    public static BusinessDetails Details(IReadOnlyDictionary<string, object?> entries) => new(
        BilingualName.Of(Text(entries, Entry.Business), Text(entries, Entry.BusinessEnglish)),
        Text(entries, Entry.TaxCode),
        Text(entries, Entry.TaxCodeReason),
        new Address(Text(entries, Entry.Street), Text(entries, Entry.Ward), Text(entries, Entry.District), Text(entries, Entry.City)),
        new Contact(Text(entries, Entry.Contact), Text(entries, Entry.Phone), Text(entries, Entry.Email)),
        entries.GetValueOrDefault(Entry.Ownership) as Ownership? ?? Ownership.Private,
        Text(entries, Entry.Website));

    /// <summary>What a file says of the product, laid over what is stored.</summary>
    public static NominationContent Content(IReadOnlyDictionary<string, object?> entries) => new(
        BilingualName.Of(Text(entries, Entry.Product), Text(entries, Entry.ProductEnglish)),
        Text(entries, Entry.Description),
        entries.GetValueOrDefault(Entry.Industry) as Guid? ?? Guid.Empty,
        entries.GetValueOrDefault(Entry.Track) as Guid? ?? Guid.Empty,
        entries.GetValueOrDefault(Entry.RenewsYear) as int?);

    /// <summary>Carries changed entries into a nomination, section by section; what has not changed is not touched.</summary>
    /// <param name="nomination">The nomination.</param>
    /// <param name="programme">Its year, with industries and tracks.</param>
    /// <param name="entries">All its entries, as they shall be.</param>
    /// <param name="changed">The names of those that differ.</param>
    /// <param name="reason">Why, needed once judging has opened.</param>
    /// <exception cref="RuleException">The domain refuses.</exception>
    public static void Apply(Nomination nomination, Programme programme, IReadOnlyDictionary<string, object?> entries, IReadOnlySet<string> changed, string? reason)
    {
        if (changed.Overlaps(OfContent))
        {
            nomination.Change(programme, Content(entries), reason);
        }

        if (changed.Overlaps(OfEstablishment))
        {
            nomination.Change(programme, Establishment(entries), reason);
        }

        if (changed.Overlaps(OfTechnology))
        {
            nomination.Change(programme, new Technology(entries.GetValueOrDefault(Entry.AutomatedShare) as decimal?, Text(entries, Entry.Automation), Text(entries, Entry.DigitalTransformation), Text(entries, Entry.SmartFactory)), reason);
        }

        if (changed.Contains(Entry.Standards))
        {
            nomination.SetCertificates(programme, DossierSection.Standards, Certificates.Parse(Text(entries, Entry.Standards)), reason);
        }

        if (changed.Contains(Entry.Brand))
        {
            nomination.ChangeBrand(programme, Text(entries, Entry.Brand), reason);
        }

        if (changed.Contains(Entry.Rights))
        {
            nomination.SetCertificates(programme, DossierSection.Brand, Certificates.Parse(Text(entries, Entry.Rights)), reason);
        }

        if (changed.Contains(Entry.Environment) || changed.Contains(Entry.Labour))
        {
            nomination.ChangeEnvironment(programme, Text(entries, Entry.Environment), Text(entries, Entry.Labour), reason);
        }

        if (changed.Overlaps(OfCommitments))
        {
            nomination.Change(programme, Commitments(entries), reason);
        }

        for (var year = programme.DataYear; year > programme.DataYear - ImportColumns.DataYears; year--)
        {
            foreach (var basis in Enum.GetValues<FigureBase>().Where(basis => Enum.GetValues<FigureName>().Any(figure => changed.Contains(Entry.Figure(year, basis, figure)))))
            {
                nomination.Declare(programme, year, basis, Figure(entries, year, basis), reason);
            }
        }
    }

    private static FigureContent Figure(IReadOnlyDictionary<string, object?> entries, int year, FigureBase basis) => new(
        entries.GetValueOrDefault(Entry.Figure(year, basis, FigureName.Revenue)) as long?,
        entries.GetValueOrDefault(Entry.Figure(year, basis, FigureName.Export)) is decimal dollars ? (long)(dollars * 100m) : null,
        entries.GetValueOrDefault(Entry.Figure(year, basis, FigureName.Employees)) as int?);

    private static Establishment Establishment(IReadOnlyDictionary<string, object?> entries) => new(
        entries.GetValueOrDefault(Entry.Site) as HanoiSite?,
        Text(entries, Entry.Workshop),
        Text(entries, Entry.Activity),
        Text(entries, Entry.Representative),
        Text(entries, Entry.RepresentativeTitle),
        Text(entries, Entry.DossierContact),
        Text(entries, Entry.DossierPhone),
        Text(entries, Entry.DossierEmail));

    private static Commitments Commitments(IReadOnlyDictionary<string, object?> entries) => new(
        entries.GetValueOrDefault(Entry.CommitsEnvironment) is true,
        entries.GetValueOrDefault(Entry.CommitsQuality) is true,
        entries.GetValueOrDefault(Entry.CommitsRights) is true,
        entries.GetValueOrDefault(Entry.CommitsLaw) is true,
        Text(entries, Entry.SignedBy),
        entries.GetValueOrDefault(Entry.SignedOn) as DateOnly?);

    private static IEnumerable<CertificateContent> Contents(Nomination nomination, DossierSection section) =>
        nomination.Certificates.Where(one => one.Section == section).Select(one => one.Content);

    // Not signed, and nothing said, are the same in a dossier.
    private static bool? Signed(bool isSigned) => isSigned ? true : null;

    // As a sheet would give it back, so that what was not changed is not different.
    private static string? Words(string? stored) => SheetReader.Tidy(stored ?? "") is { Length: > 0 } words ? words : null;

    private static string? Text(IReadOnlyDictionary<string, object?> entries, string key) => entries.GetValueOrDefault(key) as string;
}
