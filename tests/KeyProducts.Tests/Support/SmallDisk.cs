using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace KeyProducts.Tests.Support;

/// <summary>A test that mounts a small disk in memory, which takes the rights of an administrator of the system.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    private const int MayMount = 21;

    public SmallDiskFactAttribute()
    {
        var rights = OperatingSystem.IsLinux() ? File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("CapEff:", StringComparison.Ordinal)) : null;
        if (rights is null || (Convert.ToUInt64(rights["CapEff:".Length..].Trim(), 16) >> MayMount & 1) == 0)
        {
            Skip = "This machine does not let tests mount a small disk.";
        }
    }
}

/// <summary>A disk of 64 MB in memory, in the place of a folder.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string folder;

    /// <summary>Mounts it.</summary>
    public SmallDisk(string folder)
    {
        this.folder = folder;
        Assert.Equal(0, Run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", folder));
    }

    private string Filler => Path.Combine(folder, "filler");

    /// <summary>Leaves no room, not for a byte.</summary>
    public void Fill()
    {
        using var file = new FileStream(Filler, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0);
        for (var block = 1 << 16; block > 0; block /= 2)
        {
            try
            {
                while (true)
                {
                    file.Write(new byte[block]);
                }
            }
            catch (IOException)
            {
                // Smaller pieces, until nothing fits any more.
            }
        }
    }

    /// <summary>Makes room again.</summary>
    public void MakeRoom() => File.Delete(Filler);

    /// <summary>Lets nobody write, or everybody again; waits for whoever writes at this moment.</summary>
    public void Remount(bool readOnly)
    {
        var code = -1;
        for (var attempt = 0; attempt < 50 && code != 0; attempt++)
        {
            SqliteConnection.ClearAllPools();
            code = Run("mount", "-o", readOnly ? "remount,ro" : "remount,rw", folder);
            Thread.Sleep(code == 0 ? 0 : 100);
        }

        Assert.Equal(0, code);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Run("umount", "-l", folder);
    }

    private static int Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
