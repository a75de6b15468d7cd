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
public sealed class SignInModel(SignInManager<AppUser> signIn, UserManager<AppUser> users, KeptForms forms, AuditLog log) : AppPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>What the reader had typed into a form when their sign-in had ended, sealed; null for nothing.</summary>
    [BindProperty(Name = KeptForms.Field)]
    public string? Kept { get; set; }

    public bool HadFiles { get; private set; }

    public string Address => EndedSignIn.Page + (string.IsNullOrEmpty(ReturnUrl) ? "" : QueryString.Create("returnUrl", ReturnUrl));

    protected override Task LoadAsync()
    {
        if (HttpContext.Features.Get<KeptForm>() is { } form)
        {
            Kept = forms.Seal(form);
            Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        HadFiles = forms.Open(Kept)?.HadFiles == true;
        return Task.CompletedTask;
    }

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
        return Kept is null ? LocalRedirect(WantedAddress()) : GoOn(forms.Open(Kept), user.Id);
    }

    // Another window has signed in meanwhile, so that this form's token does not hold: whoever is signed in already need not do it again.
    protected override Task<IActionResult> ShowAgainAsync(FormShownAgain again) =>
        forms.Open(Kept) is { } form && form.Writer == UserId ? Task.FromResult(GoOn(form, UserId))
        : Kept is null && string.Equals(Input.Email?.Trim(), User.Identity?.Name, StringComparison.OrdinalIgnoreCase) ? Task.FromResult<IActionResult>(LocalRedirect(WantedAddress()))
        : base.ShowAgainAsync(again);

    // With 307 the browser sends what is kept to the page that it was typed for, which shows it in its form.
    private IActionResult GoOn(KeptForm? form, Guid reader) =>
        form is null ? Go(WantedAddress(), "What you had typed is not kept any more: too much time has passed since.")
        : form.Writer != reader ? Go("/", "What had been typed in this window belongs to another account. It was not shown and is not kept.")
        : LocalRedirectPreserveMethod(form.Address);

    private string WantedAddress() => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/";

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
