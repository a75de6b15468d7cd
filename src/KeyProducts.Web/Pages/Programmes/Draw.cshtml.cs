using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>Chooses how judges are assigned, shows what would come of it, and stores it once it is confirmed.</summary>
public sealed class DrawModel(AppDbContext db, Assignments assignments) : AppPage
{
    private const string Stale = "What is stored has changed since you looked at this preview, so nothing is changed. Below is the preview as it is now.";

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    /// <summary>What is looked at.</summary>
    [BindProperty(SupportsGet = true, Name = "by")]
    public DrawWay? Way { get; set; }

    [BindProperty(SupportsGet = true, Name = "n"), Range(1, 99)]
    public int? Count { get; set; }

    [BindProperty(SupportsGet = true, Name = "anew")]
    public bool Anew { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Programme Programme { get; private set; } = null!;

    public CouncilPanel Panel { get; private set; } = null!;

    /// <summary>What would change; null while nothing is chosen that could be looked at.</summary>
    public PanelPlan? Plan { get; private set; }

    public string Fingerprint { get; private set; } = "";

    public bool HasDrawn { get; private set; }

    /// <summary>Pairs with marks, which stay whatever is drawn.</summary>
    public int Kept { get; private set; }

    public bool ChangesNothing => Plan is { Added.Count: 0, Gone.Count: 0, ByHand.Count: 0 } && Plan.PerNomination == Programme.Judging.JudgesPerNomination;

    public string Home => $"/programmes/{Year}/council/assignment";

    protected override async Task LoadAsync()
    {
        await FindAsync();
        if (Programme.Stage >= Stage.Deliberation && !HasInput)
        {
            throw new NotFoundException();
        }

        var now = Programme.Judging.JudgesPerNomination;
        (Way, Count, Anew) = HasInput ? (Input.By, Input.Count, Input.Anew) : Programme.IsFrozen ? (WayOf(now), now, false) : (Way, Count, Anew);
        if (Way is not null && (Way == DrawWay.Scope || Count is >= 1 and <= 99))
        {
            Plan = await PlanAsync();
        }

        (Way, Count) = (Way ?? WayOf(now), Count ?? now ?? Math.Max(Programme.Rules.Quorum, 3));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await FindAsync();
        (Way, Count, Anew) = (Input.By, Input.Count, Input.Anew);
        if (Way == DrawWay.Drawn && Count is null)
        {
            throw new RuleException("Say how many judges are drawn for each nomination.") { Field = "Count" };
        }

        var plan = await PlanAsync();
        if (Fingerprint != Input.Fingerprint)
        {
            throw new RuleException(Stale);
        }

        Programme.Set(Programme.Judging with { JudgesPerNomination = plan.PerNomination });
        var (added, gone) = Panel.Carry(plan);
        db.RemoveRange(gone);
        db.AddRange(added);
        await db.SaveChangesAsync();
        return Go(Home, "The assignment is stored: {0} pairs drawn, {1} drawn no longer.", added.Count, gone.Count);
    }

    private static DrawWay WayOf(int? perNomination) => perNomination is null ? DrawWay.Scope : DrawWay.Drawn;

    private async Task FindAsync()
    {
        Programme = Found(await db.Programmes.WithTables().OfYearAsync(Year));
        Panel = await assignments.LoadAsync(Programme);
        HasDrawn = Panel.Nominations.Any(nomination => Panel.Judges.Any(judge => Panel.Of(judge, nomination) == PairState.Drawn));
    }

    private async Task<PanelPlan> PlanAsync()
    {
        var marked = await assignments.MarkedAsync(Programme.Id);
        var plan = Panel.Plan(Way == DrawWay.Drawn ? Count : null, Anew && !Programme.IsFrozen, marked);
        Kept = plan.Pairs.Count(marked.Contains);
        Fingerprint = Assignments.FingerprintOf(plan);
        return plan;
    }

    public sealed class Form
    {
        public DrawWay By { get; set; }

        [Range(1, 99)]
        public int? Count { get; set; }

        public bool Anew { get; set; }

        public string? Fingerprint { get; set; }
    }
}
