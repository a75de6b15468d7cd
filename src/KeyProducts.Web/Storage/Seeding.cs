using System.Text.Json;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Audit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Storage;

/// <summary>Loads the demonstration of <c>seed-data/</c> into an empty database, through the same doors that staff and judges use.</summary>
public sealed class Seeding(AppDbContext db, IPasswordHasher<AppUser> hasher, AuditScope scope, AuditLog log, EvidenceFiles files, TimeProvider clock)
{
    /// <summary>The password of every account of the demonstration.</summary>
    public const string Password = "KeyProducts-Demo-2025";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "seed-data");
    private static readonly int[] Years = [2024, 2025, 2026];

    /// <summary>Makes the four roles where they are missing.</summary>
    public static async Task EnsureRolesAsync(RoleManager<IdentityRole<Guid>> roles)
    {
        foreach (var name in Roles.All)
        {
            if (!await roles.RoleExistsAsync(name))
            {
                await roles.CreateAsync(new IdentityRole<Guid>(name) { Id = Guid.CreateVersion7() });
            }
        }
    }

    /// <summary>Loads everything in one transaction; false when the database is not empty.</summary>
    public async Task<bool> LoadAsync()
    {
        if (await db.Users.AnyAsync() || await db.Programmes.AnyAsync())
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        scope.IsSilent = true;
        var accounts = await AddAccountsAsync();
        var businesses = SeedBusinesses.Load(Folder);
        db.AddRange(businesses.Values);
        db.AddRange(SeedHistory.Load(Folder));
        Programme? last = null;
        var earlier = new List<Nomination>();
        var played = new List<(SeedYear Seed, Programme Programme)>();
        foreach (var year in Years)
        {
            var seed = new SeedYear(Path.Combine(Folder, $"{year}"), businesses, accounts, HanoiTime.DayOf(clock.GetUtcNow().UtcDateTime));
            db.Add(last = last?.CopyFor(year) ?? SeedTables.FirstYear(Folder, year));
            var records = seed.Play(last, earlier);
            db.AddRange(records);
            played.Add((seed, last));
            earlier.InsertRange(0, records.OfType<Nomination>());
        }

        var nominations = db.ChangeTracker.Entries<Nomination>().Select(entry => entry.Entity).Where(nomination => nomination.ProgrammeId == last!.Id).ToList();
        db.AddRange(await new SeedEvidence(files).LoadAsync(last!, nominations));

        await db.SaveChangesAsync();
        var (officer, administrator) = (await PersonAsync("officer@demo.local"), await PersonAsync("admin@demo.local"));
        foreach (var (seed, programme) in played)
        {
            db.AddRange(seed.Meet(programme) is { } meeting ? [meeting] : Array.Empty<object>());
            var content = await db.ContentAsync(programme);
            if (seed.Finish(programme, content, officer, administrator) is not { } snapshot)
            {
                continue;
            }

            db.Add(snapshot);
            var result = Ranking.Of(content.Input);
            db.AddRange(seed.Certify(programme, result, await db.CertifiedProductsAsync(programme.Id, content, result), snapshot.Sha256, officer));
        }

        await db.SaveChangesAsync();
        scope.IsSilent = false;
        await log.RecordAsync(AuditAct.DemonstrationLoaded, nameof(Programme), string.Join(", ", Years));
        await transaction.CommitAsync();
        return true;
    }

    private async Task<Person> PersonAsync(string email)
    {
        var user = await db.Users.SingleAsync(one => one.Email == email);
        return new Person(user.Id, user.FullName);
    }

    private async Task<Dictionary<string, Guid>> AddAccountsAsync()
    {
        await using var file = File.OpenRead(Path.Combine(Folder, "users.json"));
        var seeds = await JsonSerializer.DeserializeAsync<List<SeedUser>>(file, JsonSerializerOptions.Web) ?? [];
        var roles = await db.Roles.ToDictionaryAsync(role => role.Name!, role => role.Id);
        // One hash serves all: they share the password anyway, and the first start is faster.
        var hash = hasher.HashPassword(new AppUser(), Password);
        foreach (var seed in seeds)
        {
            var user = new AppUser
            {
                UserName = seed.Email,
                NormalizedUserName = seed.Email.ToUpperInvariant(),
                Email = seed.Email,
                NormalizedEmail = seed.Email.ToUpperInvariant(),
                EmailConfirmed = true,
                FullName = seed.Name,
                PasswordHash = hash,
                SecurityStamp = Guid.NewGuid().ToString("N"),
                LockoutEnabled = true,
            };
            db.Add(user);
            db.AddRange(seed.Roles.Select(role => new IdentityUserRole<Guid> { UserId = user.Id, RoleId = roles[role] }));
        }

        return db.ChangeTracker.Entries<AppUser>().ToDictionary(entry => entry.Entity.Email!, entry => entry.Entity.Id);
    }

    private sealed record SeedUser(string Email, string Name, string[] Roles);
}
