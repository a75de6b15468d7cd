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
        var state = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var table in await TablesAsync(connection))
        {
            var rows = await RowsAsync(connection, $"SELECT * FROM \"{table}\" ORDER BY 1, 2");
            state[table] = $"{rows.Count} rows, {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(row => string.Join('|', row))))))}";
        }

        return state;
    });

    /// <summary>Every text that is stored outside of the history: names, descriptions, remarks; white space made one.</summary>
    public static Task<HashSet<string>> StoredTextsAsync(this TestApp app) => app.ReadAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        var texts = new HashSet<string>();
        foreach (var table in await TablesAsync(connection))
        {
            texts.UnionWith((await RowsAsync(connection, $"SELECT * FROM \"{table}\"")).SelectMany(row => row).OfType<string>().Select(text => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        }

        return texts;
    });

    /// <summary>The account of an address.</summary>
    public static Task<AppUser> FindByEmailAsync(this AppDbContext db, string email) => db.Users.SingleAsync(user => user.Email == email);

    private static async Task<IEnumerable<string>> TablesAsync(DbConnection connection) =>
        (await RowsAsync(connection, connection is Npgsql.NpgsqlConnection
            ? "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('auditentries', 'audithead', 'sessions')"
            : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('AuditEntries', 'AuditHead', 'Sessions') AND name NOT LIKE 'sqlite_%'")).Select(row => (string)row[0]);

    private static async Task<List<object[]>> RowsAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names come from the database itself.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object[]>();
        while (await reader.ReadAsync())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        }

        return rows;
    }
}
