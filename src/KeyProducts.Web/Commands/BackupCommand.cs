using System.Globalization;
using KeyProducts.Domain;
using KeyProducts.Web.Backups;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Commands;

/// <summary><c>backup FILE</c> and <c>restore FILE</c>.</summary>
public static class BackupCommand
{
    /// <summary>Writes a verified backup, beside the running program or without it.</summary>
    public static async Task<int> BackupAsync(IServiceProvider services, string file)
    {
        var path = Path.GetFullPath(file);
        var data = services.GetRequiredService<DataFolder>();
        try
        {
            if (!File.Exists(data.Database))
            {
                throw new BackupException("There is no database in {0}.", data.Path);
            }

            if (File.Exists(path) || !Directory.Exists(Path.GetDirectoryName(path)))
            {
                throw new BackupException(File.Exists(path) ? "{0} is there already; a backup replaces nothing." : "The folder of {0} is not there.", path);
            }

            services.GetRequiredService<MovedDatabase>().Require(services.GetRequiredService<AppDbContext>());
            services.GetRequiredService<BackupRestore>().RequireNone();
            var manifest = await services.GetRequiredService<BackupDesk>().WriteToAsync(path, new Person(Guid.Empty, Environment.UserName), CancellationToken.None);
            Console.WriteLine($"{path}: {new FileInfo(path).Length} bytes, verified; {manifest.Tables.Values.Sum()} rows, {manifest.Evidence.Count()} files of evidence.");
            foreach (var missing in manifest.Missing)
            {
                Console.WriteLine($"Not in it, because it is {missing.State.ToLowerInvariant()} in the store: evidence {missing.Sha256}");
            }

            return manifest.IsComplete ? 0 : 1;
        }
        catch (Exception refused) when (refused is BackupException or IOException or UnauthorizedAccessException || StorageFaults.Of(refused) is not null)
        {
            return await RefuseAsync(refused);
        }
    }

    /// <summary>Puts a backup in the place of what is in the data folder.</summary>
    public static async Task<int> RestoreAsync(IServiceProvider services, string file)
    {
        try
        {
            var db = services.GetRequiredService<AppDbContext>();
            if (!db.Database.IsSqlite())
            {
                throw new BackupException("The database is on a server of its own: a backup of SQLite cannot be put in its place, and the evidence here belongs to it.");
            }

            services.GetRequiredService<MovedDatabase>().Require(db);
            var known = db.Database.GetMigrations();
            var (manifest, aside) = await services.GetRequiredService<BackupRestore>().RunAsync(Path.GetFullPath(file), known, CancellationToken.None);
            Console.WriteLine($"Restored into {services.GetRequiredService<DataFolder>().Path} and verified: the backup of {Shown(manifest.MadeAt)} by {manifest.By}, {manifest.Tables.Values.Sum()} rows, {manifest.Evidence.Count()} files of evidence.");
            foreach (var missing in manifest.Missing)
            {
                Console.WriteLine($"Not in it, because it was {missing.State.ToLowerInvariant()} in the store: evidence {missing.Sha256}");
            }

            foreach (var folder in aside)
            {
                Console.WriteLine($"What was there before is in {folder}; delete it when you need it no more.");
            }

            Console.WriteLine("Start the program now; it brings an older database to its own version.");
            return 0;
        }
        catch (Exception refused) when (refused is BackupException or IOException or UnauthorizedAccessException || StorageFaults.Of(refused) is not null)
        {
            return await RefuseAsync(refused);
        }
    }

    private static string Shown(DateTime utc) => HanoiTime.At(utc).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static async Task<int> RefuseAsync(Exception refused)
    {
        await Console.Error.WriteLineAsync(refused is BackupException ? refused.Message : StorageFaults.OneLine(refused));
        return 1;
    }
}
