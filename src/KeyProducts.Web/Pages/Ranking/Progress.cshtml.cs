using KeyProducts.Domain;
using KeyProducts.Web.Access;
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

    [FromQuery(Name = "p")]
    public int PageNumber { get; set; } = 1;

    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    public Stage Stage { get; private set; }

    /// <summary>The year's own last day; a judge may have a later one.</summary>
    public DateOnly? Until { get; private set; }

    public int Quorum { get; private set; }

    public ScoringProgress Progress { get; private set; } = null!;

    /// <summary>What is left for each judge who is on the council.</summary>
    public IReadOnlyList<(ProgressJudge Judge, JudgeDuties Duties)> Duties { get; private set; } = [];

    /// <summary>When each judge was last written to, with where that mail stands.</summary>
    public IReadOnlyDictionary<Guid, LastReminder> Reminders { get; private set; } = new Dictionary<Guid, LastReminder>();

    /// <summary>Nominations that this very reader, a judge too, has recused from: nothing is told of them.</summary>
    public IReadOnlySet<Guid> Hidden { get; private set; } = new HashSet<Guid>();

    public Paging Paging { get; private set; } = null!;

    public IEnumerable<ProgressNomination> Rows => Progress.Nominations.Skip(Paging.Skip(Paging.Page)).Take(Paging.Size);

    /// <summary>Whether judges can be reminded and given more time, sheets opened again and recusals lifted here.</summary>
    public bool CanAct => IsStaff && Stage == Stage.Judging;

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.Programmes.AsNoTracking().WithCriteria().OfYearAsync(Year));
        (Stage, Until, Quorum) = (programme.Stage, programme.JudgingUntil(null), programme.Rules.Quorum);
        Progress = await ScoringProgress.LoadAsync(db, programme);
        Duties = [.. Progress.Judges.Where(judge => !judge.HasLeft).Select(judge => (judge, Progress.DutiesOf(judge.Id)))];
        var open = db.DossiersOpenTo(User);
        Hidden = await db.Nominations.Where(one => one.ProgrammeId == programme.Id && !open.Any(seen => seen.Id == one.Id)).Select(one => one.Id).ToHashSetAsync();
        Reminders = await LastReminder.OfAsync(db, programme.Id);
        Paging = new Paging(Math.Max(1, PageNumber), Progress.Nominations.Count, $"/programmes/{Year}/progress", "");
    }
}
