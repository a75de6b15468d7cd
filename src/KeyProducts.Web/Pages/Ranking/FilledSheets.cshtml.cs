using KeyProducts.Web.Access;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Reports.Papers;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Ranking;

/// <summary>The submitted score sheets as papers to be signed and filed: one, all of a product, all of a judge, all of the year.</summary>
public sealed class FilledSheetsModel(AppDbContext db, FilledSheets sheets, Downloads downloads) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string? Format { get; set; }

    [FromQuery]
    public Guid? Judge { get; set; }

    [FromQuery]
    public int? Number { get; set; }

    public IReadOnlyList<SheetsOfJudge> Judges { get; private set; } = [];

    public IReadOnlyList<SheetsOfNomination> Nominations { get; private set; } = [];

    public int Hidden { get; private set; }

    private PaperFile? Sheets { get; set; }

    public async Task<IActionResult> OnGetAsync() => Format is null ? Page() : await downloads.FileAsync(Found(Sheets), Year, Format);

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.ResultsOpenTo(User).WithCriteria().OfYearAsync(Year));
        Found(programme.IsFrozen ? programme : null);
        if (Format is not null)
        {
            Sheets = await sheets.LoadAsync(programme, User, Judge, Number);
            return;
        }

        Judges = await sheets.JudgesAsync(programme, User);
        Nominations = await sheets.NominationsAsync(programme, User);
        Hidden = await db.HiddenDossiersAsync(programme.Id, User);
    }
}
