using System.Globalization;
using KeyProducts.Domain;

namespace KeyProducts.Web.Reports.Statistics;

/// <summary>Where figures of statistics lead.</summary>
public static class StatisticsAddress
{
    /// <summary>The page of all years.</summary>
    public const string All = "/statistics";

    /// <summary>The page of a year.</summary>
    public static string OfYear(int year) => string.Create(CultureInfo.InvariantCulture, $"{All}/{year}");

    /// <summary>What a figure counts: rows where they are known, otherwise who says it.</summary>
    public static string Of(YearFigures year, PastMeasure measure) => year[measure] switch
    {
        { IsFromList: true } => OldList(year),
        { Source: not null } => OfYear(year.Year) + "#published",
        _ => Rows(measure, year.Year),
    };

    /// <summary>The old list of a year, as its reader may read it.</summary>
    public static string OldList(YearFigures year) => string.Create(CultureInfo.InvariantCulture, $"{(year.IsReader ? "/past-years" : "/recognised")}/{year.Year}");

    /// <summary>The rows that a figure counts; without a year the years that a sum is made of.</summary>
    public static string Rows(PastMeasure measure, int? year = null, Dimension? by = null, string? of = null) =>
        $"{All}/rows?measure={measure}"
        + (year is { } one ? string.Create(CultureInfo.InvariantCulture, $"&year={one}") : "")
        + (by is { } dimension ? $"&by={dimension}&of={Uri.EscapeDataString(of ?? "")}" : "");

    /// <summary>How businesses that were counted once over the years are found.</summary>
    public const string Distinct = All + "/businesses";
}
