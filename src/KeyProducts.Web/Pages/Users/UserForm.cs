using System.ComponentModel.DataAnnotations;

namespace KeyProducts.Web.Pages.Users;

/// <summary>What an administrator types about an account.</summary>
public sealed class UserForm
{
    /// <summary>The version of the account that the writer saw.</summary>
    public string? Version { get; set; }

    [Required, StringLength(100)]
    public string FullName { get; set; } = "";

    [Required, StringLength(256), EmailAddress]
    public string Email { get; set; } = "";

    public List<string> Roles { get; set; } = [];

    public bool IsActive { get; set; }
}
