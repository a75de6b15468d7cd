using KeyProducts.Documents;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Judging;

/// <summary>The marks of the whole council for a product that the judge scores, where the year shows them to judges. For anybody else there is no such page.</summary>
public sealed class OthersModel(AppDbContext db, SheetsReport sheets) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public int Number { get; set; }

    public Report Report { get; private set; } = null!;

    protected override async Task LoadAsync()
    {
        var own = Found(await OwnSheet.FindAsync(db, UserId, Year, Number));
        Found(own.Programme.ShowsOthersMarks(own.Sheet is { IsSubmitted: true }) ? own : null);
        Report = Found(await sheets.LoadForJudgesAsync(own.Programme, Number));
    }
}
