using KeyProducts.Web.Backups;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Storage.Postgres;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace KeyProducts.Web.Commands;

/// <summary>Why the program cannot start, on one line for whoever starts it: a data folder or a database that cannot be used is no fault of the program.</summary>
public static class StartRefusal
{
    /// <summary>The line; null for an error of the program itself.</summary>
    public static string? LineOf(Exception error) => error switch
    {
        BackupException => error.Message,
        SqliteException or NpgsqlException or IOException or UnauthorizedAccessException => StorageFaults.Of(error) is { } fault ? $"{StorageFaults.Sentence(fault)} {StorageFaults.OneLine(error)}" : StorageFaults.OneLine(error),
        { InnerException: { } inner } => LineOf(inner),
        _ => null,
    };

    /// <summary>Finds the data folder; null when it cannot be used or the setting of the database cannot be read, which is said then.</summary>
    public static DataFolder? FolderOf(IConfiguration configuration, IHostEnvironment environment)
    {
        try
        {
            if (configuration["KeyProducts:Database"] is { Length: > 0 } database)
            {
                PostgresServices.ConnectionString(database);
            }

            return new DataFolder(configuration, environment);
        }
        catch (FormatException unreadable)
        {
            Console.Error.WriteLine(unreadable.Message);
            return null;
        }
        catch (Exception error) when (LineOf(error) is not null)
        {
            Say(error);
            return null;
        }
    }

    /// <summary>Says why on standard error; false when the error is one of the program.</summary>
    public static bool Say(Exception error)
    {
        if (LineOf(error) is not { } line)
        {
            return false;
        }

        Console.Error.WriteLine(line.ReplaceLineEndings(" "));
        return true;
    }
}
