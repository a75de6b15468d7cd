using System.Globalization;
using KeyProducts.Web.Storage;

namespace KeyProducts.Web.Backups;

/// <summary>When backups are made, where they lie and how many are kept: the settings under <c>KeyProducts:Backup</c>.</summary>
public sealed class BackupSettings
{
    private const string DefaultTime = "01:30";
    private const int DefaultKeep = 14;

    /// <summary>Reads the settings; what cannot be understood is replaced by what is usual, and told as a <see cref="Problem"/>.</summary>
    public BackupSettings(IConfiguration configuration, DataFolder data)
    {
        var section = configuration.GetSection("KeyProducts:Backup");
        var problems = new List<string>();
        IsDaily = Parsed<bool>(section["Daily"], "true", bool.TryParse, "Daily", problems);
        Time = Parsed(section["Time"], DefaultTime, (string? text, out TimeOnly time) => TimeOnly.TryParseExact(text, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time), "Time", problems);
        Keep = Parsed(section["Keep"], DefaultKeep.ToString(CultureInfo.InvariantCulture), (string? text, out int keep) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out keep) && keep >= 1, "Keep", problems);
        var folder = section["Folder"];
        IsInDataFolder = string.IsNullOrWhiteSpace(folder);
        Folder = Path.GetFullPath(IsInDataFolder ? "backups" : folder!, data.Path);
        Problem = problems.Count == 0 ? null : string.Join(", ", problems);
    }

    private delegate bool Parse<T>(string? text, out T value);

    /// <summary>Whether a backup is made every day.</summary>
    public bool IsDaily { get; }

    /// <summary>At what time in Hà Nội.</summary>
    public TimeOnly Time { get; }

    /// <summary>How many of each kind are kept.</summary>
    public int Keep { get; }

    /// <summary>Where they lie.</summary>
    public string Folder { get; }

    /// <summary>Whether that is in the data folder, because nobody has said where.</summary>
    public bool IsInDataFolder { get; }

    /// <summary>The settings that could not be understood; null when all could.</summary>
    public string? Problem { get; }

    private static T Parsed<T>(string? text, string usual, Parse<T> parse, string name, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            parse(usual, out var value);
            return value;
        }

        if (parse(text.Trim(), out var given))
        {
            return given;
        }

        problems.Add($"KeyProducts:Backup:{name}");
        parse(usual, out var instead);
        return instead;
    }
}
