namespace KeyProducts.Domain;

/// <content>Sealed scoring: marks that nobody reads until two people have opened them.</content>
public sealed partial class Programme
{
    /// <summary>How many people must open the seal.</summary>
    public const int PeopleForSeal = 2;

    private readonly List<SealOpening> sealOpenings = [];

    /// <summary>Who has turned a key of the seal, the first one first.</summary>
    public IReadOnlyList<SealOpening> SealOpenings => [.. sealOpenings.OrderBy(opening => opening.At)];

    /// <summary>When the marks were opened, UTC; null while they are sealed, and for a year without a seal.</summary>
    public DateTime? SealOpenedAt { get; private set; }

    /// <summary>Whether marks, totals and averages are hidden from everybody but the judge who gave them.</summary>
    public bool IsSealed => Judging.IsSealed && SealOpenedAt is null;

    /// <summary>Whether a judge may read the marks of the others for a product that they score themselves.</summary>
    /// <param name="ownIsSubmitted">Whether their own sheet for it is submitted.</param>
    public bool ShowsOthersMarks(bool ownIsSubmitted) => !IsSealed && Judging.OthersMarks switch
    {
        OthersMarks.AfterOwnSubmission => Stage >= Stage.Judging && ownIsSubmitted,
        OthersMarks.AfterClosing => Stage >= Stage.Deliberation,
        _ => false,
    };

    /// <summary>Turns one of the two keys; the second opens the marks for good.</summary>
    /// <param name="by">Who.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <exception cref="RuleException">The year has no seal, it is open, judging is not over, or the same person has turned the first key.</exception>
    public void OpenSeal(Person by, DateTime now)
    {
        if (!IsSealed)
        {
            throw new RuleException("The marks of {0} are not sealed.", Year);
        }

        if (Stage < Stage.Deliberation)
        {
            throw new RuleException("The marks can be opened when judging is over.");
        }

        if (sealOpenings.Any(opening => opening.PersonId == by.Id))
        {
            throw new RuleException("You have turned your key already. The second one belongs to another person, with their own sign-in.");
        }

        sealOpenings.Add(new SealOpening(Id, by, now));
        if (sealOpenings.Count >= PeopleForSeal)
        {
            SealOpenedAt = now;
        }
    }

    /// <summary>Takes the first key back, while the second is not turned.</summary>
    /// <exception cref="RuleException">The marks are open already, or this person has turned no key.</exception>
    public void TakeKeyBack(Person by)
    {
        if (!IsSealed || sealOpenings.RemoveAll(opening => opening.PersonId == by.Id) == 0)
        {
            throw new RuleException("There is no key of yours to take back.");
        }
    }
}

/// <summary>A key of the seal that somebody has turned.</summary>
public sealed class SealOpening
{
    private SealOpening() => Name = null!;

    internal SealOpening(Guid programmeId, Person by, DateTime now)
    {
        ProgrammeId = programmeId;
        (PersonId, Name) = (by.Id, by.Name);
        At = now;
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of the year.</summary>
    public Guid ProgrammeId { get; private set; }

    /// <summary>The key of the account.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The person's name.</summary>
    public string Name { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }
}
