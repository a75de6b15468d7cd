namespace KeyProducts.Web.Storage;

/// <summary>The one folder that holds everything to be backed up: database, keys, later evidence and backups.</summary>
public sealed class DataFolder
{
    /// <summary>Makes sure that the folder is there, readable by its owner alone.</summary>
    public DataFolder(IConfiguration configuration, IHostEnvironment environment)
    {
        var setting = configuration["KeyProducts:DataFolder"];
        Path = System.IO.Path.GetFullPath(string.IsNullOrWhiteSpace(setting) ? "data" : setting, environment.ContentRootPath);
        Directory.CreateDirectory(Path);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Its whole path.</summary>
    public string Path { get; }

    /// <summary>The database file.</summary>
    public string Database => System.IO.Path.Combine(Path, "keyproducts.db");

    /// <summary>The folder of the keys that protect cookies and forms.</summary>
    public DirectoryInfo Keys => Directory.CreateDirectory(System.IO.Path.Combine(Path, "keys"));

    /// <summary>The folder of files that are on their way into a year's nominations.</summary>
    public DirectoryInfo Imports => Directory.CreateDirectory(System.IO.Path.Combine(Path, "imports"));

    /// <summary>The file that one starting program holds while it migrates.</summary>
    public string MigrationLock => System.IO.Path.Combine(Path, "migration.lock");
}
