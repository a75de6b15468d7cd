using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;

namespace KeyProducts.Web.Pages.Businesses;

/// <summary>What staff type about a business.</summary>
public sealed class BusinessForm
{
    public Guid Version { get; set; }

    [Required, StringLength(200)]
    public string Name { get; set; } = "";

    [StringLength(200)]
    public string? NameEnglish { get; set; }

    /// <summary>Whether a business of the same name is another one.</summary>
    public bool IsAnother { get; set; }

    [StringLength(20)]
    public string? TaxCode { get; set; }

    [StringLength(500)]
    public string? TaxCodeReason { get; set; }

    [Required]
    public Ownership? Ownership { get; set; }

    [StringLength(200)]
    public string? Street { get; set; }

    [StringLength(100)]
    public string? Ward { get; set; }

    [StringLength(100)]
    public string? District { get; set; }

    [StringLength(100)]
    public string? City { get; set; }

    [StringLength(100)]
    public string? ContactName { get; set; }

    [StringLength(50)]
    public string? ContactPhone { get; set; }

    [StringLength(200), EmailAddress]
    public string? ContactEmail { get; set; }

    [StringLength(300)]
    public string? Website { get; set; }

    public static BusinessForm Of(Business business) => new()
    {
        Name = business.Name.Vietnamese,
        NameEnglish = business.Name.English,
        TaxCode = business.TaxCode,
        TaxCodeReason = business.TaxCodeReason,
        Ownership = business.Ownership,
        Website = business.Website,
        Street = business.Address.Street,
        Ward = business.Address.Ward,
        District = business.Address.District,
        City = business.Address.City,
        ContactName = business.Contact.Name,
        ContactPhone = business.Contact.Phone,
        ContactEmail = business.Contact.Email,
    };

    public BusinessDetails Details() => new(
        BilingualName.Of(Tidy(Name), Tidy(NameEnglish)), TaxCode, Tidy(TaxCodeReason),
        new Address(Tidy(Street), Tidy(Ward), Tidy(District), Tidy(City)),
        new Contact(Tidy(ContactName), Tidy(ContactPhone), Tidy(ContactEmail)),
        Ownership!.Value, Tidy(Website));

    // Vietnamese typed on some systems arrives with its marks apart; one form is stored.
    private static string? Tidy(string? typed) => typed?.Trim().Normalize();
}
