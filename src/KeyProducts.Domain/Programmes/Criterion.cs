namespace KeyProducts.Domain;

/// <summary>A group of criteria of a year.</summary>
public sealed class CriterionGroup
{
    private readonly List<Criterion> criteria = [];

    private CriterionGroup() => Name = null!;

    internal CriterionGroup(int order, BilingualName name, Minimum? minimum)
    {
        Order = order;
        Name = name;
        Minimum = minimum;
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of its programme.</summary>
    public Guid ProgrammeId { get; private set; }

    /// <summary>Its place in the year's list, from 1.</summary>
    public int Order { get; private set; }

    /// <summary>Its name.</summary>
    public BilingualName Name { get; private set; }

    /// <summary>The least sum of means in it to be recognised; null when there is none.</summary>
    public Minimum? Minimum { get; private set; }

    /// <summary>Its criteria, in order.</summary>
    public IReadOnlyList<Criterion> Criteria => [.. criteria.OrderBy(criterion => criterion.Order)];

    /// <summary>The sum of its criteria's maxima, in points.</summary>
    public decimal Max => criteria.Sum(criterion => criterion.Max);

    internal void Change(BilingualName name, Minimum? minimum)
    {
        Name = name;
        Minimum = minimum;
    }

    internal Criterion Add(CriterionContent content)
    {
        var criterion = new Criterion(criteria.Count == 0 ? 1 : criteria.Max(one => one.Order) + 1, content);
        criteria.Add(criterion);
        return criterion;
    }

    internal void Remove(Criterion criterion) => criteria.Remove(criterion);
}

/// <summary>What staff write down about a criterion.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Max">Its highest mark in points, more than 0.</param>
/// <param name="Minimum">The least mean to be recognised; null when there is none.</param>
/// <param name="Guidance">What a judge looks at, and bands of points; may be empty.</param>
/// <param name="GuidanceEnglish">The same in English; may be empty.</param>
/// <param name="Figure">For a computed criterion the declared figure that makes its points, one of <see cref="Criterion.Figures"/>; null for one that judges mark.</param>
/// <param name="Bands">For a computed criterion its bands as <see cref="BandText"/> writes them; null otherwise.</param>
public sealed record CriterionContent(
    BilingualName Name, decimal Max, Minimum? Minimum, string? Guidance, string? GuidanceEnglish, string? Figure = null, string? Bands = null)
{
    /// <summary>This content, if a criterion can have it.</summary>
    /// <exception cref="RuleException">Maximum, minimum, figure or a band is out of its range; a band is named by its place in the list, "Bands[1].From".</exception>
    public CriterionContent Checked()
    {
        Require(Max is > 0 and <= 10_000 && decimal.Round(Max, 2) == Max, nameof(Max), "The maximum must be more than 0 points, with at most two decimals.");
        Minimum?.Checked(Max);
        if (Figure is null)
        {
            return this;
        }

        Require(Criterion.Figures.Contains(Figure), nameof(Figure), "Choose one of the figures offered.");
        var bands = BandText.Read(Bands);
        Require(bands.Count > 0, nameof(Bands), "Give at least one band: from which figure on it gives how many points.");
        foreach (var (place, band) in bands.Index())
        {
            var from = $"Bands[{place}].From";
            Require(band.From >= 0, from, "A band cannot begin below 0.");
            Require(place == 0 || band.From > bands[place - 1].From, from, "The bands must rise: each begins above the one before.");
            if (band.Points < 0 || band.Points > Max || decimal.Round(band.Points, 2) != band.Points)
            {
                throw new RuleException("A band gives between 0 and {0} points, with at most two decimals.", Max) { Field = $"Bands[{place}].Points" };
            }
        }

        return this;
    }

    private static void Require(bool holds, string field, string message)
    {
        if (!holds)
        {
            throw new RuleException(message) { Field = field };
        }
    }
}

/// <summary>Something that judges mark, or that a declared figure makes points of.</summary>
public sealed class Criterion
{
    /// <summary>The declared figures that can make points: revenue in đồng, export in US dollars, of the product in the year before the award.</summary>
    public static readonly IReadOnlyList<string> Figures = ["revenue", "export"];

    private Criterion() => Name = null!;

    internal Criterion(int order, CriterionContent content)
    {
        Order = order;
        Name = content.Name;
        Change(content);
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of its group.</summary>
    public Guid GroupId { get; private set; }

    /// <summary>Its place in the group, from 1.</summary>
    public int Order { get; private set; }

    /// <summary>Its name.</summary>
    public BilingualName Name { get; private set; }

    /// <summary>Highest mark, in points; it is the weight too.</summary>
    public decimal Max { get; private set; }

    /// <summary>The least mean to be recognised; null when there is none.</summary>
    public Minimum? Minimum { get; private set; }

    /// <summary>What a judge looks at, in Vietnamese.</summary>
    public string? Guidance { get; private set; }

    /// <summary>The same in English.</summary>
    public string? GuidanceEnglish { get; private set; }

    /// <summary>The declared figure that makes its points, one of <see cref="Figures"/>; null for a criterion that judges mark.</summary>
    public string? Figure { get; private set; }

    /// <summary>Its bands as <see cref="BandText"/> writes them; null for a criterion that judges mark.</summary>
    public string? BandList { get; private set; }

    /// <summary>Whether a declared figure makes its points, and no judge marks it.</summary>
    public bool IsComputed => Figure is not null;

    /// <summary>Its bands, by their lower edges, in the figure's unit.</summary>
    public IReadOnlyList<Band> Bands => BandText.Read(BandList);

    /// <summary>The band that holds for a figure; null below the first, where there are 0 points.</summary>
    public Band? BandOf(decimal figure) => Bands.LastOrDefault(band => band.From <= figure);

    /// <summary>The guidance for a reader of "vi" or "en".</summary>
    public string? GuidanceIn(string language) => language == "en" && !string.IsNullOrWhiteSpace(GuidanceEnglish) ? GuidanceEnglish : Guidance;

    /// <summary>What staff wrote down, for a copy or a form.</summary>
    public CriterionContent Content => new(Name, Max, Minimum, Guidance, GuidanceEnglish, Figure, BandList);

    internal void Change(CriterionContent content)
    {
        Name = content.Name;
        Max = content.Max;
        Minimum = content.Minimum;
        Guidance = content.Guidance;
        GuidanceEnglish = content.GuidanceEnglish;
        Figure = content.Figure;
        BandList = content.Figure is null ? null : content.Bands;
    }
}
