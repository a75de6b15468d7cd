using KeyProducts.Documents;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Businesses;

/// <summary>The businesses, found by name or tax code.</summary>
public sealed class IndexModel(AppDbContext db, Downloads downloads, Demonstration demonstration) : AppPage
{
    // Also the address of the list, which its downloads stand behind.
    public const string Address = "/businesses";

    [FromRoute]
    public string? Format { get; set; }

    [FromQuery(Name = "q")]
    public string? Search { get; set; }

    [FromQuery(Name = "sort")]
    public string? SortBy { get; set; }

    // "page" is also what the framework calls a page's path, hence from the query and nowhere else; a text, so that nonsense is page 1.
    [FromQuery(Name = "page")]
    public string? PageNumber { get; set; }

    public Table Table { get; private set; } = null!;

    public Sort Sort { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    protected override async Task LoadAsync()
    {
        Search = string.IsNullOrWhiteSpace(Search) ? null : Search.Trim();
        var (key, isDescending) = Sort.Read(SortBy, [.. BusinessesReport.SortKeys], "name");
        var query = Search is null ? "" : "q=" + Uri.EscapeDataString(Search);
        Sort = new Sort(key, isDescending, Address, query);
        if (Format is not null)
        {
            return;
        }

        var total = await db.Businesses.Matching(Search).CountAsync();
        var asked = int.TryParse(PageNumber, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 1;
        var sorting = SortBy is null ? query : string.Join('&', new[] { $"sort={(isDescending ? "-" : "")}{key}", query }.Where(part => part.Length > 0));
        Paging = new Paging(1, total, Address, sorting);
        Paging = Paging with { Page = Math.Clamp(asked, 1, Paging.Pages) };
        var lines = await db.Businesses.AsNoTracking().Matching(Search).Lines(db.Nominations, key, isDescending)
            .Skip(Paging.Skip(Paging.Page)).Take(Paging.Size).ToListAsync();
        Table = BusinessesReport.Table(lines, T);
    }

    public async Task<IActionResult> OnGetAsync()
    {
        if (Format is null)
        {
            return Page();
        }

        var lines = await db.Businesses.AsNoTracking().Matching(Search).Lines(db.Nominations, Sort.Key, Sort.IsDescending).ToListAsync();
        return await downloads.FileAsync(BusinessesReport.Of(lines, Search, await demonstration.IsLoadedAsync(db), T), Format, null);
    }
}
