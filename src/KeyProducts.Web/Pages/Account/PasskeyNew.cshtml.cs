using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Account;

/// <summary>Adds a passkey of the device in front of the reader.</summary>
[Limited(RequestLimit.SignIn)]
public sealed class PasskeyNewModel(UserManager<AppUser> users, SignInManager<AppUser> signIn, SecondFactors factors, OwnPassword password, KeptForms forms) : AppPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>What the device has answered, as JSON.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    /// <summary>What the reader had typed elsewhere, sealed, while the second factor is set up; null for nothing.</summary>
    [BindProperty]
    public string? Waiting { get; set; }

    public KeptForm? Kept => forms.OpenFor(UserId, Waiting);

    /// <summary>Whether it is added and something waits to be sent.</summary>
    public bool IsAdded { get; private set; }

    public void OnGet()
    {
        var (browser, system) = Browsers.Of(Request.Headers.UserAgent.ToString());
        Input.Name = string.Join(" – ", new[] { system, browser }.Where(part => part.Length > 0));
    }

    /// <summary>Comes from the page that asks for a second factor, with what waits for it.</summary>
    public IActionResult OnPostBegin()
    {
        OnGet();
        return Page();
    }

    public async Task<IActionResult> OnPostOptionsAsync()
    {
        var user = Found(await users.GetUserAsync(User));
        var options = await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.Email!, DisplayName = user.FullName });
        return Content(options, "application/json");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await password.RequireAsync(User, Input.Password);
        var user = Found(await users.GetUserAsync(User));
        var result = string.IsNullOrEmpty(Credential) ? null : await AttestAsync(Credential);
        if (result is not { Succeeded: true, Passkey.IsUserVerified: true } || result.UserEntity.Id != user.Id.ToString())
        {
            throw new RuleException("The passkey was not added. Try again.");
        }

        await factors.AddAsync(user, result.Passkey, Input.Name);
        IsAdded = Kept is not null;
        return IsAdded ? Page() : Go("/account/security", "The passkey is added. From now on you can sign in with it. All your other sessions have ended.");
    }

    private async Task<PasskeyAttestationResult?> AttestAsync(string answer)
    {
        try
        {
            return await signIn.PerformPasskeyAttestationAsync(answer);
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or JsonException)
        {
            return null;
        }
    }

    public sealed class Form
    {
        [Required, StringLength(60)]
        public string Name { get; set; } = "";

        [Required, StringLength(128), DataType(DataType.Password)]
        public string Password { get; set; } = "";
    }
}
