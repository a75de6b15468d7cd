using System.Globalization;
using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;

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

    public IReadOnlyList<SheetLine> Lines { get; private set; } = [];

    public bool IsOpen => Own.Programme.IsJudgingOpen(Now) && Own.Sheet is not { IsSubmitted: true };

    /// <summary>A form that was refused stays a form, also when the sheet has been closed since: nothing that was typed is lost.</summary>
    public bool IsRefused => HttpMethods.IsPost(Request.Method);

    /// <summary>Whether another window has saved the sheet since this form was opened.</summary>
    public bool HasChanged => IsRefused && Input.Version != StoredVersion;

    /// <summary>Whether the writer has to choose between what is stored and what was typed.</summary>
    public bool IsStale => HasChanged && IsOpen;

    public int StoredVersion => Own.Sheet?.Version ?? 0;

    public void OnGet() => Input = new SheetForm { Version = StoredVersion, Remark = Own.Sheet?.Remark };

    public async Task<IActionResult> OnPostAsync()
    {
        var own = Found(await OwnSheet.FindAsync(db, UserId, Year, Number));
        own = await own.SaveAsync(db, Input.Marks, Input.Remark, Input.Version, Now);
        var at = HanoiTime.At(Now).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        if (Then != "submit")
        {
            return Go(Address, "Saved at {0}.", at);
        }

        return own.Unmarked.Count == 0
            ? Go($"{Address}/submit", "Saved at {0}.", at)
            : Redirect($"{Address}?missing=true");
    }

    protected override async Task LoadAsync()
    {
        Own = Found(await OwnSheet.FindAsync(db, UserId, Year, Number));
        Dossier = Found(await Dossier.FindAsync(db, UserId, Own.Programme, Own.Nomination.Id));
        Lines = await SheetLine.LoadAsync(db, UserId, new Dictionary<Guid, int> { [Own.Programme.Id] = Own.Criteria.Count });
        if (!IsRefused)
        {
            return;
        }

        if (IsStale)
        {
            Point(new RuleException(OwnSheet.SavedElsewhere) { Field = "Version" });
        }

        // The domain refuses at the first wrong mark; the writer is told of all of them.
        foreach (var refusal in ScoreSheet.Refusals(Own.Programme, Own.Judge, Input.Marks))
        {
            Point(refusal);
        }
    }

    private void Point(RuleException refusal)
    {
        var key = $"Input.{refusal.Field}";
        if (refusal.Field is not null && ModelState.GetValueOrDefault(key) is not { Errors.Count: > 0 })
        {
            ModelState.AddModelError(key, T[refusal.Message, [.. refusal.Arguments.Select(Shown.Argument)]]);
        }
    }
}
