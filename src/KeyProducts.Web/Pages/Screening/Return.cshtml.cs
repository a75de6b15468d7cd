using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Screening;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Screening;

/// <summary>Returns several nominations for a supplement at once: reasons for all, and for each its own.</summary>
public sealed class ReturnModel(AppDbContext db, ScreeningService screening, TimeProvider clock) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "n")]
    public List<int> Numbers { get; set; } = [];

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Those that are returned, in the order of the form's items.</summary>
    public IReadOnlyList<ScreenedDossier> Returnable { get; private set; } = [];

    /// <summary>Those that cannot be, because they are not registered.</summary>
    public IReadOnlyList<ScreenedDossier> LeftOut { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.Programmes.WithChecklists().OfYearAsync(Year));
        if (programme.Stage is not (Stage.Nominations or Stage.Screening or Stage.Judging) && !HasInput)
        {
            throw new NotFoundException();
        }

        var dossiers = await screening.SelectedAsync(db.DossiersOpenTo(User), programme, Numbers);
        Returnable = [.. dossiers.Where(one => one.Nomination.Status == NominationStatus.Registered)];
        LeftOut = [.. dossiers.Where(one => one.Nomination.Status != NominationStatus.Registered)];
        var typed = Input.Items.DistinctBy(item => item.Number).ToDictionary(item => item.Number, item => item.Reasons);
        if (!HasInput)
        {
            Input.DueOn = HanoiTime.DayOf(clock.GetUtcNow().UtcDateTime).AddDays(programme.Screening.SupplementDays);
        }

        // What is confirmed next is what is shown now; what was typed for each stays.
        Input.Items = [.. Returnable.Select(one => new SelectedItem
        {
            Number = one.Nomination.Number,
            Seen = one.Fingerprint(db.VersionOf(one.Nomination)),
            Reasons = typed.TryGetValue(one.Nomination.Number, out var reasons) ? reasons : string.Join('\n', SupplementReasons.Of(T, one.Nomination, one.Track, one.Warnings, one.Sections)),
        })];
        foreach (var key in ModelState.Keys.Where(key => key.StartsWith("Input.Items[", StringComparison.Ordinal) && ModelState[key]!.Errors.Count == 0).ToList())
        {
            ModelState.Remove(key);
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var programme = Found(await db.Programmes.WithChecklists().OfYearAsync(Year));
        var dossiers = (await screening.SelectedAsync(db.DossiersOpenTo(User), programme, Input.Items.Select(item => item.Number))).Unchanged(db, Input.Items);
        if (dossiers.Count == 0)
        {
            throw new RuleException("Nothing is selected.");
        }

        foreach (var dossier in dossiers)
        {
            var reasons = Input.ReasonsFor(dossier.Nomination.Number);
            dossier.Nomination.Return(programme, reasons, Input.DueOn, Me, clock.GetUtcNow().UtcDateTime);
            Because(reasons, dossier.Nomination);
        }

        await db.SaveSelectionAsync();
        return Go($"/programmes/{Year}/screening?tab=returned", "{0} nominations are returned. Each has its letter on its screening page.", dossiers.Count);
    }

    public sealed class Form
    {
        public List<SelectedItem> Items { get; set; } = [];

        [StringLength(4000)]
        public string? Reasons { get; set; }

        public DateOnly? DueOn { get; set; }

        /// <summary>What is asked of a business: its own reasons, and those for all.</summary>
        /// <exception cref="RuleException">There are neither.</exception>
        public string ReasonsFor(int number)
        {
            var place = Items.FindIndex(item => item.Number == number);
            var reasons = string.Join('\n', new[] { Items[place].Reasons, Reasons }.Where(one => !string.IsNullOrWhiteSpace(one)).Select(one => one!.Trim()));
            return reasons.Length > 0 ? reasons : throw new RuleException("Say what nomination {0} must supplement, here or in the reasons for all.", number) { Field = $"Items[{place}].Reasons" };
        }
    }
}
