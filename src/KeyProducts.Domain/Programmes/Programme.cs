namespace KeyProducts.Domain;

/// <summary>A year in which the city recognises its key industrial products.</summary>
public sealed partial class Programme
{
    private readonly List<Industry> industries = [];
    private readonly List<Track> tracks = [];
    private readonly List<CriterionGroup> groups = [];

    private Programme()
    {
        Rules = null!;
        Screening = null!;
        Judging = null!;
        Dates = null!;
    }

    /// <summary>Opens a year in its preparation.</summary>
    /// <param name="year">The year of the award, 2000 to 2100.</param>
    /// <param name="isDemonstration">Whether its businesses are invented; every page then says so.</param>
    /// <exception cref="RuleException">The year is out of range.</exception>
    public Programme(int year, bool isDemonstration = false)
    {
        if (year is < 2000 or > 2100)
        {
            throw new RuleException("The year must lie between 2000 and 2100.") { Field = "Year" };
        }

        Year = year;
        IsDemonstration = isDemonstration;
        Rules = ProgrammeRules.Usual;
        Screening = ScreeningRules.Usual;
        Judging = JudgingRules.Usual;
        Dates = ProgrammeDates.None;
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The year of the award.</summary>
    public int Year { get; private set; }

    /// <summary>The year whose figures businesses declare: the one before the award.</summary>
    public int DataYear => Year - 1;

    /// <summary>Whether its businesses are invented.</summary>
    public bool IsDemonstration { get; private set; }

    /// <summary>Where the year stands.</summary>
    public Stage Stage { get; private set; }

    /// <summary>How it scores, ranks and recognises.</summary>
    public ProgrammeRules Rules { get; private set; }

    /// <summary>How it screens dossiers.</summary>
    public ScreeningRules Screening { get; private set; }

    /// <summary>How its council works.</summary>
    public JudgingRules Judging { get; private set; }

    /// <summary>Its days.</summary>
    public ProgrammeDates Dates { get; private set; }

    /// <summary>The plan that opens the year; null until it is known.</summary>
    public DocumentReference? Plan { get; private set; }

    /// <summary>The decision that sets up the council.</summary>
    public DocumentReference? CouncilDecision { get; private set; }

    /// <summary>The decision that recognises.</summary>
    public DocumentReference? RecognitionDecision { get; private set; }

    /// <summary>How long a recognition lasts, in months.</summary>
    public int ValidityMonths { get; private set; } = 36;

    /// <summary>The last registration number given out; numbers are never used again.</summary>
    public int LastNumber { get; private set; }

    /// <summary>The last number of a certificate given out; numbers are never used again.</summary>
    public int LastCertificateNumber { get; private set; }

    /// <summary>Its industries, in order.</summary>
    public IReadOnlyList<Industry> Industries => [.. industries.OrderBy(industry => industry.Order)];

    /// <summary>Its eligibility tracks, in order.</summary>
    public IReadOnlyList<Track> Tracks => [.. tracks.OrderBy(track => track.Order)];

    /// <summary>Its groups of criteria, in order.</summary>
    public IReadOnlyList<CriterionGroup> Groups => [.. groups.OrderBy(group => group.Order)];

    /// <summary>All criteria, in the year's order.</summary>
    public IReadOnlyList<Criterion> Criteria => [.. Groups.SelectMany(group => group.Criteria)];

    /// <summary>The criteria that judges mark, in the year's order; the others are computed.</summary>
    public IReadOnlyList<Criterion> JudgedCriteria => [.. Criteria.Where(criterion => !criterion.IsComputed)];

    /// <summary>The sum of all maxima, in points; it must equal the scale before judging.</summary>
    public decimal PointsOfCriteria => groups.Sum(group => group.Max);

    /// <summary>Whether rules, criteria and council's assignments may still change.</summary>
    public bool IsFrozen => Stage >= Stage.Judging;

    /// <summary>A new year with this one's rules, validity, industries, tracks, checklists and criteria; dates, references and the exchange rate are left to be set.</summary>
    public Programme CopyFor(int year)
    {
        var copy = new Programme(year, IsDemonstration) { Rules = Rules, Judging = Judging, Screening = Screening with { DongPerDollar = null }, ValidityMonths = ValidityMonths };
        foreach (var industry in Industries)
        {
            copy.AddIndustry(industry.Name);
        }

        foreach (var track in Tracks)
        {
            var twin = copy.AddTrack(track.Name, track.Figure, track.AtLeast);
            foreach (var item in track.Checklist)
            {
                copy.AddChecklistItem(twin, item.Name, item.IsRequired);
            }
        }

        foreach (var group in Groups)
        {
            var twin = copy.AddGroup(group.Name, group.Minimum);
            foreach (var criterion in group.Criteria)
            {
                copy.AddCriterion(twin, criterion.Content);
            }
        }

        return copy;
    }

    /// <summary>Sets how the year scores. Refused once judging is open.</summary>
    public void Set(ProgrammeRules rules)
    {
        if (rules == Rules)
        {
            return;
        }

        RequireNotFrozen();
        Rules = rules.Checked();
    }

    /// <summary>Sets how the year screens dossiers.</summary>
    public void Set(ScreeningRules screening)
    {
        if (screening == Screening)
        {
            return;
        }

        RequireNotRecognised();
        Screening = screening.Checked();
    }

    /// <summary>Sets how the council works. Refused once judging is open: a seal that could be lifted by a setting would be none.</summary>
    public void Set(JudgingRules judging)
    {
        if (judging == Judging)
        {
            return;
        }

        RequireNotFrozen();
        Judging = judging.Checked();
    }

    /// <summary>Sets the year's days. The recognised year keeps its own.</summary>
    public void Set(ProgrammeDates dates)
    {
        if (dates == Dates)
        {
            return;
        }

        RequireNotRecognised();
        Dates = dates.Checked();
    }

    /// <summary>Sets the documents the year rests on, and how long a recognition lasts.</summary>
    public void Set(DocumentReference? plan, DocumentReference? councilDecision, DocumentReference? recognitionDecision, int validityMonths)
    {
        if ((plan, councilDecision, recognitionDecision, validityMonths) == (Plan, CouncilDecision, RecognitionDecision, ValidityMonths))
        {
            return;
        }

        RequireNotRecognised();
        if (validityMonths is < 1 or > 120)
        {
            throw new RuleException("A recognition lasts between 1 and 120 months.") { Field = "ValidityMonths" };
        }

        Plan = plan;
        CouncilDecision = councilDecision;
        RecognitionDecision = recognitionDecision;
        ValidityMonths = validityMonths;
    }

    /// <summary>Gives out the next registration number.</summary>
    /// <exception cref="RuleException">The year takes no nominations now.</exception>
    public int TakeNumber()
    {
        if (Stage is not (Stage.Nominations or Stage.Screening))
        {
            throw new RuleException("Nominations can be registered only while the year takes nominations or screens them.");
        }

        return ++LastNumber;
    }

    /// <summary>Gives out the next number of a certificate.</summary>
    /// <exception cref="RuleException">The year is not recognised.</exception>
    public int TakeCertificateNumber()
    {
        if (Stage != Stage.Recognised)
        {
            throw new RuleException("Certificates are issued when the year {0} is recognised.", Year);
        }

        return ++LastCertificateNumber;
    }

    /// <summary>Whether judges may score at this instant.</summary>
    /// <param name="now">The instant, UTC.</param>
    /// <param name="extendedUntil">The last day of a judge who was given more time; null for the year's own.</param>
    public bool IsJudgingOpen(DateTime now, DateOnly? extendedUntil = null) => JudgingRefusal(now, extendedUntil) is null;

    /// <summary>Refuses when judges may not score at this instant.</summary>
    /// <param name="now">The instant, UTC.</param>
    /// <param name="extendedUntil">The last day of a judge who was given more time; null for the year's own.</param>
    /// <exception cref="RuleException">Judging is not open, has not begun or is over.</exception>
    public void RequireJudgingOpen(DateTime now, DateOnly? extendedUntil = null)
    {
        if (JudgingRefusal(now, extendedUntil) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <summary>The last day on which a judge may score; null when none is set.</summary>
    /// <param name="extendedUntil">The last day of a judge who was given more time; null for the year's own.</param>
    public DateOnly? JudgingUntil(DateOnly? extendedUntil) => Dates.LastDayFor(extendedUntil);

    private RuleException? JudgingRefusal(DateTime now, DateOnly? extendedUntil)
    {
        if (Stage != Stage.Judging)
        {
            return new RuleException("Judging of {0} is not open.", Year);
        }

        if (Dates.JudgingFrom is { } from && HanoiTime.DayOf(now) < from)
        {
            return new RuleException("Judging begins on {0}.", from);
        }

        return JudgingUntil(extendedUntil) is { } until && now >= HanoiTime.EndOf(until)
            ? new RuleException("Judging ended on {0} at 24:00, Hà Nội time. What you typed is still on this page; ask the secretary to extend the deadline.", until)
            : null;
    }

    private void RequireNotFrozen()
    {
        if (IsFrozen)
        {
            throw new RuleException("Rules and criteria are frozen since judging opened.");
        }
    }

    private void RequireNotRecognised()
    {
        if (Stage == Stage.Recognised)
        {
            throw new RuleException("The year {0} is recognised; it changes no more.", Year);
        }
    }
}
