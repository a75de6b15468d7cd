using KeyProducts.Domain;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KeyProducts.Web.Pages.Users;

/// <summary>Makes the one-time link with which a person sets a password.</summary>
public sealed class LinkModel(AppDbContext db, UserManager<AppUser> users, IOptions<DataProtectionTokenProviderOptions> tokens, AuditLog log, TimeProvider clock) : AppPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public AppUser Person { get; private set; } = null!;

    /// <summary>The link, in the answer to the POST that makes it and nowhere else.</summary>
    public string? Link { get; private set; }

    /// <summary>When it ends, UTC.</summary>
    public DateTime ValidUntil { get; private set; }

    protected override async Task LoadAsync() => Person = Found(await db.Users.AsNoTracking().FirstOrDefaultAsync(user => user.Id == Id));

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!Person.IsActive)
        {
            throw new RuleException("A deactivated account gets no link. Activate it first.");
        }

        var token = await users.GeneratePasswordResetTokenAsync(Person);
        await log.RecordAsync(AuditAct.PasswordLinkMade, nameof(AppUser), AuditSubject.Of(db, Person).Subject);
        // No redirect: on the way the link would have to be kept somewhere.
        Link = $"{Request.Scheme}://{Request.Host}{Request.PathBase}/account/reset?user={Person.Id}&token={Uri.EscapeDataString(token)}";
        ValidUntil = clock.GetUtcNow().UtcDateTime + tokens.Value.TokenLifespan;
        return Page();
    }
}
