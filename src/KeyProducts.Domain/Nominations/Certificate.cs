namespace KeyProducts.Domain;

/// <summary>What a certificate, or a right of intellectual property, is.</summary>
/// <param name="Name">What it certifies: "ISO 9001:2015", "Nhãn hiệu …".</param>
/// <param name="Number">Its number.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="IssuedOn">When; null while unknown.</param>
/// <param name="ExpiresOn">The last day on which it holds; null when it does not expire.</param>
public sealed record CertificateContent(string? Name, string? Number, string? Issuer, DateOnly? IssuedOn, DateOnly? ExpiresOn);

/// <summary>A certificate of a dossier: of a standard, or of a right of intellectual property.</summary>
public sealed class DossierCertificate
{
    private DossierCertificate() => Name = null!;

    internal DossierCertificate(DossierSection section, int order, CertificateContent content)
    {
        Section = section;
        Order = order;
        Name = null!;
        Change(content);
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of its nomination.</summary>
    public Guid NominationId { get; private set; }

    /// <summary><see cref="DossierSection.Standards"/> or <see cref="DossierSection.Brand"/>.</summary>
    public DossierSection Section { get; private set; }

    /// <summary>Its place in the section, from 1.</summary>
    public int Order { get; private set; }

    /// <summary>What it certifies.</summary>
    public string Name { get; private set; }

    /// <summary>Its number.</summary>
    public string? Number { get; private set; }

    /// <summary>Who issued it.</summary>
    public string? Issuer { get; private set; }

    /// <summary>When it was issued.</summary>
    public DateOnly? IssuedOn { get; private set; }

    /// <summary>The last day on which it holds.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    /// <summary>What it is.</summary>
    public CertificateContent Content => new(Name, Number, Issuer, IssuedOn, ExpiresOn);

    internal void Change(CertificateContent content) =>
        (Name, Number, Issuer, IssuedOn, ExpiresOn) = (content.Name!, content.Number, content.Issuer, content.IssuedOn, content.ExpiresOn);
}
