using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Support;

/// <summary>2027 in screening with accepted dossiers and a council of the demonstration's judges.</summary>
public static class CouncilYear
{
    /// <summary>The year.</summary>
    public const int Year = ScreeningYear.Year;

    /// <summary>Its council.</summary>
    public const string Home = "/programmes/2027/council";

    /// <summary>Opens it.</summary>
    /// <param name="app">The program.</param>
    /// <param name="dossiers">How many dossiers it has.</param>
    /// <param name="accepted">How many of them, from the first, are accepted.</param>
    /// <param name="judges">How many judges it has, judge1 first.</param>
    /// <param name="drawn">How many judges are drawn for each nomination; null when everybody scores by scope.</param>
    public static async Task OpenAsync(TestApp app, int dossiers, int accepted, int judges, int? drawn = null)
    {
        await ScreeningYear.OpenAsync(app, dossiers, (year, nomination) =>
        {
            ScreeningYear.Answer(year, nomination);
            if (nomination.Number <= accepted)
            {
                nomination.Accept(year, [], Officers.Hoa, "Hồ sơ thử");
            }
        });
        await app.ChangeAsync(async db =>
        {
            var year = await YearAsync(db);
            year.Set(year.Judging with { JudgesPerNomination = drawn });
            for (var number = 1; number <= judges; number++)
            {
                var user = await db.FindByEmailAsync($"judge{number}@demo.local");
                db.Add(new Judge(year, user.Id, new JudgeDetails(user.FullName, null, null, CouncilRole.Member)));
            }

            await new Assignments(db).FillAsync(year);
        });
    }

    /// <summary>The year with its tables, to be changed.</summary>
    public static Task<Programme> YearAsync(AppDbContext db) => db.Programmes.WithTables().SingleAsync(one => one.Year == Year);

    /// <summary>Who scores what, as every other page asks it: "1: judge1 judge3 | 2: …".</summary>
    public static Task<string> PanelAsync(TestApp app) => app.ReadAsync(async db =>
    {
        var pairs = await db.Panel().Where(pair => pair.Nomination.Programme.Year == Year)
            .Select(pair => new { pair.Nomination.Number, db.Users.Single(user => user.Id == pair.Judge.UserId).Email }).ToListAsync();
        return string.Join(" | ", pairs.GroupBy(pair => pair.Number).OrderBy(group => group.Key).Select(group => $"{group.Key}: {string.Join(' ', group.Select(pair => pair.Email!.Split('@')[0]).Order(StringComparer.Ordinal))}"));
    });

    /// <summary>The key of a judge of the year.</summary>
    public static Task<Guid> JudgeAsync(TestApp app, int number) => app.ReadAsync(async db =>
    {
        var user = await db.FindByEmailAsync($"judge{number}@demo.local");
        return (await db.Judges.SingleAsync(judge => judge.UserId == user.Id && judge.ProgrammeId == db.Programmes.Single(one => one.Year == Year).Id)).Id;
    });

    /// <summary>Opens judging; every judge has declared that nothing ties them.</summary>
    public static Task OpenJudgingAsync(TestApp app) => app.ChangeAsync(async db =>
    {
        var year = await YearAsync(db);
        year.Advance(new ProgrammeCounts(0, 9, 9, 9, 0, 0, 0, 0), "Thử");
        var judges = await db.Judges.Where(judge => judge.ProgrammeId == year.Id).ToListAsync();
        var nominations = await db.Nominations.Where(one => one.ProgrammeId == year.Id).ToListAsync();
        db.AddRange(SheetWork.NoConflicts(year, judges, nominations, app.Clock.Now.UtcDateTime));
    });
}
