using System.Security.Cryptography;
using KeyProducts.Domain;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace KeyProducts.Web.Access;

/// <summary>Sets up and takes away what an account has beside its password: the authenticator app, recovery codes and passkeys.</summary>
public sealed class SecondFactors(UserManager<AppUser> users, Sessions sessions, SecondFactorDemand demand, AuthenticatorCodes codes, IDataProtectionProvider protection, AuditLog log)
{
    private const int RecoveryCodes = 10;

    private const string LastOne = "Your role asks for a second factor. Add another one before you give this one up.";

    private readonly IDataProtector protector = protection.CreateProtector("KeyProducts.AuthenticatorKey.1");

    /// <summary>A new key for an app, sealed for its way through the form; nothing is stored before its first code is right.</summary>
    public string NewKey(AppUser user) => WebEncoders.Base64UrlEncode(protector.Protect(System.Text.Encoding.UTF8.GetBytes($"{user.Id:N} {users.GenerateNewAuthenticatorKey()}")));

    /// <summary>The key that was sealed; null when it is not this account's.</summary>
    public string? OpenKey(AppUser user, string? sealedKey)
    {
        try
        {
            var parts = System.Text.Encoding.UTF8.GetString(protector.Unprotect(WebEncoders.Base64UrlDecode(sealedKey ?? ""))).Split(' ');
            return parts is [var owner, var key] && owner == $"{user.Id:N}" ? key : null;
        }
        catch (Exception broken) when (broken is FormatException or CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Switches the app on, or takes another in its place; answers with the new recovery codes.</summary>
    /// <exception cref="RuleException">The code is wrong.</exception>
    public async Task<IReadOnlyList<string>> SwitchOnAsync(AppUser user, string key, string code)
    {
        if (codes.StepOf(key, new string([.. code.Where(char.IsAsciiDigit)])) is not { } step)
        {
            throw new RuleException("The code is wrong. Wait for the next one, and see that the phone’s clock is right.") { Field = "Code" };
        }

        user.LastCodeStep = step;
        await users.SetAuthenticationTokenAsync(user, "[AspNetUserStore]", "AuthenticatorKey", key);
        await users.SetTwoFactorEnabledAsync(user, true);
        var made = await NewCodesAsync(user);
        await log.RecordAsync(AuditAct.SecondFactorOn, nameof(AppUser), user.Email!);
        await sessions.EndAsync(user.Id, except: sessions.Current);
        await sessions.RefreshAsync(user, SignInWay.PasswordAndCode);
        return made;
    }

    /// <summary>Makes new recovery codes; the old ones work no more.</summary>
    public async Task<IReadOnlyList<string>> RenewCodesAsync(AppUser user)
    {
        var made = await NewCodesAsync(user);
        await log.RecordAsync(AuditAct.RecoveryCodesMade, nameof(AppUser), user.Email!);
        return made;
    }

    /// <summary>Switches the app off.</summary>
    /// <exception cref="RuleException">The role asks for a second factor and there is no other.</exception>
    public async Task SwitchOffAsync(AppUser user)
    {
        await RequireAnotherAsync(user, (await users.GetPasskeysAsync(user)).Count > 0);
        await ForgetAppAsync(user);
        await log.RecordAsync(AuditAct.SecondFactorOff, nameof(AppUser), user.Email!);
        await sessions.EndAsync(user.Id, except: sessions.Current);
        await sessions.RefreshAsync(user);
    }

    /// <summary>Adds a passkey. Sessions that began without it end: one of them may be somebody's who has the password and waits to add a factor of their own.</summary>
    public async Task AddAsync(AppUser user, UserPasskeyInfo passkey, string name)
    {
        passkey.Name = name.Trim().Normalize();
        await users.AddOrUpdatePasskeyAsync(user, passkey);
        await log.RecordAsync(AuditAct.PasskeyAdded, nameof(AppUser), user.Email!, details: [new AuditChange("Passkey", null, passkey.Name)]);
        await sessions.EndAsync(user.Id, except: sessions.Current);
        await sessions.RefreshAsync(user, SignInWay.PasswordAndPasskey);
    }

    /// <summary>Gives a passkey another name.</summary>
    public async Task RenameAsync(AppUser user, UserPasskeyInfo passkey, string name)
    {
        var before = passkey.Name;
        passkey.Name = name.Trim().Normalize();
        await users.AddOrUpdatePasskeyAsync(user, passkey);
        await log.RecordAsync(AuditAct.PasskeyRenamed, nameof(AppUser), user.Email!, details: [new AuditChange("Passkey", before, passkey.Name)]);
    }

    /// <summary>Removes a passkey.</summary>
    /// <exception cref="RuleException">The role asks for a second factor and there is no other.</exception>
    public async Task RemoveAsync(AppUser user, UserPasskeyInfo passkey)
    {
        await RequireAnotherAsync(user, user.TwoFactorEnabled || (await users.GetPasskeysAsync(user)).Count > 1);
        await users.RemovePasskeyAsync(user, passkey.CredentialId);
        await log.RecordAsync(AuditAct.PasskeyRemoved, nameof(AppUser), user.Email!, details: [new AuditChange("Passkey", passkey.Name, null)]);
        await sessions.EndAsync(user.Id, except: sessions.Current);
    }

    /// <summary>An administrator takes away everything that somebody has lost: app, recovery codes and passkeys. The password stays.</summary>
    public async Task ResetAsync(AppUser user, string subject)
    {
        foreach (var passkey in await users.GetPasskeysAsync(user))
        {
            await users.RemovePasskeyAsync(user, passkey.CredentialId);
        }

        await ForgetAppAsync(user);
        await users.UpdateSecurityStampAsync(user);
        await log.RecordAsync(AuditAct.SecondFactorReset, nameof(AppUser), subject);
        await sessions.EndAsync(user.Id, except: null);
    }

    private async Task ForgetAppAsync(AppUser user)
    {
        await users.SetTwoFactorEnabledAsync(user, false);
        await users.RemoveAuthenticationTokenAsync(user, "[AspNetUserStore]", "AuthenticatorKey");
        await users.RemoveAuthenticationTokenAsync(user, "[AspNetUserStore]", "RecoveryCodes");
    }

    private async Task<IReadOnlyList<string>> NewCodesAsync(AppUser user) => [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes) ?? []];

    private async Task RequireAnotherAsync(AppUser user, bool hasAnother)
    {
        if (!hasAnother && demand.Asks(await users.GetRolesAsync(user)))
        {
            throw new RuleException(LastOne);
        }
    }
}
