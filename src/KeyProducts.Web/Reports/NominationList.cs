using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports;

/// <summary>The list of a year's nominations.</summary>
public static class NominationList
{
    /// <summary>The columns a reader can sort by.</summary>
    public static readonly IReadOnlyList<string> SortKeys = ["number", "product", "business", "industry", "status", "revenue", "export"];

    /// <summary>The nominations in the order of a column, then by number.</summary>
    public static IQueryable<Nomination> Sorted(IQueryable<Nomination> nominations, string key, bool isDescending, int dataYear) => (key switch
    {
        "product" => Ordered(nominations, nomination => EF.Property<string>(nomination, Storage.SearchText.Column), isDescending),
        "business" => Ordered(nominations, nomination => EF.Property<string>(nomination.Business, Storage.SearchText.Column), isDescending),
        "industry" => Ordered(nominations, nomination => nomination.Programme.Industries.First(industry => industry.Id == nomination.IndustryId).Order, isDescending),
        "status" => Ordered(nominations, nomination => nomination.Status, isDescending),
        "revenue" => Ordered(nominations, nomination => nomination.Figures.Where(figure => figure.DataYear == dataYear && figure.Base == FigureBase.Product).Max(figure => figure.Revenue), isDescending),
        "export" => Ordered(nominations, nomination => nomination.Figures.Where(figure => figure.DataYear == dataYear && figure.Base == FigureBase.Product).Max(figure => figure.ExportCents), isDescending),
        _ => Ordered(nominations, nomination => nomination.Number, isDescending),
    }).ThenBy(nomination => nomination.Number);

    /// <summary>What the list shows of each.</summary>
    public static async Task<IReadOnlyList<NominationLine>> LinesAsync(IQueryable<Nomination> nominations, Programme programme)
    {
        var dataYear = programme.DataYear;
        var industries = programme.Industries.ToDictionary(industry => industry.Id, industry => industry.Name.In(Languages.Current));
        var tracks = programme.Tracks.ToDictionary(track => track.Id, track => track.Name.In(Languages.Current));
        var rows = await nominations.Select(nomination => new
        {
            nomination.Number,
            // Names are taken apart: a whole complex property would read every column of the record.
            Product = new BilingualName(nomination.Product.Vietnamese, nomination.Product.English),
            Business = new BilingualName(nomination.Business.Name.Vietnamese, nomination.Business.Name.English),
            BusinessNumber = nomination.Business.Number,
            nomination.Business.TaxCode,
            nomination.IndustryId,
            nomination.TrackId,
            nomination.Status,
            nomination.RenewsYear,
            nomination.ReceivedOn,
            // One value each: both at once would be read by numbering the figures of all years.
            Revenue = nomination.Figures.Where(figure => figure.DataYear == dataYear && figure.Base == FigureBase.Product).Select(figure => figure.Revenue).FirstOrDefault(),
            ExportCents = nomination.Figures.Where(figure => figure.DataYear == dataYear && figure.Base == FigureBase.Product).Select(figure => figure.ExportCents).FirstOrDefault(),
        }).ToListAsync();
        return
        [
            .. rows.Select(row => new NominationLine(
                row.Number, row.Product.In(Languages.Current), row.Business.In(Languages.Current), row.BusinessNumber, row.TaxCode,
                industries[row.IndustryId], tracks[row.TrackId], row.Status, row.RenewsYear, row.ReceivedOn, row.Revenue, row.ExportCents)),
        ];
    }

    /// <summary>The report.</summary>
    public static Report Report(IReadOnlyList<NominationLine> lines, Programme programme, IStringLocalizer<Words> T, bool isWhole) => new()
    {
        FileName = $"ho-so-dang-ky-{programme.Year}",
        Language = Languages.Current,
        Title = T["Nominations of {0}", programme.Year],
        Lines = programme.IsDemonstration ? [T["Demonstration data: all businesses, products and marks are invented."]] : [],
        Landscape = true,
        Tables =
        [
            Table.Of(lines)
                .Number(T["No."], line => line.Number, width: 5, link: line => $"/programmes/{programme.Year}/nominations/{line.Number}", sort: "number")
                .Text(T["Product"], line => line.Product, width: 32, link: line => $"/programmes/{programme.Year}/nominations/{line.Number}", sort: "product")
                .Text(T["Business"], line => line.Business, width: 32, link: line => $"/businesses/{line.BusinessNumber}", sort: "business")
                .Code(T["Tax code"], line => line.TaxCode, width: 14, onPage: false)
                .Text(T["Industry"], line => line.Industry, width: 18, sort: "industry")
                .Text(T["Track"], line => line.Track, width: 18)
                .Number(T["Revenue {0}, billion đồng", programme.DataYear], line => line.Revenue is { } dong ? Shown.Billions(dong) : null, decimals: 1, width: 12, sort: "revenue")
                .Number(T["Export {0}, million USD", programme.DataYear], line => line.ExportCents is { } cents ? Shown.Millions(cents) : null, decimals: 2, width: 12, sort: "export")
                .Text(T["Recognition"], line => line.RenewsYear is { } year ? T["Renewal ({0})", year] : T["First time"], width: 12)
                .Date(T["Received"], line => line.ReceivedOn, onPage: false)
                .Text(T["Status"], line => T[EnumWords.Of(line.Status)], width: 12, sort: "status")
                .Table(whenEmpty: isWhole ? T["No nomination is registered yet."] : T["No nomination fits the filter."]),
        ],
        Notes = [T["Figures are of the product in {0}, as the businesses declare them.", programme.DataYear]],
    };

    private static IOrderedQueryable<Nomination> Ordered<TKey>(
        IQueryable<Nomination> nominations, System.Linq.Expressions.Expression<Func<Nomination, TKey>> key, bool isDescending) =>
        isDescending ? nominations.OrderByDescending(key) : nominations.OrderBy(key);
}

/// <summary>A line of the list of nominations; money in đồng and US cents.</summary>
public sealed record NominationLine(
    int Number,
    string Product,
    string Business,
    int BusinessNumber,
    string? TaxCode,
    string Industry,
    string Track,
    NominationStatus Status,
    int? RenewsYear,
    DateOnly ReceivedOn,
    long? Revenue,
    long? ExportCents);
