using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KeyProducts.Web.Storage;

/// <summary>
/// Sets each connection to wait for another writer, and to answer only when the disk has it: 40 judges saving at once then neither
/// fail nor lose a mark. That the database logs ahead is kept in its file (<see cref="DatabaseStart"/>).
/// </summary>
public sealed class SqliteSettings : DbConnectionInterceptor
{
    private const string Settings = "PRAGMA busy_timeout=5000; PRAGMA synchronous=FULL;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
