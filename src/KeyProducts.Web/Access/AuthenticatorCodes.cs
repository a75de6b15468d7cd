using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Identity;

namespace KeyProducts.Web.Access;

/// <summary>
/// The codes of authenticator apps (RFC 6238: SHA-1, six digits, half a minute), in the place of Identity's own provider, which does not know the
/// program's clock and takes the same code twice.
/// </summary>
public sealed class AuthenticatorCodes(TimeProvider clock) : IUserTwoFactorTokenProvider<AppUser>
{
    // A code of the half minute before or after, because clocks differ.
    private const int Drift = 1;
    private const int Seconds = 30;
    private const int Digits = 1_000_000;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public Task<string> GenerateAsync(string purpose, UserManager<AppUser> manager, AppUser user) => Task.FromResult("");

    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<AppUser> manager, AppUser user) => !string.IsNullOrEmpty(await manager.GetAuthenticatorKeyAsync(user));

    /// <summary>Whether a code is right and new; notes its half minute in the account, for the caller to save.</summary>
    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<AppUser> manager, AppUser user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key || StepOf(key, token) is not { } step || step <= (user.LastCodeStep ?? -1))
        {
            return false;
        }

        user.LastCodeStep = step;
        return true;
    }

    /// <summary>The half minute to which a code belongs, of those that are accepted now; null for a wrong code.</summary>
    public long? StepOf(string key, string code)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds() / Seconds;
        long? found = null;
        for (var step = now - Drift; step <= now + Drift; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeAt(key, step)), Encoding.ASCII.GetBytes(code)))
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>The address that the QR code holds for the app.</summary>
    public static string AddressFor(string key, string email) =>
        $"otpauth://totp/KeyProducts:{Uri.EscapeDataString(email)}?secret={key}&issuer=KeyProducts&digits=6&period=30";

    /// <summary>The key in groups of four, to be typed.</summary>
    public static string Grouped(string key) => string.Join(' ', key.Chunk(4).Select(group => new string(group)));

    private static string CodeAt(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The apps know nothing else, and an HMAC does not rest on what SHA-1 has lost.
        var hash = HMACSHA1.HashData(BytesOf(key), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % Digits).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] BytesOf(string key)
    {
        var bytes = new List<byte>();
        var (held, bits) = (0, 0);
        foreach (var letter in key)
        {
            (held, bits) = (((held << 5) | Letters.IndexOf(letter, StringComparison.Ordinal)) & 0xFFFF, bits + 5);
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(held >> bits));
            }
        }

        return [.. bytes];
    }
}
