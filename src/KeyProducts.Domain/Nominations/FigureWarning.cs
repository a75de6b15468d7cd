namespace KeyProducts.Domain;

/// <summary>What is doubtful about a dossier.</summary>
public enum WarningKind
{
    /// <summary>A figure looks as if its unit were wrong: thousand, million or billion.</summary>
    UnitSlip,

    /// <summary>A figure is many times that of the year before.</summary>
    Jump,

    /// <summary>A figure is a small part of that of the year before.</summary>
    Fall,

    /// <summary>The dossier of a year ago declared otherwise.</summary>
    ContradictsLastYear,

    /// <summary>Export is more than revenue.</summary>
    ExportAboveRevenue,

    /// <summary>The product has more than its whole business.</summary>
    ProductAboveBusiness,

    /// <summary>A certificate has expired.</summary>
    CertificateExpired,

    /// <summary>The gate of the track is not met.</summary>
    GateNotMet,

    /// <summary>Neither head office nor workshop lies in Hà Nội.</summary>
    NotInHanoi,

    /// <summary>The tax code is missing or doubtful.</summary>
    TaxCode,

    /// <summary>The same product of the same business is nominated twice in the year.</summary>
    SameProductTwice,
}

/// <summary>Something doubtful that an officer is warned of. It blocks nothing by itself.</summary>
/// <param name="Kind">What.</param>
/// <param name="Key">Names the doubt and the values it rests on: with other values it is another doubt and asks for another decision.</param>
/// <param name="Section">Where to look.</param>
/// <param name="Message">An English sentence, the key of its translation, with placeholders.</param>
/// <param name="Arguments">What fills them.</param>
public sealed record FigureWarning(WarningKind Kind, string Key, DossierSection Section, string Message, params IReadOnlyList<object> Arguments);

/// <summary>What an officer decides about a doubt.</summary>
public enum WarningVerdict
{
    /// <summary>The dossier is right all the same.</summary>
    Stands,

    /// <summary>The business must correct it; the doubt stays open.</summary>
    ToCorrect,
}

/// <summary>An officer's decision about a doubt.</summary>
public sealed class WarningDecision
{
    private WarningDecision() => Key = Reason = DecidedBy = null!;

    internal WarningDecision(WarningKind kind, string key, WarningVerdict verdict, string reason, Person by, DateTime now)
    {
        Kind = kind;
        Key = key;
        Reason = DecidedBy = null!;
        Set(verdict, reason, by, now);
    }

    /// <summary>Its key in the database.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of its nomination.</summary>
    public Guid NominationId { get; private set; }

    /// <summary>The kind of doubt.</summary>
    public WarningKind Kind { get; private set; }

    /// <summary>The doubt: <see cref="FigureWarning.Key"/>.</summary>
    public string Key { get; private set; }

    /// <summary>What was decided.</summary>
    public WarningVerdict Verdict { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; }

    /// <summary>The name of who decided.</summary>
    public string DecidedBy { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime DecidedAt { get; private set; }

    internal void Set(WarningVerdict verdict, string reason, Person by, DateTime now) =>
        (Verdict, Reason, DecidedBy, DecidedAt) = (verdict, reason, by.Name, now);
}
