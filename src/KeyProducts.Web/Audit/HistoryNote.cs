using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace KeyProducts.Web.Audit;

/// <summary>How far the history reached, and the hash of that entry. A hash of "" is one that could not be read.</summary>
public sealed record NotedEnd(long Sequence, string Hash);

/// <summary>
/// The end of the history as it was a moment ago, in a file beside the database. Who takes entries off the end, and puts back the row that told the end before them,
/// leaves a database that fits itself; it does not fit this note.
/// </summary>
public sealed class HistoryNote(DataFolder data, IDataProtectionProvider protection)
{
    /// <summary>The name of the file in the data folder.</summary>
    public const string FileName = "history-end.note";

    private readonly IDataProtector sealing = protection.CreateProtector("KeyProducts.HistoryNote");

    private string Place => Path.Combine(data.Path, FileName);

    /// <summary>What was noted; null when nothing ever was.</summary>
    public NotedEnd? Read()
    {
        try
        {
            var parts = sealing.Unprotect(File.ReadAllText(Place)).Split(' ');
            return new NotedEnd(long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (CryptographicException)
        {
            return new NotedEnd(0, "");
        }
    }

    /// <summary>Notes the end; there is always one whole note, whenever the machine stops.</summary>
    /// <exception cref="IOException">It cannot be written, or another program on the folder is just writing it.</exception>
    public void Write(NotedEnd end)
    {
        var aside = $"{Place}.part";
        using (var file = new FileStream(aside, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(Encoding.ASCII.GetBytes(sealing.Protect(string.Create(CultureInfo.InvariantCulture, $"{end.Sequence} {end.Hash}"))));
            file.Flush(flushToDisk: true);
        }

        File.Move(aside, Place, overwrite: true);
    }
}
