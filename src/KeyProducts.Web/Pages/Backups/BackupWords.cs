using KeyProducts.Web.Backups;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Pages.Backups;

/// <summary>Backups in plain words.</summary>
public static class BackupWords
{
    /// <summary>The kinds.</summary>
    public static readonly IReadOnlyDictionary<BackupKind, string> Kinds = new Dictionary<BackupKind, string>
    {
        [BackupKind.Daily] = "daily",
        [BackupKind.OnDemand] = "on demand",
        [BackupKind.BeforeMigration] = "before an upgrade",
    };

    /// <summary>In one sentence how backups stand: the worst first.</summary>
    public static string State(BackupState state, IStringLocalizer<Words> T) => state switch
    {
        { Age: null, Failure: null } => T["There is no backup yet."],
        { Age: null } => T["There is no backup yet, and the last attempt failed."],
        { IsLate: true } => T["No complete backup for {0}.", Age(state.Age.Value, T)],
        { Failure: not null } => T["The last attempt failed; the last complete backup is {0} old.", Age(state.Age.Value, T)],
        { IsBad: true } => T["The newest backup is not complete; the last complete one is {0} old.", Age(state.Age.Value, T)],
        _ => T["The last backup is {0} old and was verified.", Age(state.Age.Value, T)],
    };

    /// <summary>Why a backup could not be made.</summary>
    public static string Cause(BackupFailure failure, IStringLocalizer<Words> T) => T[failure.Sentence, [.. failure.Values]];

    private static string Age(TimeSpan age, IStringLocalizer<Words> T) => age switch
    {
        { TotalMinutes: < 2 } => T["a minute"],
        { TotalHours: < 2 } => T["{0} minutes", (int)age.TotalMinutes],
        { TotalDays: < 2 } => T["{0} hours", (int)age.TotalHours],
        _ => T["{0} days", Shown.Whole((int)age.TotalDays)],
    };
}
