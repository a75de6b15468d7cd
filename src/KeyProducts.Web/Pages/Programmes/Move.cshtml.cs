using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>Moves a year on, or back, after saying what that does.</summary>
public sealed class MoveModel(AppDbContext db, ScoringService scoring, TimeProvider clock) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Back { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Stage From { get; private set; }

    public Stage To => Back ? From - 1 : From + 1;

    public IReadOnlyList<Obstacle> Obstacles { get; private set; } = [];

    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>What closing judging would leave behind; null for any other step.</summary>
    public Closing? Closing { get; private set; }

    public bool CanMove => Back || Obstacles.All(obstacle => obstacle.CanBePassed);

    public bool NeedsReason => Back || Obstacles.Count > 0;

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.Programmes.WithTables().OfYearAsync(Year));
        From = programme.Stage;
        // The last step is that of the decision, which has a page of its own.
        if (From == Stage.Recognised || (Back && From == Stage.Preparation) || (!Back && From == Stage.Consultation && !HasInput))
        {
            throw new NotFoundException();
        }

        var live = From == Stage.Judging && !Back ? await scoring.LiveAsync(programme) : null;
        Obstacles = programme.Obstacles(await scoring.CountAsync(programme, live));
        Closing = live is null ? null : await Closing.LoadAsync(db, programme, live.Result, db.DossiersOpenTo(User));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var programme = Found(await db.Programmes.WithTables().OfYearAsync(Year));
        if (programme.Stage != Input.From)
        {
            throw new RuleException(Versions.Changed);
        }

        Because(Input.Reason);
        if (Back)
        {
            programme.StepBack(Input.Reason, await db.Sheets.AnyAsync(sheet => db.Nominations.Any(nomination => nomination.Id == sheet.NominationId && nomination.Programme.Id == programme.Id)));
        }
        else if (programme.Stage == Stage.Consultation)
        {
            throw new RuleException("The year is recognised on the page of its decision.");
        }
        else
        {
            programme.Advance(await scoring.CountAsync(programme), Input.Reason);
        }

        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}", "The year is now in the stage “{0}”.", T[EnumWords.Of(programme.Stage)].Value);
    }

    /// <summary>What going to a stage does.</summary>
    public static string Consequence(Stage to, bool back) => (to, back) switch
    {
        (_, true) => "The year goes back by one stage. Nothing that was entered is lost; the reason is in the history.",
        (Stage.Nominations, _) => "From now on dossiers can be registered. Rules and criteria can still change.",
        (Stage.Screening, _) => "Dossiers are checked now: each is accepted, rejected or withdrawn. Late ones can still be registered.",
        (Stage.Judging, _) => "Judges can score from now on. Rules, criteria and assignments are frozen.",
        (Stage.Deliberation, _) => "Judging closes: drafts count nowhere, nominations below the quorum are listed apart, and judges can change nothing any more. Auditors can see marks and ranking.",
        _ => "The result goes to the public consultation, as its snapshot has it. Nothing is public yet: the provisional list is published by an act of its own. Decisions on equal scores can no longer be recorded.",
    };

    public sealed class Form
    {
        public Stage From { get; set; }

        [StringLength(2000)]
        public string? Reason { get; set; }
    }
}
