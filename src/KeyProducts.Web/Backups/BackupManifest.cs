using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KeyProducts.Web.Backups;

/// <summary>Why a backup was made.</summary>
public enum BackupKind
{
    /// <summary>By the clock, once a day.</summary>
    Daily,

    /// <summary>Because somebody asked for it.</summary>
    OnDemand,

    /// <summary>Before the program brought the database to its own version.</summary>
    BeforeMigration,
}

/// <summary>A file in a backup.</summary>
/// <param name="Path">Its place in the data folder.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">The hash of its content.</param>
public sealed record BackupPart(string Path, long Size, string Sha256);

/// <summary>A file of evidence that the database knows and the store could not give.</summary>
/// <param name="Sha256">The hash it is stored under.</param>
/// <param name="Size">Bytes it should have.</param>
/// <param name="State">"Missing", "Damaged" or "Unreadable".</param>
public sealed record MissingPart(string Sha256, long Size, string State);

/// <summary>How far the history reached.</summary>
/// <param name="Sequence">The number of its last entry.</param>
/// <param name="Hash">The hash of that entry.</param>
public sealed record HistoryEnd(long Sequence, string Hash);

/// <summary>What a backup says of itself; the last file in it, <c>manifest.json</c>.</summary>
public sealed record BackupManifest
{
    /// <summary>The name of the manifest in the backup.</summary>
    public const string FileName = "manifest.json";

    /// <summary>The name of the database in the backup and in the data folder.</summary>
    public const string Database = "keyproducts.db";

    /// <summary>What this program writes and reads.</summary>
    public const string ThisFormat = "KeyProducts backup 1";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    public required string Format { get; init; }

    /// <summary>The version of the program that made it.</summary>
    public required string Program { get; init; }

    /// <summary>The last migration of the database.</summary>
    public required string Migration { get; init; }

    public required BackupKind Kind { get; init; }

    /// <summary>When the database was copied, UTC.</summary>
    public required DateTime MadeAt { get; init; }

    /// <summary>Who asked for it; "KeyProducts" for the program itself.</summary>
    public required string By { get; init; }

    /// <summary>Everything in it but the manifest.</summary>
    public required IReadOnlyList<BackupPart> Files { get; init; }

    /// <summary>How many rows each table has.</summary>
    public required IReadOnlyDictionary<string, long> Tables { get; init; }

    /// <summary>Where the history ends; null in a database that has no chain yet.</summary>
    public HistoryEnd? History { get; init; }

    /// <summary>The hashes of the snapshots.</summary>
    public required IReadOnlyList<string> Snapshots { get; init; }

    /// <summary>Files of evidence that were missing or damaged in the store when the backup was made.</summary>
    public required IReadOnlyList<MissingPart> Missing { get; init; }

    /// <summary>Whether nothing was missing in the store.</summary>
    [JsonIgnore]
    public bool IsComplete => Missing.Count == 0;

    /// <summary>The files of evidence in it.</summary>
    [JsonIgnore]
    public IEnumerable<BackupPart> Evidence => Files.Where(file => file.Path.StartsWith("evidence/", StringComparison.Ordinal));

    /// <summary>The manifest as a file.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="BackupException">It is none, or of a format that this program does not know.</exception>
    public static BackupManifest Read(Stream file)
    {
        try
        {
            using var document = JsonDocument.Parse(file);
            var format = document.RootElement.GetProperty("format").GetString();
            return format == ThisFormat
                ? document.Deserialize<BackupManifest>(Json)!
                : throw new BackupException("The backup is of the format “{0}”, which this version of the program does not know. Use the version that made it, or a later one.", format ?? "");
        }
        catch (Exception none) when (none is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new BackupException("The manifest of the backup cannot be read.");
        }
    }
}

/// <summary>Why a backup could not be made, is not whole, or cannot be restored: an English sentence with its values.</summary>
public sealed class BackupException(string sentence, params object[] values) : Exception(string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, values))
{
    /// <summary>The sentence, the key of its translation.</summary>
    public string Sentence { get; } = sentence;

    /// <summary>What stands in it.</summary>
    public IReadOnlyList<object> Values { get; } = values;
}
