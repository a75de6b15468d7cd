using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Reports.Papers;

/// <summary>The blank score sheets of a year's panel as it is stored now: nothing for who is recused, not assigned or gone.</summary>
public sealed class BlankSheets(AppDbContext db)
{
    /// <summary>Sheets by judge, then by registration number; null when there is none.</summary>
    /// <param name="programme">The year, with its criteria.</param>
    /// <param name="pairs">Which of the year's panel.</param>
    /// <param name="fileName">The name of the file, where it holds more than one.</param>
    public async Task<PaperFile?> OfAsync(Programme programme, IQueryable<PanelPair> pairs, string fileName)
    {
        var keys = await pairs.Select(pair => new { Nomination = pair.Nomination.Id, Judge = pair.Judge.Id }).ToListAsync();
        if (keys.Count == 0)
        {
            return null;
        }

        var nominations = await db.Nominations.AsNoTracking().Include(nomination => nomination.Business)
            .Where(nomination => nomination.ProgrammeId == programme.Id).ToDictionaryAsync(nomination => nomination.Id);
        var judges = await db.Judges.AsNoTracking().Include(judge => judge.Assigned).Include(judge => judge.Groups).AsSplitQuery()
            .Where(judge => judge.ProgrammeId == programme.Id).ToDictionaryAsync(judge => judge.Id);
        var places = await db.JudgePlacesAsync(programme.Id);
        var sheets = keys.Select(key => (Nomination: nominations[key.Nomination], Judge: judges[key.Judge], Place: places[key.Judge]))
            .Where(one => programme.Criteria.Any(one.Judge.Marks))
            .OrderBy(one => one.Place).ThenBy(one => one.Nomination.Number)
            .Select(one => BlankSheet.Of(programme, one.Nomination, one.Judge, new SheetCode(programme.Year, one.Nomination.Number, one.Place))).ToList();
        return sheets.Count == 0 ? null : new PaperFile(sheets.Count == 1 ? sheets[0].FileName : fileName, $"Phiếu chấm điểm năm {programme.Year}", sheets);
    }
}
