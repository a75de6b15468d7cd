namespace KeyProducts.Web.Backups;

/// <summary>A backup that could not be made.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Kind">Of which kind it would have been.</param>
/// <param name="Sentence">Why: an English sentence, the key of its translation.</param>
/// <param name="Values">What stands in the sentence.</param>
public sealed record BackupFailure(DateTime At, BackupKind Kind, string Sentence, IReadOnlyList<string> Values);

/// <summary>How backups stand: what the administrator's pages, <c>check</c>, /health and the meters tell.</summary>
/// <param name="Now">The moment it is told of, UTC.</param>
/// <param name="Last">The newest complete backup; null when there is none.</param>
/// <param name="Newest">The newest backup, be it that files were missing in the store.</param>
/// <param name="Failure">The last failure, when no backup was made since.</param>
/// <param name="Running">Since when one is being made; null when none is.</param>
public sealed record BackupState(DateTime Now, BackupFile? Last, BackupFile? Newest, BackupFailure? Failure, DateTime? Running)
{
    /// <summary>The age from which on the state is to be worried about.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromDays(2);

    /// <summary>What is dated so far ahead was made while the clock was wrong.</summary>
    public static readonly TimeSpan Slack = TimeSpan.FromMinutes(10);

    /// <summary>How old the newest complete backup is; null when there is none. Never less than nothing, even when the clock was put back.</summary>
    public TimeSpan? Age => Last is null ? null : Now > Last.Manifest!.MadeAt ? Now - Last.Manifest.MadeAt : TimeSpan.Zero;

    /// <summary>Whether there is none that is young enough.</summary>
    public bool IsLate => Age is not { } age || age > Late;

    /// <summary>Whether somebody has to look: too old, failed, or incomplete.</summary>
    public bool IsBad => IsLate || Failure is not null || Newest is { IsComplete: false };
}
