using System.Security.Claims;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages;

/// <summary>The start page: what this is for a visitor, what is to do for everybody else.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class IndexModel(AppDbContext db) : AppPage
{
    public bool IsSignedIn => User.Identity?.IsAuthenticated == true;

    public string UserName => User.FindFirstValue(Claims.FullName) ?? "";

    public SheetCount? Sheets { get; private set; }

    public IReadOnlyList<YearLine>? Years { get; private set; }

    protected override async Task LoadAsync()
    {
        if (User.IsInRole(Roles.Judge))
        {
            var toScore = db.ToScoreBy(UserId).Where(nomination => nomination.Programme.Stage == Stage.Judging);
            Sheets = new SheetCount(
                await toScore.CountAsync(),
                await toScore.CountAsync(nomination => db.SheetsOf(UserId).Any(sheet => sheet.NominationId == nomination.Id && sheet.SubmittedAt != null)),
                await db.ToDeclareBy(UserId).Select(pair => new { pair.Judge.Id, pair.Nomination.BusinessId }).Distinct().CountAsync());
        }

        if (IsStaff || User.IsInRole(Roles.Auditor))
        {
            Years = await db.Programmes.OrderByDescending(programme => programme.Year)
                .Select(programme => new YearLine(programme.Year, programme.Stage, db.Nominations.Count(nomination => nomination.ProgrammeId == programme.Id)))
                .Take(6).ToListAsync();
        }
    }

    public sealed record SheetCount(int Due, int Submitted, int ToDeclare);

    public sealed record YearLine(int Year, Stage Stage, int Nominations);
}
