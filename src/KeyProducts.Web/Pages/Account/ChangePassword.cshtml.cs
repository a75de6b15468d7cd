using System.ComponentModel.DataAnnotations;
using KeyProducts.Web.Access;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Account;

/// <summary>A person changes their own password; other sessions of theirs end.</summary>
[Limited(RequestLimit.SignIn)]
public sealed class ChangePasswordModel(UserManager<AppUser> users, OwnPassword own, Sessions sessions, AuditLog log) : AppPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        await own.RequireAsync(User, Input.Current, nameof(Input.Current));
        var user = Found(await users.GetUserAsync(User));
        var changed = await users.ChangePasswordAsync(user, Input.Current, Input.Password);
        if (!changed.Succeeded)
        {
            throw PasswordWords.Refusal(changed);
        }

        await sessions.EndAsync(user.Id, except: sessions.Current);
        await sessions.RefreshAsync(user);
        await log.RecordAsync(AuditAct.PasswordChanged, nameof(AppUser), user.Email!);
        return Go("/account/security", "Your password is changed. All your other sessions have ended.");
    }

    public sealed class Form
    {
        [Required, StringLength(128), DataType(DataType.Password)]
        public string Current { get; set; } = "";

        [Required, StringLength(128), DataType(DataType.Password)]
        public string Password { get; set; } = "";

        [Required, StringLength(128), DataType(DataType.Password), Compare(nameof(Password))]
        public string Again { get; set; } = "";
    }
}
