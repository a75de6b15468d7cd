using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using KeyProducts.Domain;

namespace KeyProducts.Web.Commands;

/// <summary>
/// <c>verify FILE [HASH]</c> and <c>rank FILE...</c>: anybody with the program and a snapshot can compute its result. They know nothing of settings, database or data folder, and
/// run before there are any.
/// </summary>
public static class SnapshotCommand
{
    private const int Right = 0;
    private const int Differs = 1;
    private const int NoSnapshot = 2;

    /// <summary>Runs the command that the arguments name; null when they name another one or none.</summary>
    public static int? Run(string[] args)
    {
        if (args is not ["verify" or "rank", ..])
        {
            return null;
        }

        // The same bytes on every system, whatever the language of the shell.
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        using var error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        switch (args)
        {
            case ["verify", var file]:
                return Verify(file, null, output, error);
            case ["verify", var file, var hash]:
                return Verify(file, hash, output, error);
            case ["rank", _, ..]:
                return Rank(args[1..], output);
            default:
                error.WriteLine(Command.Usage);
                return NoSnapshot;
        }
    }

    private static int Verify(string file, string? published, TextWriter output, TextWriter error)
    {
        var hash = published?.Trim().ToLowerInvariant();
        if (hash is not null && (hash.Length != 64 || !hash.All(char.IsAsciiHexDigit)))
        {
            error.WriteLine("The published hash must be a SHA-256: 64 hexadecimal digits.");
            return NoSnapshot;
        }

        try
        {
            var check = SnapshotCheck.Of(Read(file));
            foreach (var difference in check.Differences)
            {
                output.WriteLine(difference);
            }

            if (check.DifferenceCount > check.Differences.Count)
            {
                output.WriteLine($"… {check.DifferenceCount} differences in all.");
            }

            if (hash is not null && hash != check.Hash)
            {
                output.WriteLine($"$: found a file with the hash {check.Hash}, expected one with the published hash {hash}");
                return Differs;
            }

            if (check.IsRight)
            {
                output.WriteLine(check.Hash);
            }

            return check.IsRight ? Right : Differs;
        }
        catch (SnapshotException none)
        {
            error.WriteLine(none.Message);
            return NoSnapshot;
        }
    }

    private static int Rank(IEnumerable<string> files, TextWriter output)
    {
        var code = Right;
        foreach (var file in files)
        {
            try
            {
                var year = SnapshotFormat.Read(Read(file));
                output.WriteLine(SnapshotFormat.WriteResult(Ranking.Of(year.Input), year.Rules.Decimals));
            }
            catch (SnapshotException none)
            {
                output.WriteLine(Error(none.Message));
                code = NoSnapshot;
            }
        }

        return code;
    }

    private static string Error(string sentence)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("error", sentence);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(json.ToArray());
    }

    // No more than can be a snapshot: what is longer is refused for its length.
    private static byte[] Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var content = new MemoryStream();
            var piece = new byte[1 << 16];
            while (content.Length <= SnapshotFormat.MostMegabytes << 20 && file.Read(piece) is var length and > 0)
            {
                content.Write(piece, 0, length);
            }

            return content.ToArray();
        }
        catch (Exception none) when (none is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new SnapshotException("$", new SnapshotPhrase("The file cannot be read: {0}", none.Message));
        }
    }
}
