using System.Collections.Concurrent;
using KeyProducts.Domain;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Scoring;

/// <summary>
/// What pages show of a year while it is judged and that takes long to reckon. It holds until the history has a new entry, whoever wrote it and in whichever process:
/// whatever decides it is told there. What is finalised is never taken from here.
/// </summary>
public sealed class LiveResults
{
    private const int Most = 8;
    private readonly ConcurrentDictionary<(Guid Programme, Type Of), Known> known = new();

    /// <summary>What decides the result of a year, whose criteria must be loaded, with the result, and how many sheets its council owes.</summary>
    public Task<(SnapshotContent Content, RankingResult Result, int Due)> ResultAsync(AppDbContext db, Programme programme) => ReadAsync(db, programme.Id, async () =>
    {
        var content = await db.ContentAsync(programme);
        return (content, Ranking.Of(content.Input), await db.Panel(programme.Id).CountAsync());
    });

    /// <summary>How many sheets the council owes for a year whose result is not reckoned here.</summary>
    public Task<int> DueAsync(AppDbContext db, Guid programmeId) => ReadAsync(db, programmeId, () => db.Panel(programmeId).CountAsync());

    // Readers who come while it is reckoned wait for it.
    private async Task<T> ReadAsync<T>(AppDbContext db, Guid programmeId, Func<Task<T>> reckon)
    {
        // The end of the history comes first: what is stored meanwhile makes the result newer than its mark, never older.
        var end = await db.Set<AuditHead>().Select(head => head.Sequence).SingleOrDefaultAsync();
        if (known.Count > Most)
        {
            known.Clear();
        }

        var one = known.AddOrUpdate((programmeId, typeof(T)), _ => new Known(end), (_, last) => last.End >= end ? last : new Known(end));
        await one.Turn.WaitAsync();
        try
        {
            return (T)(one.Value ??= await reckon())!;
        }
        finally
        {
            one.Turn.Release();
        }
    }

    private sealed class Known(long end)
    {
        public long End => end;

        public SemaphoreSlim Turn { get; } = new(1);

        public object? Value { get; set; }
    }
}
