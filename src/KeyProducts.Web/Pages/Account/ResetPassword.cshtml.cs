using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Account;

/// <summary>A new password by the one-time link that an administrator has made.</summary>
[Limited(RequestLimit.SignIn)]
public sealed class ResetPasswordModel(UserManager<AppUser> users, Sessions sessions, AuditLog log) : AppPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "user")]
    public Guid UserKey { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var user = await users.FindByIdAsync(UserKey.ToString());
        if (user is not { IsActive: true } || Token is null)
        {
            throw new RuleException("This link is used up or too old. Ask an administrator for a new one.");
        }

        var reset = await users.ResetPasswordAsync(user, Token, Input.Password);
        if (!reset.Succeeded)
        {
            throw PasswordWords.Refusal(reset);
        }

        await users.SetLockoutEndDateAsync(user, null);
        await sessions.EndAsync(user.Id, except: null);
        await log.RecordAsync(AuditAct.PasswordChanged, nameof(AppUser), user.Email!, by: user);
        return Go("/account/sign-in", "Your new password is set. Sign in with it.");
    }

    public sealed class Form
    {
        [Required, StringLength(128), DataType(DataType.Password)]
        public string Password { get; set; } = "";

        [Required, StringLength(128), DataType(DataType.Password), Compare(nameof(Password))]
        public string Again { get; set; } = "";
    }
}
