using KeyProducts.Domain;

namespace KeyProducts.Web.Reports.Statistics;

/// <summary>A figure of a year as it is shown.</summary>
/// <param name="Measure">What is counted.</param>
/// <param name="Value">The figure: đồng, US cents or a count. Null where it would tell of fewer than three businesses to a visitor.</param>
/// <param name="Exactness">How exactly it is known.</param>
/// <param name="Base">Whether it is of products or of businesses; null where the source does not say.</param>
/// <param name="DataYear">The year it is of; null where the source does not say.</param>
/// <param name="Source">Who says it; null for the programme's own lists.</param>
/// <param name="IsFromList">Whether it is counted in an old list.</param>
public sealed record ShownFigure(PastMeasure Measure, long? Value, Exactness Exactness, FigureBase? Base, int? DataYear, string? Source, bool IsFromList = false);

/// <summary>The figures of a year: from its own lists where the program has carried it through, otherwise as published; beside them all that is published.</summary>
public sealed class YearFigures
{
    private readonly Dictionary<PastMeasure, ShownFigure> figures = [];

    /// <summary>Gathers the figures of a year.</summary>
    /// <param name="content">Everything that may be known.</param>
    /// <param name="year">The year.</param>
    public YearFigures(StatisticsContent content, int year)
    {
        Year = year;
        IsReader = content.IsReader;
        Own = content.Years.FirstOrDefault(one => one.Year == year);
        Published = [.. content.Published.Where(figure => figure.Year == year)];
        Listed = [.. content.Listed.Where(product => product.Record.Year == year)];
        foreach (var measure in Enum.GetValues<PastMeasure>().Where(one => one != PastMeasure.IndustryProducts))
        {
            if ((Own is { } own ? OwnFigure(own, measure) : PublishedFigure(measure) ?? ListFigure(measure)) is { } figure)
            {
                figures.Add(measure, figure);
            }
        }
    }

    /// <summary>The year of the award.</summary>
    public int Year { get; }

    /// <summary>Whether the reader sees all.</summary>
    public bool IsReader { get; }

    /// <summary>The year's own records; null where the program has not carried it through.</summary>
    public OwnYear? Own { get; }

    /// <summary>What sources say of the year.</summary>
    public IReadOnlyList<PastFigure> Published { get; }

    /// <summary>Its products in old lists.</summary>
    public IReadOnlyList<ListedProduct> Listed { get; }

    /// <summary>A figure; null where nobody gives it.</summary>
    public ShownFigure? this[PastMeasure measure] => figures.GetValueOrDefault(measure);

    /// <summary>All figures that somebody gives, in the order of the measures.</summary>
    public IReadOnlyList<ShownFigure> Figures => [.. figures.Values.OrderBy(figure => figure.Measure)];

    /// <summary>Recognised products in percent of those that registered; null where one of the two is not known.</summary>
    public decimal? PassRate => this[PastMeasure.RegisteredProducts]?.Value is { } registered and > 0 && this[PastMeasure.RecognisedProducts]?.Value is { } recognised
        ? 100m * recognised / registered
        : null;

    /// <summary>Whether it is known which businesses were recognised: from own lists, or from an old list that is whole.</summary>
    public bool KnowsBusinesses => Own is not null || (Listed.Count > 0 && Listed.All(product => product.Record.Business is not null || product.Business is not null)
        && PublishedFigure(PastMeasure.RecognisedProducts) is var printed && (printed is null || printed.Value == Listed.Count));

    /// <summary>The recognised businesses by what tells them apart: their record where it is known, otherwise the name as printed.</summary>
    public IEnumerable<string> BusinessKeys => Own is { } own
        ? own.Recognised.Select(product => $"{product.BusinessId}").Distinct()
        : Listed.Select(KeyOf).OfType<string>().Distinct();

    /// <summary>What tells the business of an old list apart; null where the list names none.</summary>
    public static string? KeyOf(ListedProduct product) => product.Business is { } known ? $"{known.Id}"
        : product.Record.Business is { } name ? Storage.SearchText.Words(name)
        : null;

    private ShownFigure? OwnFigure(OwnYear own, PastMeasure measure)
    {
        if (own.TopCount == 0 && measure is PastMeasure.TopProducts or PastMeasure.TopBusinesses)
        {
            return null;
        }

        var isMoney = PastFigure.IsMoney(measure);
        var isShown = IsReader || !isMoney || Secrecy.IsSafe(measure, own.Registered);
        return new ShownFigure(measure, isShown ? Counting.Value(measure, own.Registered) : null, Exactness.Exact, isMoney ? FigureBase.Product : null, isMoney ? own.DataYear : null, null);
    }

    // The figure on which most sources agree; of several the one that was entered first.
    private ShownFigure? PublishedFigure(PastMeasure measure)
    {
        var told = Published.Where(figure => figure.Measure == measure).ToList();
        return told.OrderByDescending(figure => told.Count(figure.Agrees)).ThenBy(figure => figure.Id).FirstOrDefault() is { } first
            ? new ShownFigure(measure, first.Value, first.Exactness, first.Base, first.DataYear, first.Source)
            : null;
    }

    private ShownFigure? ListFigure(PastMeasure measure)
    {
        long? count = measure switch
        {
            _ when Listed.Count == 0 => null,
            PastMeasure.RecognisedProducts => Listed.Count,
            PastMeasure.RecognisedBusinesses when KnowsBusinesses => BusinessKeys.Count(),
            PastMeasure.TopProducts when Listed.Any(product => product.Record.IsTop) => Listed.Count(product => product.Record.IsTop),
            _ => null,
        };
        return count is null ? null : new ShownFigure(measure, count, Exactness.Exact, null, null, string.Join("; ", Listed.Select(product => product.Record.Source).Distinct()), IsFromList: true);
    }
}
