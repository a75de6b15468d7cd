using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Reports.Papers;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Papers;

/// <summary>Everything that the year hands out, as one archive.</summary>
public sealed class PacketModel(AppDbContext db, YearPacket packet, Downloads downloads) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    private Programme Programme { get; set; } = null!;

    protected override async Task LoadAsync()
    {
        Programme = Found(await db.ResultsOpenTo(User).WithTables().OfYearAsync(Year));
        Found(Programme.IsFrozen ? Programme : null);
    }

    public async Task<IActionResult> OnGetAsync() => await downloads.FileAsync(packet, Programme, User);
}
