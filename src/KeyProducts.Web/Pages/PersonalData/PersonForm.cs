using System.ComponentModel.DataAnnotations;
using KeyProducts.Web.Storage.Personal;

namespace KeyProducts.Web.Pages.PersonalData;

/// <summary>Whom to look for, and which records are about that person. It is posted, so that no address and no log holds whom somebody looked for.</summary>
public sealed class PersonForm
{
    [StringLength(200)]
    public string? Name { get; set; }

    [StringLength(254)]
    public string? Email { get; set; }

    [StringLength(50)]
    public string? Phone { get; set; }

    /// <summary>The records that are about this person and nobody else of the same name.</summary>
    public List<string> Items { get; set; } = [];

    [StringLength(1000)]
    public string? Reason { get; set; }

    /// <summary>The search.</summary>
    public PersonalQuery Query() => new(Name, Email, Phone);
}
