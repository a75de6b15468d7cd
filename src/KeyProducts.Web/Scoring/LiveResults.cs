using System.Collections.Concurrent;
using KeyProducts.Domain;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Scoring;

/// <summary>
/// Results of years that are being judged, for pages that show them. One holds until the history has a new entry, whoever wrote it and in whichever process: whatever
/// decides a result is told there. What is finalised is never taken from here.
/// </summary>
public sealed class LiveResults
{
    private const int Most = 4;
    private readonly ConcurrentDictionary<Guid, Known> read = new();

    /// <summary>What decides the result of a year, whose criteria must be loaded, with the result. Readers who come while it is computed wait for it.</summary>
    public async Task<(SnapshotContent Content, RankingResult Result)> ReadAsync(AppDbContext db, Programme programme)
    {
        // The end of the history comes first: what is stored meanwhile makes the result newer than its mark, never older.
        var end = await db.Set<AuditHead>().Select(head => head.Sequence).SingleAsync();
        if (read.Count >= Most && !read.ContainsKey(programme.Id))
        {
            read.Clear();
        }

        var known = read.AddOrUpdate(programme.Id, _ => new Known(end), (_, last) => last.End >= end ? last : new Known(end));
        await known.Turn.WaitAsync();
        try
        {
            if (known.Value is not { } value)
            {
                var content = await db.ContentAsync(programme);
                known.Value = value = (content, Ranking.Of(content.Input));
            }

            return value;
        }
        finally
        {
            known.Turn.Release();
        }
    }

    private sealed class Known(long end)
    {
        public long End => end;

        public SemaphoreSlim Turn { get; } = new(1);

        public (SnapshotContent Content, RankingResult Result)? Value { get; set; }
    }
}
