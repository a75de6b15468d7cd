using System.ComponentModel.DataAnnotations;
using KeyProducts.Web.Access;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace KeyProducts.Web.Pages.Account;

/// <summary>One of the reader's own passkeys: another name, or away with it.</summary>
public sealed class PasskeyModel(UserManager<AppUser> users, SecondFactors factors, OwnPassword password) : AppPage
{
    [FromRoute(Name = "passkey")]
    public string Key { get; set; } = "";

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public RemovalForm Removal { get; set; } = new();

    public UserPasskeyInfo Passkey { get; private set; } = null!;

    private AppUser Reader { get; set; } = null!;

    protected override async Task LoadAsync()
    {
        Reader = Found(await users.GetUserAsync(User));
        Passkey = Found((await users.GetPasskeysAsync(Reader)).FirstOrDefault(one => WebEncoders.Base64UrlEncode(one.CredentialId) == Key));
    }

    public void OnGet() => Input.Name = Passkey.Name ?? "";

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        await factors.RenameAsync(Reader, Passkey, Input.Name);
        return Go("/account/security", "The passkey has a new name.");
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        await password.RequireAsync(User, Removal.Password ?? "");
        await LoadAsync();
        await factors.RemoveAsync(Reader, Passkey);
        return Go("/account/security", "The passkey is removed. All your other sessions have ended.");
    }

    public sealed class Form
    {
        [Required, StringLength(60)]
        public string Name { get; set; } = "";
    }

    public sealed class RemovalForm
    {
        [StringLength(128), DataType(DataType.Password)]
        public string? Password { get; set; }
    }
}
