using System.Globalization;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Reports.Papers.Certificates;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Certificates;

/// <summary>Certificates to be printed: one of them, or all of a kind that are in force, as PDF or Word.</summary>
public sealed class FileModel(AppDbContext db, CertificateSheets sheets, Downloads downloads, TimeProvider clock) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    /// <summary>"all", "recognition", "top" or a number.</summary>
    [FromRoute]
    public string Which { get; set; } = "";

    [FromRoute]
    public string Form { get; set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        var programme = Found(await db.ResultsOpenTo(User).AsNoTracking().OfYearAsync(Year));
        var all = db.Certificates.AsNoTracking().Where(one => one.ProgrammeId == programme.Id);
        // A revoked one can still be printed for the file; it says what it is.
        var chosen = int.TryParse(Which, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? all.Where(one => one.Number == number) : all.InForce(HanoiTime.DayOf(clock.GetUtcNow().UtcDateTime));
        chosen = Which switch
        {
            "recognition" => chosen.Where(one => one.Kind == CertificateKind.Recognition),
            "top" => chosen.Where(one => one.Kind == CertificateKind.Top),
            _ => chosen,
        };
        var certificates = await chosen.OrderBy(one => one.Number).ToListAsync();
        if (certificates.Count == 0)
        {
            return NotFound();
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"giay-chung-nhan-{Year}{(Which switch { "recognition" => "-cong-nhan", "top" => "-top", _ => "" })}");
        var printed = await sheets.LoadAsync(programme, certificates, name);
        // The page of each certificate says what is wrong with its words.
        return printed.Problems.Count > 0 ? Redirect($"/programmes/{Year}/certificates/{certificates[0].Number}") : await downloads.FileAsync(printed, Form, Year);
    }
}
