using KeyProducts.Web.Access;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Account;

/// <summary>Signing out ends the session.</summary>
public sealed class SignOutModel(SignInManager<AppUser> signIn, Sessions sessions, AuditLog log) : AppPage
{
    public async Task<IActionResult> OnPostAsync()
    {
        await log.RecordAsync(AuditAct.SignedOut, nameof(AppUser), User.Identity?.Name ?? "");
        if (sessions.Current is { } session)
        {
            await sessions.EndAsync(UserId, except: null, only: session);
        }

        await signIn.SignOutAsync();
        return LocalRedirect("/");
    }
}
