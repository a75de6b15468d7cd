using System.ComponentModel.DataAnnotations;
using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Domain;
using KeyProducts.Web.Import;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.PastYears;

/// <summary>Takes a file of an old list and leads to its preview.</summary>
[RequestSizeLimit(MostBytes), RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class ImportModel(PastImport import) : AppPage
{
    // Somewhat more than is taken, so that a file a little too large is refused with a sentence.
    private const int MostBytes = 4 * SheetReader.MostBytes;

    [BindProperty]
    public Form Input { get; set; } = new();

    public static int MostMegabytes => SheetReader.MostBytes >> 20;

    protected override Task LoadAsync()
    {
        if (!HasInput && int.TryParse(Request.Query["year"], out var year))
        {
            Input.Year = year;
        }

        return Task.CompletedTask;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        using var content = new MemoryStream();
        await Input.File!.CopyToAsync(content);
        var draft = await import.AddAsync(UserId, Input.File.FileName, content.ToArray(), Input.Year, Input.Source);
        return Redirect($"/past-years/import/{draft.Id}");
    }

    public sealed class Form
    {
        [Required]
        public IFormFile? File { get; set; }

        [Range(PastFigure.FirstYear, PastFigure.LastYear)]
        public int? Year { get; set; }

        [StringLength(PastFigure.MaxLength)]
        public string? Source { get; set; }
    }
}
