using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Backups;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Storage.Postgres;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace KeyProducts.Web.Commands;

/// <summary><c>copy-database</c>: everything from the SQLite of the data folder into an empty PostgreSQL, in one transaction that stands only when both are alike.</summary>
internal static class CopyDatabase
{
    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output)
    {
        var folder = services.GetRequiredService<DataFolder>();
        var target = services.GetRequiredService<AppDbContext>();
        if (target is not PostgresDbContext)
        {
            await output.WriteLineAsync("The setting KeyProducts:Database names no PostgreSQL to copy to.");
            return 1;
        }

        using var alone = services.GetRequiredService<FolderUse>().TakeAlone();
        if (alone is null)
        {
            await output.WriteLineAsync($"The program is running on {folder.Path}. Stop it first: what is saved after the copy would stay behind.");
            return 1;
        }

        services.GetRequiredService<BackupRestore>().RequireNone();
        if (!File.Exists(folder.Database))
        {
            await output.WriteLineAsync($"There is no database to copy: {folder.Database}");
            return 1;
        }

        await using var source = new AppDbContext(new DbContextOptionsBuilder<AppDbContext>().UseSqlite($"Data Source={folder.Database};Mode=ReadWrite;Pooling=False").Options);
        if ((await source.Database.GetPendingMigrationsAsync()).Any())
        {
            await output.WriteLineAsync("The database to copy is of an older version: start the program on it once.");
            return 1;
        }

        await target.Database.MigrateAsync();
        if (!await CopyAsync(source, target, folder, output))
        {
            return 1;
        }

        services.GetRequiredService<MovedDatabase>().Note();
        return 0;
    }

    private static async Task<bool> CopyAsync(AppDbContext source, AppDbContext target, DataFolder folder, TextWriter output)
    {
        await source.Database.OpenConnectionAsync();
        await using var transaction = await target.Database.BeginTransactionAsync();
        // All of the source is read as it is at one moment.
        await using var moment = await source.Database.BeginTransactionAsync();
        var (from, to) = ((SqliteConnection)source.Database.GetDbConnection(), (NpgsqlConnection)target.Database.GetDbConnection());
        var keys = target.Model.FindEntityType(typeof(ProtectionKey))!.GetTableName();
        var tables = InOrder(target.Model.GetRelationalModel());
        foreach (var table in tables)
        {
            if (await CountAsync(to, table.Name) > 0)
            {
                await output.WriteLineAsync($"The database to copy to is not empty: {table.Name} has rows. Nothing was copied.");
                return false;
            }
        }

        var isAlike = true;
        await output.WriteLineAsync($"{"table",-32}{"rows",12}{"arrived",12}  hash");
        foreach (var table in tables.Where(table => table.Name != keys))
        {
            var columns = table.Columns.Select(column => new CopiedColumn(column.Name, column.StoreType)).ToList();
            var sent = await SendAsync(from, to, table.Name, columns);
            await NumberOnAsync(to, table);
            var arrived = await ArrivedAsync(to, table.Name, columns);
            var same = sent.Hash == arrived.Hash && sent.Rows == arrived.Rows;
            isAlike &= same;
            await output.WriteLineAsync($"{table.Name,-32}{sent.Rows,12}{arrived.Rows,12}  {(same ? sent.Hash[..16] : $"DIFFERS: {sent.Hash[..16]} {arrived.Hash[..16]}")}");
        }

        foreach (var file in folder.Keys.EnumerateFiles("*.xml"))
        {
            target.Add(new ProtectionKey { Name = Path.GetFileNameWithoutExtension(file.Name), Xml = await File.ReadAllTextAsync(file.FullName) });
        }

        await target.SaveChangesAsync();
        // The keys are seen by others after the end of the transaction only; the folder has the same ones.
        var protection = DataProtectionProvider.Create(folder.Keys, setup => setup.SetApplicationName("KeyProducts"));
        var chain = new AuditChain(protection, new HistoryNote(folder, protection));
        var history = await chain.CheckAsync(target);
        await output.WriteLineAsync(history.IsWhole ? $"history: whole, {history.Entries} entries" : $"history: not whole, {history.FindingCount} faults");
        if (!isAlike || !history.IsWhole)
        {
            await output.WriteLineAsync("Nothing was copied: the two databases are not alike.");
            return false;
        }

        await transaction.CommitAsync();
        await output.WriteLineAsync("Everything is copied. Files of evidence stay in the data folder, which all programs share.");
        return true;
    }

    // Rows come after those that they refer to. Within a table the order does not matter: references are looked at when all rows are in.
    private static List<ITable> InOrder(IRelationalModel model)
    {
        var ordered = new List<ITable>();
        var waiting = model.Tables.OrderBy(table => table.Name, StringComparer.Ordinal).ToList();
        while (waiting.Count > 0)
        {
            var next = waiting.FirstOrDefault(table => table.ForeignKeyConstraints.All(reference => reference.PrincipalTable == table || ordered.Contains(reference.PrincipalTable)))
                ?? throw new InvalidOperationException($"The tables refer to each other in a circle: {string.Join(", ", waiting.Select(table => table.Name))}");
            ordered.Add(next);
            waiting.Remove(next);
        }

        return ordered;
    }

