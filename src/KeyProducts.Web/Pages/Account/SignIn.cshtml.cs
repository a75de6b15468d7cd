using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Account;

/// <summary>Signing in: by e-mail and password, then a code where the account has a second factor; or by a passkey.</summary>
[Limited(RequestLimit.SignIn)]
public sealed class SignInModel(SignInDesk desk, SignInManager<AppUser> signIn, UserManager<AppUser> users, KeptForms forms) : AppPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>What the reader had typed into a form when their sign-in had ended, sealed; null for nothing.</summary>
    [BindProperty(Name = KeptForms.Field)]
    public string? Kept { get; set; }

    /// <summary>Who has given the right password already, sealed; null before.</summary>
    [BindProperty]
    public string? Half { get; set; }

    [BindProperty, StringLength(40)]
    public string? Code { get; set; }

    /// <summary>What a passkey has answered, as JSON.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    public bool HadFiles { get; private set; }

    /// <summary>Whether the account has an authenticator app; otherwise its second step is a passkey.</summary>
    public bool HasApp { get; private set; }

    public string Address(string? handler = null) => EndedSignIn.Page + QueryString.Create(
        new Dictionary<string, string?> { ["handler"] = handler, ["returnUrl"] = ReturnUrl }.Where(field => !string.IsNullOrEmpty(field.Value)));

    protected override async Task LoadAsync()
    {
        if (HttpContext.Features.Get<KeptForm>() is { } form)
        {
            Kept = forms.Seal(form);
            Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        HadFiles = forms.Open(Kept)?.HadFiles == true;
        var user = await desk.HalfWayAsync(Half);
        (Half, HasApp) = (user is null ? null : Half, user?.TwoFactorEnabled == true);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Half = await desk.PasswordAsync(Input.Email, Input.Password);
        if (Half is null)
        {
            return await EnteredAsync(await users.FindByEmailAsync(Input.Email.Trim()));
        }

        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostCodeAsync()
    {
        var user = await desk.HalfWayAsync(Half) ?? throw new RuleException("Too much time has passed since the password. Begin again.");
        await desk.CodeAsync(user, Code);
        return await EnteredAsync(user);
    }

    /// <summary>What a browser asks a passkey. No account is named, so that the answer is the same for everybody.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync() => await EnteredAsync(await desk.PasskeyAsync(Credential));

    // Another window has signed in meanwhile, so that this form's token does not hold: whoever is signed in already need not do it again.
    protected override async Task<IActionResult> ShowAgainAsync(FormShownAgain again) =>
        forms.Open(Kept) is { } form && form.Writer == UserId ? GoOn(form, UserId)
        : Kept is null && (string.Equals(Input.Email?.Trim(), User.Identity?.Name, StringComparison.OrdinalIgnoreCase) || (await desk.HalfWayAsync(Half) is { } user && user.Id == UserId)) ? LocalRedirect(WantedAddress())
        : await base.ShowAgainAsync(again);

    private Task<IActionResult> EnteredAsync(AppUser? user) => Task.FromResult(Kept is null ? LocalRedirect(WantedAddress()) : GoOn(forms.Open(Kept), user?.Id ?? Guid.Empty));

    // With 307 the browser sends what is kept to the page that it was typed for, which shows it in its form.
    private IActionResult GoOn(KeptForm? form, Guid reader) =>
        form is null ? Go(WantedAddress(), "What you had typed is not kept any more: too much time has passed since.")
        : form.Writer != reader ? Go("/", "What had been typed in this window belongs to another account. It was not shown and is not kept.")
        : LocalRedirectPreserveMethod(form.Address);

    private string WantedAddress() => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/";

    public sealed class Form
    {
        [Required, EmailAddress, StringLength(256)]
        public string Email { get; set; } = "";

        [Required, StringLength(128), DataType(DataType.Password)]
        public string Password { get; set; } = "";
    }
}
