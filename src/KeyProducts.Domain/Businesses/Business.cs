namespace KeyProducts.Domain;

/// <summary>A business that nominates products. It is kept over the years.</summary>
public sealed class Business
{
    // Ten million billion đồng is about what the whole country makes in a year; a trillion dollars is past its export. Sums of many
    // businesses stay below what the database can add up.
    internal const long MostRevenue = 10_000_000_000_000_000;
    internal const long MostExportCents = 100_000_000_000_000;
    internal const int MostEmployees = 10_000_000;

    private readonly List<Listing> listings = [];
    private readonly List<NationalBrandTitle> titles = [];
    private readonly List<BusinessFigure> figures = [];

    private Business()
    {
        Name = null!;
        Address = null!;
        Contact = null!;
    }

    /// <summary>Enters a business.</summary>
    /// <param name="number">Its number in addresses, given out in order.</param>
    /// <param name="details">What is known of it.</param>
    /// <param name="isDemonstration">Whether it is invented.</param>
    /// <exception cref="RuleException">The tax code is doubtful and no reason is given.</exception>
    public Business(int number, BusinessDetails details, bool isDemonstration = false)
        : this()
    {
        Number = number;
        IsDemonstration = isDemonstration;
        Change(details);
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Its number in addresses.</summary>
    public int Number { get; private set; }

    /// <summary>Whether it is invented.</summary>
    public bool IsDemonstration { get; private set; }

    /// <summary>Its name.</summary>
    public BilingualName Name { get; private set; }

    /// <summary>Its tax code; null when it has none.</summary>
    public string? TaxCode { get; private set; }

    /// <summary>Why a doubtful tax code is right all the same.</summary>
    public string? TaxCodeReason { get; private set; }

    /// <summary>Where it is.</summary>
    public Address Address { get; private set; }

    /// <summary>Whom to call.</summary>
    public Contact Contact { get; private set; }

    /// <summary>Who owns it.</summary>
    public Ownership Ownership { get; private set; }

    /// <summary>Its address on the web.</summary>
    public string? Website { get; private set; }

    /// <summary>The record that this one was merged into; null while it stands for itself.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>Its places in lists of the largest businesses.</summary>
    public IReadOnlyList<Listing> Listings => listings;

    /// <summary>Its National Brand titles.</summary>
    public IReadOnlyList<NationalBrandTitle> Titles => titles;

    /// <summary>Its figures per year.</summary>
    public IReadOnlyList<BusinessFigure> Figures => figures;

    /// <summary>Changes what is known of it.</summary>
    /// <exception cref="RuleException">The tax code is doubtful and no reason is given, the website is no address, or it has been merged into another.</exception>
    public void Change(BusinessDetails details)
    {
        RequireUnmerged();
        var code = Domain.TaxCode.Tidy(details.TaxCode);
        var doubt = Domain.TaxCode.DoubtOf(code);
        if (doubt != TaxCodeDoubt.None && string.IsNullOrWhiteSpace(details.TaxCodeReason))
        {
            throw new RuleException(doubt == TaxCodeDoubt.Form
                ? "A tax code has 10 digits, 10 and 3 with a hyphen between, or 12. Correct it, or say why it is right."
                : "The last digit of this tax code does not fit the others. Correct it, or say why it is right.")
            { Field = "TaxCode" };
        }

        RequireWebsite(details.Website);
        Name = details.Name;
        TaxCode = code;
        TaxCodeReason = doubt == TaxCodeDoubt.None ? null : details.TaxCodeReason!.Trim();
        Address = details.Address;
        Contact = details.Contact;
        Ownership = details.Ownership;
        Website = details.Website;
    }

    /// <summary>Forgets whom to call. A record that was merged into another forgets too.</summary>
    public void ForgetContact() => Contact = new Contact(null, null, null);

    /// <summary>Sets its figures of a year, in place of earlier ones of that year.</summary>
    /// <param name="year">The year they are of.</param>
    /// <param name="revenue">In đồng; null when unknown.</param>
    /// <param name="exportCents">In US cents; null when unknown.</param>
    /// <param name="employees">Persons; null when unknown.</param>
    /// <exception cref="RuleException">A figure is negative or past belief, or the year out of range.</exception>
    public void SetFigures(int year, long? revenue, long? exportCents, int? employees)
    {
        RequireUnmerged();
        RequireYear(year, "FigureYear");
        if (revenue < 0 || exportCents < 0 || employees < 0)
        {
            throw new RuleException("A figure of {0} is negative.", year);
        }

        if (revenue > MostRevenue || exportCents > MostExportCents || employees > MostEmployees)
        {
            throw new RuleException("A figure of {0} is too large for one business. Check its unit and zeros.", year);
        }

        if (figures.FirstOrDefault(one => one.Year == year) is { } figure)
        {
            figure.Set(revenue, exportCents, employees);
        }
        else
        {
            figures.Add(new BusinessFigure(year, revenue, exportCents, employees));
        }
    }

    /// <summary>Adds figures of a year that has none yet.</summary>
    /// <exception cref="RuleException">The year has figures, a figure is negative or past belief, or the year out of range.</exception>
    public void AddFigures(int year, long? revenue, long? exportCents, int? employees)
    {
        if (figures.Any(one => one.Year == year))
        {
            throw new RuleException("Figures of {0} are entered already. Change them in their own row.", year) { Field = "FigureYear" };
        }

        SetFigures(year, revenue, exportCents, employees);
    }

    /// <summary>Takes out the figures of a year.</summary>
    public void RemoveFigures(int year)
    {
        RequireUnmerged();
        figures.RemoveAll(figure => figure.Year == year);
    }

    /// <summary>Adds a place in a list of the largest businesses.</summary>
    /// <exception cref="RuleException">The list has no name, the year is out of range, or it is there already.</exception>
    public void AddListing(string? list, int year, int? place)
    {
        RequireUnmerged();
        RequireYear(year, "Year");
        if (string.IsNullOrWhiteSpace(list))
        {
            throw new RuleException("Give the name of the list.") { Field = "List" };
        }

        if (place is < 1 or > 10_000)
        {
            throw new RuleException("A place in a list is between 1 and 10,000.") { Field = "Place" };
        }

        if (listings.Any(one => one.Year == year && string.Equals(one.List, list.Trim(), StringComparison.OrdinalIgnoreCase)))
        {
            throw new RuleException("“{0}” is in the list already.", list.Trim()) { Field = "List" };
        }

        listings.Add(new Listing(list.Trim(), year, place));
    }

    /// <summary>Takes out a place in a list.</summary>
    public void Remove(Listing listing)
    {
        RequireUnmerged();
        listings.Remove(listing);
    }

    /// <summary>Adds a National Brand title.</summary>
    /// <exception cref="RuleException">The year is out of range or it is there already.</exception>
    public void AddTitle(int year)
    {
        RequireUnmerged();
        RequireYear(year, "TitleYear");
        if (titles.Any(one => one.Year == year))
        {
            throw new RuleException("The National Brand title of {0} is entered already.", year) { Field = "TitleYear" };
        }

        titles.Add(new NationalBrandTitle(year));
    }

    /// <summary>Takes out a National Brand title.</summary>
    public void Remove(NationalBrandTitle title)
    {
        RequireUnmerged();
        titles.Remove(title);
    }

    /// <summary>
    /// Merges another record of the same business into this one: its nominations come here, and what it knows that this one does not.
    /// The other stays stored, marked as merged and without its tax code, and changes no more. It cannot be undone.
    /// </summary>
    /// <param name="other">The other record, with its figures, listings and titles.</param>
    /// <param name="choices">What is taken of the other where both say something different.</param>
    /// <param name="nominations">All nominations of the other, with their business.</param>
    /// <param name="reason">Why the two are the same business.</param>
    /// <exception cref="RuleException">It is the same record, one of the two is merged already, or no reason is given.</exception>
    public void Absorb(Business other, MergeChoices choices, IReadOnlyCollection<Nomination> nominations, string? reason)
    {
        if (other.Id == Id)
        {
            throw new RuleException("A record cannot be merged with itself.");
        }

        RequireUnmerged();
        other.RequireUnmerged();
        Nomination.Required(reason);
        var merge = new BusinessMerge(this, other);
        var (figureMerges, listingMerges, addedTitles) = (merge.Figures, merge.Listings, merge.AddedTitles);
        Change(merge.DetailsAfter(choices.Fields));
        foreach (var (year, kept, others) in figureMerges.Where(one => one.Adds || one.Differs))
        {
            var (first, second) = choices.FigureYears.Contains(year) ? (others, kept) : (kept, others);
            SetFigures(year, first?.Revenue ?? second?.Revenue, first?.ExportCents ?? second?.ExportCents, first?.Employees ?? second?.Employees);
        }

        foreach (var listing in listingMerges)
        {
            if (listing.Kept is null)
            {
                listings.Add(new Listing(listing.Other.List, listing.Other.Year, listing.Other.Place));
            }
            else if (listing.Kept.Place is null || (listing.Differs && choices.Listings.Contains(listing.Other.Id)))
            {
                listing.Kept.Set(listing.Other.Place);
            }
        }

        titles.AddRange(addedTitles.Select(year => new NationalBrandTitle(year)));
        other.TaxCode = null;
        other.TaxCodeReason = null;
        other.MergedIntoId = Id;
        foreach (var nomination in nominations)
        {
            nomination.MoveTo(this);
        }
    }

    /// <summary>Refuses when it has been merged into another record.</summary>
    /// <exception cref="RuleException">It has.</exception>
    public void RequireUnmerged()
    {
        if (MergedIntoId is not null)
        {
            throw new RuleException("“{0}” has been merged into another record meanwhile. Nothing is written on it any more.", Name.Vietnamese);
        }
    }

    private static void RequireWebsite(string? website)
    {
        var isAddress = Uri.TryCreate(website, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            && website.StartsWith("http", StringComparison.OrdinalIgnoreCase);
        if (website is not null && !isAddress)
        {
            throw new RuleException("The address of a website begins with http:// or https://.") { Field = "Website" };
        }
    }

    private static void RequireYear(int year, string field)
    {
        if (year is < 1990 or > 2100)
        {
            throw new RuleException("The year must lie between 1990 and 2100.") { Field = field };
        }
    }
}

/// <summary>A place of a business in a list of the largest businesses.</summary>
public sealed class Listing
{
    private Listing() => List = null!;

    internal Listing(string list, int year, int? place)
    {
        List = list;
        Year = year;
        Place = place;
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of its business.</summary>
    public Guid BusinessId { get; private set; }

    /// <summary>The list's name, for instance "VNR500".</summary>
    public string List { get; private set; }

    /// <summary>The year of the list.</summary>
    public int Year { get; private set; }

    /// <summary>The place; null when unknown.</summary>
    public int? Place { get; private set; }

    internal void Set(int? place) => Place = place;
}

/// <summary>A National Brand title (Thương hiệu quốc gia) of a business.</summary>
public sealed class NationalBrandTitle
{
    private NationalBrandTitle()
    {
    }

    internal NationalBrandTitle(int year) => Year = year;

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of its business.</summary>
    public Guid BusinessId { get; private set; }

    /// <summary>The year of the title.</summary>
    public int Year { get; private set; }
}

/// <summary>Figures of a whole business in a year.</summary>
public sealed class BusinessFigure
{
    private BusinessFigure()
    {
    }

    internal BusinessFigure(int year, long? revenue, long? exportCents, int? employees)
    {
        Year = year;
        Set(revenue, exportCents, employees);
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of its business.</summary>
    public Guid BusinessId { get; private set; }

    /// <summary>The year the figures are of.</summary>
    public int Year { get; private set; }

    /// <summary>Revenue, in đồng.</summary>
    public long? Revenue { get; private set; }

    /// <summary>Export, in US cents.</summary>
    public long? ExportCents { get; private set; }

    /// <summary>Persons employed.</summary>
    public int? Employees { get; private set; }

    internal void Set(long? revenue, long? exportCents, int? employees)
    {
        Revenue = revenue;
        ExportCents = exportCents;
        Employees = employees;
    }
}
