using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Account;

/// <summary>Makes new recovery codes and shows them once.</summary>
[Limited(RequestLimit.SignIn)]
public sealed class RecoveryCodesModel(UserManager<AppUser> users, SecondFactors factors, OwnPassword password) : AppPage
{
    [BindProperty]
    public PasswordForm Input { get; set; } = new();

    public int Left { get; private set; }

    public bool HasApp { get; private set; }

    public IReadOnlyList<string> Codes { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        var user = Found(await users.GetUserAsync(User));
        (HasApp, Left) = (user.TwoFactorEnabled, await users.CountRecoveryCodesAsync(user));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var user = Found(await users.GetUserAsync(User));
        if (!user.TwoFactorEnabled)
        {
            throw new RuleException("Recovery codes stand in for an authenticator app. Set one up first.");
        }

        await password.RequireAsync(User, Input.Password);
        Codes = await factors.RenewCodesAsync(user);
        return Page();
    }
}
