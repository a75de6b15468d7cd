using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Scoring;

/// <summary>How far the totals of a nomination's complete sheets lie apart (scoring.md, Official score 7).</summary>
/// <param name="NominationId">The nomination.</param>
/// <param name="Sheets">How many counted sheets have a mark on every judged criterion.</param>
/// <param name="Lowest">The lowest total, in points; null without a complete sheet.</param>
/// <param name="Highest">The highest.</param>
public sealed record Spread(Guid NominationId, int Sheets, decimal? Lowest, decimal? Highest)
{
    /// <summary>Highest less lowest; null with fewer than two complete sheets.</summary>
    public decimal? Points => Sheets < 2 ? null : Highest - Lowest;

    /// <summary>Whether the council is to discuss it.</summary>
    public bool IsBeyond(decimal? limit) => Points > limit;

    /// <summary>The spreads of a year, whose criteria must be loaded, by nomination.</summary>
    public static async Task<Dictionary<Guid, Spread>> OfYearAsync(AppDbContext db, Programme programme)
    {
        var judged = programme.JudgedCriteria.Count;
        var sheets = await db.CountedSheets(programme.Id)
            .Select(sheet => new { sheet.NominationId, Points = sheet.Marks.Select(mark => mark.Points).ToList() }).ToListAsync();
        return sheets.Where(sheet => sheet.Points.Count == judged).GroupBy(sheet => sheet.NominationId, sheet => sheet.Points.Sum())
            .ToDictionary(totals => totals.Key, totals => new Spread(totals.Key, totals.Count(), totals.Min(), totals.Max()));
    }
}
