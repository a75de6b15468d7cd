using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Ranking;

/// <summary>A nomination whose judges lie apart: their totals, what the council said, and the marks changed since. Staff record the discussion.</summary>
public sealed class DiscussModel(AppDbContext db, TimeProvider clock) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public int Number { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Programme Programme { get; private set; } = null!;

    public BilingualName Product { get; private set; } = null!;

    public Spread? Spread { get; private set; }

    /// <summary>Counted sheets, the highest total first.</summary>
    public IReadOnlyList<JudgeTotal> Totals { get; private set; } = [];

    public IReadOnlyList<Discussion> Discussions { get; private set; } = [];

    public bool CanRecord => IsStaff && Programme.Stage is Stage.Judging or Stage.Deliberation;

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        var nomination = Found(await db.DossiersOpenTo(User).FirstOrDefaultAsync(one => one.Programme.Year == Year && one.Number == Number));
        db.Add(new Discussion(Programme, nomination, Input.HeldOn!.Value, Input.Text, Spread?.Points, Me, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/moderation/{Number}", "The discussion is recorded. The judges of no. {0} can now change their marks, each with a reason.", Number);
    }

    protected override async Task LoadAsync()
    {
        Programme = Found(await db.ResultsOpenTo(User).AsNoTracking().WithCriteria().OfYearAsync(Year));
        var nomination = Found(await db.DossiersOpenTo(User).Where(one => one.ProgrammeId == Programme.Id && one.Number == Number && one.Status == NominationStatus.Accepted)
            .Select(one => new { one.Id, one.Product }).AsNoTracking().FirstOrDefaultAsync());
        Found(Programme.IsFrozen ? Programme : null);
        Product = nomination.Product;
        Spread = (await Spread.OfYearAsync(db, Programme)).GetValueOrDefault(nomination.Id);
        Discussions = await db.Discussions.AsNoTracking().Where(one => one.NominationId == nomination.Id).OrderByDescending(one => one.At).ToListAsync();
        var sheets = await db.CountedSheets(Programme.Id).AsNoTracking().Where(sheet => sheet.NominationId == nomination.Id)
            .Include(sheet => sheet.Judge).Include(sheet => sheet.Marks).Include(sheet => sheet.Versions).ThenInclude(version => version.Marks).AsSplitQuery().ToListAsync();
        Totals = [.. sheets.Select(sheet => new JudgeTotal(sheet)).OrderByDescending(one => one.Sheet.Total).ThenBy(one => one.Sheet.Judge.Name, StringComparer.CurrentCulture)];
        if (!HasInput)
        {
            Input.HeldOn = HanoiTime.DayOf(clock.GetUtcNow().UtcDateTime);
        }
    }

    /// <summary>A sheet with what came of discussions.</summary>
    public sealed record JudgeTotal(ScoreSheet Sheet)
    {
        /// <summary>Versions made after a discussion, each with the one before.</summary>
        public IReadOnlyList<(SheetVersion Before, SheetVersion After)> Changes =>
            [.. Sheet.Versions.Zip(Sheet.Versions.Skip(1)).Where(pair => pair.Second.Origin == SheetOrigin.Discussion)];
    }

    public sealed class Form
    {
        [Required]
        public DateOnly? HeldOn { get; set; }

        [Required, StringLength(4000)]
        public string? Text { get; set; }
    }
}
