namespace KeyProducts.Domain;

/// <content>What the dossier says, section by section. A section may be saved as far as it is filled in.</content>
public sealed partial class Nomination
{
    private const int MostCertificates = 50;

    /// <summary>The product's name.</summary>
    public BilingualName Product { get; private set; }

    /// <summary>What the product is.</summary>
    public string? Description { get; private set; }

    /// <summary>The key of its industry.</summary>
    public Guid IndustryId { get; private set; }

    /// <summary>The key of its eligibility track.</summary>
    public Guid TrackId { get; private set; }

    /// <summary>The year of the earlier recognition that it renews; null when it would be recognised for the first time.</summary>
    public int? RenewsYear { get; private set; }

    /// <summary>Who nominates and where the product is made.</summary>
    public Establishment Establishment { get; private set; }

    /// <summary>Declared figures, by data year and base.</summary>
    public IReadOnlyList<NominationFigure> Figures => figures;

    /// <summary>How the product is made.</summary>
    public Technology Technology { get; private set; }

    /// <summary>Certificates of standards, and rights of intellectual property, in order.</summary>
    public IReadOnlyList<DossierCertificate> Certificates => [.. certificates.OrderBy(one => one.Section).ThenBy(one => one.Order)];

    /// <summary>The brand, in words.</summary>
    public string? Brand { get; private set; }

    /// <summary>What is done for the environment, in words.</summary>
    public string? Environment { get; private set; }

    /// <summary>How the people are employed, in words.</summary>
    public string? Labour { get; private set; }

    /// <summary>What the business has signed.</summary>
    public Commitments Commitments { get; private set; }

    /// <summary>Changes what the dossier says of the product.</summary>
    /// <param name="programme">Its year, with industries and tracks.</param>
    /// <param name="content">What it says now.</param>
    /// <param name="reason">Why, needed once judging has opened.</param>
    /// <exception cref="RuleException">The year is recognised, a reason is missing, or the content is not the year's.</exception>
    public void Change(Programme programme, NominationContent content, string? reason)
    {
        RequireChangeable(programme, reason);
        Check(programme, content);
        if (content == new NominationContent(Product, Description, IndustryId, TrackId, RenewsYear))
        {
            return;
        }

        Fill(content);
        Touch();
    }

    /// <summary>Changes who nominates and where the product is made.</summary>
    /// <exception cref="RuleException">The year is recognised, or a reason is missing.</exception>
    public void Change(Programme programme, Establishment establishment, string? reason)
    {
        RequireChangeable(programme, reason);
        if (establishment != Establishment)
        {
            Establishment = establishment;
            Touch();
        }
    }

    /// <summary>Forgets whom to call, whatever the stage of its year: nothing of the result rests on it.</summary>
    public void ForgetContact() => Establishment = Establishment with { ContactName = null, ContactPhone = null, ContactEmail = null };

    /// <summary>Changes how the product is made.</summary>
    /// <exception cref="RuleException">The share is no percentage, the year is recognised, or a reason is missing.</exception>
    public void Change(Programme programme, Technology technology, string? reason)
    {
        RequireChangeable(programme, reason);
        if (technology.AutomatedShare is < 0 or > 100)
        {
            throw new RuleException("A share lies between 0 and 100 percent.") { Field = "AutomatedShare" };
        }

        if (technology != Technology)
        {
            Technology = technology;
            Touch();
        }
    }

    /// <summary>Changes the words on the brand.</summary>
    /// <exception cref="RuleException">The year is recognised, or a reason is missing.</exception>
    public void ChangeBrand(Programme programme, string? brand, string? reason)
    {
        RequireChangeable(programme, reason);
        if (brand != Brand)
        {
            Brand = brand;
            Touch();
        }
    }

    /// <summary>Changes the words on environment and labour.</summary>
    /// <exception cref="RuleException">The year is recognised, or a reason is missing.</exception>
    public void ChangeEnvironment(Programme programme, string? environment, string? labour, string? reason)
    {
        RequireChangeable(programme, reason);
        if ((environment, labour) != (Environment, Labour))
        {
            (Environment, Labour) = (environment, labour);
            Touch();
        }
    }

