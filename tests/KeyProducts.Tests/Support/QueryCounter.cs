using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KeyProducts.Tests.Support;

/// <summary>Notes each query of an app, so that a test can see that a list of 3 rows asks no more of the database than one of 1.</summary>
public sealed class QueryCounter : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> queries = new();

    /// <summary>The queries that an act makes, as SQL.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(Func<Task> act)
    {
        queries.Clear();
        await act();
        return [.. queries];
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        queries.Enqueue(command.CommandText);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        queries.Enqueue(command.CommandText);
        return ValueTask.FromResult(result);
    }
}
