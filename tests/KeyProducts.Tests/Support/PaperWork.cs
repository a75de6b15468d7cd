using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KeyProducts.Tests.Support;

/// <summary>What tests do with paper sheets.</summary>
internal static class PaperWork
{
    /// <summary>The first judge, by address, who is to score a nomination and has no sheet for it.</summary>
    public static Task<(Guid Judge, string Account)> FreeJudgeAsync(TestApp app, int year, int number) => app.ReadAsync(async db =>
    {
        var found = await (
            from pair in db.Panel()
            where pair.Nomination.Programme.Year == year && pair.Nomination.Number == number
            where !db.Sheets.Any(sheet => sheet.NominationId == pair.Nomination.Id && sheet.JudgeId == pair.Judge.Id)
            join user in db.Users on pair.Judge.UserId equals user.Id
            orderby user.Email
            select new { pair.Judge.Id, user.Email }).FirstAsync();
        return (found.Id, found.Email!.Split('@')[0]);
    });

    /// <summary>A paper sheet whose marks are all the highest, entered past the pages.</summary>
    public static async Task<Guid> EnterAsync(TestApp app, int year, int number, Person by, Func<Criterion, decimal>? points = null)
    {
        var judgeId = (await FreeJudgeAsync(app, year, number)).Judge;
        var scan = await app.Services.GetRequiredService<EvidenceFiles>().AddScanAsync(new MemoryStream(SampleFiles.Pdf($"Phiếu {number} {by.Name}")), "phieu.pdf", 1);
        var id = Guid.Empty;
        await app.ChangeAsync(async db =>
        {
            var programme = await db.Programmes.WithCriteria().SingleAsync(one => one.Year == year);
            var nomination = await db.Nominations.SingleAsync(one => one.ProgrammeId == programme.Id && one.Number == number);
            var judge = await db.Judges.Include(one => one.Assigned).Include(one => one.Groups).AsSplitQuery().SingleAsync(one => one.Id == judgeId);
            var reading = new PaperReading(
                new DateOnly(2026, 11, 20), programme.Criteria.Where(judge.Marks).ToDictionary(one => one.Id, one => (decimal?)(points?.Invoke(one) ?? one.Max)), new Dictionary<Guid, string?>(), "Tốt");
            var paper = new PaperSheet(programme, judge, nomination, reading, scan.Name, scan.File, by, app.Clock.Now.UtcDateTime);
            id = paper.Id;
            db.Add(paper);
        });
        return id;
    }

    /// <summary>The workbook that a judge downloads.</summary>
    public static async Task<byte[]> WorkbookAsync(TestApp app, string judge, int year)
    {
        using var answer = await (await app.SignedInAsync(judge)).GetAsync($"/programmes/{year}/judging/workbook");
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}");
        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Seals the marks of a year, whatever its stage.</summary>
    public static Task SealAsync(TestApp app, int year) => app.ReadAsync(async db =>
        await db.Database.ExecuteSqlAsync($"UPDATE Programmes SET Judging_IsSealed = TRUE WHERE Year = {year}"));
}
