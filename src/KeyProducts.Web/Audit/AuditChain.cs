using System.Globalization;
using System.Security.Cryptography;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Audit;

/// <summary>
/// Chains the history: each entry holds the hash of the one before, and the end is sealed with a key outside the database. Who deletes, changes or reorders entries
/// with a tool of the database breaks the chain, or the seal if they compute the chain anew, or no longer fits what was noted beside the database.
/// </summary>
public sealed class AuditChain(IDataProtectionProvider protection, HistoryNote note)
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
        var head = await MoveAsync(db, entries.Count, cancellation);
        if (head is null)
        {
            await PutBackAsync(db, entries[0].At, cancellation);
            head = (await MoveAsync(db, entries.Count, cancellation))!;
        }

        var before = head.Sequence - entries.Count;
        var hash = Link(entries, before, head.Hash);
        // A seal that does not fit stays as it is: the next entry must not make good what somebody has done to the end.
        var seal = IsIntact(head, before, head.Hash) ? Seal(head, head.Sequence, hash) : head.Seal;
        await db.Database.ExecuteSqlAsync($"UPDATE AuditHead SET Hash = {hash}, Seal = {seal} WHERE Id = 1", cancellation);
    }

    /// <summary>Begins the chain in a database that never had one, with the entries that are there already. An end that was taken away is put back without a seal, which is found.</summary>
    public async Task BeginAsync(AppDbContext db, DateTime now)
    {
        if (await db.Set<AuditHead>().AnyAsync())
        {
            return;
        }

        if (note.Read() is not null || await db.AuditEntries.AnyAsync(entry => entry.Sequence > 0))
        {
            await PutBackAsync(db, now, CancellationToken.None);
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

        var head = new AuditHead(older.Count, hash, "", now);
        db.Add(head).Property(one => one.Seal).CurrentValue = Seal(head, head.Sequence, hash);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    /// <summary>Notes the end beside the database, if all that was noted before is still there.</summary>
    public async Task NoteAsync(AppDbContext db, CancellationToken cancellation = default)
    {
        try
        {
            var noted = note.Read();
            var head = await db.Set<AuditHead>().AsNoTracking().SingleOrDefaultAsync(cancellation);
            if (head is { Sequence: > 0 } && head.Sequence != noted?.Sequence && IsIntact(head, head.Sequence, head.Hash)
                && (noted is null || await db.AuditEntries.AnyAsync(entry => entry.Sequence == noted.Sequence && entry.Hash == noted.Hash, cancellation)))
            {
                note.Write(new NotedEnd(head.Sequence, head.Hash));
            }
        }
        catch (Exception later) when (later is IOException or UnauthorizedAccessException)
        {
            // A full disk or a folder that cannot be written is told by the pages; the earlier note holds meanwhile.
        }
    }

    /// <summary>Walks the whole chain.</summary>
    public async Task<ChainReport> CheckAsync(AppDbContext db, CancellationToken cancellation = default)
    {
        var noted = note.Read();
        var head = await HeadAsync(db, cancellation);
        var isAsNoted = noted is null;
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

            isAsNoted |= entry.Sequence == noted?.Sequence && entry.Hash == noted.Hash;
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
        var end = await HeadAsync(db, cancellation);
        var strangers = await db.AuditEntries.CountAsync(entry => entry.Sequence <= 0 || entry.Sequence > end.Sequence, cancellation);
        if (strangers > 0 || last > end.Sequence)
        {
            findings.Add(new(ChainFault.Unchained, strangers, strangers));
        }

        if (!IsIntact(end, end.Sequence, end.Hash))
        {
            findings.Add(new(ChainFault.Seal, end.Sequence, end.Sequence));
        }

        if (!isAsNoted)
        {
            findings.Add(new(ChainFault.Noted, noted!.Sequence, noted.Sequence));
        }

        return new(count, head.BegunAt, head.BegunWith, previous, [.. findings.Take(MostFindings)], findings.Count);
    }

    /// <summary>Seals the end anew and notes it, for keys that were lost or a database that was put in place by hand; the caller writes into the history who wanted it and why.</summary>
    /// <returns>False when more than the seal is wrong; nothing is sealed then.</returns>
    public async Task<bool> SealAnewAsync(AppDbContext db)
    {
        if ((await CheckAsync(db)).Findings.Any(finding => finding.Fault is not (ChainFault.Seal or ChainFault.Noted)))
        {
            return false;
        }

        var head = await db.Set<AuditHead>().AsNoTracking().SingleAsync();
        if (await db.Database.ExecuteSqlAsync($"UPDATE AuditHead SET Seal = {Seal(head, head.Sequence, head.Hash)} WHERE Id = 1 AND Hash = {head.Hash}") != 1)
        {
            return false;
        }

        note.Write(new NotedEnd(head.Sequence, head.Hash));
        return true;
    }

    private static async Task<AuditHead?> MoveAsync(AppDbContext db, int by, CancellationToken cancellation) =>
        (await db.Set<AuditHead>().FromSql($"UPDATE AuditHead SET Sequence = Sequence + {by} WHERE Id = 1 RETURNING *").AsNoTracking().ToListAsync(cancellation)).SingleOrDefault();

    private static async Task<AuditHead> HeadAsync(AppDbContext db, CancellationToken cancellation) =>
        await db.Set<AuditHead>().AsNoTracking().SingleOrDefaultAsync(cancellation) ?? await WithoutSealAsync(db, DateTime.UnixEpoch, cancellation);

    // What is left of the chain tells how far it reaches; that nothing is missing after that only a seal could say.
    private static async Task<AuditHead> WithoutSealAsync(AppDbContext db, DateTime since, CancellationToken cancellation)
    {
        var last = await db.AuditEntries.AsNoTracking().OrderByDescending(entry => entry.Sequence).Select(entry => new { entry.Sequence, entry.Hash }).FirstOrDefaultAsync(cancellation);
        return new AuditHead(last?.Sequence ?? 0, last?.Hash ?? "", "", since);
    }

    private static async Task PutBackAsync(AppDbContext db, DateTime since, CancellationToken cancellation)
    {
        var head = await WithoutSealAsync(db, since, cancellation);
        await db.Database.ExecuteSqlAsync($"INSERT INTO AuditHead (Id, Sequence, Hash, Seal, BegunAt, BegunWith) VALUES (1, {head.Sequence}, {head.Hash}, {head.Seal}, {head.BegunAt}, {head.BegunWith})", cancellation);
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

    // Since when the chain is whole is sealed too. PostgreSQL keeps microseconds.
    private static string EndOf(AuditHead head, long sequence, string hash) =>
        string.Create(CultureInfo.InvariantCulture, $"{sequence} {hash} {head.BegunAt:yyyy-MM-ddTHH:mm:ss.ffffff} {head.BegunWith}");

    private string Seal(AuditHead head, long sequence, string hash) => sealing.Protect(EndOf(head, sequence, hash));

    private bool IsIntact(AuditHead head, long sequence, string hash)
    {
        try
        {
            var end = sealing.Unprotect(head.Seal);
            // Seals of earlier versions did not say since when; the next entry brings one that does.
            return end == EndOf(head, sequence, hash) || end == $"{sequence} {hash}";
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

    /// <summary>The history does not reach, or not in the same words, what was noted of it beside the database: the number of that entry, 0 when the note cannot be read.</summary>
    Noted,
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