#pragma warning disable CA2100 // The names come from the model.
    private static async Task<RowsRead> SendAsync(SqliteConnection from, NpgsqlConnection to, string table, List<CopiedColumn> columns)
    {
        var names = string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
        await using var select = from.CreateCommand();
        select.CommandText = $"SELECT {names} FROM \"{table}\"";
        await using var reader = await select.ExecuteReaderAsync();
        await using var import = await to.BeginBinaryImportAsync($"COPY \"{table}\" ({names}) FROM STDIN (FORMAT BINARY)");
        var hash = new RowHash();
        while (await reader.ReadAsync())
        {
            await import.StartRowAsync();
            for (var i = 0; i < columns.Count; i++)
            {
                var value = reader.IsDBNull(i) ? null : columns[i].FromSqlite(reader, i);
                hash.Add(value);
                await (value is null ? import.WriteNullAsync() : import.WriteAsync(value, columns[i].SentAs));
            }

            hash.EndRow();
        }

        await import.CompleteAsync();
        return hash.Result();
    }

    private static async Task<RowsRead> ArrivedAsync(NpgsqlConnection to, string table, List<CopiedColumn> columns)
    {
        await using var select = to.CreateCommand();
        select.CommandText = $"SELECT {string.Join(", ", columns.Select(column => $"\"{column.Name}\""))} FROM \"{table}\"";
        await using var reader = await select.ExecuteReaderAsync();
        var hash = new RowHash();
        while (await reader.ReadAsync())
        {
            for (var i = 0; i < columns.Count; i++)
            {
                hash.Add(reader.IsDBNull(i) ? null : columns[i].FromPostgres(reader, i));
            }

            hash.EndRow();
        }

        return hash.Result();
    }

    private static async Task<long> CountAsync(NpgsqlConnection to, string table)
    {
        await using var count = to.CreateCommand();
        count.CommandText = $"SELECT count(*) FROM \"{table}\"";
        return (long)(await count.ExecuteScalarAsync())!;
    }

    // A number that the database gives out itself goes on after the last one that was copied.
    private static async Task NumberOnAsync(NpgsqlConnection to, ITable table)
    {
        foreach (var column in table.PrimaryKey!.Columns.Where(column => table.PrimaryKey.Columns.Count == 1 && column.StoreType == "integer"))
        {
            await using var next = to.CreateCommand();
            next.CommandText = $"SELECT setval(pg_get_serial_sequence('\"{table.Name}\"', '{column.Name}'), max(\"{column.Name}\")) FROM \"{table.Name}\"";
            await next.ExecuteScalarAsync();
        }
    }
#pragma warning restore CA2100
}

/// <summary>A column, and how SQLite's value of it becomes PostgreSQL's.</summary>
internal sealed record CopiedColumn(string Name, string StoreType)
{
    public string SentAs => IsLimited ? "text" : StoreType;

    private bool IsLimited => StoreType.StartsWith("character varying", StringComparison.Ordinal);

    public object FromSqlite(SqliteDataReader reader, int i) => StoreType switch
    {
        "uuid" => reader.GetGuid(i),
        "boolean" => reader.GetBoolean(i),
        "integer" => reader.GetInt32(i),
        "bigint" => reader.GetInt64(i),
        "double precision" => reader.GetDouble(i),
        "date" => DateOnly.FromDateTime(reader.GetDateTime(i)),
        "bytea" => reader.GetFieldValue<byte[]>(i),
        // PostgreSQL keeps microseconds.
        "timestamp with time zone" => Cut(DateTime.Parse(reader.GetString(i), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)),
        "time without time zone" => TimeOnly.FromTimeSpan(reader.GetTimeSpan(i)),
        "jsonb" => InOrder(JsonNode.Parse(reader.GetString(i)))!.ToJsonString(),
        "text" => reader.GetString(i),
        _ when IsLimited => reader.GetString(i),
        _ => throw new NotSupportedException($"{Name} is of the type {StoreType}."),
    };

    public object FromPostgres(NpgsqlDataReader reader, int i) => StoreType switch
    {
        "date" => reader.GetFieldValue<DateOnly>(i),
        "time without time zone" => reader.GetFieldValue<TimeOnly>(i),
        "jsonb" => InOrder(JsonNode.Parse(reader.GetString(i)))!.ToJsonString(),
        _ => reader.GetValue(i),
    };

    // PostgreSQL takes JSON apart, and forgets in which order its members stood.
    private static JsonNode? InOrder(JsonNode? node) => node switch
    {
        JsonObject one => new JsonObject(one.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, InOrder(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(InOrder)]),
        _ => node?.DeepClone(),
    };

    private static DateTime Cut(DateTime value) => value.AddTicks(-(value.Ticks % TimeSpan.TicksPerMicrosecond));
}

/// <summary>How many rows a table has, and a hash over them.</summary>
internal sealed record RowsRead(long Rows, string Hash);

/// <summary>The sum of the hashes of rows, which does not depend on their order.</summary>
internal sealed class RowHash
{
    private static readonly BigInteger Modulus = BigInteger.One << 256;

    private readonly StringBuilder row = new();
    private BigInteger sum;
    private long rows;

    public void Add(object? value)
    {
        var text = value switch
        {
            null => "",
            DateTime moment => $"t{moment.Ticks}",
            DateOnly day => $"d{day.DayNumber}",
            TimeOnly time => $"o{time.Ticks}",
            byte[] bytes => $"b{Convert.ToHexString(SHA256.HashData(bytes))}",
            string words => $"s{words}",
            _ => "v" + Convert.ToString(value, CultureInfo.InvariantCulture),
        };
        row.Append(text.Length).Append(':').Append(text);
    }

    public void EndRow()
    {
        sum = (sum + new BigInteger(SHA256.HashData(Encoding.UTF8.GetBytes(row.ToString())), isUnsigned: true)) % Modulus;
        rows++;
        row.Clear();
    }

    public RowsRead Result() => new(rows, sum.ToString("x64", CultureInfo.InvariantCulture));
}
