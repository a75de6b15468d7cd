using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace KeyProducts.Web.Audit;

/// <summary>What somebody did, as the history keeps it: append-only, by a trigger of the database, and each entry holds the hash of the one before.</summary>
public sealed class AuditEntry
{
    private static readonly JsonSerializerOptions Hashed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private AuditEntry()
    {
        UserName = Page = Kind = Subject = Changes = Previous = Hash = null!;
    }

    /// <summary>Records an act.</summary>
    public AuditEntry(DateTime at, Guid? userId, string userName, string page, AuditAct act, string kind, string subject, int? year, IReadOnlyList<AuditChange> changes, string? reason)
    {
        // Whole microseconds: what every database keeps, so that the hash holds wherever the entry is copied to.
        At = new DateTime(at.Ticks - (at.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
        UserId = userId;
        UserName = userName;
        Page = page;
        Act = act;
        Kind = kind;
        Subject = subject;
        Year = year;
        Changes = JsonSerializer.Serialize(changes);
        Reason = reason;
        Previous = Hash = "";
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Who; null for the program itself and for visitors.</summary>
    public Guid? UserId { get; private set; }

    /// <summary>The person's name at that time.</summary>
    public string UserName { get; private set; }

    /// <summary>The address of the page, or the command.</summary>
    public string Page { get; private set; }

    /// <summary>What was done.</summary>
    public AuditAct Act { get; private set; }

    /// <summary>The kind of thing it was done to: the name of its class.</summary>
    public string Kind { get; private set; }

    /// <summary>Which one, in words that people know it by: "2025/14 Tủ điện".</summary>
    public string Subject { get; private set; }

    /// <summary>The year of the programme it belongs to; null when to none.</summary>
    public int? Year { get; private set; }

    /// <summary>What changed, as JSON.</summary>
    public string Changes { get; private set; }

    /// <summary>The reason that was given.</summary>
    public string? Reason { get; private set; }

    /// <summary>Its place in the chain, from 1 without a gap; 0 until it has one.</summary>
    public long Sequence { get; private set; }

    /// <summary>The hash of the entry before; empty for the first.</summary>
    public string Previous { get; private set; }

    /// <summary>The SHA-256 of all the rest, hexadecimal.</summary>
    public string Hash { get; private set; }

    /// <summary>Gives the entry its place in the chain.</summary>
    public void Link(long sequence, string previous)
    {
        Sequence = sequence;
        Previous = previous;
        Hash = ComputeHash();
    }

    /// <summary>
    /// The SHA-256, in lower-case hexadecimal, of a JSON array in UTF-8 without spaces: the hash before, sequence, time (UTC, six decimals), person's key or null, name,
    /// page, act, kind, subject, year or null, changes as stored, reason or null.
    /// </summary>
    public string ComputeHash() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        new object?[]
        {
            Previous, Sequence, At.ToString("yyyy-MM-ddTHH:mm:ss.ffffff", CultureInfo.InvariantCulture), UserId, UserName, Page, $"{Act}", Kind, Subject, Year, Changes, Reason,
        },
        Hashed)));

    /// <summary>What changed.</summary>
    public IReadOnlyList<AuditChange> ReadChanges() => JsonSerializer.Deserialize<List<AuditChange>>(Changes) ?? [];
}

/// <summary>A property that changed.</summary>
/// <param name="Property">Its name in the class.</param>
/// <param name="From">Its value before; null when there was none.</param>
/// <param name="To">Its value after; null when there is none.</param>
/// <param name="Item">Which part of the thing it belongs to, for instance the criterion of a mark; null for the thing itself.</param>
/// <param name="Part">The class of that part; null for the thing itself.</param>
public sealed record AuditChange(string Property, string? From, string? To, string? Item = null, string? Part = null);

/// <summary>What can be done.</summary>
public enum AuditAct
{
    Added,
    Changed,
    Removed,
    SignedIn,
    SignInFailed,
    SignedOut,
    PasswordChanged,
    PasswordLinkMade,
    AccountUnlocked,
    Exported,
    DemonstrationLoaded,
    Merged,
    MailSentAgain,
    PersonalDataErased,
    BackupMade,
    BackupRestored,
    SecondFactorOn,
    SecondFactorOff,
    SecondFactorReset,
    RecoveryCodesMade,
    RecoveryCodeUsed,
    PasskeyAdded,
    PasskeyRenamed,
    PasskeyRemoved,
    SessionEnded,
    HistorySealed,
}
