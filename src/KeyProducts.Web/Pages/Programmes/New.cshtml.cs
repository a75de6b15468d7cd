using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>Opens a year, empty or with an earlier year's settings.</summary>
public sealed class NewModel(AppDbContext db, TimeProvider clock) : AppPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Earlier { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        var years = await db.Programmes.OrderByDescending(programme => programme.Year).Select(programme => programme.Year).ToListAsync();
        Earlier = years.Select(year => new SelectListItem(T["Of {0}", year], $"{year}")).WithNone(T["None: begin with an empty year"]);
    }

    public async Task OnGetAsync()
    {
        var last = await db.Programmes.MaxAsync(programme => (int?)programme.Year);
        Input = new Form { Year = last + 1 ?? HanoiTime.DayOf(clock.GetUtcNow().UtcDateTime).Year, CopyOf = last };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var year = Input.Year!.Value;
        if (await db.Programmes.AnyAsync(programme => programme.Year == year))
        {
            throw new RuleException("The year {0} is open already.", year) { Field = "Year" };
        }

        var source = Input.CopyOf is { } earlier ? Found(await db.Programmes.WithTables().OfYearAsync(earlier)) : null;
        var programme = source?.CopyFor(year) ?? new Programme(year);
        db.Add(programme);
        if (source is not null)
        {
            var templates = await db.PaperTemplates.AsNoTracking().Where(template => template.ProgrammeId == source.Id).ToListAsync();
            db.AddRange(templates.Select(template => template.CopyFor(programme)));
        }

        await db.SaveChangesAsync();
        return Go($"/programmes/{year}", "The year {0} is open. Look through its settings and criteria next.", year);
    }

    public sealed class Form
    {
        [Required]
        public int? Year { get; set; }

        public int? CopyOf { get; set; }
    }
}
