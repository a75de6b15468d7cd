using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KeyProducts.Web.Storage.Postgres;

/// <summary>Lets one program at a time prepare a PostgreSQL.</summary>
internal static class PostgresStart
{
    // Any number will do that nobody else takes on this database.
    private const long Lock = 0x4B65_7950_726F_6401;

    /// <summary>Waits for the turn. It belongs to a connection of its own, so it ends with a program that is killed.</summary>
    public static async Task<IAsyncDisposable> TakeTurnAsync(AppDbContext db)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync();
            await using var take = connection.CreateCommand();
            take.CommandText = "SELECT pg_advisory_lock($1)";
            take.Parameters.Add(new() { Value = Lock });
            // As long as another program's migration takes.
            take.CommandTimeout = (int)TimeSpan.FromMinutes(10).TotalSeconds;
            await take.ExecuteNonQueryAsync();
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
