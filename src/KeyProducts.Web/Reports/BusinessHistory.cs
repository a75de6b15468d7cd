using System.Globalization;
using System.Security.Claims;
using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports;

/// <summary>A business over the years: its nominations with their results, its figures, its places in lists and its titles.</summary>
public sealed class BusinessHistory(AppDbContext db, ScoringService scoring, IStringLocalizer<Words> T)
{
    // Each year's result is computed; a business is looked at with those of its latest years.
    private const int MostYears = 10;

    /// <summary>The nominations of a business in all years, the latest first. Results are those of recognised years that the reader may see.</summary>
    public async Task<Table> NominationsAsync(Guid businessId, ClaimsPrincipal reader)
    {
        var lines = await db.DossiersOpenTo(reader).Where(nomination => nomination.BusinessId == businessId)
            .OrderByDescending(nomination => nomination.Programme.Year).ThenBy(nomination => nomination.Number)
            .Select(nomination => new Line(
                nomination.Programme.Year, nomination.Number, new BilingualName(nomination.Product.Vietnamese, nomination.Product.English), nomination.Status, nomination.RenewsYear)).ToListAsync();
        var results = await ResultsAsync(lines, reader);
        RankedNomination? Ranked(Line line) => results.GetValueOrDefault(line.Year)?.Ranked.FirstOrDefault(one => one.Number == line.Number);
        return Table.Of(lines)
            .Code(T["Year"], line => Written(line.Year), link: line => $"/programmes/{line.Year}")
            .Number(T["No."], line => line.Number)
            .Text(T["Product"], line => line.Product.In(Languages.Current), 40, line => $"/programmes/{line.Year}/nominations/{line.Number}")
            .Text(T["Result"], line => Result(line, results, Ranked(line)))
            .Number(T["Rank"], line => Ranked(line)?.Rank)
            .Text(T["Status"], line => T[EnumWords.Of(line.Status)])
            .Text(T["Recognition"], line => line.RenewsYear is { } year ? T["Renewal of {0}", year] : T["First time"])
            .Style(line => Ranked(line) is { Top: true } ? RowStyle.Gold : RowStyle.Plain)
            .Table(whenEmpty: T["This business has no nomination yet. One is registered on the page of a year that takes nominations."]);
    }

    /// <summary>The figures of a business, the latest year first.</summary>
    public Table Figures(Business business) => Table.Of(business.Figures.OrderByDescending(figure => figure.Year))
        .Code(T["Year"], figure => Written(figure.Year))
        .Number(T["Revenue (billion đồng)"], figure => figure.Revenue is { } revenue ? Shown.Billions(revenue) : null, 1)
        .Number(T["Export (million US dollars)"], figure => figure.ExportCents is { } export ? Shown.Millions(export) : null, 2)
        .Number(T["Employees"], figure => figure.Employees)
        .Table(whenEmpty: T["No figures are entered yet. Officers enter them under “Figures and listings”."]);

    /// <summary>The figures of a business as drawings.</summary>
    public IReadOnlyList<Chart> Charts(Business business) =>
    [
        Chart.OfYears("revenue", T["Revenue (billion đồng)"], business.Figures.Where(one => one.Revenue is not null).ToDictionary(one => one.Year, one => Shown.Billions(one.Revenue!.Value)), value => Shown.Number(value, value < 100_000 ? 1 : 0)),
        Chart.OfYears("export", T["Export (million US dollars)"], business.Figures.Where(one => one.ExportCents is not null).ToDictionary(one => one.Year, one => Shown.Millions(one.ExportCents!.Value)), value => Shown.Number(value, value < 10_000 ? 2 : 0)),
    ];

    /// <summary>Places in lists of the largest businesses and National Brand titles: a row for each year, a column for each list.</summary>
    public Table Distinctions(Business business)
    {
        var lists = business.Listings.Select(listing => listing.List).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
        var years = business.Listings.Select(listing => listing.Year).Union(business.Titles.Select(title => title.Year)).OrderDescending();
        var table = Table.Of(years).Code(T["Year"], Written);
        foreach (var list in lists)
        {
            table.Text(list, year => business.Listings.FirstOrDefault(one => one.Year == year && string.Equals(one.List, list, StringComparison.OrdinalIgnoreCase)) is { } listing
                ? listing.Place is { } place ? T["place {0}", Shown.Whole(place)].Value : T["in the list"].Value
                : null);
        }

        if (business.Titles.Count > 0)
        {
            table.Text(T["National Brand"], year => business.Titles.Any(one => one.Year == year) ? T["has the title"].Value : null);
        }

        return table.Table(whenEmpty: T["No place in a list of the largest businesses and no National Brand title are entered. Officers enter them under “Figures and listings”."]);
    }

    private async Task<Dictionary<int, RankingResult>> ResultsAsync(IReadOnlyList<Line> lines, ClaimsPrincipal reader)
    {
        var years = lines.Where(line => line.Status == NominationStatus.Accepted).Select(line => line.Year).Distinct().ToList();
        var results = new Dictionary<int, RankingResult>();
        if (years.Count == 0)
        {
            return results;
        }

        var programmes = await db.ResultsOpenTo(reader).AsNoTracking().WithCriteria()
            .Where(programme => years.Contains(programme.Year) && programme.Stage == Stage.Recognised)
            .OrderByDescending(programme => programme.Year).Take(MostYears).ToListAsync();
        foreach (var programme in programmes)
        {
            results.Add(programme.Year, (await scoring.ResultAsync(programme)).Result);
        }

        return results;
    }

    private string? Result(Line line, Dictionary<int, RankingResult> results, RankedNomination? ranked)
    {
        if (line.Status != NominationStatus.Accepted || !results.ContainsKey(line.Year))
        {
            return null;
        }

        return ranked switch
        {
            null => T["Without a score"],
            { Top: true } => T["Recognised, in the Top"],
            { Recognised: true } => T["Recognised"],
            _ => T["Not recognised"],
        };
    }

    private static string Written(int year) => year.ToString(CultureInfo.InvariantCulture);

    private sealed record Line(int Year, int Number, BilingualName Product, NominationStatus Status, int? RenewsYear);
}
