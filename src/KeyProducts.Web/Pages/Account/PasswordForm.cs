using System.ComponentModel.DataAnnotations;

namespace KeyProducts.Web.Pages.Account;

/// <summary>The password once more, before something that a stolen session must not do.</summary>
public sealed class PasswordForm
{
    [Required, StringLength(128), DataType(DataType.Password)]
    public string Password { get; set; } = "";
}
