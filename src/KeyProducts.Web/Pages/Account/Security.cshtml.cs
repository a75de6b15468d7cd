using KeyProducts.Web.Access;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Account;

/// <summary>How one signs in oneself: password, second factor, passkeys, sessions, and the last sign-ins.</summary>
public sealed class SecurityModel(AppDbContext db, UserManager<AppUser> users, Sessions sessions, SecondFactorDemand demand, AuditLog log, TimeProvider clock) : AppPage
{
    public AppUser Reader { get; private set; } = null!;

    public int CodesLeft { get; private set; }

    public IReadOnlyList<PasskeyLine> Passkeys { get; private set; } = [];

    public SessionList Sessions { get; private set; } = null!;

    public IReadOnlyList<SignInLine> SignIns { get; private set; } = [];

    public bool IsDemanded => demand.Asks(User);

    protected override async Task LoadAsync()
    {
        Reader = Found(await users.GetUserAsync(User));
        CodesLeft = await users.CountRecoveryCodesAsync(Reader);
        var used = await db.Sessions.Where(one => one.UserId == UserId && one.Passkey != null).GroupBy(one => one.Passkey!).Select(same => new { same.Key, Last = same.Max(one => one.StartedAt) }).ToDictionaryAsync(one => one.Key, one => one.Last);
        Passkeys = [.. (await users.GetPasskeysAsync(Reader)).OrderBy(one => one.CreatedAt)
            .Select(one => (Key: WebEncoders.Base64UrlEncode(one.CredentialId), Passkey: one))
            .Select(one => new PasskeyLine(one.Key, one.Passkey.Name ?? "", one.Passkey.CreatedAt.UtcDateTime, used.TryGetValue(one.Key, out var last) ? last : null, one.Passkey.CreatedAt > clock.GetUtcNow() - Access.Sessions.Kept))];
        Sessions = new SessionList(await sessions.OfAsync(UserId), sessions.Current, "/account/security");
        SignIns = await SignInLine.OfAsync(db, UserId);
    }

    public async Task<IActionResult> OnPostEndAsync(Guid session)
    {
        if (await sessions.EndAsync(UserId, except: sessions.Current, only: session) == 0)
        {
            return Go("/account/security", "This session has ended already.");
        }

        await log.RecordAsync(AuditAct.SessionEnded, nameof(AppUser), User.Identity?.Name ?? "");
        return Go("/account/security", "The session is ended.");
    }

    public async Task<IActionResult> OnPostEndOthersAsync()
    {
        var ended = await sessions.EndAsync(UserId, except: sessions.Current);
        if (ended > 0)
        {
            await log.RecordAsync(AuditAct.SessionEnded, nameof(AppUser), User.Identity?.Name ?? "");
        }

        return Go("/account/security", "Sessions ended: {0}.", ended);
    }

    public sealed record PasskeyLine(string Key, string Name, DateTime AddedAt, DateTime? UsedAt, bool IsNew);
}
