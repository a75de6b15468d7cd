namespace KeyProducts.Domain;

/// <summary>
/// A certificate (giấy chứng nhận) of the city: that a product is recognised, or that it is of the year's top. What is printed on it never changes; a certificate
/// with a mistake is replaced by one with a number of its own.
/// </summary>
public sealed class Certificate
{
    private Certificate()
    {
        Product = Business = Industry = null!;
        Decision = null!;
        SnapshotSha256 = null!;
        IssuedBy = null!;
    }

    internal Certificate(Programme programme, CertificateKind kind, int number, CertifiedProduct product, string sha256, Guid? replacesId, Person by, DateTime now)
    {
        var decision = programme.RecognitionDecision!;
        ProgrammeId = programme.Id;
        Year = programme.Year;
        NominationId = product.NominationId;
        NominationNumber = product.Number;
        Kind = kind;
        Number = number;
        (Product, Business, Industry) = (product.Names.Product, product.Names.Business, product.Industry);
        Decision = decision;
        (ValidFrom, ValidUntil) = (decision.Date, decision.Date.AddMonths(programme.ValidityMonths));
        SnapshotSha256 = sha256;
        ReplacesId = replacesId;
        (IssuedOn, IssuedBy, IssuedAt) = (HanoiTime.DayOf(now), by, now);
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of the year.</summary>
    public Guid ProgrammeId { get; private set; }

    /// <summary>The year of the award.</summary>
    public int Year { get; private set; }

    /// <summary>The key of the nomination.</summary>
    public Guid NominationId { get; private set; }

    /// <summary>The registration number of the nomination.</summary>
    public int NominationNumber { get; private set; }

    /// <summary>What it certifies.</summary>
    public CertificateKind Kind { get; private set; }

    /// <summary>Its number in the year's series, from 1, never used again.</summary>
    public int Number { get; private set; }

    /// <summary>Its number as it is written everywhere.</summary>
    public CertificateNumber Code => new(Year, Number);

    /// <summary>The product's name as printed.</summary>
    public BilingualName Product { get; private set; }

    /// <summary>The business's name as printed.</summary>
    public BilingualName Business { get; private set; }

    /// <summary>The industry's name as printed.</summary>
    public BilingualName Industry { get; private set; }

    /// <summary>The names as printed.</summary>
    public CertificateNames Names => new(Product, Business);

    /// <summary>The decision that recognises.</summary>
    public DocumentReference Decision { get; private set; }

    /// <summary>The first day on which it holds: that of the decision.</summary>
    public DateOnly ValidFrom { get; private set; }

    /// <summary>The last day on which it holds. A term of months ends on the day of the same number (Civil Code 2015, articles 147 and 148).</summary>
    public DateOnly ValidUntil { get; private set; }

    /// <summary>The hash of the snapshot that was in force when it was issued.</summary>
    public string SnapshotSha256 { get; private set; }

    /// <summary>The day printed on it.</summary>
    public DateOnly IssuedOn { get; private set; }

    /// <summary>Who issued it in the system.</summary>
    public Person IssuedBy { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime IssuedAt { get; private set; }

    /// <summary>Who revoked it; null while nobody has.</summary>
    public Person? RevokedBy { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <summary>Why.</summary>
    public string? RevokedReason { get; private set; }

    /// <summary>Who replaced it; null while nobody has.</summary>
    public Person? ReplacedBy { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime? ReplacedAt { get; private set; }

    /// <summary>Why.</summary>
    public string? ReplacedReason { get; private set; }

    /// <summary>The key of the certificate in whose place it was issued; null for a first one.</summary>
    public Guid? ReplacesId { get; private set; }

    /// <summary>How it stands on a day. What was revoked stays so even when another was issued in its place.</summary>
    /// <param name="day">The day in Hà Nội.</param>
    public CertificateState StateOn(DateOnly day) => StateOf(RevokedAt, ReplacedAt, ValidUntil, day);

    /// <summary>The same from what a list reads.</summary>
    public static CertificateState StateOf(DateTime? revokedAt, DateTime? replacedAt, DateOnly validUntil, DateOnly day) =>
        revokedAt is not null ? CertificateState.Revoked
        : replacedAt is not null ? CertificateState.Replaced
        : day > validUntil ? CertificateState.Expired
        : CertificateState.Valid;

    /// <summary>Takes it back for good.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <exception cref="RuleException">It does not hold any more, or no reason is given.</exception>
    public void Revoke(string? reason, Person by, DateTime now)
    {
        RequireState(now, CertificateState.Valid);
        var why = Nomination.Required(reason);
        (RevokedBy, RevokedAt, RevokedReason) = (by, now, why);
    }

    /// <summary>Issues another one in its place, under a number of its own; this one then holds no more. A revoked one is replaced when the revocation was a mistake or its reason is gone.</summary>
    /// <param name="programme">The year.</param>
    /// <param name="result">Its result in force.</param>
    /// <param name="sha256">The hash of its snapshot in force; null when there is none.</param>
    /// <param name="names">The names that the new one prints.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <exception cref="RuleException">It was replaced already or has expired, the year or the result does not allow it, a name is none, or no reason is given.</exception>
    public Certificate Replace(Programme programme, RankingResult result, string? sha256, CertificateNames names, string? reason, Person by, DateTime now)
    {
        if (ReplacedAt is not null)
        {
            throw new RuleException("Certificate no. {0} was replaced already.", $"{Code}");
        }

        if (HanoiTime.DayOf(now) > ValidUntil)
        {
            throw new RuleException("Certificate no. {0} held until {1}; what has expired is not replaced.", $"{Code}", ValidUntil);
        }

        var hash = CertificateIssue.Require(programme, sha256, HanoiTime.DayOf(now));
        if (!CertificateIssue.Deserves(result, NominationNumber, Kind))
        {
            throw new RuleException("By the result in force the product does not get this certificate; revoke it.");
        }

        var product = new CertifiedProduct(NominationId, NominationNumber, names.Checked(), Industry);
        var why = Nomination.Required(reason);
        var successor = new Certificate(programme, Kind, programme.TakeCertificateNumber(), product, hash, Id, by, now);
        (ReplacedBy, ReplacedAt, ReplacedReason) = (by, now, why);
        return successor;
    }

    private void RequireState(DateTime now, CertificateState wanted)
    {
        var state = StateOn(HanoiTime.DayOf(now));
        if (state == wanted)
        {
            return;
        }

        throw state switch
        {
            CertificateState.Revoked => new RuleException("Certificate no. {0} was revoked already.", $"{Code}"),
            CertificateState.Replaced => new RuleException("Certificate no. {0} was replaced already.", $"{Code}"),
            _ => new RuleException("Certificate no. {0} held until {1}; there is nothing to revoke.", $"{Code}", ValidUntil),
        };
    }
}
