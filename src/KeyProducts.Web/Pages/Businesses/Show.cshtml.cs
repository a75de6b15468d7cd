using System.Globalization;
using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Businesses;

/// <summary>A business over the years.</summary>
public sealed class ShowModel(AppDbContext db) : AppPage
{
    [FromRoute]
    public int Number { get; set; }

    public Business Business { get; private set; } = null!;

    public Table Figures { get; private set; } = null!;

    public Table Nominations { get; private set; } = null!;

    protected override async Task LoadAsync()
    {
        Business = Found(await db.Businesses.AsNoTracking().AsSplitQuery()
            .Include(business => business.Figures).Include(business => business.Listings).Include(business => business.Titles)
            .FirstOrDefaultAsync(business => business.Number == Number));
        var nominations = await db.Nominations.Where(nomination => nomination.BusinessId == Business.Id)
            .OrderByDescending(nomination => nomination.Programme.Year).ThenBy(nomination => nomination.Number)
            .Select(nomination => new NominationLine(nomination.Programme.Year, nomination.Number, nomination.Product, nomination.Status, nomination.RenewsYear))
            .ToListAsync();

        Figures = Table.Of(Business.Figures.OrderByDescending(figure => figure.Year))
            .Code(T["Year"], figure => Written(figure.Year))
            .Number(T["Revenue (billion đồng)"], figure => figure.Revenue is { } revenue ? Shown.Billions(revenue) : null, 1)
            .Number(T["Export (million US dollars)"], figure => figure.ExportCents is { } export ? Shown.Millions(export) : null, 2)
            .Number(T["Employees"], figure => figure.Employees)
            .Table(whenEmpty: T["No figures are entered yet."]);
        Nominations = Table.Of(nominations)
            .Code(T["Year"], line => Written(line.Year))
            .Number(T["No."], line => line.Number)
            .Text(T["Product"], line => line.Product.In(Languages.Current), 40, line => $"/programmes/{line.Year}/nominations/{line.Number}")
            .Text(T["Status"], line => T[EnumWords.Of(line.Status)])
            .Text(T["Recognition"], line => line.RenewsYear is { } year ? T["Renewal of {0}", year] : T["First time"])
            .Table(whenEmpty: T["This business has no nomination yet."]);
    }

    private static string Written(int year) => year.ToString(CultureInfo.InvariantCulture);

    private sealed record NominationLine(int Year, int Number, BilingualName Product, NominationStatus Status, int? RenewsYear);
}
