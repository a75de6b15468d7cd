using KeyProducts.Domain;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports.Statistics;

/// <summary>Says where figures of a year contradict each other or can hardly be. Nothing is blocked or hidden for it.</summary>
/// <param name="years">All that is known.</param>
/// <param name="words">How figures are written.</param>
/// <param name="T">The reader's words.</param>
public sealed class FigureNotes(OverYears years, FigureWriting words, IStringLocalizer<Words> T)
{
    /// <summary>What is to be said of a year.</summary>
    public IReadOnlyList<string> Of(YearFigures year) => [.. Sources(year), .. Lists(year), .. Plausible(year)];

    private IEnumerable<string> Sources(YearFigures year)
    {
        foreach (var told in year.Published.GroupBy(figure => (figure.Measure, Industry: Storage.SearchText.Words(figure.Industry))))
        {
            var name = told.First().Industry is { } industry ? T["{0} ({1})", T[EnumWords.Of(told.Key.Measure)], industry] : T[EnumWords.Of(told.Key.Measure)];
            if (told.Any(one => told.Any(other => !one.Agrees(other))))
            {
                yield return T["Sources differ. {0}: {1}.", name, string.Join("; ", told.Select(figure => T["{0} ({1})", words.Written(figure), figure.Source].Value))];
            }

            if (year[told.Key.Measure] is { Source: null, Value: { } own } && told.FirstOrDefault(figure => !figure.Fits(own)) is { } other)
            {
                yield return T["{0}: the programme’s own lists say {1}, {2} says {3}.", name, words.Written(told.Key.Measure, own, Exactness.Exact), other.Source, words.Written(other)];
            }
        }
    }

    private IEnumerable<string> Lists(YearFigures year)
    {
        if (year.Own is null && year.Listed.Count > 0 && year[PastMeasure.RecognisedProducts]?.Value is { } printed && printed != year.Listed.Count)
        {
            yield return T["The list of old products holds {0} of the {1} recognised products that are published.", Shown.Whole(year.Listed.Count), Shown.Whole(printed)];
        }

        var industries = year.Published.Where(figure => figure.Measure == PastMeasure.IndustryProducts).DistinctBy(figure => Storage.SearchText.Words(figure.Industry)).ToList();
        if (industries.Count > 0 && year[PastMeasure.RecognisedProducts]?.Value is { } whole && industries.Sum(figure => figure.Value) != whole)
        {
            yield return T["The products of the industries add up to {0}, the whole is {1}.", Shown.Whole(industries.Sum(figure => figure.Value)), Shown.Whole(whole)];
        }
    }

    private IEnumerable<string> Plausible(YearFigures year)
    {
        foreach (var (less, more) in new[]
        {
            (PastMeasure.RecognisedProducts, PastMeasure.RegisteredProducts), (PastMeasure.RecognisedBusinesses, PastMeasure.RegisteredBusinesses),
            (PastMeasure.RecognisedBusinesses, PastMeasure.RecognisedProducts), (PastMeasure.OverThousandBillion, PastMeasure.RecognisedBusinesses),
            (PastMeasure.InTop500, PastMeasure.RecognisedBusinesses), (PastMeasure.TopBusinesses, PastMeasure.RecognisedBusinesses),
        })
        {
            if (year[less]?.Value > year[more]?.Value)
            {
                yield return T["{0} ({1}) are more than {2} ({3}).", T[EnumWords.Of(less)], Shown.Whole(year[less]!.Value!.Value), T[EnumWords.Of(more)], Shown.Whole(year[more]!.Value!.Value)];
            }
        }

        if (year[PastMeasure.Revenue] is { Value: { } dong } revenue && year[PastMeasure.Export] is { Value: { } cents } export && Rate(year) is var (rate, of) && cents / 100m * rate > dong)
        {
            yield return T["Export exceeds revenue: {0} are {1} at {2} đồng for a US dollar (the rate set for {3}), and revenue is {4}. The sources may count products in one and whole businesses in the other.",
                words.Written(export), words.Written(PastMeasure.Revenue, (long)(cents / 100m * rate), Exactness.About), Shown.Whole(rate), of, words.Written(revenue)];
        }

        if (year[PastMeasure.Revenue] is { Source: not null, Base: null } unsaid)
        {
            yield return T["The source of the revenue ({0}) does not say whether it is of the products or of the whole businesses.", unsaid.Source!];
        }
    }

    // The rate of the year itself, otherwise of the nearest year that has one.
    private (decimal Rate, int Year)? Rate(YearFigures year) => years.Content.Years.Where(one => one.DongPerDollar is not null).OrderBy(one => Math.Abs(one.Year - year.Year))
        .Select(one => ((decimal, int)?)(one.DongPerDollar!.Value, one.Year)).FirstOrDefault();
}
