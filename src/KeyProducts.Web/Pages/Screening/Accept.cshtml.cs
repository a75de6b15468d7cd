using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Screening;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Screening;

/// <summary>Accepts several nominations at once, after showing which and what stands in the way of each.</summary>
public sealed class AcceptModel(AppDbContext db, ScreeningService screening, Assignments assignments) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "n")]
    public List<int> Numbers { get; set; } = [];

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Those that are accepted, with what they are accepted in spite of.</summary>
    public IReadOnlyList<(ScreenedDossier Dossier, IReadOnlyList<Obstacle> InSpiteOf)> Acceptable { get; private set; } = [];

    /// <summary>Those that cannot be, with the reason.</summary>
    public IReadOnlyList<(ScreenedDossier Dossier, IReadOnlyList<Obstacle> Because)> LeftOut { get; private set; } = [];

    public int InSpite => Acceptable.Count(one => one.InSpiteOf.Count > 0);

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.Programmes.WithChecklists().OfYearAsync(Year));
        if (programme.Stage is not (Stage.Nominations or Stage.Screening or Stage.Judging) && !HasInput)
        {
            throw new NotFoundException();
        }

        var dossiers = await screening.SelectedAsync(db.DossiersOpenTo(User), programme, Numbers);
        var looked = dossiers.Select(one => (Dossier: one, Obstacles: ObstaclesOf(one))).ToList();
        Acceptable = [.. looked.Where(one => one.Obstacles.All(obstacle => obstacle.CanBePassed)).OrderBy(one => one.Obstacles.Count > 0)];
        LeftOut = [.. looked.Where(one => one.Obstacles.Any(obstacle => !obstacle.CanBePassed)).Select(one => (one.Dossier, (IReadOnlyList<Obstacle>)[.. one.Obstacles.Where(obstacle => !obstacle.CanBePassed)]))];
        // What is confirmed next is what is shown now.
        Input.Items = [.. Acceptable.Select(one => new SelectedItem { Number = one.Dossier.Nomination.Number, Seen = one.Dossier.Fingerprint(db.VersionOf(one.Dossier.Nomination)) })];
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
            var reason = dossier.Obstacles(Me).Count > 0 ? Input.Reason : null;
            dossier.Nomination.Accept(programme, dossier.Warnings, Me, reason);
            Because(reason, dossier.Nomination);
        }

        await assignments.FillAsync(programme);
        await db.SaveSelectionAsync();
        return Go($"/programmes/{Year}/screening", "{0} nominations are accepted.", dossiers.Count);
    }

    private IReadOnlyList<Obstacle> ObstaclesOf(ScreenedDossier dossier) => dossier.Nomination.Status == NominationStatus.Registered
        ? dossier.Obstacles(Me)
        : [new Obstacle("It is not registered any more: its status has changed.", CanBePassed: false)];

    public sealed class Form
    {
        public List<SelectedItem> Items { get; set; } = [];

        [StringLength(2000)]
        public string? Reason { get; set; }
    }
}
