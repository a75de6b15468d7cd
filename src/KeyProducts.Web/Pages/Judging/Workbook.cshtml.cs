using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Web.Import;
using KeyProducts.Web.Reports;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Judging;

/// <summary>A judge's workbook to score off line, with the marks that are saved.</summary>
public sealed class WorkbookModel(OfflineMarks marks, Downloads downloads) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    private FormWorkbook Form { get; set; } = null!;

    protected override async Task LoadAsync() => Form = Found(await marks.WorkbookAsync(UserId, Year));

    public async Task<IActionResult> OnGetAsync() => await downloads.FileAsync(Form, Year);
}
