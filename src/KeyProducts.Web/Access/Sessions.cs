using System.Security.Claims;
using KeyProducts.Domain;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Access;

/// <summary>Begins and ends sessions: each sign-in is a row, its key is in the cookie.</summary>
public sealed class Sessions(AppDbContext db, SignInManager<AppUser> signIn, KnownSessions known, IHttpContextAccessor http, AuditLog log, TimeProvider clock)
{
    /// <summary>The claim that says how the person has signed in.</summary>
    public const string Way = "way";

    /// <summary>Who is not seen for so long has to sign in again.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(10);

    /// <summary>Sessions that were not seen for so long are deleted.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private HttpContext Http => http.HttpContext!;

    /// <summary>The key of the reader's own session.</summary>
    public Guid? Current => KnownSessions.KeyOf(Http.User);

    /// <summary>What the history tells of a sign-in: how, from which address, with which browser.</summary>
    public IReadOnlyList<AuditChange> Details(SignInWay? way) =>
    [
        .. new AuditChange?[] { way is null ? null : new("Way", null, $"{way}"), Address.Length == 0 ? null : new("Address", null, Address), Device is ("", "") ? null : new("Browser", null, string.Join(" – ", new[] { Device.Browser, Device.System }.Where(part => part.Length > 0))) }
            .OfType<AuditChange>(),
    ];

    /// <summary>Signs somebody in: a session of their own begins, and an earlier one of this browser ends.</summary>
    public async Task BeginAsync(AppUser user, SignInWay way, string? passkey = null)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var before = Current is { } key ? await db.Sessions.FirstOrDefaultAsync(one => one.Id == key && one.EndedAt == null) : null;
        before?.End(now);
        var session = new UserSession(user.Id, way, Address, Device.Browser, Device.System, now, passkey);
        db.Add(session);
        await log.RecordAsync(AuditAct.SignedIn, nameof(AppUser), user.Email!, by: user, details: Details(way));
        if (before is not null)
        {
            known.Note(before.Id, goesOn: false);
        }

        known.Note(session.Id, goesOn: true);
        await SignInAsync(user, session);
        await SweepAsync(now - Kept);
    }

    /// <summary>Gives the reader a new cookie for the same session, after something about the account has changed.</summary>
    /// <param name="user">The reader.</param>
    /// <param name="way">How the person has now proved who they are; null leaves that as it is.</param>
    public async Task RefreshAsync(AppUser user, SignInWay? way = null)
    {
        if (Current is { } key && await db.Sessions.FirstOrDefaultAsync(one => one.Id == key && one.UserId == user.Id) is { EndedAt: null } session)
        {
            if (way is { } stronger && session.Way == SignInWay.Password)
            {
                session.Strengthen(stronger);
                await db.SaveChangesAsync();
            }

            await SignInAsync(user, session);
        }
    }

    /// <summary>The sessions of somebody that go on, the last seen first.</summary>
    public Task<List<UserSession>> OfAsync(Guid userId)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (seen, started) = (now - Idle, now - KnownSessions.Longest);
        return db.Sessions.AsNoTracking().Where(one => one.UserId == userId && one.EndedAt == null && one.SeenAt > seen && one.StartedAt > started)
            .OrderByDescending(one => one.SeenAt).ThenByDescending(one => one.Id).ToListAsync();
    }

    /// <summary>Ends sessions of somebody, but for one; how many.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="except">The one that goes on; null for none.</param>
    /// <param name="only">The one to end; null for all.</param>
    public async Task<int> EndAsync(Guid userId, Guid? except, Guid? only = null)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var ending = await db.Sessions.Where(one => one.UserId == userId && one.EndedAt == null && one.Id != except && (only == null || one.Id == only)).ToListAsync();
        ending.ForEach(one => one.End(now));
        await db.SaveChangesAsync();
        ending.ForEach(one => known.Note(one.Id, goesOn: false));
        return ending.Count;
    }

    private string Address => Sender.AddressOf(Http);

    private (string Browser, string System) Device => Browsers.Of(Http.Request.Headers.UserAgent.ToString());

    // Many sign in at the same moment after a pause: each deletes what is still there.
    private async Task SweepAsync(DateTime before)
    {
        if (await db.Sessions.AnyAsync(one => one.SeenAt < before))
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM Sessions WHERE SeenAt < {before}");
        }
    }

    private Task SignInAsync(AppUser user, UserSession session) =>
        signIn.SignInWithClaimsAsync(user, isPersistent: false, [new Claim(KnownSessions.Claim, session.Id.ToString()), new Claim(Way, $"{session.Way}")]);
}
