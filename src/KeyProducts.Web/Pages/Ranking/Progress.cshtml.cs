using KeyProducts.Domain;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Ranking;

/// <summary>How far the council is with a year: states and counts, never marks.</summary>
public sealed class ProgressModel(AppDbContext db, TimeProvider clock) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    public Stage Stage { get; private set; }

    public DateOnly? Until { get; private set; }

    public ScoringProgress Progress { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    public IEnumerable<ProgressNomination> Rows => Progress.Nominations.Skip(Paging.Skip(Paging.Page)).Take(Paging.Size);

    /// <summary>Whether sheets can be opened again and recusals lifted here.</summary>
    public bool CanAct => IsStaff && Stage == Stage.Judging;

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.Programmes.AsNoTracking().Where(one => one.Year == Year)
            .Select(one => new { one.Id, one.Stage, one.Dates.JudgingUntil })
            .FirstOrDefaultAsync());
        (Stage, Until) = (programme.Stage, programme.JudgingUntil);
        Progress = await ScoringProgress.LoadAsync(db, programme.Id);
        Paging = new Paging(Math.Max(1, PageNumber), Progress.Nominations.Count, $"/programmes/{Year}/progress", "");
    }
}
