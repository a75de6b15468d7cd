using System.Globalization;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>Rules, dates and documents of a year.</summary>
public sealed class SettingsModel(AppDbContext db) : AppPage
{
    /// <summary>The labels of the places in the tie chain.</summary>
    public static readonly IReadOnlyList<string> StepLabels = ["First step", "Second step", "Third step", "Fourth step", "Fifth step"];

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty]
    public SettingsForm Input { get; set; } = new();

    public Guid Version { get; private set; }

    public bool IsFrozen { get; private set; }

    /// <summary>Whether the reader can change frozen rules, with a reason.</summary>
    public bool CanChangeAfterOpening { get; private set; }

    public IReadOnlyList<SelectListItem> MarkSteps =>
        [.. ProgrammeRules.MarkSteps.Select(step => new SelectListItem(Shown.Points(step), step.ToString("0.####", CultureInfo.CurrentCulture)))];

    public IReadOnlyList<SelectListItem> TieSteps =>
        ProgrammeRules.TieSteps.Select(step => new SelectListItem(T[TieWords.Of(step)], step)).WithNone(T["– none –"]);

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.Programmes.OfYearAsync(Year));
        Version = VersionFor(Input.Version, programme);
        IsFrozen = programme.IsFrozen;
        CanChangeAfterOpening = programme.CanChangeRulesAfterOpening && User.IsInRole(Roles.Administrator);
        if (!HasInput)
        {
            Input = SettingsForm.Of(programme);
        }
        else if (IsFrozen)
        {
            // Frozen fields are not posted; they show what is stored.
            Input.TakeRules(programme);
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var programme = Found(await db.Programmes.OfYearAsync(Year));
        db.Expect(programme, Input.Version);
        programme.Set(Input.ToDates());
        programme.Set(
            DocumentOf(Input.PlanNumber, Input.PlanDate, nameof(Input.PlanNumber)),
            DocumentOf(Input.CouncilNumber, Input.CouncilDate, nameof(Input.CouncilNumber)),
            programme.RecognitionDecision,
            Input.ValidityMonths ?? 0);
        if (!programme.IsFrozen)
        {
            programme.Set(Input.ToRules());
            programme.Set(programme.Judging with { IsSealed = Input.IsSealed, OthersMarks = Input.OthersMarks });
        }

        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/settings", "The settings are saved.");
    }

    private static DocumentReference? DocumentOf(string? number, DateOnly? date, string field)
    {
        try
        {
            return DocumentReference.Of(number, date);
        }
        catch (RuleException refusal)
        {
            throw new RuleException(refusal.Message) { Field = field };
        }
    }
}
