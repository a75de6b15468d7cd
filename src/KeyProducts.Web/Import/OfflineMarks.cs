using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Import;

/// <summary>A judge's marks on their way out into a workbook and back. What is previewed is what is stored, as drafts that the judge submits on line.</summary>
public sealed class OfflineMarks(AppDbContext db, ImportDrafts drafts, IStringLocalizer<Words> T)
{
    /// <summary>The workbook of a judge; null when the account scores nothing in a year that is in judging.</summary>
    public async Task<FormWorkbook?> WorkbookAsync(Guid userId, int year) => await FindAsync(userId, year) is { } own
        ? MarkWorkbook.Of(own.Programme, own.Judge, own.Code, [.. own.Rows.Where(row => row.Sheet is not { IsSubmitted: true })], T)
        : null;

    /// <summary>How many products the account may score in a year that is in judging, and how many of them it has submitted; null for none.</summary>
    public async Task<(int Rows, int Submitted)?> CountAsync(Guid userId, int year) =>
        await FindAsync(userId, year) is { } own ? (own.Rows.Count, own.Rows.Count(row => row.Sheet is { IsSubmitted: true })) : null;

    /// <summary>Looks whether a file can be read as the judge's own.</summary>
    /// <exception cref="RuleException">It cannot; the message says why.</exception>
    public async Task RequireReadableAsync(Guid userId, int year, Stream file, string fileName)
    {
        var own = await FindAsync(userId, year) ?? throw NotOpen(year);
        MarkFile.Read(file, fileName, own.Programme, own.Judge, own.Code);
    }

    /// <summary>What a file would do; null when the account scores nothing in that year.</summary>
    /// <exception cref="RuleException">The file cannot be read any more.</exception>
    public async Task<OfflinePlan?> PlanAsync(ImportDraft draft) =>
        await FindAsync(draft.UserId, draft.Year) is { } own ? Plan(own, draft) : null;

    /// <summary>Stores what a file says, all of it or nothing, in one transaction.</summary>
    /// <param name="draft">The file.</param>
    /// <param name="fingerprint">Names the plan that was looked at.</param>
    /// <param name="fromFile">Where on line something else was saved: the cells in which the file is right.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <exception cref="RuleException">The plan is not that any more, it changes nothing, or judging is closed.</exception>
    public async Task<int> CarryOutAsync(ImportDraft draft, string? fingerprint, IReadOnlyCollection<string> fromFile, DateTime now)
    {
        var own = await FindAsync(draft.UserId, draft.Year) ?? throw NotOpen(draft.Year);
        var plan = Plan(own, draft);
        if (plan.Fingerprint != fingerprint)
        {
            throw new RuleException("What is stored has changed since you looked at this preview, so nothing is taken over. Below is the preview as it is now.");
        }

        var stored = 0;
        foreach (var row in plan.Rows)
        {
            var cells = row.Taken.Concat(row.Chosen.Where(cell => fromFile.Contains(row.KeyOf(cell)))).ToList();
            if (cells.Count == 0)
            {
                continue;
            }

            var sheet = own.Rows.First(one => one.Number == row.Number).Sheet ?? db.Add(new ScoreSheet(own.Nominations[row.Number!.Value], own.Judge)).Entity;
            sheet.Change(own.Programme, ChangesOf(cells), now);
            stored += cells.Count;
        }

        if (stored == 0)
        {
            throw new RuleException("The file changes nothing.");
        }

        await db.SaveChangesAsync();
        drafts.Remove(draft);
        return stored;
    }

    private static SheetChanges ChangesOf(List<OfflineCell> cells) => new(
        cells.Where(cell => cell.Criterion is not null).ToDictionary(cell => cell.Criterion!.Id, cell => new Change<decimal?>((decimal?)cell.Stored, (decimal?)cell.Typed)))
    {
        Remark = cells.FirstOrDefault(cell => cell.Criterion is null) is { } remark ? new Change<string?>((string?)remark.Stored, (string?)remark.Typed) : null,
    };

    private OfflinePlan Plan(OwnFile own, ImportDraft draft)
    {
        MarkFile file;
        using (var content = drafts.Open(draft))
        {
            file = MarkFile.Read(content, draft.FileName, own.Programme, own.Judge, own.Code);
        }

        var notices = new List<Said>();
        var missing = own.Programme.Criteria.Where(own.Judge.Marks).Where(criterion => !file.Columns.ContainsKey(criterion.Id)).Select(criterion => criterion.Name.In(Languages.Current)).ToList();
        if (missing.Count > 0)
        {
            notices.Add(new Said("Criteria without a column in the file stay as they are stored: {0}.", string.Join("; ", missing)));
        }

        var seen = new HashSet<int>();
        var rows = file.Rows.Select(row => new OfflineRowReading(own.Programme, own.Judge, own.Rows, file).Read(row, seen)).ToList();
        if (own.Rows.Where(row => row.Sheet is not { IsSubmitted: true }).Select(row => row.Number).Except(seen).Order().ToList() is { Count: > 0 } absent)
        {
            notices.Add(new Said("Not in the file, and left as they are stored: no. {0}.", string.Join(", ", absent)));
        }

        return new OfflinePlan(rows, notices);
    }

    private async Task<OwnFile?> FindAsync(Guid userId, int year)
    {
        var programme = await db.Programmes.WithCriteria().OfYearAsync(year);
        if (programme is not { Stage: Stage.Judging })
        {
            return null;
        }

        var nominations = await db.ToScoreBy(userId).Include(nomination => nomination.Business).Where(nomination => nomination.ProgrammeId == programme.Id).OrderBy(nomination => nomination.Number).ToListAsync();
        if (nominations.Count == 0)
        {
            return null;
        }

        var judge = await db.Judges.Include(one => one.Assigned).Include(one => one.Groups).AsSplitQuery().FirstAsync(one => one.ProgrammeId == programme.Id && one.UserId == userId);
        var sheets = await db.SheetsOf(userId).Include(sheet => sheet.Marks).Include(sheet => sheet.Remarks).AsSplitQuery()
            .Where(sheet => sheet.Nomination.ProgrammeId == programme.Id).ToDictionaryAsync(sheet => sheet.NominationId);
        var place = (await db.JudgePlacesAsync(programme.Id))[judge.Id];
        return new OwnFile(
            programme, judge, new SheetCode(year, 0, place),
            [.. nominations.Select(one => new OwnRow(one.Number, one.Product.Vietnamese, one.Business.Name.Vietnamese, sheets.GetValueOrDefault(one.Id)))],
            nominations.ToDictionary(one => one.Number));
    }

    private static RuleException NotOpen(int year) => new("Judging of {0} is not open.", year);

    private sealed record OwnFile(Programme Programme, Judge Judge, SheetCode Code, IReadOnlyList<OwnRow> Rows, IReadOnlyDictionary<int, Nomination> Nominations);
}
