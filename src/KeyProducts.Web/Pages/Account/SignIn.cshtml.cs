using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace KeyProducts.Web.Pages.Account;

/// <summary>Signing in with e-mail and password.</summary>
[EnableRateLimiting(Hardening.SignInLimit)]
public sealed class SignInModel(SignInManager<AppUser> signIn, UserManager<AppUser> users, AuditLog log) : AppPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var user = await users.FindByEmailAsync(Input.Email.Trim());
        if (user is null)
        {
            // As slow as a wrong password, and the same sentence: whether an account exists is not told.
            users.PasswordHasher.HashPassword(new AppUser(), Input.Password);
            await log.RecordAsync(AuditAct.SignInFailed, nameof(AppUser), Input.Email.Trim());
            throw Refused();
        }

        var result = await signIn.CheckPasswordSignInAsync(user, Input.Password, lockoutOnFailure: true);
        if (!result.Succeeded || !user.IsActive)
        {
            await log.RecordAsync(AuditAct.SignInFailed, nameof(AppUser), user.Email!, by: user);
            throw Refused();
        }

        await signIn.SignInAsync(user, isPersistent: false);
        await log.RecordAsync(AuditAct.SignedIn, nameof(AppUser), user.Email!, by: user);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
    }

    private static RuleException Refused() =>
        new("E-mail or password is wrong, or the account is locked for some minutes after too many attempts.");

    public sealed class Form
    {
        [Required, EmailAddress, StringLength(256)]
        public string Email { get; set; } = "";

        [Required, StringLength(128), DataType(DataType.Password)]
        public string Password { get; set; } = "";
    }
}
