namespace KeyProducts.Domain;

/// <summary>What a certificate certifies.</summary>
public enum CertificateKind
{
    /// <summary>That a product is a key industrial product of the city.</summary>
    Recognition,

    /// <summary>That it is of the year's top.</summary>
    Top,
}

/// <summary>How a certificate stands on a day.</summary>
public enum CertificateState
{
    /// <summary>It holds.</summary>
    Valid,

    /// <summary>Its last day is past.</summary>
    Expired,

    /// <summary>It was taken back.</summary>
    Revoked,

    /// <summary>Another one was issued in its place.</summary>
    Replaced,
}
