using System.ComponentModel.DataAnnotations;
using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Ranking;

/// <summary>Two people freeze a year's result: the first puts it forward, the second confirms it, each with their own sign-in and password.</summary>
public sealed class FinaliseModel(AppDbContext db, SnapshotDrafts drafts, ComparisonReport comparison, OwnPassword password, TimeProvider clock) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public SnapshotDraft Draft { get; private set; } = null!;

    public SnapshotProposal? Proposal { get; private set; }

    public FinalState State { get; private set; }

    public RankingResult Result => Draft.Live.Result;

    public Table Top { get; private set; } = null!;

    /// <summary>What a correction would change; null when there is no snapshot, or nothing differs from it.</summary>
    public ComparisonView? Changes { get; private set; }

    public bool IsReady => Result.Undecided.Count == 0 && Result.Ranked.Count > 0 && State != FinalState.Current;

    /// <summary>Whether something has changed since the result was put forward.</summary>
    public bool IsStale => Proposal is not null && !Draft.Fits(Proposal);

    public async Task<IActionResult> OnPostAsync()
    {
        var draft = await drafts.OfAsync(await FindAsync());
        await password.RequireAsync(User, Input.Password);
        if (draft.Live.Seed != Input.Seen)
        {
            throw new RuleException("The result has changed while you looked at it. Look at it again.");
        }

        var (_, hash) = draft.File(Input.Reason);
        db.Add(SnapshotProposal.Of(draft.Live.Programme, draft.Live.Result, hash, draft.Latest, draft.IsUnchanged, Input.Reason, Me, clock.GetUtcNow().UtcDateTime));
        Because(Input.Reason);
        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/ranking/finalise", "The result is put forward. It is final when a second person confirms it.");
    }

    public async Task<IActionResult> OnPostConfirmAsync()
    {
        var programme = await FindAsync();
        var proposal = await db.SnapshotProposals.FirstOrDefaultAsync(one => one.ProgrammeId == programme.Id) ?? throw new RuleException("No result is put forward.");
        var draft = await drafts.OfAsync(programme);
        await password.RequireAsync(User, Input.Password);
        if (proposal.Sha256 != Input.Seen)
        {
            throw new RuleException("The result has changed while you looked at it. Look at it again.");
        }

        var (file, hash) = draft.File(proposal.Reason);
        var snapshot = proposal.Confirm(programme, draft.Live.Result, file, hash, draft.Latest, Me, clock.GetUtcNow().UtcDateTime);
        Because(proposal.Reason);
        db.Add(snapshot);
        db.Remove(proposal);
        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/ranking/snapshots", "The result is final: snapshot no. {0}.", snapshot.Number);
    }

    public async Task<IActionResult> OnPostTakeBackAsync()
    {
        var programme = await FindAsync();
        db.Remove(await db.SnapshotProposals.FirstOrDefaultAsync(one => one.ProgrammeId == programme.Id) ?? throw new RuleException("No result is put forward."));
        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/ranking/finalise", "The result is taken back; nothing was finalised.");
    }

    protected override async Task LoadAsync()
    {
        var programme = await FindAsync();
        Draft = await drafts.OfAsync(programme);
        State = Draft.State;
        Proposal = await db.SnapshotProposals.AsNoTracking().FirstOrDefaultAsync(one => one.ProgrammeId == programme.Id);
        var names = await ResultNames.LoadAsync(db, Draft.Live, T);
        Top = Table.Of(Result.Ranked.Where(one => one.Top))
            .Number(T["Rank"], one => one.Rank)
            .Text(T["Product"], one => names.Product(one.Number), link: one => $"/programmes/{Year}/nominations/{one.Number}")
            .Text(T["Business"], one => names.Business(one.Number))
            .Number(T["Score"], one => one.Score, programme.Rules.Decimals)
            .Table(T["Top {0}", programme.Rules.TopCount], T["No product is in the top."]);
        Changes = State == FinalState.Outdated && Draft.Before is { } before ? await comparison.LoadAsync(before, Draft.Live.Content, programme) : null;
        Input.Seen = Draft.Live.Seed;
        // What was posted is what was seen before.
        ModelState.Remove("Input.Seen");
    }

    private async Task<Programme> FindAsync()
    {
        var programme = Found(await db.ResultsOpenTo(User).AsNoTracking().WithCriteria().OfYearAsync(Year));
        return Found(programme.Stage < Stage.Deliberation ? null : programme);
    }

    public sealed class Form
    {
        /// <summary>The hash of what its writer saw.</summary>
        public string Seen { get; set; } = "";

        [StringLength(1000)]
        public string? Reason { get; set; }

        [Required, StringLength(128), DataType(DataType.Password)]
        public string Password { get; set; } = "";
    }
}
