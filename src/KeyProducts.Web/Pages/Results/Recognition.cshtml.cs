using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Results;

/// <summary>The year's recognition list with its headline figures; also as Excel, CSV and PDF.</summary>
public sealed class RecognitionModel(AppDbContext db, RecognitionReport report, Downloads downloads) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [FromRoute]
    public string? Format { get; set; }

    public YearRecognition Recognition { get; private set; } = null!;

    public bool IsDraft => Recognition.Programme.Stage != Stage.Recognised;

    public async Task<IActionResult> OnGetAsync() =>
        Format is null ? Page() : await downloads.FileAsync(Recognition.Report, Format, Year, Recognition.Book);

    protected override async Task LoadAsync() =>
        Recognition = await report.LoadAsync(Found(await db.ResultsOpenTo(User).AsNoTracking().WithTables().OfYearAsync(Year)));
}
