using System.Security.Claims;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Backups;
using KeyProducts.Web.Pages.Public;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Reports.Public;
using KeyProducts.Web.Reports.Statistics;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages;

/// <summary>The start page: what this is for a visitor, what is to do for everybody else.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class IndexModel(AppDbContext db, RecognisedYears recognised, StatisticsReport statistics, BackupDesk backups, TimeProvider clock) : AppPage
{
    public bool IsSignedIn => User.Identity?.IsAuthenticated == true;

    public string UserName => User.FindFirstValue(Claims.FullName) ?? "";

    public SheetCount? Sheets { get; private set; }

    public IReadOnlyList<YearLine>? Years { get; private set; }

    /// <summary>How many recognitions end soon, and until when; null for who may not remind their businesses.</summary>
    public (int Count, DateOnly Until)? Ending { get; private set; }

    /// <summary>How backups stand; null for who need not see to them.</summary>
    public BackupState? Backups { get; private set; }

    /// <summary>What a visitor sees; null for who has signed in.</summary>
    public HomeView? Visit { get; private set; }

    protected override async Task LoadAsync()
    {
        if (!IsSignedIn)
        {
            Visit = await VisitAsync();
            return;
        }

        if (User.IsInRole(Roles.Judge))
        {
            var toScore = db.ToScoreBy(UserId).Where(nomination => nomination.Programme.Stage == Stage.Judging);
            Sheets = new SheetCount(
                await toScore.CountAsync(),
                await toScore.CountAsync(nomination => db.SheetsOf(UserId).Any(sheet => sheet.NominationId == nomination.Id && sheet.SubmittedAt != null)),
                await db.ToDeclareBy(UserId).Select(pair => new { pair.Judge.Id, pair.Nomination.BusinessId }).Distinct().CountAsync());
        }

        if (User.IsInRole(Roles.Administrator) && backups.IsHere)
        {
            Backups = backups.State();
        }

        if (IsStaff)
        {
            Ending = await db.EndingAsync(HanoiTime.DayOf(clock.GetUtcNow().UtcDateTime));
        }

        if (IsStaff || User.IsInRole(Roles.Auditor))
        {
            Years = await db.Programmes.OrderByDescending(programme => programme.Year)
                .Select(programme => new YearLine(programme.Year, programme.Stage, db.Nominations.Count(nomination => nomination.ProgrammeId == programme.Id)))
                .Take(6).ToListAsync();
        }
    }

    private async Task<HomeView> VisitAsync()
    {
        var years = await recognised.AllAsync();
        var latest = years.Count > 0 ? years[0] : null;
        var known = latest is null ? null : (await statistics.PublicYearsAsync()).FirstOrDefault(year => year.Year == latest.Year);
        var now = clock.GetUtcNow().UtcDateTime;
        var asked = (await db.YearsInConsultation().OrderByDescending(year => year.Year).ToListAsync()).Where(year => year.TakesComments(now));
        return new HomeView(
            latest,
            years.Count,
            [.. HomeView.Headlines.Select(measure => known?[measure]).OfType<ShownFigure>()],
            [.. asked.Select(year => new HomeView.Consultation(year.Year, year.Dates.ConsultationUntil!.Value))]);
    }

    public sealed record SheetCount(int Due, int Submitted, int ToDeclare);

    public sealed record YearLine(int Year, Stage Stage, int Nominations);
}
