using KeyProducts.Domain;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Account;

/// <summary>A sign-in of the history, or one that failed.</summary>
public sealed record SignInLine(DateTime At, bool Failed, SignInWay? Way, string? Address, string? Browser)
{
    private const int Shown = 20;

    private static readonly AuditAct[] Acts = [AuditAct.SignedIn, AuditAct.SignInFailed];

    /// <summary>The last ones of an account.</summary>
    public static async Task<IReadOnlyList<SignInLine>> OfAsync(AppDbContext db, Guid userId) =>
    [
        .. (await db.AuditEntries.AsNoTracking().Where(entry => entry.UserId == userId && Acts.Contains(entry.Act)).OrderByDescending(entry => entry.Sequence).Take(Shown).ToListAsync())
            .Select(entry => (entry, Told: entry.ReadChanges().ToDictionary(change => change.Property, change => change.To)))
            .Select(one => new SignInLine(
                one.entry.At, one.entry.Act == AuditAct.SignInFailed, Enum.TryParse<SignInWay>(one.Told.GetValueOrDefault("Way"), out var way) ? way : null,
                one.Told.GetValueOrDefault("Address"), one.Told.GetValueOrDefault("Browser"))),
    ];
}

/// <summary>Sessions that go on, with buttons to end them.</summary>
/// <param name="Sessions">The sessions.</param>
/// <param name="Current">The reader's own; null or another's key for none of these.</param>
/// <param name="Page">The address that ends them.</param>
public sealed record SessionList(IReadOnlyList<UserSession> Sessions, Guid? Current, string Page);
