using System.Security.Cryptography;
using System.Text.Json;
using KeyProducts.Domain;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KeyProducts.Web.Access;

/// <summary>
/// Signing in, step by step. Whether an account exists, is locked, deactivated or has a second factor is not told to who does not know its
/// password: neither by the sentence nor by the work that is done.
/// </summary>
public sealed class SignInDesk(
    AppDbContext db, UserManager<AppUser> users, SignInManager<AppUser> signIn, Sessions sessions, NobodysPassword nobody, SecondFactorDemand demand, IDataProtectionProvider protection, IOptions<IdentityOptions> rules,
    AuditLog log, TimeProvider clock)
{
    private const int Attempts = 5;

    private static readonly TimeSpan HalfWay = TimeSpan.FromMinutes(10);

    private readonly IDataProtector protector = protection.CreateProtector("KeyProducts.SecondStep.1");

    /// <summary>The first step. Null when the person is signed in; otherwise what the second step needs, sealed.</summary>
    /// <exception cref="RuleException">The same sentence for everything that is wrong.</exception>
    public async Task<string?> PasswordAsync(string email, string password)
    {
        var user = await users.FindByEmailAsync(email.Trim());
        var verdict = users.PasswordHasher.VerifyHashedPassword(user ?? nobody.User, user?.PasswordHash ?? nobody.Hash, password);
        if (user?.PasswordHash is null || verdict == PasswordVerificationResult.Failed || !MayEnter(user))
        {
            await FailAsync(user, user?.Email ?? email.Trim(), counts: verdict == PasswordVerificationResult.Failed);
            throw new RuleException("E-mail or password is wrong, or the account is locked for some minutes after too many attempts.");
        }

        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
        {
            user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        }

        if (user.TwoFactorEnabled || (demand.Asks(await users.GetRolesAsync(user)) && (await users.GetPasskeysAsync(user)).Count > 0))
        {
            return WebEncoders.Base64UrlEncode(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(new Half(user.Id, user.SecurityStamp ?? "", clock.GetUtcNow().UtcDateTime + HalfWay))));
        }

        await EnterAsync(user, SignInWay.Password);
        return null;
    }

    /// <summary>Who has done the first step; null when nobody has, or too long ago.</summary>
    public async Task<AppUser?> HalfWayAsync(string? sealedHalf)
    {
        try
        {
            return !string.IsNullOrEmpty(sealedHalf) && JsonSerializer.Deserialize<Half>(protector.Unprotect(WebEncoders.Base64UrlDecode(sealedHalf))) is { } half && half.Until > clock.GetUtcNow().UtcDateTime
                && await users.FindByIdAsync(half.UserId.ToString()) is { } user && user.SecurityStamp == half.Stamp
                ? user : null;
        }
        catch (Exception broken) when (broken is FormatException or CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The second step: six digits of the app, or a recovery code.</summary>
    /// <exception cref="RuleException">The code is wrong, was used, or the account is locked.</exception>
    public async Task CodeAsync(AppUser user, string? typed)
    {
        var code = new string([.. (typed ?? "").Where(char.IsLetterOrDigit)]).ToUpperInvariant();
        var isOfApp = code.Length == 6;
        var isRight = user.TwoFactorEnabled && MayEnter(user) && (isOfApp
            ? await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, code)
            : code.Length == 10 && (await users.RedeemTwoFactorRecoveryCodeAsync(user, $"{code[..5]}-{code[5..]}")).Succeeded);
        if (!isRight)
        {
            await FailAsync(user, user.Email!, counts: true);
            throw new RuleException("The code is wrong or was used already, or the account is locked for some minutes after too many attempts.") { Field = "Code" };
        }

        if (!isOfApp)
        {
            await log.RecordAsync(AuditAct.RecoveryCodeUsed, nameof(AppUser), user.Email!, by: user);
        }

        await EnterAsync(user, isOfApp ? SignInWay.PasswordAndCode : SignInWay.PasswordAndRecoveryCode);
    }

    /// <summary>The only step of a passkey: what the browser has answered.</summary>
    /// <exception cref="RuleException">It is no passkey of an account that may sign in.</exception>
    public async Task<AppUser> PasskeyAsync(string? answer)
    {
        var result = string.IsNullOrEmpty(answer) ? null : await AssertAsync(answer);
        if (result is not { Succeeded: true, User: { } user } || !MayEnter(user))
        {
            await FailAsync(result?.User, result?.User?.Email ?? "–", counts: false);
            throw new RuleException("This passkey was not accepted. Try again, or sign in with your password.");
        }

        await users.AddOrUpdatePasskeyAsync(user, result.Passkey);
        await EnterAsync(user, SignInWay.Passkey, WebEncoders.Base64UrlEncode(result.Passkey.CredentialId));
        return user;
    }

    /// <summary>Whether a password is that of somebody who is signed in already. Wrong ones count towards the lock and stand in the history, as at the sign-in.</summary>
    public async Task<bool> IsOfAsync(AppUser user, string password)
    {
        if (!MayEnter(user) || !await users.CheckPasswordAsync(user, password))
        {
            await FailAsync(user, user.Email!, counts: true);
            return false;
        }

        if (user.AccessFailedCount > 0)
        {
            user.AccessFailedCount = 0;
            await db.SaveChangesAsync();
        }

        return true;
    }

    private async Task<PasskeyAssertionResult<AppUser>?> AssertAsync(string answer)
    {
        try
        {
            return await signIn.PerformPasskeyAssertionAsync(answer);
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or JsonException)
        {
            // Nobody has asked for one here, or too long ago.
            return null;
        }
    }

    private bool MayEnter(AppUser user) => user.IsActive && (user.LockoutEnd is null || user.LockoutEnd <= clock.GetUtcNow());

    private async Task EnterAsync(AppUser user, SignInWay way, string? passkey = null)
    {
        user.AccessFailedCount = 0;
        if (way == SignInWay.PasswordAndCode)
        {
            // Of two that come with the same code at once, one is second.
            user.ConcurrencyStamp = Guid.NewGuid().ToString();
        }

        await sessions.BeginAsync(user, way, passkey);
    }

    // One save, whatever is wrong. What somebody else has saved meanwhile, such as another attempt, is counted too.
    private async Task FailAsync(AppUser? user, string subject, bool counts)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (user is not null && counts && user.LockoutEnabled && MayEnter(user))
            {
                Count(user);
            }

            try
            {
                if (attempt == 1)
                {
                    await log.RecordAsync(AuditAct.SignInFailed, nameof(AppUser), subject, by: user, details: sessions.Details(null));
                }
                else
                {
                    await db.SaveChangesAsync();
                }

                return;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                await db.Entry(user!).ReloadAsync();
            }
        }
    }

    private void Count(AppUser user)
    {
        user.ConcurrencyStamp = Guid.NewGuid().ToString();
        if (++user.AccessFailedCount >= rules.Value.Lockout.MaxFailedAccessAttempts)
        {
            user.AccessFailedCount = 0;
            user.LockoutEnd = clock.GetUtcNow() + rules.Value.Lockout.DefaultLockoutTimeSpan;
        }
    }

    private sealed record Half(Guid UserId, string Stamp, DateTime Until);
}

/// <summary>A password that nobody has, so that an unknown account costs the same work as a known one.</summary>
public sealed class NobodysPassword
{
    // Who only opens the page to sign in does not wait for it.
    private readonly Task<string> hash;

    /// <summary>Makes one up, hashed as all are.</summary>
    public NobodysPassword(IOptions<PasswordHasherOptions> options) =>
        hash = Task.Run(() => new PasswordHasher<AppUser>(options).HashPassword(User, RandomNumberGenerator.GetHexString(32)));

    /// <summary>Nobody.</summary>
    public AppUser User { get; } = new();

    /// <summary>The hash of the password.</summary>
    public string Hash => hash.GetAwaiter().GetResult();
}
