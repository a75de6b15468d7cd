namespace KeyProducts.Domain;

/// <summary>Where a business is. A district stands only on old records.</summary>
/// <param name="Street">House number and street.</param>
/// <param name="Ward">Ward or commune, of the 126 since 01/07/2025.</param>
/// <param name="District">District, on records from before; never required.</param>
/// <param name="City">City or province.</param>
public sealed record Address(string? Street, string? Ward, string? District, string? City)
{
    /// <summary>The address on one line.</summary>
    public override string ToString() => string.Join(", ", new[] { Street, Ward, District, City }.Where(part => !string.IsNullOrWhiteSpace(part)));
}

/// <summary>Whom to call at a business: personal data.</summary>
/// <param name="Name">The person's name.</param>
/// <param name="Phone">Telephone.</param>
/// <param name="Email">E-mail address.</param>
public sealed record Contact(string? Name, string? Phone, string? Email);

/// <summary>Who owns a business.</summary>
public enum Ownership
{
    /// <summary>Vietnamese private owners.</summary>
    Private,

    /// <summary>The state holds more than half.</summary>
    State,

    /// <summary>Foreign capital.</summary>
    Foreign,

    /// <summary>A cooperative or household.</summary>
    Cooperative,
}

/// <summary>What staff write down about a business.</summary>
/// <param name="Name">Its name in both languages.</param>
/// <param name="TaxCode">Its tax code; null when it has none.</param>
/// <param name="TaxCodeReason">Why a doubtful code is right all the same; null when there is no doubt.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Contact">Whom to call.</param>
/// <param name="Ownership">Who owns it.</param>
/// <param name="Website">Its address on the web.</param>
public sealed record BusinessDetails(
    BilingualName Name,
    string? TaxCode,
    string? TaxCodeReason,
    Address Address,
    Contact Contact,
    Ownership Ownership,
    string? Website);
