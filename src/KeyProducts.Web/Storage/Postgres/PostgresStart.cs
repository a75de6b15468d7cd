using KeyProducts.Web.Audit;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Storage.Postgres;

/// <summary>Brings PostgreSQL to the program's version; of several programs that start together, one does it and the others wait.</summary>
internal static class PostgresStart
{
    // Any number will do that nobody else takes on this database.
    private const long Lock = 0x4B65_7950_726F_6401;

    public static async Task MigrateAsync(AppDbContext db, AuditChain chain, TimeProvider clock)
    {
        // The lock belongs to the connection: it ends with a program that is killed.
        await db.Database.OpenConnectionAsync();
        try
        {
            // As long as another program's migration takes.
            db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({Lock})");
            await db.Database.MigrateAsync();
            await SearchText.RefreshAsync(db);
            await chain.BeginAsync(db, clock.GetUtcNow().UtcDateTime);
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Lock})");
        }
        finally
        {
            db.Database.SetCommandTimeout(null);
            await db.Database.CloseConnectionAsync();
        }
    }
}
