using System.Globalization;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Backups;

/// <summary>
/// A note in the data folder that its SQLite was copied to a PostgreSQL. Whoever then starts anything without the setting, from a shell or by a nightly job, would
/// work on the old database, back it up and find it whole.
/// </summary>
public sealed class MovedDatabase(DataFolder data, TimeProvider clock)
{
    /// <summary>The name of the note.</summary>
    public const string FileName = "moved-to-postgresql.note";

    private string Place => Path.Combine(data.Path, FileName);

    /// <summary>Refuses to use the SQLite that was left behind.</summary>
    /// <exception cref="BackupException">It was copied to a PostgreSQL, and the setting names none.</exception>
    public void Require(AppDbContext db)
    {
        if (db.Database.IsSqlite() && File.Exists(Place))
        {
            throw new BackupException("The database was moved to PostgreSQL ({0}): set KeyProducts__Database. To go back to the SQLite of that moment, delete {1}.", File.ReadAllText(Place).Trim(), Place);
        }
    }

    /// <summary>Notes that it was copied.</summary>
    public void Note() => File.WriteAllText(Place, HanoiTime.At(clock.GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
}
