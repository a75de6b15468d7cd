namespace KeyProducts.Domain;

/// <summary>A product that a business puts forward in a year, with its dossier.</summary>
public sealed class Nomination
{
    private readonly List<NominationFigure> figures = [];

    private Nomination()
    {
        Product = null!;
        Business = null!;
        Programme = null!;
    }

    /// <summary>Registers a nomination and takes the year's next number.</summary>
    /// <exception cref="RuleException">The year takes no nominations now, or the content is not the year's.</exception>
    public Nomination(Programme programme, Business business, NominationContent content, DateOnly receivedOn)
        : this()
    {
        Check(programme, content);
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

    /// <summary>The product's name.</summary>
    public BilingualName Product { get; private set; }

    /// <summary>What the product is.</summary>
    public string? Description { get; private set; }

    /// <summary>The key of its industry.</summary>
    public Guid IndustryId { get; private set; }

    /// <summary>The key of its eligibility track.</summary>
    public Guid TrackId { get; private set; }

    /// <summary>The day on which the dossier arrived.</summary>
    public DateOnly ReceivedOn { get; private set; }

    /// <summary>The year of the earlier recognition that it renews; null when it would be recognised for the first time.</summary>
    public int? RenewsYear { get; private set; }

    /// <summary>Where it stands.</summary>
    public NominationStatus Status { get; private set; }

    /// <summary>Why it was rejected or withdrawn.</summary>
    public string? StatusReason { get; private set; }

    /// <summary>Declared figures, by data year and base.</summary>
    public IReadOnlyList<NominationFigure> Figures => figures;

    /// <summary>Changes what the dossier says.</summary>
    /// <param name="programme">Its year.</param>
    /// <param name="content">What it says now.</param>
    /// <param name="reason">Why, needed once judging has opened.</param>
    /// <exception cref="RuleException">The year is recognised, a reason is missing, or the content is not the year's.</exception>
    public void Change(Programme programme, NominationContent content, string? reason)
    {
        RequireChangeable(programme, reason);
        Check(programme, content);
        Fill(content);
    }

    /// <summary>Declares figures of a data year on a base, in place of earlier ones.</summary>
    /// <param name="programme">Its year.</param>
    /// <param name="dataYear">The year they are of.</param>
    /// <param name="basis">Whether they are of the product or of the whole business.</param>
    /// <param name="revenue">In đồng; null when not declared.</param>
    /// <param name="exportCents">In US cents; null when not declared.</param>
    /// <param name="reason">Why, needed once judging has opened.</param>
    public void Declare(Programme programme, int dataYear, FigureBase basis, long? revenue, long? exportCents, string? reason)
    {
        RequireChangeable(programme, reason);
        if (revenue < 0 || exportCents < 0)
        {
            throw new RuleException("A figure cannot be negative.");
        }

        if (dataYear >= programme.Year || dataYear < programme.Year - 10)
        {
            throw new RuleException("Figures are of a year before the award, at most ten years back.") { Field = "DataYear" };
        }

        var figure = FigureOf(dataYear, basis);
        if (figure is null && (revenue is not null || exportCents is not null))
        {
            figures.Add(new NominationFigure(dataYear, basis, revenue, exportCents));
        }
        else if (figure is not null && revenue is null && exportCents is null)
        {
            figures.Remove(figure);
        }
        else
        {
            figure?.Set(revenue, exportCents);
        }
    }

    /// <summary>The figures of a year on a base; null when none are declared.</summary>
    public NominationFigure? FigureOf(int dataYear, FigureBase basis) =>
        figures.FirstOrDefault(figure => figure.DataYear == dataYear && figure.Base == basis);

    /// <summary>Accepts the dossier: its product may be scored.</summary>
    public void Accept(Programme programme) => Move(programme, NominationStatus.Registered, NominationStatus.Accepted, null);

    /// <summary>Rejects the dossier.</summary>
    /// <exception cref="RuleException">No reason is given, or its status or the year's stage does not allow it.</exception>
    public void Reject(Programme programme, string? reason) =>
        Move(programme, NominationStatus.Registered, NominationStatus.Rejected, Required(reason));

    /// <summary>Records that the business withdraws.</summary>
    /// <exception cref="RuleException">No reason is given, or its status or the year's stage does not allow it.</exception>
    public void Withdraw(Programme programme, string? reason) =>
        Move(programme, Status, NominationStatus.Withdrawn, Required(reason));

    /// <summary>Takes back an acceptance, rejection or withdrawal.</summary>
    /// <exception cref="RuleException">No reason is given, or the year's stage does not allow it.</exception>
    public void Undo(Programme programme, string? reason)
    {
        Required(reason);
        Move(programme, Status, NominationStatus.Registered, null);
    }

    private void Move(Programme programme, NominationStatus from, NominationStatus to, string? reason)
    {
        if (programme.Stage is Stage.Preparation or Stage.Recognised)
        {
            throw new RuleException("In this stage of the year the status of a nomination does not change.");
        }

        if (programme.Stage >= Stage.Deliberation && to != NominationStatus.Withdrawn)
        {
            throw new RuleException("After judging a nomination can only be withdrawn.");
        }

        var allowed = (from, to) switch
        {
            _ when Status != from || from == to => false,
            (NominationStatus.Registered, _) => true,
            (NominationStatus.Accepted, NominationStatus.Withdrawn) => true,
            (_, NominationStatus.Registered) => true,
            _ => false,
        };
        if (!allowed)
        {
            throw new RuleException("The status of this nomination has changed; look at it again.");
        }

        Status = to;
        StatusReason = reason;
    }

    private void Fill(NominationContent content)
    {
        Product = content.Product;
        Description = content.Description;
        IndustryId = content.IndustryId;
        TrackId = content.TrackId;
        RenewsYear = content.RenewsYear;
    }

    private static void Check(Programme programme, NominationContent content)
    {
        if (programme.Industries.All(industry => industry.Id != content.IndustryId))
        {
            throw new RuleException("Choose one of the year's industries.") { Field = "IndustryId" };
        }

        if (programme.Tracks.All(track => track.Id != content.TrackId))
        {
            throw new RuleException("Choose one of the year's eligibility tracks.") { Field = "TrackId" };
        }

        if (content.RenewsYear >= programme.Year || content.RenewsYear < 2000)
        {
            throw new RuleException("The earlier recognition is of a year between 2000 and the year before this one.") { Field = "RenewsYear" };
        }
    }

    private static void RequireChangeable(Programme programme, string? reason)
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

    private static string Required(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? throw new RuleException("Give the reason.") { Field = "Reason" } : reason.Trim();
}
