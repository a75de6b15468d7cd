using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace KeyProducts.Tests.Support;

/// <summary>An authenticator app, written anew from RFC 6238: it knows the key that somebody has typed into it, and the time.</summary>
public sealed class AuthenticatorApp
{
    private readonly byte[] key;
    private readonly TestClock clock;

    /// <summary>Takes the key as the page shows it, in groups.</summary>
    public AuthenticatorApp(string shown, TestClock clock)
    {
        this.clock = clock;
        var letters = shown.Replace(" ", "", StringComparison.Ordinal);
        var number = letters.Aggregate(BigInteger.Zero, (sum, letter) => (sum * 32) + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal));
        Assert.Equal(32, letters.Length);
        key = new byte[20];
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        bytes.CopyTo(key, key.Length - bytes.Length);
    }

    /// <summary>The code that it shows now.</summary>
    public string Code
    {
        get
        {
            var counter = new byte[8];
            BinaryPrimitives.WriteInt64BigEndian(counter, clock.Now.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // What the apps do.
            var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
            var at = hash[19] & 0xF;
            var number = ((hash[at] & 0x7F) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3];
            return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
        }
    }

    /// <summary>A code that is wrong now.</summary>
    public string Wrong => Code[..5] + (Code[5] == '0' ? '1' : '0');

    /// <summary>Somebody sets it up on the page; the app and the recovery codes that were shown.</summary>
    public static async Task<(AuthenticatorApp App, IReadOnlyList<string> Codes)> SetUpAsync(TestApp app, Visitor visitor, string password)
    {
        var page = await visitor.OpenAsync("/account/authenticator");
        var phone = new AuthenticatorApp(page.TextAt("code.secret"), app.Clock);
        var done = await visitor.SubmitAsync(page, ("Input.Code", phone.Code), ("Input.Password", password));
        Assert.True(done.Status == System.Net.HttpStatusCode.OK, done.Text);
        return (phone, done.TextsAt(".codes code"));
    }
}
