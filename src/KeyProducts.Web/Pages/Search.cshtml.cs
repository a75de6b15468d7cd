using System.Globalization;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages;

/// <summary>Finds businesses and nominations among what the reader may see; what is counted is what can be opened.</summary>
public sealed class SearchModel(AppDbContext db) : AppPage
{
    /// <summary>How many of a group are shown before the reader asks for all.</summary>
    public const int Few = 20;

    private const string InBusinesses = "businesses";

    [FromQuery(Name = "q")]
    public string? Text { get; set; }

    /// <summary>The one group to show whole: "businesses", or a year; anything else shows the beginnings of all.</summary>
    [FromQuery(Name = "in")]
    public string? Group { get; set; }

    [FromQuery(Name = "p")]
    public string? PageNumber { get; set; }

    public SearchQuery Query { get; private set; } = null!;

    public bool SeesBusinesses => User.SeesBusinesses();

    public int BusinessTotal { get; private set; }

    public IReadOnlyList<FoundBusiness> Businesses { get; private set; } = [];

    /// <summary>Years with something found, the newest first.</summary>
    public IReadOnlyList<FoundYear> Years { get; private set; } = [];

    public int Total => BusinessTotal + Years.Sum(year => year.Total);

    /// <summary>The parts of the group that is shown whole; null when several groups are shown.</summary>
    public Paging? Paging { get; private set; }

    /// <summary>The address that shows one group whole.</summary>
    public string AllOf(string group) => $"/search?q={Uri.EscapeDataString(Query.Text)}&in={group}";

    public string AllBusinesses => AllOf(InBusinesses);

    /// <summary>Where a nomination is read: staff and auditors in the register, judges on their sheet.</summary>
    public string AddressOf(FoundNomination found) =>
        $"/programmes/{found.Year}/{(SeesBusinesses ? "nominations" : "judging")}/{found.Number}";

    protected override async Task LoadAsync()
    {
        Query = SearchQuery.Of(Text);
        if (Query.Words.Count == 0)
        {
            return;
        }

        var nominations = db.FindableBy(User).Matching(Query, withTaxCodes: SeesBusinesses);
        var businesses = db.Businesses.Unmerged().Where(_ => SeesBusinesses).Matching(Query);
        var totals = await nominations.GroupBy(nomination => nomination.Programme.Year).Select(group => new { Year = group.Key, Total = group.Count() }).ToListAsync();
        BusinessTotal = await businesses.CountAsync();

        var year = totals.Any(one => Written(one.Year) == Group) ? int.Parse(Group!, CultureInfo.InvariantCulture) : (int?)null;
        var isOneGroup = year is not null || (Group == InBusinesses && BusinessTotal > 0);
        if (isOneGroup)
        {
            Paging = new Paging(1, totals.FirstOrDefault(one => one.Year == year)?.Total ?? BusinessTotal, "/search", $"q={Uri.EscapeDataString(Query.Text)}&in={Group}");
            Paging = Paging with { Page = Math.Clamp(int.TryParse(PageNumber, CultureInfo.InvariantCulture, out var page) ? page : 1, 1, Paging.Pages) };
        }

        var (skip, take) = Paging is null ? (0, Few) : (Paging.Skip(Paging.Page), Paging.Size);
        if (year is null)
        {
            Businesses = await businesses.BestFirst(Query).Skip(skip).Take(take)
                .Select(business => new FoundBusiness(business.Number, new BilingualName(business.Name.Vietnamese, business.Name.English), business.TaxCode)).ToListAsync();
        }

        if (Group == InBusinesses && isOneGroup)
        {
            return;
        }

        // The best of each year in one query: the database counts the rows within a year. What is shown of them is read by their keys.
        var fitting = nominations.Fitting(Query);
        var places = await db.Programmes.Where(programme => year == null || programme.Year == year)
            .SelectMany(programme => fitting.Where(one => one.Nomination.ProgrammeId == programme.Id).OrderBy(one => one.Place).ThenBy(one => one.Nomination.Number).Skip(skip).Take(take))
            .Select(one => new { one.Nomination.Id, one.Place }).ToDictionaryAsync(one => one.Id, one => one.Place);
        var (sees, keys) = (SeesBusinesses, places.Keys.ToList());
        var found = await db.Nominations.Where(nomination => keys.Contains(nomination.Id))
            .Select(nomination => new FoundNomination(
                nomination.Id, nomination.Programme.Year, nomination.Number, new BilingualName(nomination.Product.Vietnamese, nomination.Product.English),
                new BilingualName(nomination.Business.Name.Vietnamese, nomination.Business.Name.English), sees ? nomination.Business.TaxCode : null, nomination.Status))
            .ToListAsync();
        Years = [.. totals.Where(one => year is null || one.Year == year).OrderByDescending(one => one.Year)
            .Select(one => new FoundYear(one.Year, one.Total, [.. found.Where(nomination => nomination.Year == one.Year).OrderBy(nomination => places[nomination.Id]).ThenBy(nomination => nomination.Number)]))];
    }

    private static string Written(int year) => year.ToString(CultureInfo.InvariantCulture);
}
