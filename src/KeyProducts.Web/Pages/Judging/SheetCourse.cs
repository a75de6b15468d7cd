using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Judging;

/// <summary>A sheet among those of a judge in a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Number">The nomination's number.</param>
/// <param name="Marked">How many criteria have a mark.</param>
/// <param name="Due">How many are assigned to the judge.</param>
/// <param name="IsSubmitted">Whether it is submitted.</param>
public record SheetStep(int Year, int Number, int Marked, int Due, bool IsSubmitted)
{
    public SheetState State => SheetProgress.Of(Marked, Due, IsSubmitted);

    public string Address => $"/programmes/{Year}/judging/{Number}";

    /// <summary>What waits for the judge after a number, then before it: first what lacks marks, then what lacks only the submission; null when all is done.</summary>
    public static SheetStep? NextOf(IReadOnlyList<SheetStep> steps, int after = 0) => FirstOf([.. steps.OrderBy(step => step.Number <= after).ThenBy(step => step.Number)]);

    /// <summary>The same, the nearest before a number first.</summary>
    public static SheetStep? PreviousOf(IReadOnlyList<SheetStep> steps, int before) => FirstOf([.. steps.OrderBy(step => step.Number > before).ThenByDescending(step => step.Number)]);

    private static SheetStep? FirstOf(List<SheetStep> steps) =>
        steps.FirstOrDefault(step => step.State is SheetState.NotBegun or SheetState.InPart) ?? steps.FirstOrDefault(step => step.State == SheetState.Complete);
}

/// <summary>A judge's way from one sheet of a year to the others.</summary>
/// <param name="Count">How many sheets there are.</param>
/// <param name="Submitted">How many of them are submitted.</param>
/// <param name="Before">The sheet before this one; null at the first.</param>
/// <param name="After">The sheet after it; null at the last.</param>
/// <param name="Next">The next that waits; null when no other does.</param>
/// <param name="Previous">The previous that waits; null when no other does.</param>
/// <param name="Products">The products of these, by their numbers.</param>
public sealed record SheetCourse(int Count, int Submitted, SheetStep? Before, SheetStep? After, SheetStep? Next, SheetStep? Previous, IReadOnlyDictionary<int, BilingualName> Products)
{
    /// <summary>The way from a sheet; of the others only what leads there is read.</summary>
    /// <param name="db">The database.</param>
    /// <param name="userId">The account.</param>
    /// <param name="own">The sheet.</param>
    public static async Task<SheetCourse> LoadAsync(AppDbContext db, Guid userId, Scoring.OwnSheet own)
    {
        var (year, number, due) = (own.Programme.Year, own.Nomination.Number, own.Criteria.Count);
        var open = db.ToScoreBy(userId).Where(nomination => nomination.ProgrammeId == own.Programme.Id);
        var numbers = await open.OrderBy(nomination => nomination.Number).Select(nomination => nomination.Number).ToListAsync();
        // Only what is among the numbers is read of them.
        var sheets = await db.Sheets.Where(sheet => sheet.JudgeId == own.Judge.Id)
            .Select(sheet => new { sheet.Nomination.Number, IsSubmitted = sheet.SubmittedAt != null, Marked = sheet.Marks.Count }).ToDictionaryAsync(sheet => sheet.Number);
        var steps = numbers.ConvertAll(one => sheets.TryGetValue(one, out var sheet) ? new SheetStep(year, one, sheet.Marked, due, sheet.IsSubmitted) : new SheetStep(year, one, 0, due, false));
        var others = steps.FindAll(step => step.Number != number);
        var (before, after) = (steps.FindLast(step => step.Number < number), steps.Find(step => step.Number > number));
        var (next, previous) = (SheetStep.NextOf(others, number), SheetStep.PreviousOf(others, number));
        int[] near = [.. new[] { before, after, next, previous }.OfType<SheetStep>().Select(step => step.Number).Distinct()];
        var products = await db.Nominations.AsNoTracking().Where(nomination => nomination.ProgrammeId == own.Programme.Id && near.Contains(nomination.Number))
            .Select(nomination => new { nomination.Number, nomination.Product.Vietnamese, nomination.Product.English }).ToListAsync();
        return new SheetCourse(
            steps.Count, steps.Count(step => step.IsSubmitted), before, after, next, previous, products.ToDictionary(one => one.Number, one => new BilingualName(one.Vietnamese, one.English)));
    }
}
