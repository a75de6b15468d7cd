namespace KeyProducts.Domain;

/// <summary>A section of a dossier, in the order of the form. Each is filled in and saved by itself.</summary>
public enum DossierSection
{
    /// <summary>What is nominated, in which industry and track.</summary>
    Product,

    /// <summary>Who nominates it and where it is made.</summary>
    Business,

    /// <summary>Figures of the data year and the two years before.</summary>
    Figures,

    /// <summary>Automation, digital transformation, smart factory.</summary>
    Technology,

    /// <summary>Standards and certificates.</summary>
    Standards,

    /// <summary>Brand and intellectual property.</summary>
    Brand,

    /// <summary>Environment and labour.</summary>
    Environment,

    /// <summary>What the business commits itself to.</summary>
    Commitments,
}

/// <summary>What of a business lies in Hà Nội: head office or workshop must.</summary>
public enum HanoiSite
{
    /// <summary>Head office and workshop.</summary>
    Both,

    /// <summary>The head office.</summary>
    HeadOffice,

    /// <summary>The workshop.</summary>
    Workshop,

    /// <summary>Neither; such a product is not eligible.</summary>
    Neither,
}

/// <summary>Who nominates and where the product is made, as the dossier says. What the business is over the years stands in its own record.</summary>
/// <param name="Site">What of it lies in Hà Nội; null while unknown.</param>
/// <param name="Workshop">Where the product is made.</param>
/// <param name="Activity">What the business does.</param>
/// <param name="Representative">Who signs for it.</param>
/// <param name="RepresentativeTitle">That person's post.</param>
/// <param name="ContactName">Whom to ask about this dossier: personal data, as the two that follow.</param>
/// <param name="ContactPhone">Telephone.</param>
/// <param name="ContactEmail">E-mail address.</param>
public sealed record Establishment(
    HanoiSite? Site,
    string? Workshop,
    string? Activity,
    string? Representative,
    string? RepresentativeTitle,
    string? ContactName,
    string? ContactPhone,
    string? ContactEmail)
{
    /// <summary>Nothing said yet.</summary>
    public static readonly Establishment None = new(null, null, null, null, null, null, null, null);
}

/// <summary>How the product is made.</summary>
/// <param name="AutomatedShare">The share of the line that runs automatically, in percent from 0 to 100; null while unknown.</param>
/// <param name="Automation">The machines, in words.</param>
/// <param name="DigitalTransformation">Software and data in the running of the business, in words.</param>
/// <param name="SmartFactory">How far the factory is a smart one, in words.</param>
public sealed record Technology(decimal? AutomatedShare, string? Automation, string? DigitalTransformation, string? SmartFactory)
{
    /// <summary>Nothing said yet.</summary>
    public static readonly Technology None = new(null, null, null, null);
}

/// <summary>What the business signs.</summary>
/// <param name="Environment">To keep the law on the environment.</param>
/// <param name="Quality">To keep its quality management.</param>
/// <param name="IntellectualProperty">That the product violates nobody's rights.</param>
/// <param name="Law">To keep the law otherwise: tax, labour, social insurance.</param>
/// <param name="SignedBy">Who signed.</param>
/// <param name="SignedOn">When.</param>
public sealed record Commitments(bool Environment, bool Quality, bool IntellectualProperty, bool Law, string? SignedBy, DateOnly? SignedOn)
{
    /// <summary>Nothing signed yet.</summary>
    public static readonly Commitments None = new(false, false, false, false, null, null);
}
