using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using KeyProducts.Domain;

namespace KeyProducts.Web.Pages.Nominations.Sections;

/// <summary>The certificates of a section. A row that is emptied is taken out; blank rows at the end wait for new ones.</summary>
public abstract partial class CertificatesForm(DossierSection section) : SectionForm
{
    private const int BlankRows = 2;

    /// <summary>The rows, with blank ones.</summary>
    public List<CertificateRow> Rows { get; set; } = [];

    /// <summary>Leaves blank rows at the end for a writer without script.</summary>
    public void AddBlankRows()
    {
        while (Rows.Count(row => row.IsBlank()) < BlankRows)
        {
            Rows.Add(new CertificateRow());
        }
    }

    public override void Take(Nomination nomination, Programme programme) => Rows =
    [
        .. nomination.Certificates.Where(one => one.Section == section).Select(one => new CertificateRow
        {
            Name = one.Name,
            Number = one.Number,
            Issuer = one.Issuer,
            IssuedOn = one.IssuedOn,
            ExpiresOn = one.ExpiresOn,
        }),
    ];

    public override void Save(Nomination nomination, Programme programme, string? reason) =>
        nomination.SetCertificates(programme, section, [.. Filled().Select(row => row.ToContent(Tidy))], reason);

    // The domain counts without blank rows.
    public override string FieldOf(string field) => CertificateField().Match(field) is { Success: true } match
        ? $"Rows[{Rows.IndexOf(Filled().ElementAt(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)))}].{match.Groups[2].Value}"
        : field;

    private IEnumerable<CertificateRow> Filled() => Rows.Where(row => !row.IsBlank());

    [GeneratedRegex(@"^Certificates\[(\d+)\]\.(\w+)$")]
    private static partial Regex CertificateField();
}

/// <summary>Standards and certificates.</summary>
public sealed class StandardsForm() : CertificatesForm(DossierSection.Standards);

/// <summary>Brand and intellectual property.</summary>
public sealed class BrandForm() : CertificatesForm(DossierSection.Brand)
{
    [StringLength(4000), JsonPropertyOrder(-1)]
    public string? Brand { get; set; }

    public override void Take(Nomination nomination, Programme programme)
    {
        base.Take(nomination, programme);
        Brand = nomination.Brand;
    }

    public override void Save(Nomination nomination, Programme programme, string? reason)
    {
        base.Save(nomination, programme, reason);
        nomination.ChangeBrand(programme, Tidy(Brand), reason);
    }
}

/// <summary>A row for a certificate.</summary>
public sealed class CertificateRow
{
    [StringLength(300)]
    public string? Name { get; set; }

    [StringLength(100)]
    public string? Number { get; set; }

    [StringLength(300)]
    public string? Issuer { get; set; }

    public DateOnly? IssuedOn { get; set; }

    public DateOnly? ExpiresOn { get; set; }

    /// <summary>Whether nothing stands in it.</summary>
    public bool IsBlank() => string.IsNullOrWhiteSpace(Name + Number + Issuer) && IssuedOn is null && ExpiresOn is null;

    /// <summary>The content that the domain asks for.</summary>
    public CertificateContent ToContent(Func<string?, string?> tidy) => new(tidy(Name), tidy(Number), tidy(Issuer), IssuedOn, ExpiresOn);
}
