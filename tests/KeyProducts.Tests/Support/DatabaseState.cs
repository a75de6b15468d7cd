using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Support;

/// <summary>Everything that is stored, in short, to see whether it has changed.</summary>
public static class DatabaseState
{
    /// <summary>For each table but the history, a hash of its rows.</summary>
    public static Task<SortedDictionary<string, string>> StateAsync(this TestApp app) => app.ReadAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        var tables = await RowsAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'AuditEntries' AND name NOT LIKE 'sqlite_%'");
        var state = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            var rows = await RowsAsync(connection, $"SELECT * FROM \"{table}\" ORDER BY 1, 2");
            state[table] = $"{rows.Count} rows, {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))))}";
        }

        return state;
    });

    /// <summary>The account of an address.</summary>
    public static Task<AppUser> FindByEmailAsync(this AppDbContext db, string email) => db.Users.SingleAsync(user => user.Email == email);

    private static async Task<List<string>> RowsAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names come from the database itself.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column))));
        }

        return rows;
    }
}
