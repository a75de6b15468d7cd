using System.Runtime.CompilerServices;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Support;

/// <summary>What somebody can do with a tool of either database, past what the program refuses.</summary>
public static class DatabaseTool
{
    /// <summary>Takes off what keeps the rows of a table from being changed or deleted.</summary>
    public static async Task FreeAsync(this AppDbContext db, string table)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlAsync(FormattableStringFactory.Create($"ALTER TABLE {table} DISABLE TRIGGER USER"));
            return;
        }

        foreach (var trigger in await db.Database.SqlQuery<string>($"SELECT name AS Value FROM sqlite_master WHERE type = 'trigger' AND tbl_name = {table}").ToListAsync())
        {
            await db.Database.ExecuteSqlAsync(FormattableStringFactory.Create($"DROP TRIGGER {trigger}"));
        }
    }

    /// <summary>Lets the certificates of a year go, as if none had been issued.</summary>
    public static async Task DeleteCertificatesAsync(this AppDbContext db, int year)
    {
        await db.FreeAsync("Certificates");
        await db.Database.ExecuteSqlAsync($"DELETE FROM Certificates WHERE Year = {year} AND ReplacesId IS NOT NULL");
        await db.Database.ExecuteSqlAsync($"DELETE FROM Certificates WHERE Year = {year}");
        await db.Database.ExecuteSqlAsync($"UPDATE Programmes SET LastCertificateNumber = 0 WHERE Year = {year}");
    }

    /// <summary>The names of all tables.</summary>
    public static Task<List<string>> TableNamesAsync(this AppDbContext db) => (db.Database.IsNpgsql()
        ? db.Database.SqlQuery<string>($"SELECT CAST(tablename AS TEXT) AS \"Value\" FROM pg_tables WHERE schemaname = 'public'")
        : db.Database.SqlQuery<string>($"SELECT name AS Value FROM sqlite_master WHERE type = 'table'")).ToListAsync();

    /// <summary>The names of the columns of a table.</summary>
    public static Task<List<string>> ColumnNamesAsync(this AppDbContext db, string table) => (db.Database.IsNpgsql()
        ? db.Database.SqlQuery<string>($"SELECT CAST(column_name AS TEXT) AS \"Value\" FROM information_schema.columns WHERE table_schema = 'public' AND table_name = {table}")
        : db.Database.SqlQuery<string>($"SELECT name AS Value FROM pragma_table_info({table})")).ToListAsync();
}
