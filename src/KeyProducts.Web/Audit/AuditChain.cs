using System.Security.Cryptography;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Audit;

/// <summary>
/// Chains the history: each entry holds the hash of the one before, and the end is sealed with a key outside the database. Who deletes, changes or reorders entries
/// with a tool of the database breaks the chain, or the seal if they compute the chain anew.
/// </summary>
public sealed class AuditChain(IDataProtectionProvider protection)
{
    private const int MostFindings = 100;

    private readonly IDataProtector sealing = protection.CreateProtector("KeyProducts.AuditChain");

    /// <summary>Puts new entries at the end; the caller's transaction saves them together with the new end.</summary>
    public async Task AppendAsync(AppDbContext db, IReadOnlyList<AuditEntry> entries, CancellationToken cancellation)
    {
        if (entries.Count == 0)
        {
            return;
        }

        // The change comes before the reading, so that two programs on one database wait for each other here.
        var head = (await db.Set<AuditHead>().FromSql($"UPDATE AuditHead SET Sequence = Sequence + {entries.Count} WHERE Id = 1 RETURNING *").AsNoTracking().ToListAsync(cancellation)).Single();
        var before = head.Sequence - entries.Count;
        var hash = Link(entries, before, head.Hash);
        // A seal that does not fit stays as it is: the next entry must not make good what somebody has done to the end.
        var seal = IsIntact(head.Seal, before, head.Hash) ? Seal(head.Sequence, hash) : head.Seal;
        await db.Database.ExecuteSqlAsync($"UPDATE AuditHead SET Hash = {hash}, Seal = {seal} WHERE Id = 1", cancellation);
    }

    /// <summary>Begins the chain in a database that has none, with the entries that are there already.</summary>
    public async Task BeginAsync(AppDbContext db, DateTime now)
    {
        if (await db.Set<AuditHead>().AnyAsync())
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        var older = await db.AuditEntries.AsNoTracking().OrderBy(entry => entry.At).ThenBy(entry => entry.Id).ToListAsync();
        var hash = Link(older, 0, "");
        if (older.Count > 0)
        {
            await db.Database.ExecuteSqlAsync($"DROP TRIGGER AuditEntries_NoUpdate");
            foreach (var entry in older)
            {
                await db.Database.ExecuteSqlAsync($"UPDATE AuditEntries SET Sequence = {entry.Sequence}, Previous = {entry.Previous}, Hash = {entry.Hash} WHERE Id = {entry.Id}");
            }

            await db.Database.ExecuteSqlAsync($"CREATE TRIGGER AuditEntries_NoUpdate BEFORE UPDATE ON AuditEntries BEGIN SELECT RAISE(ABORT, 'The history is append-only.'); END");
        }

        db.Add(new AuditHead(older.Count, hash, Seal(older.Count, hash), now));
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    /// <summary>Walks the whole chain.</summary>
    public async Task<ChainReport> CheckAsync(AppDbContext db, CancellationToken cancellation = default)
    {
        var head = await db.Set<AuditHead>().AsNoTracking().SingleAsync(cancellation);
        var findings = new List<ChainFinding>();
        var (next, previous, count) = (1L, "", 0L);
        await foreach (var entry in db.AuditEntries.AsNoTracking().Where(entry => entry.Sequence > 0 && entry.Sequence <= head.Sequence).OrderBy(entry => entry.Sequence).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (entry.Sequence > next)
            {
                findings.Add(new(ChainFault.Missing, next, entry.Sequence - 1));
            }

            if (entry.Hash != entry.ComputeHash())
            {
                findings.Add(new(ChainFault.Changed, entry.Sequence, entry.Sequence));
            }
            else if (entry.Sequence == next && entry.Previous != previous)
            {
                findings.Add(new(ChainFault.Unconnected, entry.Sequence, entry.Sequence));
            }

            (next, previous, count) = (entry.Sequence + 1, entry.Hash, count + 1);
        }

        if (next <= head.Sequence)
        {
            findings.Add(new(ChainFault.Missing, next, head.Sequence));
        }
        else if (previous != head.Hash)
        {
            findings.Add(new(ChainFault.Unconnected, head.Sequence, head.Sequence));
        }

        // What is appended meanwhile moves the end before it is read again.
        var last = await db.AuditEntries.MaxAsync(entry => (long?)entry.Sequence, cancellation) ?? 0;
        var end = await db.Set<AuditHead>().AsNoTracking().SingleAsync(cancellation);
        var strangers = await db.AuditEntries.CountAsync(entry => entry.Sequence <= 0 || entry.Sequence > end.Sequence, cancellation);
        if (strangers > 0 || last > end.Sequence)
        {
            findings.Add(new(ChainFault.Unchained, strangers, strangers));
        }

        if (!IsIntact(end.Seal, end.Sequence, end.Hash))
        {
            findings.Add(new(ChainFault.Seal, end.Sequence, end.Sequence));
        }

        return new(count, head.BegunAt, head.BegunWith, previous, [.. findings.Take(MostFindings)], findings.Count);
    }

    /// <summary>Seals the end anew, for keys that were lost; the caller writes into the history who wanted it and why.</summary>
    /// <returns>False when more than the seal is wrong; nothing is sealed then.</returns>
    public async Task<bool> SealAnewAsync(AppDbContext db)
    {
        if ((await CheckAsync(db)).Findings.Any(finding => finding.Fault != ChainFault.Seal))
        {
            return false;
        }

        var head = await db.Set<AuditHead>().AsNoTracking().SingleAsync();
        return await db.Database.ExecuteSqlAsync($"UPDATE AuditHead SET Seal = {Seal(head.Sequence, head.Hash)} WHERE Id = 1 AND Hash = {head.Hash}") == 1;
    }

    private static string Link(IReadOnlyList<AuditEntry> entries, long after, string hash)
    {
        foreach (var entry in entries)
        {
            entry.Link(++after, hash);
            hash = entry.Hash;
        }

        return hash;
    }

    private string Seal(long sequence, string hash) => sealing.Protect($"{sequence} {hash}");

    private bool IsIntact(string seal, long sequence, string hash)
    {
        try
        {
            return sealing.Unprotect(seal) == $"{sequence} {hash}";
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}

/// <summary>What is wrong with a chain.</summary>
public enum ChainFault
{
    /// <summary>Entries are not there any more: from the first number to the last.</summary>
    Missing,

    /// <summary>An entry says something else than when it was written, or stands in another place.</summary>
    Changed,

    /// <summary>An entry does not follow from the one before it: one of them was written anew.</summary>
    Unconnected,

    /// <summary>Entries were written past the program; the number is how many.</summary>
    Unchained,

    /// <summary>The end of the chain was not sealed by this program, or not with its keys.</summary>
    Seal,
}

/// <summary>A fault, and the entries concerned.</summary>
public sealed record ChainFinding(ChainFault Fault, long From, long To);

/// <summary>What walking the chain has shown.</summary>
/// <param name="Entries">How many entries were read.</param>
/// <param name="BegunAt">Since when entries are chained as they are written, UTC.</param>
/// <param name="BegunWith">How many older ones were chained then.</param>
/// <param name="Hash">The hash of the last entry: whoever notes it elsewhere can tell later that all before it is unchanged.</param>
/// <param name="Findings">The first faults.</param>
/// <param name="FindingCount">How many there are.</param>
public sealed record ChainReport(long Entries, DateTime BegunAt, long BegunWith, string Hash, IReadOnlyList<ChainFinding> Findings, int FindingCount)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsWhole => FindingCount == 0;
}
