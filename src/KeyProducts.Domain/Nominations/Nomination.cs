namespace KeyProducts.Domain;

/// <summary>A product that a business puts forward in a year, with its dossier.</summary>
public sealed partial class Nomination
{
    private readonly List<NominationFigure> figures = [];
    private readonly List<DossierCertificate> certificates = [];
    private readonly List<Supplement> supplements = [];
    private readonly List<ChecklistAnswer> answers = [];
    private readonly List<WarningDecision> decisions = [];

    private Nomination()
    {
        Product = null!;
        Business = null!;
        Programme = null!;
        Establishment = Establishment.None;
        Technology = Technology.None;
        Commitments = Commitments.None;
    }

    /// <summary>Registers a nomination and takes the year's next number.</summary>
    /// <exception cref="RuleException">The year takes no nominations now, the business was merged into another record, or the content is not the year's.</exception>
    public Nomination(Programme programme, Business business, NominationContent content, DateOnly receivedOn)
        : this()
    {
        Check(programme, content);
        business.RequireUnmerged();
        Number = programme.TakeNumber();
        Programme = programme;
        ProgrammeId = programme.Id;
        Business = business;
        BusinessId = business.Id;
        ReceivedOn = receivedOn;
        Fill(content);
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of its year.</summary>
    public Guid ProgrammeId { get; private set; }

    /// <summary>Its year.</summary>
    public Programme Programme { get; private set; }

    /// <summary>Its registration number in the year, from 1, never used again.</summary>
    public int Number { get; private set; }

    /// <summary>The key of the business.</summary>
    public Guid BusinessId { get; private set; }

    /// <summary>The business that puts it forward.</summary>
    public Business Business { get; private set; }

    /// <summary>The day on which the dossier arrived.</summary>
    public DateOnly ReceivedOn { get; private set; }

    /// <summary>Comes to the record that its business was merged into, whatever the stage of its year: the business is the same.</summary>
    internal void MoveTo(Business business)
    {
        Business = business;
        BusinessId = business.Id;
    }

    // Everything that changes a dossier passes here: a check that somebody made was of another dossier.
    internal void Touch() => CheckedBy = null;

    internal static void RequireChangeable(Programme programme, string? reason)
    {
        if (programme.Stage == Stage.Recognised)
        {
            throw new RuleException("The year {0} is recognised; it changes no more.", programme.Year);
        }

        if (programme.IsFrozen)
        {
            Required(reason);
        }
    }

    internal static string Required(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? throw new RuleException("Give the reason.") { Field = "Reason" } : reason.Trim();
}
