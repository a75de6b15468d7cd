using KeyProducts.Documents;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Businesses;

/// <summary>The businesses, found by name or tax code.</summary>
public sealed class IndexModel(AppDbContext db, Downloads downloads, Demonstration demonstration) : AppPage
{
    private const string Address = "/businesses";

    [FromRoute]
    public string? Format { get; set; }

    [FromQuery(Name = "q")]
    public string? Search { get; set; }

    [FromQuery(Name = "sort")]
    public string? SortBy { get; set; }

    // A text, so that nonsense is page 1 and no error.
    [FromQuery(Name = "p")]
    public string? PageNumber { get; set; }

    public Table Table { get; private set; } = null!;

    public Sort Sort { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    public DownloadLinks Downloads { get; private set; } = null!;

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

        var total = await db.Businesses.Unmerged().Matching(Search).CountAsync();
        var asked = int.TryParse(PageNumber, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 1;
        query = SortBy is null ? query : string.Join('&', new[] { $"sort={(isDescending ? "-" : "")}{key}", query }.Where(part => part.Length > 0));
        Paging = new Paging(1, total, Address, query);
        Downloads = new DownloadLinks(Address, query);
        Paging = Paging with { Page = Math.Clamp(asked, 1, Paging.Pages) };
        var lines = await db.Businesses.Unmerged().AsNoTracking().Matching(Search).Lines(db.Nominations, key, isDescending)
            .Skip(Paging.Skip(Paging.Page)).Take(Paging.Size).ToListAsync();
        Table = BusinessesReport.Table(lines, T);
    }

    public async Task<IActionResult> OnGetAsync()
    {
        if (Format is null)
        {
            return Page();
        }

        var lines = await db.Businesses.Unmerged().AsNoTracking().Matching(Search).Lines(db.Nominations, Sort.Key, Sort.IsDescending).ToListAsync();
        return await downloads.FileAsync(BusinessesReport.Of(lines, Search, await demonstration.IsLoadedAsync(db), T), Format, null);
    }
}
