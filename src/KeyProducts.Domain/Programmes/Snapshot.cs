namespace KeyProducts.Domain;

/// <summary>A year's result as two people finalised it (bản chốt kết quả). It never changes; a correction is a new one that names it.</summary>
public sealed class Snapshot
{
    private Snapshot()
    {
        Sha256 = null!;
        Content = null!;
        ProposedBy = null!;
        ConfirmedBy = null!;
    }

    internal Snapshot(SnapshotProposal proposal, int number, byte[] content, Person by, DateTime now)
    {
        ProgrammeId = proposal.ProgrammeId;
        Number = number;
        Sha256 = proposal.Sha256;
        Content = content;
        Replaces = proposal.Replaces;
        Reason = proposal.Reason;
        (ProposedById, ProposedBy, ProposedAt) = (proposal.ById, proposal.By, proposal.At);
        (ConfirmedById, ConfirmedBy, ConfirmedAt) = (by.Id, by.Name, now);
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of the year.</summary>
    public Guid ProgrammeId { get; private set; }

    /// <summary>Its number in the year, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The SHA-256 of its bytes, in small hexadecimal letters.</summary>
    public string Sha256 { get; private set; }

    /// <summary>The file in the format "keyproducts-snapshot/1".</summary>
    public byte[] Content { get; private set; }

    /// <summary>The SHA-256 of the snapshot that it corrects; null for the first.</summary>
    public string? Replaces { get; private set; }

    /// <summary>Why it corrects it; null for the first.</summary>
    public string? Reason { get; private set; }

    /// <summary>The account that proposed it.</summary>
    public Guid ProposedById { get; private set; }

    /// <summary>Who that was, with the name of that day.</summary>
    public string ProposedBy { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime ProposedAt { get; private set; }

    /// <summary>The account that confirmed it.</summary>
    public Guid ConfirmedById { get; private set; }

    /// <summary>Who that was, with the name of that day.</summary>
    public string ConfirmedBy { get; private set; }

    /// <summary>When it was final, UTC.</summary>
    public DateTime ConfirmedAt { get; private set; }
}

/// <summary>A result that one person has put forward to be finalised, and a second must confirm. It holds the hash alone: if anything changes before, the second person confirms nothing.</summary>
public sealed class SnapshotProposal
{
    private SnapshotProposal()
    {
        Sha256 = null!;
        By = null!;
    }

    private SnapshotProposal(Programme programme, string sha256, Snapshot? corrected, string? reason, Person by, DateTime now)
    {
        ProgrammeId = programme.Id;
        Sha256 = sha256;
        Replaces = corrected?.Sha256;
        Reason = reason;
        (ById, By) = (by.Id, by.Name);
        At = now;
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of the year, which has at most one.</summary>
    public Guid ProgrammeId { get; private set; }

    /// <summary>The SHA-256 of the file as it would be, in small hexadecimal letters.</summary>
    public string Sha256 { get; private set; }

    /// <summary>The SHA-256 of the snapshot that it would correct; null for a first one.</summary>
    public string? Replaces { get; private set; }

    /// <summary>Why it would correct it; null for a first one.</summary>
    public string? Reason { get; private set; }

    /// <summary>The account that put it forward.</summary>
    public Guid ById { get; private set; }

    /// <summary>Who that was.</summary>
    public string By { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Puts a result forward.</summary>
    /// <param name="programme">The year, in deliberation or later.</param>
    /// <param name="result">Its result now.</param>
    /// <param name="sha256">The hash of the file as it would be.</param>
    /// <param name="latest">The snapshot that is in force; null when there is none.</param>
    /// <param name="isUnchanged">Whether the result is the one of <paramref name="latest"/>.</param>
    /// <param name="reason">Why a snapshot is corrected; it stands in the file, trimmed.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <exception cref="RuleException">The year is not ready, nothing has changed, or a correction has no reason.</exception>
    public static SnapshotProposal Of(Programme programme, RankingResult result, string sha256, Snapshot? latest, bool isUnchanged, string? reason, Person by, DateTime now)
    {
        RequireReady(programme, result);
        if (latest is not null && isUnchanged)
        {
            throw new RuleException("The result is the one of snapshot no. {0}; there is nothing to correct.", latest.Number);
        }

        if (latest is not null && string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleException("Give the reason for the correction.") { Field = "Reason" };
        }

        return new SnapshotProposal(programme, sha256, latest, ReasonFor(latest, reason), by, now);
    }

    /// <summary>The reason as it stands in the file: none in a first snapshot.</summary>
    public static string? ReasonFor(Snapshot? corrected, string? reason) => corrected is null || string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();

    /// <summary>Confirms it as a second person; from then on it is final.</summary>
    /// <param name="programme">The year.</param>
    /// <param name="result">Its result now.</param>
    /// <param name="content">The file as it is now.</param>
    /// <param name="sha256">The hash of <paramref name="content"/>.</param>
    /// <param name="latest">The snapshot that is in force; null when there is none.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <exception cref="RuleException">It is the same person, the year is not ready, or something has changed since it was put forward.</exception>
    /// <exception cref="InvalidOperationException">The file does not verify: a mistake of the program, and nothing is finalised.</exception>
    public Snapshot Confirm(Programme programme, RankingResult result, byte[] content, string sha256, Snapshot? latest, Person by, DateTime now)
    {
        RequireReady(programme, result);
        if (by.Id == ById)
        {
            throw new RuleException("You have put this result forward yourself. A second person must confirm it, with their own sign-in.");
        }

        if (sha256 != Sha256 || latest?.Sha256 != Replaces)
        {
            throw new RuleException("The result has changed since it was put forward. Take it back, look at what has changed, and put it forward again.");
        }

        if (!SnapshotCheck.Of(content).IsRight)
        {
            throw new InvalidOperationException("The file does not say what is computed from it.");
        }

        return new Snapshot(this, (latest?.Number ?? 0) + 1, content, by, now);
    }

    private static void RequireReady(Programme programme, RankingResult result)
    {
        if (programme.Stage < Stage.Deliberation)
        {
            throw new RuleException("A result can be finalised when judging is over.");
        }

        if (programme.IsSealed)
        {
            throw new RuleException("The marks are still sealed; two people must open them.");
        }

        if (result.Undecided.Count > 0)
        {
            throw new RuleException("Equal scores at the edge of the top wait for a decision of the council.");
        }

        if (result.Ranked.Count == 0)
        {
            throw new RuleException("No product has a score yet.");
        }
    }
}
