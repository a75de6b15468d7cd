using System.Globalization;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Judging;

/// <summary>A judge with what they have declared about businesses of a year, and what is still open.</summary>
public sealed record OwnDeclarations(Programme Programme, Judge Judge, IReadOnlyList<OpenBusiness> Open, IReadOnlyList<OwnDeclaration> Declared)
{
    /// <summary>Finds it; null for who is not on the council, or before judging.</summary>
    public static async Task<OwnDeclarations?> FindAsync(AppDbContext db, Guid userId, string? email, int year)
    {
        var programme = await db.Programmes.OfYearAsync(year);
        var judge = programme is null ? null : await db.Judges.FirstOrDefaultAsync(one => one.ProgrammeId == programme.Id && one.UserId == userId && !one.HasLeft);
        return judge is null || programme!.Stage < Stage.Judging
            ? null
            : new OwnDeclarations(programme, judge, await OpenAsync(db, judge, email), await DeclaredAsync(db, judge));
    }

    private static async Task<List<OpenBusiness>> OpenAsync(AppDbContext db, Judge judge, string? email)
    {
        var open = db.ToDeclareBy(judge.UserId).Where(pair => pair.Judge.Id == judge.Id).Select(pair => pair.Nomination);
        var products = await open.OrderBy(one => one.Number)
            .Select(one => new { one.BusinessId, one.Number, Name = new BilingualName(one.Product.Vietnamese, one.Product.English) }).AsNoTracking().ToListAsync();
        // Whoever is named in any dossier of the business counts, not only in those of this judge.
        var traits = await db.Nominations.Where(one => one.ProgrammeId == judge.ProgrammeId && open.Any(own => own.BusinessId == one.BusinessId)).TraitsAsync();
        var person = new JudgeTraits(judge.Name, judge.Organisation, email);
        return
        [
            .. traits.GroupBy(one => one.BusinessId)
                .Select(business => new OpenBusiness(
                    business.Key, business.First().Name, [.. products.Where(one => one.BusinessId == business.Key).Select(one => (one.Number, one.Name))], ConflictSigns.Of(person, business)))
                .OrderBy(business => business.Signs.Count == 0).ThenBy(business => business.Name.In(Text.Languages.Current), StringComparer.Create(new CultureInfo("vi-VN"), ignoreCase: true)),
        ];
    }

    private static async Task<List<OwnDeclaration>> DeclaredAsync(AppDbContext db, Judge judge)
    {
        var declared = await (
            from declaration in db.Declarations
            where declaration.JudgeId == judge.Id
            join nomination in db.Nominations on declaration.BusinessId equals nomination.BusinessId
            where nomination.ProgrammeId == judge.ProgrammeId && nomination.Status == NominationStatus.Accepted
            orderby nomination.Number
            select new
            {
                declaration.BusinessId,
                Business = new BilingualName(nomination.Business.Name.Vietnamese, nomination.Business.Name.English),
                nomination.Number,
                declaration.Kind,
                declaration.Text,
                declaration.DeclaredAt,
                Holds = db.Recusals.Any(one => one.JudgeId == judge.Id && one.NominationId == nomination.Id && one.LiftedAt == null),
            }).AsNoTracking().ToListAsync();
        return
        [
            .. declared.GroupBy(one => one.BusinessId).Select(same => (First: same.First(), Numbers: same.Select(one => one.Number).ToList(), Holds: same.Any(one => one.Holds)))
                .Select(one => new OwnDeclaration(one.First.Business, one.Numbers, one.First.Kind, one.First.Text, one.First.DeclaredAt, one.Holds))
                .OrderBy(one => one.Kind is null).ThenBy(one => one.Numbers[0]),
        ];
    }
}

/// <summary>What a judge has declared about a business.</summary>
/// <param name="Business">Its name.</param>
/// <param name="Numbers">Its accepted nominations of the year.</param>
/// <param name="Kind">What ties them; null for nothing.</param>
/// <param name="Text">In words.</param>
/// <param name="DeclaredAt">When, UTC.</param>
/// <param name="Holds">Whether the judge is kept away from one of them.</param>
public sealed record OwnDeclaration(BilingualName Business, IReadOnlyList<int> Numbers, ConflictKind? Kind, string? Text, DateTime DeclaredAt, bool Holds);
