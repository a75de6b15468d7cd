namespace KeyProducts.Domain;

/// <summary>The certificates that a year can issue now: what is looked at before it is done. It gives no number out until it is.</summary>
public sealed class CertificateIssue
{
    private readonly Programme programme;
    private readonly string? sha256;

    private CertificateIssue(Programme programme, string? sha256, IReadOnlyList<PlannedCertificate> planned)
    {
        this.programme = programme;
        this.sha256 = sha256;
        Planned = planned;
    }

    /// <summary>What would be issued, in the order of its numbers: recognition first, then the top.</summary>
    public IReadOnlyList<PlannedCertificate> Planned { get; }

    /// <summary>Prepares the certificates of a year.</summary>
    /// <param name="programme">The year.</param>
    /// <param name="result">Its result in force.</param>
    /// <param name="sha256">The hash of its snapshot in force; null when there is none.</param>
    /// <param name="products">The recognised products, in the order in which they get their numbers: one that tells no rank.</param>
    /// <param name="had">The certificates that the year has issued, in force or not: what was revoked does not come back by itself.</param>
    public static CertificateIssue Of(Programme programme, RankingResult result, string? sha256, IReadOnlyList<CertifiedProduct> products, IEnumerable<(Guid NominationId, CertificateKind Kind)> had)
    {
        var given = had.ToHashSet();
        var next = programme.LastCertificateNumber;
        return new CertificateIssue(programme, sha256,
        [
            .. from kind in Enum.GetValues<CertificateKind>()
               from product in products
               where Deserves(result, product.Number, kind) && !given.Contains((product.NominationId, kind))
               select new PlannedCertificate(kind, new CertificateNumber(programme.Year, ++next), product),
        ]);
    }

    /// <summary>Issues them.</summary>
    /// <param name="by">Who.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <exception cref="RuleException">The year is not ready, a name cannot be printed, or there is nothing to issue.</exception>
    public IReadOnlyList<Certificate> Issue(Person by, DateTime now)
    {
        var hash = Require(programme, sha256, HanoiTime.DayOf(now));
        if (Planned.Count == 0)
        {
            throw new RuleException("Every recognised product has its certificates; there is nothing to issue.");
        }

        if (Planned[0].Number.Number != programme.LastCertificateNumber + 1)
        {
            throw new InvalidOperationException("The numbers that were planned are given out already.");
        }

        var products = Planned.Select(planned => planned.Product with { Names = planned.Product.Names.Checked() }).ToList();
        return [.. Planned.Zip(products, (planned, product) => new Certificate(programme, planned.Kind, programme.TakeCertificateNumber(), product, hash, null, by, now))];
    }

    /// <summary>Whether a result gives a nomination a certificate of a kind.</summary>
    public static bool Deserves(RankingResult result, int nomination, CertificateKind kind) =>
        result.Ranked.Any(ranked => ranked.Number == nomination && ranked.Recognised && (kind != CertificateKind.Top || ranked.Top));

    /// <summary>Refuses a year that cannot issue on a day; the hash of its snapshot otherwise.</summary>
    /// <exception cref="RuleException">It is not recognised, has no decision or no snapshot, or its decision is of a later day.</exception>
    internal static string Require(Programme programme, string? sha256, DateOnly day)
    {
        if (programme.Stage != Stage.Recognised)
        {
            throw new RuleException("Certificates are issued when the year {0} is recognised.", programme.Year);
        }

        if (programme.RecognitionDecision is not { } decision)
        {
            throw new RuleException("The decision of recognition has no number and date yet.");
        }

        if (decision.Date > day)
        {
            throw new RuleException("The decision of recognition is dated {0}; certificates cannot be issued before that day.", decision.Date);
        }

        return sha256 ?? throw new RuleException("The result of {0} has no snapshot; certificates carry its hash.", programme.Year);
    }
}

/// <summary>A certificate that would be issued.</summary>
/// <param name="Kind">What it would certify.</param>
/// <param name="Number">The number that it would get.</param>
/// <param name="Product">The product.</param>
public sealed record PlannedCertificate(CertificateKind Kind, CertificateNumber Number, CertifiedProduct Product);
