using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Businesses;

/// <summary>A business over the years. The address of a record that was merged leads to the one that stays.</summary>
public sealed class ShowModel(AppDbContext db, BusinessHistory history) : AppPage
{
    [FromRoute]
    public int Number { get; set; }

    public Business Business { get; private set; } = null!;

    public Table Figures { get; private set; } = null!;

    public IReadOnlyList<Chart> Charts { get; private set; } = [];

    public Table Distinctions { get; private set; } = null!;

    public Table Nominations { get; private set; } = null!;

    /// <summary>Records that were merged into this one, by name.</summary>
    public IReadOnlyList<string> Merged { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        Business = Found(await db.Businesses.AsNoTracking().WithParts().FirstOrDefaultAsync(business => business.Number == Number));
        if (Business.MergedIntoId is not null)
        {
            return;
        }

        Merged = await db.Businesses.Where(one => one.MergedIntoId == Business.Id).OrderBy(one => one.Number).Select(one => one.Name.Vietnamese).ToListAsync();
        Nominations = await history.NominationsAsync(Business.Id, User);
        Figures = history.Figures(Business);
        Charts = history.Charts(Business);
        Distinctions = history.Distinctions(Business);
    }

    public async Task<IActionResult> OnGetAsync()
    {
        if (Business.MergedIntoId is not { } standing)
        {
            return Page();
        }

        var number = await db.Businesses.Where(one => one.Id == standing).Select(one => one.Number).SingleAsync();
        return Go($"/businesses/{number}", "“{0}” was merged into this record; its address leads here.", Business.Name.In(Languages.Current));
    }
}
