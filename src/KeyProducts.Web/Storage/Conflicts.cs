using KeyProducts.Domain;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Storage;

/// <summary>
/// What judges declare about businesses, and what follows for nominations: a conflict recuses the judge from every nomination of the business in the year, those that
/// come later too, until somebody of the Department lifts it. See docs/decisions/0014-conflicts.md.
/// </summary>
public static class Conflicts
{
    /// <summary>Declared conflicts that nobody has lifted since.</summary>
    public static IQueryable<ConflictDeclaration> HeldConflicts(this AppDbContext db) => db.Declarations.Where(declaration => declaration.Kind != null
        && !db.Recusals.Any(lifted => lifted.JudgeId == declaration.JudgeId && lifted.LiftedAt >= declaration.DeclaredAt
            && db.Nominations.Any(nomination => nomination.Id == lifted.NominationId && nomination.BusinessId == declaration.BusinessId)));

    /// <summary>What an account is to declare first: its part of the panel of years in judging, business by business.</summary>
    public static IQueryable<PanelPair> ToDeclareBy(this AppDbContext db, Guid userId) => db.Panel().Where(pair => pair.Judge.UserId == userId
        && pair.Nomination.Programme.Stage == Stage.Judging
        && !db.Declarations.Any(one => one.JudgeId == pair.Judge.Id && one.BusinessId == pair.Nomination.BusinessId));

    /// <summary>Declares nothing or a conflict about a business; a conflict recuses the judge from all its nominations of the year.</summary>
    /// <exception cref="RuleException">The words are missing, a conflict would be taken back, or judging is over.</exception>
    public static async Task DeclareAsync(this AppDbContext db, Programme programme, Judge judge, Guid businessId, ConflictKind? kind, string? text, DateTime now)
    {
        if (await db.Declarations.FirstOrDefaultAsync(one => one.JudgeId == judge.Id && one.BusinessId == businessId) is { } declaration)
        {
            declaration.Declare(programme, kind, text, now);
        }
        else
        {
            db.Add(new ConflictDeclaration(programme, judge, businessId, kind, text, now));
        }

        if (kind is { } tie)
        {
            await db.RecuseAsync(programme, judge, [businessId], tie, text, now);
        }
    }

    /// <summary>Lifts a judge's recusals from all nominations of a business in the year; the declaration is settled with them.</summary>
    /// <returns>The numbers of the nominations that the judge may score again.</returns>
    /// <exception cref="RuleException">There is none to lift, no reason is given, or judging is over.</exception>
    public static async Task<IReadOnlyList<int>> LiftAsync(this AppDbContext db, Programme programme, Recusal recusal, string? reason, DateTime now)
    {
        var held = await (
            from one in db.Recusals
            join nomination in db.Nominations on one.NominationId equals nomination.Id
            where one.JudgeId == recusal.JudgeId && nomination.ProgrammeId == programme.Id
                && db.Nominations.Any(first => first.Id == recusal.NominationId && first.BusinessId == nomination.BusinessId)
            where one.Id == recusal.Id || one.LiftedAt == null
            orderby nomination.Number
            select new { Recusal = one, nomination.Number }).ToListAsync();
        // The one that was chosen first: when it is lifted already, nothing is.
        foreach (var one in held.OrderBy(one => one.Recusal.Id != recusal.Id))
        {
            one.Recusal.Lift(programme, reason, now);
        }

        return [.. held.Select(one => one.Number)];
    }

    /// <summary>
    /// Two records turn out to be one business, of which two may have been declared differently: a conflict with one of them is a conflict with both. What is over
    /// stays as it was.
    /// </summary>
    public static async Task MergeDeclarationsAsync(this AppDbContext db, Business kept, Business gone, DateTime now)
    {
        var conflicts = await (
            from declaration in db.HeldConflicts()
            where declaration.BusinessId == kept.Id || declaration.BusinessId == gone.Id
            join judge in db.Judges on declaration.JudgeId equals judge.Id
            join programme in db.Programmes on judge.ProgrammeId equals programme.Id
            where programme.Stage == Stage.Nominations || programme.Stage == Stage.Screening || programme.Stage == Stage.Judging
            orderby declaration.BusinessId == kept.Id
            select new { Declaration = declaration, Judge = judge, Programme = programme }).ToListAsync();
        // Of a judge who has declared a conflict with both, the one with the record that stays is last and stands.
        foreach (var one in conflicts.GroupBy(one => one.Judge.Id).Select(same => same.Last()))
        {
            await db.DeclareAsync(one.Programme, one.Judge, kept.Id, one.Declaration.Kind, one.Declaration.Text, now);
            await db.RecuseAsync(one.Programme, one.Judge, [gone.Id], one.Declaration.Kind!.Value, one.Declaration.Text, now);
        }
    }

    private static async Task RecuseAsync(this AppDbContext db, Programme programme, Judge judge, Guid[] businesses, ConflictKind kind, string? text, DateTime now)
    {
        var nominations = await db.Nominations.Where(nomination => nomination.ProgrammeId == programme.Id && businesses.Contains(nomination.BusinessId)
            && !db.Recusals.Any(recusal => recusal.NominationId == nomination.Id && recusal.JudgeId == judge.Id && recusal.LiftedAt == null)).ToListAsync();
        db.AddRange(nominations.Select(nomination => new Recusal(programme, nomination, judge, kind, text, now)));
    }
}
