using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KeyProducts.Web.Storage;

/// <summary>
/// Sets each connection to wait for another writer, and to answer only when the disk has it: 40 judges saving at once then neither
/// fail nor lose a mark. That the database logs ahead is kept in its file (<see cref="DatabaseStart"/>).
/// </summary>
public sealed class SqliteSettings : DbConnectionInterceptor
{
    private const string Settings = "PRAGMA busy_timeout=5000; PRAGMA synchronous=FULL;";

    // A connection is opened anew for each question, mostly one from the pool that has been set before.
    private static readonly ConditionalWeakTable<object, object> Done = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (connection is SqliteConnection { Handle: { } handle } && Done.TryAdd(handle, handle))
        {
            using var command = connection.CreateCommand();
            command.CommandText = Settings;
            command.ExecuteNonQuery();
        }
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // SQLite has nothing to wait for.
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
