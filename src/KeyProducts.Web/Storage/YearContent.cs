using System.Globalization;
using KeyProducts.Domain;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Storage;

/// <summary>What decides a year's result, read from what is stored now.</summary>
public static class YearContent
{
    /// <summary>The content of a year, whose criteria must be loaded, as a first snapshot would hold it.</summary>
    public static async Task<SnapshotContent> ContentAsync(this AppDbContext db, Programme programme)
    {
        var rules = YearRules.Of(programme);
        var criteria = programme.Criteria.ToDictionary(criterion => criterion.Id);
        // Complex properties are taken apart: a whole one would read every column of the record.
        var nominations = await (
            from nomination in db.Nominations
            join industry in db.Set<Industry>() on nomination.IndustryId equals industry.Id
            where nomination.ProgrammeId == programme.Id && nomination.Status == NominationStatus.Accepted
            orderby nomination.Number
            select new
            {
                nomination.Number,
                Product = nomination.Product.Vietnamese,
                nomination.BusinessId,
                nomination.Business.TaxCode,
                BusinessName = nomination.Business.Name.Vietnamese,
                Industry = industry.Name.Vietnamese,
                // One value each: both at once would be read by numbering the figures of all years.
                Revenue = nomination.Figures.Where(figure => figure.DataYear == programme.DataYear && figure.Base == FigureBase.Product).Select(figure => figure.Revenue).FirstOrDefault(),
                ExportCents = nomination.Figures.Where(figure => figure.DataYear == programme.DataYear && figure.Base == FigureBase.Product).Select(figure => figure.ExportCents).FirstOrDefault(),
            }).ToListAsync();
        // A council is small: one question for it and its parts.
        var judges = await db.Judges.AsNoTracking().Include(judge => judge.Assigned).Include(judge => judge.Groups).AsSingleQuery()
            .Where(judge => judge.ProgrammeId == programme.Id).ToDictionaryAsync(judge => judge.Id);
        var sheets = await db.CountedSheets(programme.Id).Select(sheet => new { sheet.Id, sheet.Nomination.Number, sheet.JudgeId, Version = sheet.Versions.Count }).ToListAsync();
        // A large year has a hundred thousand marks: nothing is read with each that its sheet says already.
        var marks = (await db.Sheets.Where(sheet => sheet.SubmittedAt != null && sheet.Nomination.ProgrammeId == programme.Id)
            .SelectMany(sheet => sheet.Marks, (sheet, mark) => new { sheet.Id, mark.CriterionId, mark.Points }).ToListAsync()).ToLookup(mark => mark.Id);
        var keys = criteria.Keys.ToDictionary(id => id, Key);
        var recusals = await (
            from recusal in db.Recusals
            join nomination in db.Nominations on recusal.NominationId equals nomination.Id
            where nomination.ProgrammeId == programme.Id && recusal.LiftedAt == null && nomination.Status == NominationStatus.Accepted
            select new { nomination.Number, recusal.JudgeId, recusal.Kind }).ToListAsync();
        var ties = await db.TieDecisions.AsNoTracking()
            .Where(decision => decision.ProgrammeId == programme.Id).OrderBy(decision => decision.DecidedAt).ToListAsync();
        var numbers = nominations.Select(nomination => nomination.Number).ToHashSet();
        var involved = sheets.Select(sheet => sheet.JudgeId).Concat(recusals.Select(recusal => recusal.JudgeId)).ToHashSet();

        return new SnapshotContent(
            programme.Year,
            null,
            null,
            rules.Rules,
            rules.Groups,
            rules.Criteria,
            [.. nominations.Select(nomination => new SnapshotNomination(
                nomination.Number,
                string.Create(CultureInfo.InvariantCulture, $"{programme.Year}-{nomination.Number:000}"),
                nomination.Product,
                nomination.TaxCode ?? Key(nomination.BusinessId),
                nomination.BusinessName,
                nomination.Industry,
                true,
                Figures(nomination.Revenue, nomination.ExportCents)))],
            [.. judges.Values.Where(judge => involved.Contains(judge.Id)).Select(judge => new SnapshotJudge(Key(judge.Id), judge.Role.ToString())).OrderBy(judge => judge.Id, StringComparer.Ordinal)],
            [.. sheets.Select(sheet => new SnapshotSheet(
                    sheet.Number,
                    Key(sheet.JudgeId),
                    Math.Max(1, sheet.Version),
                    marks[sheet.Id].Where(mark => judges[sheet.JudgeId].Marks(criteria[mark.CriterionId])).ToDictionary(mark => keys[mark.CriterionId], mark => mark.Points)))
                .OrderBy(sheet => sheet.Nomination).ThenBy(sheet => sheet.Judge, StringComparer.Ordinal)],
            [.. recusals.Select(recusal => new SnapshotRecusal(recusal.Number, Key(recusal.JudgeId), recusal.Kind.ToString()))
                .OrderBy(recusal => recusal.Nomination).ThenBy(recusal => recusal.Judge, StringComparer.Ordinal)],
            // A nomination that was withdrawn after the council had decided is no part of the order any more.
            [.. ties.Select(tie => new SnapshotTie([.. tie.Numbers.Where(numbers.Contains)], tie.Reason, tie.Minutes)).Where(tie => tie.Order.Count > 0)]);
    }

    /// <summary>A key as the ranking knows it.</summary>
    public static string Key(Guid id) => id.ToString("N", CultureInfo.InvariantCulture);

    private static Dictionary<string, decimal> Figures(long? revenue, long? exportCents)
    {
        var figures = new Dictionary<string, decimal>();
        if (revenue is { } dong)
        {
            figures.Add("revenue", dong);
        }

        if (exportCents is { } cents)
        {
            figures.Add("export", cents / 100m);
        }

        return figures;
    }
}
