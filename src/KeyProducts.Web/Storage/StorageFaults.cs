using Microsoft.Data.Sqlite;
using Npgsql;

namespace KeyProducts.Web.Storage;

/// <summary>What can be wrong with the place where everything is stored, through nobody's fault who uses the program.</summary>
public enum StorageFault
{
    /// <summary>No room is left.</summary>
    Full,

    /// <summary>Nothing may be written there.</summary>
    ReadOnly,

    /// <summary>Another program holds the database.</summary>
    Busy,

    /// <summary>The database or the disk is damaged.</summary>
    Damaged,

    /// <summary>The disk does not answer as it should.</summary>
    Unreadable,

    /// <summary>The server of the database does not answer.</summary>
    Away,
}

/// <summary>Tells from an error what is wrong with the store, and says it in a sentence.</summary>
public static class StorageFaults
{
    private const int NoRoom = 28, QuotaUsedUp = 122, ReadOnlySystem = 30, InputOutput = 5;
    private const int WindowsDiskFull = unchecked((int)0x80070070), WindowsHandleDiskFull = unchecked((int)0x80070027);

    /// <summary>What is wrong; null when the error has nothing to do with the store.</summary>
    public static StorageFault? Of(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            var fault = error switch
            {
                // https://sqlite.org/rescode.html
                SqliteException sqlite => sqlite.SqliteErrorCode switch
                {
                    13 => StorageFault.Full,
                    8 or 3 => StorageFault.ReadOnly,
                    5 or 6 => StorageFault.Busy,
                    11 or 26 => StorageFault.Damaged,
                    10 or 14 => StorageFault.Unreadable,
                    _ => (StorageFault?)null,
                },
                // https://www.postgresql.org/docs/current/errcodes-appendix.html
                PostgresException postgres => postgres.SqlState switch
                {
                    "53100" => StorageFault.Full,
                    "25006" => StorageFault.ReadOnly,
                    "55P03" or "57014" => StorageFault.Busy,
                    "58030" => StorageFault.Unreadable,
                    "XX001" or "XX002" => StorageFault.Damaged,
                    "53300" => StorageFault.Away,
                    ['5', '7', 'P', ..] or ['0', '8', ..] => StorageFault.Away,
                    _ => null,
                },
                NpgsqlException => StorageFault.Away,
                UnauthorizedAccessException => StorageFault.ReadOnly,
                IOException io => io.HResult switch
                {
                    NoRoom or QuotaUsedUp or WindowsDiskFull or WindowsHandleDiskFull => StorageFault.Full,
                    ReadOnlySystem => StorageFault.ReadOnly,
                    InputOutput => StorageFault.Unreadable,
                    _ => null,
                },
                _ => null,
            };
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }

    /// <summary>What is wrong, the key of its translation.</summary>
    public static string Sentence(StorageFault fault) => fault switch
    {
        StorageFault.Full => "The disk of the server is full.",
        StorageFault.ReadOnly => "The program may not write into its data folder.",
        StorageFault.Busy => "Another program holds the database.",
        StorageFault.Damaged => "The database is damaged.",
        StorageFault.Away => "The server of the database does not answer.",
        _ => "The disk of the server cannot be read or written.",
    };

    /// <summary>The status that tells it: 507 when there is no room, otherwise 503.</summary>
    public static int Status(StorageFault fault) => fault == StorageFault.Full ? StatusCodes.Status507InsufficientStorage : StatusCodes.Status503ServiceUnavailable;

    /// <summary>An error and what caused it on one line.</summary>
    public static string OneLine(Exception error)
    {
        var deepest = error.GetBaseException();
        return $"{deepest.GetType().Name}: {deepest.Message}".ReplaceLineEndings(" ");
    }
}
