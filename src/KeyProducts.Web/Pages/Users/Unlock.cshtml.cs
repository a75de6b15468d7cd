using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Users;

/// <summary>Ends the lock of an account after too many wrong passwords.</summary>
public sealed class UnlockModel(AppDbContext db, AuditLog log) : AppPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public AppUser Person { get; private set; } = null!;

    protected override async Task LoadAsync() => Person = Found(await db.Users.FirstOrDefaultAsync(user => user.Id == Id));

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        Person.LockoutEnd = null;
        Person.AccessFailedCount = 0;
        await log.RecordAsync(AuditAct.AccountUnlocked, nameof(AppUser), AuditSubject.Of(db, Person).Subject);
        return Go($"/users/{Id}", "The account is unlocked.");
    }
}
