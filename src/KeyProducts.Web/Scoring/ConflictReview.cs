using System.Globalization;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Scoring;

/// <summary>What the judges of a year have declared, for the Department: who has not yet, each conflict, and each sign that was explained away.</summary>
/// <param name="Judges">The judges who are on the council, in its order.</param>
/// <param name="Conflicts">Conflicts, those that hold first.</param>
/// <param name="Explained">Businesses where the program has found something and the judge has declared nothing.</param>
public sealed record ConflictReview(IReadOnlyList<DeclaringJudge> Judges, IReadOnlyList<DeclaredConflict> Conflicts, IReadOnlyList<ExplainedSign> Explained)
{
    /// <summary>What is stored now of a year.</summary>
    public static async Task<ConflictReview> LoadAsync(AppDbContext db, Guid programmeId)
    {
        var judges = await (
            from judge in db.Judges
            where judge.ProgrammeId == programmeId && !judge.HasLeft
            join user in db.Users on judge.UserId equals user.Id
            select new { judge.Id, judge.Name, judge.Role, judge.Organisation, user.Email }).AsNoTracking().ToListAsync();
        var traits = (await db.Nominations.Where(one => one.ProgrammeId == programmeId && one.Status == NominationStatus.Accepted).TraitsAsync()).ToLookup(one => one.BusinessId);
        var pairs = (await db.Panel(programmeId).Select(pair => new { JudgeId = pair.Judge.Id, pair.Nomination.BusinessId }).Distinct().ToListAsync()).ToLookup(one => one.JudgeId, one => one.BusinessId);
        var declared = (await db.Declarations.AsNoTracking().Where(one => db.Judges.Any(judge => judge.Id == one.JudgeId && judge.ProgrammeId == programmeId)).ToListAsync())
            .ToDictionary(one => (one.JudgeId, one.BusinessId));
        var recusals = await (
            from recusal in db.Recusals
            join nomination in db.Nominations on recusal.NominationId equals nomination.Id
            join judge in db.Judges on recusal.JudgeId equals judge.Id
            where nomination.ProgrammeId == programmeId
            orderby nomination.Number
            select new RecusedNomination(
                recusal.Id, judge.Id, judge.Name, nomination.BusinessId, new BilingualName(nomination.Business.Name.Vietnamese, nomination.Business.Name.English),
                nomination.Number, recusal.Kind, recusal.Text, recusal.DeclaredAt, recusal.LiftedAt)).AsNoTracking().ToListAsync();
        var order = StringComparer.Create(new CultureInfo("vi-VN"), ignoreCase: true);
        var council = judges.OrderBy(judge => judge.Role).ThenBy(judge => judge.Name, order).ToList();
        string NameOf(Guid business) => traits[business].First().Name.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
        return new ConflictReview(
            [
                .. council.Select(judge =>
                {
                    var open = pairs[judge.Id].Where(business => !declared.ContainsKey((judge.Id, business))).ToList();
                    var known = declared.Values.Where(one => one.JudgeId == judge.Id && traits.Contains(one.BusinessId)).ToList();
                    return new DeclaringJudge(
                        judge.Name, known.Count + open.Count, known.Count, known.Count(one => one.Kind is not null), known.Select(one => (DateTime?)one.DeclaredAt).Max(), [.. open.Select(NameOf).Order(order)]);
                }),
            ],
            [
                .. recusals.GroupBy(one => (one.JudgeId, one.BusinessId, one.DeclaredAt, one.LiftedAt)).Select(same => new DeclaredConflict(same.First(), [.. same.Select(one => one.Number)]))
                    .OrderBy(one => one.First.LiftedAt is not null).ThenBy(one => one.First.Judge, order).ThenBy(one => one.Numbers[0]),
            ],
            [
                .. from judge in council
                   from business in traits
                   let declaration = declared.GetValueOrDefault((judge.Id, business.Key))
                   where declaration is { Kind: null }
                   let signs = ConflictSigns.Of(new JudgeTraits(judge.Name, judge.Organisation, judge.Email), business)
                   where signs.Count > 0
                   select new ExplainedSign(judge.Name, NameOf(business.Key), signs, declaration.Text, declaration.DeclaredAt),
            ]);
    }
}

/// <summary>How far a judge is with declaring.</summary>
/// <param name="Judge">The judge's name.</param>
/// <param name="Businesses">Businesses about which the judge declares.</param>
/// <param name="Declared">Those declared.</param>
/// <param name="Conflicts">Those declared with a conflict, be it lifted since.</param>
/// <param name="LastAt">When last, UTC; null for never.</param>
/// <param name="Open">Names of those not declared yet.</param>
public sealed record DeclaringJudge(string Judge, int Businesses, int Declared, int Conflicts, DateTime? LastAt, IReadOnlyList<string> Open);

/// <summary>A judge who does not score a nomination, or did not until it was lifted.</summary>
public sealed record RecusedNomination(
    Guid Id, Guid JudgeId, string Judge, Guid BusinessId, BilingualName Business, int Number, ConflictKind Kind, string? Text, DateTime DeclaredAt, DateTime? LiftedAt);

/// <summary>A conflict with a business, with all nominations that it closes.</summary>
public sealed record DeclaredConflict(RecusedNomination First, IReadOnlyList<int> Numbers);

/// <summary>Something that the program has found and the judge says is no conflict.</summary>
public sealed record ExplainedSign(string Judge, string Business, IReadOnlyList<ConflictSign> Signs, string? Text, DateTime DeclaredAt);
