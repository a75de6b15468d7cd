using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Judging;

/// <summary>A judge's sheet for a nomination: the dossier beside the criteria. It is begun by its first save, never by looking at it.</summary>
public sealed class SheetModel(AppDbContext db, TimeProvider clock) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public int Number { get; set; }

    /// <summary>Set after a save that was to submit and could not: the criteria without a mark are pointed out.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Missing { get; set; }

    /// <summary>Which button was pressed: "submit", or nothing for a save.</summary>
    [BindProperty]
    public string? Then { get; set; }

    [BindProperty]
    public SheetForm Input { get; set; } = new();

    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    public string Address => $"/programmes/{Year}/judging/{Number}";

    public OwnSheet Own { get; private set; } = null!;

    public Dossier Dossier { get; private set; } = null!;

    /// <summary>The way to the judge's other sheets of the year.</summary>
    public SheetCourse Course { get; private set; } = null!;

    /// <summary>What became of what was posted; null when nothing was, or nothing of it could be saved.</summary>
    public SheetSaving? Saving { get; private set; }

    /// <summary>Whether something of it was submitted before.</summary>
    public bool HasVersions { get; private set; }

    /// <summary>Whether the council has discussed the product, so that marks of the submitted sheet can be changed with a reason.</summary>
    public bool CanRescore { get; private set; }

    /// <summary>Whether the year shows this judge the marks of the others for this product.</summary>
    public bool ShowsOthers => Own.Programme.ShowsOthersMarks(Own.Sheet is { IsSubmitted: true });

    public SheetView View { get; private set; } = null!;

    /// <summary>The last day for this judge.</summary>
    public DateOnly? Until => Own.Programme.JudgingUntil(Own.Judge.ExtendedUntil);

    public bool IsOpen => Own.Programme.IsJudgingOpen(Now, Own.Judge.ExtendedUntil) && Own.Sheet is not { IsSubmitted: true };

    /// <summary>A form that was refused stays a form, also when the sheet has been closed since: nothing that was typed is lost.</summary>
    public bool IsRefused => HttpMethods.IsPost(Request.Method);

    public bool IsForm => IsOpen || IsRefused;

    public async Task<IActionResult> OnPostAsync()
    {
        Saving = Found(await SheetSaving.DoAsync(db, UserId, Year, Number, Input, Now));
        if (!Saving.IsComplete)
        {
            foreach (var field in Saving.Fields.Where(field => field.Refusal is not null))
            {
                ModelState.AddModelError(field.Name, T.Say(field.Refusal!));
            }

            return await RefuseAsync();
        }

        if (Then != "submit")
        {
            return Go(Address, "Saved at {0}.", Shown.Time(Now));
        }

        return Saving.Own.Unmarked.Count == 0
            ? Go($"{Address}/submit", "Saved at {0}.", Shown.Time(Now))
            : Redirect($"{Address}?missing=true");
    }

    /// <summary>What a script sends while somebody types: only what has changed, answered field by field.</summary>
    public async Task<IActionResult> OnPostChangesAsync()
    {
        try
        {
            Saving = Found(await SheetSaving.DoAsync(db, UserId, Year, Number, Input, Now));
            return new JsonResult(SheetAnswer.Of(Saving, T));
        }
        catch (RuleException closed)
        {
            return new JsonResult(new { Closed = T.Say(closed) });
        }
    }

    protected override async Task LoadAsync()
    {
        Own = Found(await OwnSheet.FindAsync(db, UserId, Year, Number));
        Dossier = await Dossier.LoadAsync(db, UserId, Own);
        Course = await SheetCourse.LoadAsync(db, UserId, Own);
        HasVersions = Own.Sheet is { } sheet && await db.Set<SheetVersion>().AnyAsync(version => version.SheetId == sheet.Id);
        CanRescore = Own.Sheet is { IsSubmitted: true } && Own.Programme is { Stage: Stage.Judging or Stage.Deliberation, IsSealed: false }
            && await db.Discussions.AnyAsync(discussion => discussion.NominationId == Own.Nomination.Id);
        View = new SheetView(Own, Dossier, IsRefused ? Saving?.Fields ?? SheetField.Of(Input) : [], T) { IsForm = IsForm, ShowsMissing = Missing && !IsRefused };
    }
}
