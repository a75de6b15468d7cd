using System.Globalization;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Ranking;

/// <summary>Everything that was ever submitted for a nomination, judge by judge. Open to those who see the year's marks.</summary>
public sealed class VersionsModel(AppDbContext db) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public int Number { get; set; }

    public BilingualName Product { get; private set; } = null!;

    public IReadOnlyList<SheetVersions> Sheets { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.ResultsOpenTo(User).AsNoTracking().WithCriteria().OfYearAsync(Year));
        Found(programme.IsFrozen ? programme : null);
        var nomination = Found(await db.DossiersOpenTo(User).Where(one => one.ProgrammeId == programme.Id && one.Number == Number)
            .Select(one => new { one.Id, one.Product }).FirstOrDefaultAsync());
        Product = nomination.Product;
        var sheets = await db.Sheets.AsNoTracking().Include(sheet => sheet.Judge).Include(sheet => sheet.Versions).ThenInclude(version => version.Marks)
            .AsSplitQuery().Where(sheet => sheet.NominationId == nomination.Id && sheet.Versions.Count > 0).ToListAsync();
        Sheets =
        [
            .. sheets.OrderBy(sheet => sheet.Judge.Role).ThenBy(sheet => sheet.Judge.Name, StringComparer.Create(new CultureInfo("vi-VN"), ignoreCase: true))
                .Select(sheet => SheetVersions.Of(sheet.Judge.Name, sheet, programme)),
        ];
    }
}
