namespace KeyProducts.Domain;

/// <summary>What two records of one business may have different.</summary>
public enum BusinessField
{
    /// <summary>The name in Vietnamese.</summary>
    Name,

    /// <summary>The name in English.</summary>
    NameEnglish,

    /// <summary>The tax code, with the reason of a doubtful one.</summary>
    TaxCode,

    /// <summary>Who owns it.</summary>
    Ownership,

    /// <summary>The address, as a whole.</summary>
    Address,

    /// <summary>Whom to call, as a whole.</summary>
    Contact,

    /// <summary>The address on the web.</summary>
    Website,
}

/// <summary>What the record that stays takes over of the other one where both say something different; elsewhere it keeps its own.</summary>
/// <param name="Fields">Details.</param>
/// <param name="FigureYears">Years of figures.</param>
/// <param name="Listings">Keys of the other's places in lists.</param>
public sealed record MergeChoices(IReadOnlySet<BusinessField> Fields, IReadOnlySet<int> FigureYears, IReadOnlySet<Guid> Listings);

/// <summary>Figures of a year in two records of one business.</summary>
/// <param name="Year">The year.</param>
/// <param name="Kept">Those of the record that stays; null when it has none.</param>
/// <param name="Other">Those of the other record; null when it has none.</param>
public sealed record FigureMerge(int Year, BusinessFigure? Kept, BusinessFigure? Other)
{
    /// <summary>Whether a figure is known to both and not the same.</summary>
    public bool Differs => Kept is not null && Other is not null
        && (Differ(Kept.Revenue, Other.Revenue) || Differ(Kept.ExportCents, Other.ExportCents) || Differ(Kept.Employees, Other.Employees));

    /// <summary>Whether the record that stays gets a figure that it does not have.</summary>
    public bool Adds => Other is not null
        && ((Kept?.Revenue is null && Other.Revenue is not null) || (Kept?.ExportCents is null && Other.ExportCents is not null) || (Kept?.Employees is null && Other.Employees is not null));

    private static bool Differ(long? one, long? other) => one is not null && other is not null && one != other;
}

/// <summary>A place in a list in two records of one business.</summary>
/// <param name="Kept">The place of the record that stays; null when it has none in that list of that year.</param>
/// <param name="Other">The place of the other record.</param>
public sealed record ListingMerge(Listing? Kept, Listing Other)
{
    /// <summary>Whether both know a place and not the same.</summary>
    public bool Differs => Kept?.Place is { } place && Other.Place is { } other && place != other;

    /// <summary>Whether the record that stays gets something that it does not have.</summary>
    public bool Adds => Kept is null || (Kept.Place is null && Other.Place is not null);
}

/// <summary>Two records of one business side by side: what the one that stays would take over, and where they differ. It changes nothing.</summary>
/// <param name="kept">The record that stays, with its figures, listings and titles.</param>
/// <param name="other">The record that would be merged into it, with the same.</param>
public sealed class BusinessMerge(Business kept, Business other)
{
    /// <summary>Details that both have and that are not the same: somebody chooses.</summary>
    public IReadOnlyList<BusinessField> Differing => [.. Enum.GetValues<BusinessField>().Where(one => !IsEmpty(kept, one) && !IsEmpty(other, one) && !IsSame(one))];

    /// <summary>Details that only the other record has: they are taken over.</summary>
    public IReadOnlyList<BusinessField> Added => [.. Enum.GetValues<BusinessField>().Where(one => IsEmpty(kept, one) && !IsEmpty(other, one))];

    /// <summary>The figures of both, by year, the latest first.</summary>
    public IReadOnlyList<FigureMerge> Figures =>
    [
        .. kept.Figures.Select(figure => figure.Year).Union(other.Figures.Select(figure => figure.Year)).OrderDescending()
            .Select(year => new FigureMerge(year, kept.Figures.FirstOrDefault(one => one.Year == year), other.Figures.FirstOrDefault(one => one.Year == year))),
    ];

    /// <summary>The other record's places in lists, the latest first.</summary>
    public IReadOnlyList<ListingMerge> Listings =>
    [
        .. other.Listings.OrderByDescending(listing => listing.Year).ThenBy(listing => listing.List, StringComparer.Ordinal)
            .Select(listing => new ListingMerge(kept.Listings.FirstOrDefault(one => one.Year == listing.Year && string.Equals(one.List, listing.List, StringComparison.OrdinalIgnoreCase)), listing)),
    ];

    /// <summary>Years of National Brand titles that only the other record has.</summary>
    public IReadOnlyList<int> AddedTitles => [.. other.Titles.Select(title => title.Year).Except(kept.Titles.Select(title => title.Year)).OrderDescending()];

    /// <summary>The details of the record that stays, after the merge.</summary>
    public BusinessDetails DetailsAfter(IReadOnlySet<BusinessField> taken)
    {
        Business Of(BusinessField field) => !IsEmpty(other, field) && (IsEmpty(kept, field) || taken.Contains(field)) ? other : kept;
        return new BusinessDetails(
            new BilingualName(Of(BusinessField.Name).Name.Vietnamese, Of(BusinessField.NameEnglish).Name.English),
            Of(BusinessField.TaxCode).TaxCode,
            Of(BusinessField.TaxCode).TaxCodeReason,
            Of(BusinessField.Address).Address,
            Of(BusinessField.Contact).Contact,
            Of(BusinessField.Ownership).Ownership,
            Of(BusinessField.Website).Website);
    }

    private bool IsSame(BusinessField field) => field switch
    {
        BusinessField.Name => kept.Name.Vietnamese == other.Name.Vietnamese,
        BusinessField.NameEnglish => kept.Name.English == other.Name.English,
        BusinessField.TaxCode => kept.TaxCode == other.TaxCode,
        BusinessField.Ownership => kept.Ownership == other.Ownership,
        BusinessField.Address => kept.Address == other.Address,
        BusinessField.Contact => kept.Contact == other.Contact,
        _ => kept.Website == other.Website,
    };

    private static bool IsEmpty(Business business, BusinessField field) => field switch
    {
        BusinessField.NameEnglish => business.Name.English is null,
        BusinessField.TaxCode => business.TaxCode is null,
        BusinessField.Address => business.Address.ToString().Length == 0,
        BusinessField.Contact => business.Contact is { Name: null, Phone: null, Email: null },
        BusinessField.Website => business.Website is null,
        _ => false,
    };
}
