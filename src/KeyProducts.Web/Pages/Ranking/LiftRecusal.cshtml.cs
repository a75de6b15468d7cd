using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Ranking;

/// <summary>Staff lift what a judge's conflict with a business has closed, with a reason.</summary>
public sealed class LiftRecusalModel(AppDbContext db, Assignments assignments, TimeProvider clock) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public HeldRecusal Recusal { get; private set; } = null!;

    /// <summary>Other nominations of the business from which the judge is recused: they are lifted with this one.</summary>
    public IReadOnlyList<int> Others { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        var held = Found(await FindAsync());
        if (held.UserId == UserId)
        {
            throw new RuleException("It is your own recusal; somebody else of the Department must lift it.");
        }

        var programme = await db.Programmes.FirstAsync(one => one.Year == Year);
        var recusal = await db.Recusals.FirstAsync(one => one.Id == Id);
        var numbers = await db.LiftAsync(programme, recusal, Input.Reason, clock.GetUtcNow().UtcDateTime);
        Because(Input.Reason);
        await assignments.FillAsync(programme);
        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/council/conflicts", "{0} may score no. {1} again.", held.Judge, string.Join(", ", numbers));
    }

    protected override async Task LoadAsync()
    {
        Recusal = Found(await FindAsync());
        Others = await (
            from recusal in db.Recusals
            join nomination in db.Nominations on recusal.NominationId equals nomination.Id
            where recusal.JudgeId == Recusal.JudgeId && recusal.LiftedAt == null && recusal.Id != Id && nomination.BusinessId == Recusal.BusinessId && nomination.Programme.Year == Year
            orderby nomination.Number
            select nomination.Number).ToListAsync();
    }

    private Task<HeldRecusal?> FindAsync() => (
        from recusal in db.Recusals
        join judge in db.Judges on recusal.JudgeId equals judge.Id
        join nomination in db.Nominations on recusal.NominationId equals nomination.Id
        where recusal.Id == Id && nomination.Programme.Year == Year
        select new HeldRecusal(
            judge.Id, judge.Name, judge.UserId, nomination.BusinessId, nomination.Number, nomination.Product, nomination.Business.Name, recusal.Kind, recusal.Text, recusal.DeclaredAt, recusal.LiftedAt,
            db.Sheets.Any(sheet => sheet.NominationId == nomination.Id && sheet.JudgeId == judge.Id && sheet.SubmittedAt != null)))
        .AsNoTracking().FirstOrDefaultAsync();

    public sealed record HeldRecusal(
        Guid JudgeId, string Judge, Guid UserId, Guid BusinessId, int Number, BilingualName Product, BilingualName Business, ConflictKind Kind, string? Text, DateTime DeclaredAt, DateTime? LiftedAt, bool HasSubmitted);

    public sealed class Form
    {
        [Required, StringLength(1000)]
        public string Reason { get; set; } = "";
    }
}
