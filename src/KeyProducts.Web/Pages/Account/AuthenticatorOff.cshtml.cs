using KeyProducts.Web.Access;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Account;

/// <summary>Switches the authenticator app off.</summary>
[Limited(RequestLimit.SignIn)]
public sealed class AuthenticatorOffModel(UserManager<AppUser> users, SecondFactors factors, OwnPassword password) : AppPage
{
    [BindProperty]
    public PasswordForm Input { get; set; } = new();

    public bool HasApp { get; private set; }

    protected override async Task LoadAsync() => HasApp = Found(await users.GetUserAsync(User)).TwoFactorEnabled;

    public async Task<IActionResult> OnPostAsync()
    {
        await password.RequireAsync(User, Input.Password);
        var user = Found(await users.GetUserAsync(User));
        if (user.TwoFactorEnabled)
        {
            await factors.SwitchOffAsync(user);
        }

        return Go("/account/security", "The authenticator app is switched off. All your other sessions have ended.");
    }
}
