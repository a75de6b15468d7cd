using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KeyProducts.Web.Storage;

/// <summary>Tells, of either database, that it refused a save because somebody else was first.</summary>
public static class BrokenRules
{
    // SQLite's code for every broken rule of the database: unique, reference, check.
    private const int SqliteConstraint = 19;

    /// <summary>Whether a save broke a rule between rows: something is there already, or what it refers to is gone.</summary>
    public static bool IsBrokenRule(this DbUpdateException error) => error.InnerException switch
    {
        SqliteException { SqliteErrorCode: SqliteConstraint } => true,
        PostgresException { SqlState: var state } => state.StartsWith("23", StringComparison.Ordinal) || state is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
        _ => false,
    };
}
