using System.Security.Cryptography;
using System.Text;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace KeyProducts.Web.Access;

/// <summary>Identity's store of accounts, with one difference: of the recovery codes only hashes are kept.</summary>
public sealed class Accounts(AppDbContext db, IdentityErrorDescriber words) : UserStore<AppUser, IdentityRole<Guid>, AppDbContext, Guid>(db, words)
{
    // What Identity puts back after one was used is hashed already.
    private const char Hashed = '#';

    public override Task ReplaceCodesAsync(AppUser user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, [.. recoveryCodes.Select(code => code.StartsWith(Hashed) ? code : HashOf(user, code))], cancellationToken);

    public override Task<bool> RedeemCodeAsync(AppUser user, string code, CancellationToken cancellationToken) => base.RedeemCodeAsync(user, HashOf(user, code), cancellationToken);

    private static string HashOf(AppUser user, string code) => Hashed + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{user.Id:N} {code}")));
}
