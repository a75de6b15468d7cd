using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Judging;

/// <summary>A product on a judge's own list.</summary>
public sealed record SheetLine(
    Guid ProgrammeId, int Year, int Number, BilingualName Product, BilingualName Business, BilingualName Industry, int Marked, int Due, decimal? Total, bool IsSubmitted)
    : SheetStep(Year, Number, Marked, Due, IsSubmitted)
{
    /// <summary>An account's own list in the years named, by year and number.</summary>
    /// <param name="db">The database.</param>
    /// <param name="userId">The account.</param>
    /// <param name="due">The number of criteria assigned to the judge, by the year's key.</param>
    public static async Task<IReadOnlyList<SheetLine>> LoadAsync(AppDbContext db, Guid userId, IReadOnlyDictionary<Guid, int> due)
    {
        var years = due.Keys.ToList();
        var products = await (
            from nomination in db.ToScoreBy(userId)
            where years.Contains(nomination.ProgrammeId)
            join industry in db.Set<Industry>() on nomination.IndustryId equals industry.Id
            orderby nomination.Programme.Year descending, nomination.Number
            select new { nomination.Id, nomination.ProgrammeId, nomination.Programme.Year, nomination.Number, nomination.Product, Business = nomination.Business.Name, Industry = industry.Name })
            .AsNoTracking().ToListAsync();
        // Only what is among the products is read of them.
        var sheets = await db.Sheets.AsNoTracking()
            .Where(sheet => sheet.Judge.UserId == userId && years.Contains(sheet.Judge.ProgrammeId))
            .Select(sheet => new { sheet.NominationId, IsSubmitted = sheet.SubmittedAt != null, Points = sheet.Marks.Select(mark => mark.Points).ToList() })
            .ToDictionaryAsync(sheet => sheet.NominationId);
        return
        [
            .. products.Select(one =>
            {
                var sheet = sheets.GetValueOrDefault(one.Id);
                return new SheetLine(
                    one.ProgrammeId, one.Year, one.Number, one.Product, one.Business, one.Industry,
                    sheet?.Points.Count ?? 0, due[one.ProgrammeId], sheet is null or { Points.Count: 0 } ? null : sheet.Points.Sum(), sheet?.IsSubmitted ?? false);
            }),
        ];
    }
}
