namespace KeyProducts.Domain;

/// <summary>A file as it lies in the store.</summary>
/// <param name="Sha256">SHA-256 of its content, 64 lower-case hexadecimal digits: its name in the store.</param>
/// <param name="Size">In bytes.</param>
/// <param name="ContentType">What it is by its content, for instance "application/pdf".</param>
public sealed record StoredFile(string Sha256, long Size, string ContentType);

/// <summary>What an evidence file belongs to: a section, or a criterion of the year; never both.</summary>
/// <param name="Section">The section; null when it belongs to a criterion.</param>
/// <param name="CriterionId">The criterion; null when it belongs to a section.</param>
public sealed record EvidencePlace(DossierSection? Section, Guid? CriterionId)
{
    /// <summary>A section.</summary>
    public static EvidencePlace Of(DossierSection section) => new(section, null);

    /// <summary>A criterion.</summary>
    public static EvidencePlace Of(Criterion criterion) => new(null, criterion.Id);
}

/// <summary>A file that proves what a dossier says (tài liệu minh chứng). It is replaced or set aside, never overwritten.</summary>
public sealed class Evidence
{
    private Evidence() => Name = AddedBy = null!;

    /// <summary>Adds a file to a dossier.</summary>
    /// <param name="programme">The year, with its criteria.</param>
    /// <param name="nomination">One of the year's.</param>
    /// <param name="name">The file's own name, without a path.</param>
    /// <param name="file">Where it lies.</param>
    /// <param name="place">What it belongs to.</param>
    /// <param name="others">How many files the dossier has already, without those replaced or set aside.</param>
    /// <param name="by">Who adds it.</param>
    /// <param name="now">When, UTC.</param>
    /// <param name="reason">Why, needed once judging has opened.</param>
    /// <exception cref="RuleException">The dossier takes no more files, the year is recognised, or a reason is missing.</exception>
    public Evidence(Programme programme, Nomination nomination, string name, StoredFile file, EvidencePlace place, int others, Person by, DateTime now, string? reason)
        : this()
    {
        RequireMayAdd(programme, place, others, reason);
        NominationId = nomination.Id;
        Name = name;
        (Sha256, Size, ContentType) = (file.Sha256, file.Size, file.ContentType);
        (Section, CriterionId) = (place.Section, place.CriterionId);
        (AddedBy, AddedAt) = (by.Name, now);
        nomination.Touch();
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of its nomination.</summary>
    public Guid NominationId { get; private set; }

    /// <summary>Its own name.</summary>
    public string Name { get; private set; }

    /// <summary>SHA-256 of its content, 64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>In bytes.</summary>
    public long Size { get; private set; }

    /// <summary>What it is by its content.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>The section it belongs to.</summary>
    public DossierSection? Section { get; private set; }

    /// <summary>The criterion it belongs to.</summary>
    public Guid? CriterionId { get; private set; }

    /// <summary>The name of who added it.</summary>
    public string AddedBy { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime AddedAt { get; private set; }

    /// <summary>The file that took its place; null while it is the current one.</summary>
    public Guid? ReplacedById { get; private set; }

    /// <summary>Why it was set aside; null while it counts.</summary>
    public string? SetAsideReason { get; private set; }

    /// <summary>Whether it is part of the dossier now: neither replaced nor set aside.</summary>
    public bool IsCurrent => ReplacedById is null && SetAsideReason is null;

    /// <summary>What it belongs to.</summary>
    public EvidencePlace Place => new(Section, CriterionId);

    /// <summary>Refuses what the constructor would refuse; asked before a file is taken in.</summary>
    /// <exception cref="RuleException">The dossier takes no more files, the year is recognised, or a reason is missing.</exception>
    public static void RequireMayAdd(Programme programme, EvidencePlace place, int others, string? reason)
    {
        Nomination.RequireChangeable(programme, reason);
        RequirePlace(programme, place);
        if (others >= programme.Screening.MaxFiles)
        {
            throw new RuleException("A dossier has at most {0} files this year.", programme.Screening.MaxFiles);
        }
    }

    /// <summary>Says what it belongs to.</summary>
    /// <exception cref="RuleException">It is no longer current, the place is not the year's, or the dossier may not change.</exception>
    public void Move(Programme programme, Nomination nomination, EvidencePlace place, string? reason)
    {
        Nomination.RequireChangeable(programme, reason);
        RequireCurrent();
        RequirePlace(programme, place);
        (Section, CriterionId) = (place.Section, place.CriterionId);
        nomination.Touch();
    }

    /// <summary>Puts a newer file in its place; this one stays stored.</summary>
    /// <exception cref="RuleException">It is no longer current, or the dossier may not change.</exception>
    public void ReplaceBy(Programme programme, Nomination nomination, Evidence newer, string? reason)
    {
        Nomination.RequireChangeable(programme, reason);
        RequireCurrent();
        ReplacedById = newer.Id;
        nomination.Touch();
    }

    /// <summary>Takes it out of the dossier; it stays stored.</summary>
    /// <exception cref="RuleException">No reason is given, it is no longer current, or the year is recognised.</exception>
    public void SetAside(Programme programme, Nomination nomination, string? reason)
    {
        var why = Nomination.Required(reason);
        Nomination.RequireChangeable(programme, reason);
        RequireCurrent();
        SetAsideReason = why;
        nomination.Touch();
    }

    /// <summary>Takes it back into the dossier.</summary>
    /// <exception cref="RuleException">No reason is given, it is not set aside, or the year is recognised.</exception>
    public void TakeBack(Programme programme, Nomination nomination, string? reason)
    {
        Nomination.Required(reason);
        Nomination.RequireChangeable(programme, reason);
        if (SetAsideReason is null)
        {
            throw new RuleException("This file is not set aside.");
        }

        SetAsideReason = null;
        nomination.Touch();
    }

    private void RequireCurrent()
    {
        if (!IsCurrent)
        {
            throw new RuleException("This file has been replaced or set aside; look at the list again.");
        }
    }

    private static void RequirePlace(Programme programme, EvidencePlace place)
    {
        var isCriterion = place.CriterionId is { } id && programme.Criteria.Any(criterion => criterion.Id == id);
        if (isCriterion == place.Section is not null || (place.CriterionId is not null && !isCriterion))
        {
            throw new RuleException("Say which section or criterion the file belongs to.") { Field = "Place" };
        }
    }
}
