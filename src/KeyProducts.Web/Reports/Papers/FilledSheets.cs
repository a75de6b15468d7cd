using System.Security.Claims;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports.Papers;

/// <summary>How many sheets a judge has submitted.</summary>
public sealed record SheetsOfJudge(Guid Id, string Name, CouncilRole Role, int Count);

/// <summary>How many sheets were submitted for a nomination.</summary>
public sealed record SheetsOfNomination(int Number, BilingualName Product, BilingualName Business, int Count);

/// <summary>The submitted sheets of a year, as papers. Whoever has declared a conflict with a business sees none of its products'.</summary>
public sealed class FilledSheets(AppDbContext db, ScoringService scoring, TimeProvider clock, IStringLocalizer<Words> T)
{
    /// <summary>Judges with sheets that a reader may see, by role and name.</summary>
    public async Task<IReadOnlyList<SheetsOfJudge>> JudgesAsync(Programme programme, ClaimsPrincipal reader)
    {
        var judges = await OpenTo(programme, reader).GroupBy(sheet => new { sheet.JudgeId, sheet.Judge.Name, sheet.Judge.Role })
            .Select(group => new { group.Key.JudgeId, group.Key.Name, group.Key.Role, Count = group.Count() }).ToListAsync();
        return [.. judges.OrderBy(one => one.Role).ThenBy(one => one.Name, RecognisedProducts.ByName).Select(one => new SheetsOfJudge(one.JudgeId, one.Name, one.Role, one.Count))];
    }

    /// <summary>Nominations with sheets that a reader may see, by number.</summary>
    public async Task<IReadOnlyList<SheetsOfNomination>> NominationsAsync(Programme programme, ClaimsPrincipal reader)
    {
        var counts = await OpenTo(programme, reader).GroupBy(sheet => sheet.NominationId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count);
        var nominations = await db.DossiersOpenTo(reader).Where(one => one.ProgrammeId == programme.Id).Select(one => new { one.Id, one.Number, one.Product, Business = one.Business.Name }).ToListAsync();
        return [.. nominations.Where(one => counts.ContainsKey(one.Id)).OrderBy(one => one.Number).Select(one => new SheetsOfNomination(one.Number, one.Product, one.Business, counts[one.Id]))];
    }

    /// <summary>Sheets by nomination, then by the judge's place; null when there is none that the reader may see.</summary>
    /// <param name="programme">The year, with its criteria.</param>
    /// <param name="reader">Who reads them.</param>
    /// <param name="judge">The judge; null for all.</param>
    /// <param name="number">The nomination; null for all.</param>
    public async Task<PaperFile?> LoadAsync(Programme programme, ClaimsPrincipal reader, Guid? judge = null, int? number = null)
    {
        var sheets = await OpenTo(programme, reader)
            .Where(sheet => (judge == null || sheet.JudgeId == judge) && (number == null || sheet.Nomination.Number == number))
            .Include(sheet => sheet.Marks).Include(sheet => sheet.Remarks).Include(sheet => sheet.Versions)
            .Include(sheet => sheet.Judge).ThenInclude(one => one.Assigned).Include(sheet => sheet.Judge).ThenInclude(one => one.Groups)
            .Include(sheet => sheet.Nomination).ThenInclude(one => one.Business)
            .AsNoTrackingWithIdentityResolution().AsSplitQuery().ToListAsync();
        if (sheets.Count == 0)
        {
            return null;
        }

        using var vietnamese = Languages.InVietnamese();
        var counted = (await db.CountedSheets(programme.Id).Select(sheet => sheet.Id).ToListAsync()).ToHashSet();
        var places = await db.JudgePlacesAsync(programme.Id);
        var source = ResultSource.Of(await scoring.ResultAsync(programme), clock.GetUtcNow().UtcDateTime, T);
        var papers = sheets.OrderBy(sheet => sheet.Nomination.Number).ThenBy(sheet => places[sheet.JudgeId])
            .Select(sheet => FilledSheet.Of(programme, sheet, new SheetCode(programme.Year, sheet.Nomination.Number, places[sheet.JudgeId]), counted.Contains(sheet.Id), source.Words)).ToList();
        var part = (judge, number) switch
        {
            ({ } one, null) => $"J{places[one]:00}",
            (null, { } one) => $"{one:000}",
            _ => "hoi-dong",
        };
        return new PaperFile(
            papers.Count == 1 ? papers[0].FileName : $"phieu-da-cham-{programme.Year}-{part}",
            papers.Count == 1 ? $"Phiếu chấm điểm {papers[0].RunningHead}" : $"Phiếu chấm điểm năm {programme.Year}",
            papers)
        {
            Sha256 = source.Sha256,
        };
    }

    private IQueryable<ScoreSheet> OpenTo(Programme programme, ClaimsPrincipal reader) => db.Sheets
        .Where(sheet => sheet.SubmittedAt != null && sheet.Nomination.ProgrammeId == programme.Id && db.DossiersOpenTo(reader).Any(one => one.Id == sheet.NominationId));
}
