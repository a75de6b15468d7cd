using System.ComponentModel.DataAnnotations;
using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Account;

/// <summary>Sets up the authenticator app: nothing is stored before its first code is right.</summary>
[Limited(RequestLimit.SignIn)]
public sealed class AuthenticatorModel(UserManager<AppUser> users, SecondFactors factors, OwnPassword password) : AppPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public AppUser Reader { get; private set; } = null!;

    /// <summary>The key, sealed, on its way through the form.</summary>
    public string SealedKey { get; private set; } = "";

    public string Key { get; private set; } = "";

    public QrCode Picture { get; private set; } = null!;

    /// <summary>The recovery codes, in the answer to the POST that makes them and nowhere else.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        Reader = Found(await users.GetUserAsync(User));
        SealedKey = factors.OpenKey(Reader, Input.Key) is null ? factors.NewKey(Reader) : Input.Key!;
        Key = factors.OpenKey(Reader, SealedKey)!;
        Picture = QrCode.Of(AuthenticatorCodes.AddressFor(Key, Reader.Email!));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await password.RequireAsync(User, Input.Password);
        Reader = Found(await users.GetUserAsync(User));
        var key = factors.OpenKey(Reader, Input.Key) ?? throw new RuleException("This page was open for too long. Scan the new picture and type its code.");
        Codes = await factors.SwitchOnAsync(Reader, key, Input.Code);
        return Page();
    }

    public sealed class Form
    {
        public string? Key { get; set; }

        [Required, StringLength(16)]
        public string Code { get; set; } = "";

        [Required, StringLength(128), DataType(DataType.Password)]
        public string Password { get; set; } = "";
    }
}
