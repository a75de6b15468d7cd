using System.Collections.Concurrent;
using System.Data.Common;
using System.Security.Claims;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Access;

/// <summary>
/// Whether the session of a request still goes on. What this process has asked the database is believed for some seconds; what it ends itself
/// holds at once.
/// </summary>
public sealed class KnownSessions(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>The claim with the key of the session.</summary>
    public const string Claim = "session";

    /// <summary>No session goes on for longer, however often it is used.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private const int Most = 20_000;

    private static readonly TimeSpan Believed = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, Known> sessions = new();

    /// <summary>The key of the session in the cookie of somebody; null for none.</summary>
    public static Guid? KeyOf(ClaimsPrincipal? person) => Guid.TryParse(person?.FindFirstValue(Claim), out var key) ? key : null;

    /// <summary>The key of the account in the cookie of somebody; null for none.</summary>
    public static Guid? PersonOf(ClaimsPrincipal? person) => Guid.TryParse(person?.FindFirstValue(ClaimTypes.NameIdentifier), out var key) ? key : null;

    /// <summary>Refuses the cookie of a session that has ended; otherwise asks once a minute whether the account has changed.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var known = context.HttpContext.RequestServices.GetRequiredService<KnownSessions>();
        if (KeyOf(context.Principal) is { } key && await known.GoesOnAsync(key))
        {
            await SecurityStampValidator.ValidatePrincipalAsync(context);
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>Notes what has just been begun or ended here.</summary>
    public void Note(Guid key, bool goesOn)
    {
        if (sessions.Count > Most)
        {
            sessions.Clear();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        sessions[key] = new Known(goesOn, now, now);
    }

    /// <summary>Whether a session goes on; notes each minute that it is used.</summary>
    public async Task<bool> GoesOnAsync(Guid key)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (sessions.TryGetValue(key, out var known) && now - known.AskedAt < Believed && now - known.SeenAt < Minute)
        {
            return known.GoesOn;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var session = await db.Sessions.FirstOrDefaultAsync(one => one.Id == key);
        var goesOn = session is { EndedAt: null } && now - session.StartedAt < Longest;
        if (goesOn && now - session!.SeenAt >= Minute)
        {
            session.See(now);
            try
            {
                await db.SaveChangesAsync();
            }
            catch (Exception busy) when (busy is DbUpdateException or DbException)
            {
                // A page is read all the same when nothing can be written; the next minute tries again.
            }
        }

        sessions[key] = new Known(goesOn, now, session?.SeenAt ?? now);
        return goesOn;
    }

    private sealed record Known(bool GoesOn, DateTime AskedAt, DateTime SeenAt);
}
