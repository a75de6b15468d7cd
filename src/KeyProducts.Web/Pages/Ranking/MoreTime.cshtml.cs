using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Ranking;

/// <summary>Staff give one judge more time than the year has, or take it back.</summary>
public sealed class MoreTimeModel(AppDbContext db, TimeProvider clock) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    public string Name { get; private set; } = "";

    /// <summary>The year's own last day.</summary>
    public DateOnly? Until { get; private set; }

    public JudgeDuties Duties { get; private set; } = null!;

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.Programmes.AsNoTracking().WithCriteria().OfYearAsync(Year));
        if (programme.Stage != Stage.Judging && !HasInput)
        {
            throw new NotFoundException();
        }

        var progress = await ScoringProgress.LoadAsync(db, programme);
        var judge = Found(progress.Judges.FirstOrDefault(one => one.Id == Id && !one.HasLeft));
        (Name, Until, Duties) = (judge.Name, programme.JudgingUntil(null), progress.DutiesOf(Id));
        if (!HasInput)
        {
            Input = new Form { Until = Duties.IsExtended ? Duties.Until : null };
        }
    }

    public Task<IActionResult> OnPostAsync() => Input.Until is null
        ? throw new RuleException("Give the last day.") { Field = "Until" }
        : ExtendAsync(Input.Until);

    public Task<IActionResult> OnPostTakeBackAsync() => ExtendAsync(null);

    private async Task<IActionResult> ExtendAsync(DateOnly? until)
    {
        var programme = Found(await db.Programmes.OfYearAsync(Year));
        var judge = Found(await db.Judges.FirstOrDefaultAsync(one => one.Id == Id && one.ProgrammeId == programme.Id && !one.HasLeft));
        if (judge.UserId == UserId)
        {
            throw new RuleException("You are this judge; somebody else of the Department must decide on your time.");
        }

        judge.Extend(programme, until, Input.Reason, Now);
        Because(Input.Reason);
        await db.SaveChangesAsync();
        return until is { } day
            ? Go($"/programmes/{Year}/progress", "{0} may score until {1}.", judge.Name, Deadline.Day(T, day))
            : Go($"/programmes/{Year}/progress", "{0} has the year’s own deadline again.", judge.Name);
    }

    public sealed class Form
    {
        [DataType(DataType.Date)]
        public DateOnly? Until { get; set; }

        [Required, StringLength(1000)]
        public string Reason { get; set; } = "";
    }
}
