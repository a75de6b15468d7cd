using System.ComponentModel.DataAnnotations;
using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Paper;

/// <summary>A paper sheet: where it stands, who did what, and its marks once they are nobody's secret.</summary>
public sealed class ShowModel(AppDbContext db, PaperDesk desk, TimeProvider clock) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public PaperSheet Paper { get; private set; } = null!;

    public PaperCase Case { get; private set; } = null!;

    public Table? Marks { get; private set; }

    public bool MayConfirm { get; private set; }

    public bool MayRetype { get; private set; }

    public bool MaySetAside { get; private set; }

    public bool MayOpenScan { get; private set; }

    public bool HasTyped => HasInput;

    public string Home => $"/programmes/{Year}/paper/sheets/{Id}";

    protected override async Task LoadAsync()
    {
        await FindAsync();
        var may = Case.Programme.Stage == Stage.Judging && Case.Judge.UserId != UserId && !await desk.SitsOnCouncilAsync(Case.Programme.Id, UserId);
        MayConfirm = may && Paper.State == PaperState.Entered && Paper.EnteredBy.Id != UserId;
        MayRetype = may && Paper.State is PaperState.Entered or PaperState.SentBack && Paper.EnteredBy.Id == UserId;
        MaySetAside = may && Paper.State is PaperState.Entered or PaperState.SentBack;
        MayOpenScan = await db.ScansOpenTo(User).AnyAsync(paper => paper.Id == Id);
        if (Paper.State is PaperState.Confirmed or PaperState.SetAside && await db.AreResultsOpenAsync(Case.Programme.Id, User))
        {
            Marks = Documents.Table.Of(Case.Programme.Criteria.Select(criterion => (Criterion: criterion, Mark: Paper.Marks.FirstOrDefault(mark => mark.CriterionId == criterion.Id))).Where(one => one.Mark is not null))
                .Text(T["Criterion"], one => one.Criterion.Name.In(Languages.Current), 40)
                .Number(T["Highest mark"], one => one.Criterion.Max, decimals: 2)
                .Number(T["Mark"], one => one.Mark!.Points, decimals: 2)
                .Text(T["Remark"], one => one.Mark!.Remark, 40)
                .Table();
        }
    }

    public async Task<IActionResult> OnPostSendBackAsync()
    {
        await FindAsync();
        await desk.RequireTakenAsync(Case, Me);
        Paper.SendBack(Case.Judge, Input.Reason, Me, clock.GetUtcNow().UtcDateTime);
        await SaveAsync();
        return Go(Home, "Sent back. {0} is asked to enter it again.", Paper.EnteredBy.Name);
    }

    public async Task<IActionResult> OnPostSetAsideAsync()
    {
        await FindAsync();
        if (Case.Programme.Stage != Stage.Judging || await desk.SitsOnCouncilAsync(Case.Programme.Id, UserId))
        {
            throw new RuleException("Paper sheets are set aside while the year is in judging, by staff who do not sit on its council.");
        }

        Paper.SetAside(Case.Judge, Input.Reason, Me, clock.GetUtcNow().UtcDateTime);
        await SaveAsync();
        return Go($"/programmes/{Year}/paper", "Set aside. The right sheet can be entered now.");
    }

    private async Task SaveAsync()
    {
        Because(Input.Reason);
        db.Renew(Paper);
        await db.SaveChangesAsync();
    }

    private async Task FindAsync()
    {
        Paper = Found(await db.PaperSheets.Include(one => one.Marks).FirstOrDefaultAsync(one => one.Id == Id));
        var number = await db.Nominations.Where(nomination => nomination.Id == Paper.NominationId && nomination.Programme.Year == Year).Select(nomination => (int?)nomination.Number).FirstOrDefaultAsync();
        Case = Found(number is null ? null : await desk.FindAsync(db.DossiersOpenTo(User), Year, number.Value, Paper.JudgeId));
    }

    public sealed class Form
    {
        [StringLength(1000)]
        public string? Reason { get; set; }
    }
}
