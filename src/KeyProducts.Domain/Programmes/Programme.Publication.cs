namespace KeyProducts.Domain;

/// <content>What of a year is public: the provisional list during the consultation, the recognition list once it is published.</content>
public sealed partial class Programme
{
    /// <summary>How the public is asked; null until staff have published the provisional list.</summary>
    public ConsultationTerms? Consultation { get; private set; }

    /// <summary>When the provisional list was published, UTC; null while it is not public.</summary>
    public DateTime? ConsultationPublishedAt { get; private set; }

    /// <summary>When the recognition list was published, UTC; null while it is not public.</summary>
    public DateTime? PublishedAt { get; private set; }

    /// <summary>Who signed the decision of recognition, with the office held: as printed.</summary>
    public string? DecisionSigner { get; private set; }

    /// <summary>The scan of the decision; null while none is attached.</summary>
    public DecisionScan? DecisionScan { get; private set; }

    /// <summary>Whether everybody may read what the year recognises.</summary>
    public bool IsPublished => Stage == Stage.Recognised && PublishedAt is not null;

    /// <summary>Whether everybody may read the provisional list, and nothing else of the year.</summary>
    public bool IsInConsultation => Stage == Stage.Consultation && ConsultationPublishedAt is not null;

    /// <summary>Whether the public can send comments at this instant: the provisional list is public, and the day lies in the period.</summary>
    /// <param name="now">The instant, UTC.</param>
    public bool TakesComments(DateTime now) => IsInConsultation && HanoiTime.DayOf(now) >= Dates.ConsultationFrom && HanoiTime.DayOf(now) <= Dates.ConsultationUntil;

    /// <summary>Publishes the provisional list for comments, or changes how the public is asked while it is public.</summary>
    /// <param name="terms">How the public is asked.</param>
    /// <param name="from">The first day on which comments are taken.</param>
    /// <param name="until">The last such day.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <exception cref="RuleException">The year is at another stage, a day is missing, the period ends before it begins or is over, or nobody is named to write to.</exception>
    public void PublishConsultation(ConsultationTerms terms, DateOnly? from, DateOnly? until, DateTime now)
    {
        if (Stage != Stage.Consultation)
        {
            throw new RuleException("The provisional list is published while the year {0} is at the stage of public consultation.", Year);
        }

        var dates = (Dates with
        {
            ConsultationFrom = from ?? throw new RuleException("Give the first day on which comments are taken.") { Field = "From" },
            ConsultationUntil = until ?? throw new RuleException("Give the last day on which comments are taken.") { Field = "Until" },
        }).Checked("Until");
        if (until < HanoiTime.DayOf(now))
        {
            throw new RuleException("The last day for comments is past already.") { Field = "Until" };
        }

        Consultation = terms.Checked();
        Dates = dates;
        ConsultationPublishedAt ??= now;
    }

    /// <summary>Takes the provisional list back from the public.</summary>
    /// <param name="reason">Why.</param>
    /// <exception cref="RuleException">It is not public, or no reason is given.</exception>
    public void WithdrawConsultation(string? reason)
    {
        if (!IsInConsultation)
        {
            throw new RuleException("The provisional list of {0} is not public.", Year);
        }

        Nomination.Required(reason);
        ConsultationPublishedAt = null;
    }

    /// <summary>Writes down the decision of recognition, while the year is in consultation.</summary>
    /// <param name="decision">Its number and date.</param>
    /// <param name="signer">Who signed it, with the office held.</param>
    /// <exception cref="RuleException">The year is at another stage, or the signer's name is too long.</exception>
    public void SetDecision(DocumentReference? decision, string? signer)
    {
        if (Stage != Stage.Consultation)
        {
            throw new RuleException("The decision of {0} is entered while the year is in public consultation.", Year);
        }

        if (signer?.Length > 200)
        {
            throw new RuleException("At most {0} letters.", 200) { Field = "Signer" };
        }

        RecognitionDecision = decision;
        DecisionSigner = string.IsNullOrWhiteSpace(signer) ? null : signer.Trim();
    }

    /// <summary>Attaches the scan of the decision: it comes when the document office has signed and sealed it, often after the year is recognised.</summary>
    /// <param name="scan">The scan.</param>
    /// <param name="reason">Why, when it takes another's place.</param>
    /// <exception cref="RuleException">There is no decision yet, or a reason is missing.</exception>
    public void AttachDecision(DecisionScan scan, string? reason)
    {
        if (Stage < Stage.Consultation || RecognitionDecision is null)
        {
            throw new RuleException("The decision of recognition has no number and date yet.");
        }

        if (DecisionScan is not null)
        {
            Nomination.Required(reason);
        }

        DecisionScan = scan;
    }

    /// <summary>Makes the recognition list public.</summary>
    /// <param name="now">The instant, UTC.</param>
    /// <exception cref="RuleException">The year is not recognised, or is public already.</exception>
    public void Publish(DateTime now)
    {
        if (Stage != Stage.Recognised)
        {
            throw new RuleException("The list of {0} is published when the city has decided.", Year);
        }

        if (PublishedAt is not null)
        {
            throw new RuleException("The list of {0} is public already.", Year);
        }

        PublishedAt = now;
    }

    /// <summary>Takes the recognition list back from the public.</summary>
    /// <param name="reason">Why.</param>
    /// <exception cref="RuleException">It is not public, or no reason is given.</exception>
    public void Unpublish(string? reason)
    {
        if (!IsPublished)
        {
            throw new RuleException("The list of {0} is not public.", Year);
        }

        Nomination.Required(reason);
        PublishedAt = null;
    }
}

/// <summary>The scan of a decision.</summary>
/// <param name="Name">The file's own name, without a path.</param>
/// <param name="Sha256">Its name in the store.</param>
/// <param name="Size">In bytes.</param>
/// <param name="ContentType">What it is by its content.</param>
public sealed record DecisionScan(string Name, string Sha256, long Size, string ContentType);

/// <summary>How the public is asked about a provisional list.</summary>
/// <param name="Contact">Whom to write to, with postal address, telephone or mail, as it is printed on the page.</param>
/// <param name="ShowsScores">Whether scores stand beside the products.</param>
/// <param name="ShowsAll">Whether products that do not reach recognition are listed too.</param>
public sealed record ConsultationTerms(string Contact, bool ShowsScores, bool ShowsAll)
{
    /// <summary>The most letters of the contact.</summary>
    public const int MostLetters = 1000;

    /// <summary>These terms, if the public can be asked by them.</summary>
    /// <exception cref="RuleException">Nobody is named to write to, or that is too long.</exception>
    public ConsultationTerms Checked()
    {
        if (string.IsNullOrWhiteSpace(Contact))
        {
            throw new RuleException("Say to whom comments are sent.") { Field = "Contact" };
        }

        return Contact.Length <= MostLetters ? this with { Contact = Contact.Trim() } : throw new RuleException("At most {0} letters.", MostLetters) { Field = "Contact" };
    }
}
