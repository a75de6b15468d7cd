using Microsoft.Data.Sqlite;

namespace KeyProducts.Web.Backups;

/// <summary>
/// What a database file holds, whatever version of the program wrote it: read with plain SQL, past the model, because a backup of last year is checked too.
/// </summary>
public sealed class DatabaseFacts
{
    private const int MostFaults = 5;

    private DatabaseFacts(SqliteConnection db)
    {
        Faults = [.. Texts(db, "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'").Take(MostFaults)];
        if (Faults.Count > 0)
        {
            return;
        }

        Faults = [.. Texts(db, """SELECT "table" || ' ' || coalesce(rowid, '') || ' refers to a row of ' || parent || ' that is not there' FROM pragma_foreign_key_check""").Take(MostFaults)];
        var tables = Texts(db, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name");
        foreach (var table in tables)
        {
            Tables[table] = Number(db, $"SELECT count(*) FROM {Quoted(table)}");
        }

        Migration = tables.Contains("__EFMigrationsHistory") ? Texts(db, "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId DESC LIMIT 1").FirstOrDefault() ?? "" : "";
        Snapshots = tables.Contains("Snapshots") ? [.. Texts(db, "SELECT Sha256 FROM Snapshots ORDER BY Sha256")] : [];
        History = tables.Contains("AuditHead") ? Read(db, "SELECT Sequence, Hash FROM AuditHead", row => new HistoryEnd(row.GetInt64(0), row.GetString(1))).FirstOrDefault() : null;
        // A hash beside a size is a file of the store, in whatever table: a new kind of file is backed up without being named here.
        Evidence = [.. tables.SelectMany(table => EvidenceIn(db, table)).Distinct().OrderBy(file => file.Sha256, StringComparer.Ordinal)];
    }

    /// <summary>What is wrong with it; empty when it is whole.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>Rows by table.</summary>
    public SortedDictionary<string, long> Tables { get; } = new(StringComparer.Ordinal);

    /// <summary>The last migration; empty when there is none.</summary>
    public string Migration { get; } = "";

    /// <summary>The hashes of the snapshots.</summary>
    public IReadOnlyList<string> Snapshots { get; } = [];

    /// <summary>Where the history ends; null before it had a chain.</summary>
    public HistoryEnd? History { get; }

    /// <summary>Every file that a row refers to.</summary>
    public IReadOnlyList<(string Sha256, long Size)> Evidence { get; } = [];

    /// <summary>Reads a database file and leaves it as it is.</summary>
    public static DatabaseFacts Of(string path)
    {
        using var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        db.Open();
        return new DatabaseFacts(db);
    }

    private static IEnumerable<(string Sha256, long Size)> EvidenceIn(SqliteConnection db, string table)
    {
        var columns = Read(db, "SELECT name FROM pragma_table_info(" + Text(table) + ")", row => row.GetString(0)).ToHashSet();
        return
            from hash in columns.Where(column => column.EndsWith("Sha256", StringComparison.Ordinal)).ToList()
            let size = hash[..^"Sha256".Length] + "Size"
            where columns.Contains(size)
            from file in Read(db, $"SELECT DISTINCT {Quoted(hash)}, {Quoted(size)} FROM {Quoted(table)} WHERE {Quoted(hash)} IS NOT NULL", row => (row.GetString(0), row.GetInt64(1)))
            select file;
    }

    private static List<string> Texts(SqliteConnection db, string sql) => Read(db, sql, row => row.IsDBNull(0) ? "" : row.GetString(0));

    private static long Number(SqliteConnection db, string sql) => Read(db, sql, row => row.GetInt64(0)).Single();

    private static List<TRow> Read<TRow>(SqliteConnection db, string sql, Func<SqliteDataReader, TRow> row)
    {
        using var command = db.CreateCommand();
#pragma warning disable CA2100 // Names of tables and columns, quoted, of a database of our own.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<TRow>();
        while (reader.Read())
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    private static string Quoted(string name) => '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    private static string Text(string value) => '\'' + value.Replace("'", "''", StringComparison.Ordinal) + '\'';
}
