using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Users;

/// <summary>A new account, or one there is: New.cshtml and Edit.cshtml share it.</summary>
public sealed class EditModel(AppDbContext db, UserManager<AppUser> users, Sessions sessions, TimeProvider clock) : AppPage
{
    [FromRoute]
    public Guid? Id { get; set; }

    [BindProperty]
    public UserForm Input { get; set; } = new();

    public string? Version { get; private set; }

    /// <summary>What is stored; null for a new account.</summary>
    public AppUser? Stored { get; private set; }

    public IReadOnlyList<string> StoredRoles { get; private set; } = [];

    public bool CameSecond => IsConflict;

    public bool IsLocked => Stored?.LockoutEnd > clock.GetUtcNow();

    protected override async Task LoadAsync()
    {
        if (Id is null)
        {
            return;
        }

        Stored = Found(await db.Users.FirstOrDefaultAsync(user => user.Id == Id));
        StoredRoles = [.. await users.GetRolesAsync(Stored)];
        Version = IsConflict || Input.Version is null ? Stored.ConcurrencyStamp : Input.Version;
    }

    public void OnGet() => Input = Stored is null
        ? new UserForm { IsActive = true }
        : new UserForm { FullName = Stored.FullName, Email = Stored.Email!, Roles = [.. StoredRoles], IsActive = Stored.IsActive };

    public async Task<IActionResult> OnPostAsync()
    {
        RequireAllowed();
        if (Id is null)
        {
            var added = new AppUser { LockoutEnabled = true, EmailConfirmed = true };
            await FillAsync(added);
            Require(await users.CreateAsync(added));
            return Go($"/users/{added.Id}/link", "The account is made. Make a one-time link now, with which the person sets a password.");
        }

        var user = Found(await db.Users.FirstOrDefaultAsync(user => user.Id == Id));
        if (user.ConcurrencyStamp != Input.Version)
        {
            throw new RuleException(Versions.Changed);
        }

        var (wasActive, email) = (user.IsActive, user.Email);
        user.IsActive = Input.IsActive;
        var changesAccess = await FillAsync(user) || wasActive != user.IsActive || email != user.Email;
        // A new security stamp ends the person's sessions, and links that were made before are void.
        Require(changesAccess ? await users.UpdateSecurityStampAsync(user) : await users.UpdateAsync(user));
        if (changesAccess)
        {
            await sessions.EndAsync(user.Id, except: sessions.Current);
        }

        await sessions.RefreshAsync(user);
        return Go($"/users/{Id}", "The account is saved.");
    }

    private void RequireAllowed()
    {
        if (Input.Roles.Count == 0 || !Input.Roles.All(Roles.All.Contains))
        {
            throw new RuleException("Choose at least one role.") { Field = nameof(UserForm.Roles) };
        }

        if (Id is not null && Id == UserId && !Input.IsActive)
        {
            throw new RuleException("You cannot deactivate your own account. Another administrator can.") { Field = nameof(UserForm.IsActive) };
        }

        if (Id is not null && Id == UserId && !Input.Roles.Contains(Roles.Administrator))
        {
            throw new RuleException("You cannot take the administrator’s role from yourself. Another administrator can.") { Field = nameof(UserForm.Roles) };
        }
    }

    // Sets name, e-mail and roles; says whether the roles change. They go into the same save as the rest, so that the history has one
    // entry and a refusal leaves nothing behind.
    private async Task<bool> FillAsync(AppUser user)
    {
        user.FullName = Input.FullName.Trim().Normalize();
        user.Email = user.UserName = Input.Email.Trim();
        var wanted = await db.Roles.Where(role => Input.Roles.Contains(role.Name!)).Select(role => role.Id).ToListAsync();
        var held = await db.UserRoles.Where(one => one.UserId == user.Id).ToListAsync();
        var taken = held.Where(one => !wanted.Contains(one.RoleId)).ToList();
        var given = wanted.Except(held.Select(one => one.RoleId)).Select(id => new IdentityUserRole<Guid> { UserId = user.Id, RoleId = id }).ToList();
        db.RemoveRange(taken);
        db.AddRange(given);
        return taken.Count + given.Count > 0;
    }

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw PasswordWords.Refusal(result);
        }
    }
}