    /// <summary>Changes what the business has signed.</summary>
    /// <exception cref="RuleException">The year is recognised, or a reason is missing.</exception>
    public void Change(Programme programme, Commitments commitments, string? reason)
    {
        RequireChangeable(programme, reason);
        if (commitments != Commitments)
        {
            Commitments = commitments;
            Touch();
        }
    }

    /// <summary>Sets the certificates of a section, in order, in place of those it has; what stays the same is not touched.</summary>
    /// <param name="programme">Its year.</param>
    /// <param name="section"><see cref="DossierSection.Standards"/> or <see cref="DossierSection.Brand"/>.</param>
    /// <param name="contents">The certificates.</param>
    /// <param name="reason">Why, needed once judging has opened.</param>
    /// <exception cref="RuleException">One has no name or expires before it was issued (its field is "Certificates[place].Name" or ".ExpiresOn"), the year is recognised, or a reason is missing.</exception>
    public void SetCertificates(Programme programme, DossierSection section, IReadOnlyList<CertificateContent> contents, string? reason)
    {
        RequireChangeable(programme, reason);
        if (contents.Count > MostCertificates)
        {
            throw new RuleException("A section has at most {0} certificates.", MostCertificates);
        }

        for (var place = 0; place < contents.Count; place++)
        {
            if (string.IsNullOrWhiteSpace(contents[place].Name))
            {
                throw new RuleException("Give the name of the certificate.") { Field = $"Certificates[{place}].Name" };
            }

            if (contents[place].ExpiresOn < contents[place].IssuedOn)
            {
                throw new RuleException("A certificate cannot expire before it was issued.") { Field = $"Certificates[{place}].ExpiresOn" };
            }
        }

        var stored = Certificates.Where(one => one.Section == section).ToList();
        if (stored.Select(one => one.Content).SequenceEqual(contents))
        {
            return;
        }

        for (var place = 0; place < Math.Max(stored.Count, contents.Count); place++)
        {
            if (place >= contents.Count)
            {
                certificates.Remove(stored[place]);
            }
            else if (place >= stored.Count)
            {
                certificates.Add(new DossierCertificate(section, place + 1, contents[place]));
            }
            else
            {
                stored[place].Change(contents[place]);
            }
        }

        Touch();
    }

    /// <summary>Declares figures of a data year on a base, in place of earlier ones.</summary>
    /// <param name="programme">Its year.</param>
    /// <param name="dataYear">The year they are of.</param>
    /// <param name="basis">Whether they are of the product or of the whole business.</param>
    /// <param name="content">The figures.</param>
    /// <param name="reason">Why, needed once judging has opened.</param>
    /// <exception cref="RuleException">A figure is negative or past belief, the data year is not before the award, the year is recognised, or a reason is missing.</exception>
    public void Declare(Programme programme, int dataYear, FigureBase basis, FigureContent content, string? reason)
    {
        RequireChangeable(programme, reason);
        if (content.Revenue < 0 || content.ExportCents < 0 || content.Employees < 0)
        {
            throw new RuleException("A figure cannot be negative.");
        }

        if (content.Revenue > Business.MostRevenue || content.ExportCents > Business.MostExportCents || content.Employees > Business.MostEmployees)
        {
            throw new RuleException("A figure of {0} is too large for one business. Check its unit and zeros.", dataYear);
        }

        if (dataYear >= programme.Year || dataYear < programme.Year - 10)
        {
            throw new RuleException("Figures are of a year before the award, at most ten years back.") { Field = "DataYear" };
        }

        var figure = FigureOf(dataYear, basis);
        if ((figure?.Content ?? FigureContent.None) == content)
        {
            return;
        }

        if (figure is null)
        {
            figures.Add(new NominationFigure(dataYear, basis, content));
        }
        else if (content == FigureContent.None)
        {
            figures.Remove(figure!);
        }
        else
        {
            figure!.Set(content);
        }

        Touch();
    }

    /// <summary>The figures of a year on a base; null when none are declared.</summary>
    public NominationFigure? FigureOf(int dataYear, FigureBase basis) =>
        figures.FirstOrDefault(figure => figure.DataYear == dataYear && figure.Base == basis);

    private void Fill(NominationContent content) =>
        (Product, Description, IndustryId, TrackId, RenewsYear) = (content.Product, content.Description, content.IndustryId, content.TrackId, content.RenewsYear);

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
}
