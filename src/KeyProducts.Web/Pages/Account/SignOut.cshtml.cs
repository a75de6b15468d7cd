using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Account;

/// <summary>Signing out.</summary>
public sealed class SignOutModel(SignInManager<AppUser> signIn, AuditLog log) : AppPage
{
    public async Task<IActionResult> OnPostAsync()
    {
        await log.RecordAsync(AuditAct.SignedOut, nameof(AppUser), User.Identity?.Name ?? "");
        await signIn.SignOutAsync();
        return LocalRedirect("/");
    }
}
