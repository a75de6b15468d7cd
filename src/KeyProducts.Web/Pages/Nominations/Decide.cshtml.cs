using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Screening;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Nominations;

/// <summary>Accepts, returns, rejects or withdraws a nomination, takes in its supplement, or takes a decision back: one of them at a time.</summary>
public sealed class DecideModel(AppDbContext db, ScreeningService screening, Assignments assignments, TimeProvider clock) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    /// <summary>What the reader wants to decide; the likeliest when it is not said or not possible.</summary>
    [BindProperty(SupportsGet = true, Name = "act")]
    public string? Wanted { get; set; }

    [BindProperty]
    public DecideForm Input { get; set; } = new();

    public ScreenedDossier Dossier { get; private set; } = null!;

    public Nomination Nomination => Dossier.Nomination;

    public IReadOnlyList<Decision> Acts { get; private set; } = [];

    public Decision Act { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>What an acceptance would pass over, or be stopped by.</summary>
    public IReadOnlyList<Obstacle> Obstacles { get; private set; } = [];

    public bool CanAct => Act != Decision.Accept || Obstacles.All(obstacle => obstacle.CanBePassed);

    protected override async Task LoadAsync()
    {
        (var programme, Dossier) = await FindAsync();
        Acts = programme.Stage is (Stage.Preparation or Stage.Recognised) ? [] : DecideForm.ActsFor(Nomination.Status, programme.Stage);
        if (Acts.Count == 0 && !HasInput)
        {
            throw new NotFoundException();
        }

        Version = VersionFor(Input.Version, Nomination);
        Act = Input.Act ?? (Enum.TryParse<Decision>(Wanted, ignoreCase: true, out var wanted) && Acts.Contains(wanted) ? wanted : Acts.Count == 0 ? Decision.Accept : Acts[0]);
        Obstacles = Act == Decision.Accept && Nomination.Status == NominationStatus.Registered ? Dossier.Obstacles(Me) : [];
        if (!HasInput)
        {
            var today = HanoiTime.DayOf(clock.GetUtcNow().UtcDateTime);
            Input.DueOn = today.AddDays(programme.Screening.SupplementDays);
            Input.ReceivedOn = today;
            Input.Reason = Act == Decision.Return ? string.Join('\n', SupplementReasons.Of(T, Nomination, Dossier.Track, Dossier.Warnings, Dossier.Sections)) : null;
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (programme, dossier) = await FindAsync();
        if (dossier.Nomination.Status != Input.From)
        {
            throw new RuleException("The status of this nomination has changed; look at it again.");
        }

        db.Expect(dossier.Nomination, Input.Version);
        // What arrived is no reason; it stands with the supplement.
        Because(Input.Act == Decision.Receive ? null : Input.Reason);
        Input.Apply(dossier, programme, Me, clock.GetUtcNow().UtcDateTime);
        await assignments.FillAsync(programme);
        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/nominations/{Number}/screening", "The nomination is now “{0}”.", T[EnumWords.Of(dossier.Nomination.Status)].Value);
    }

    private async Task<(Programme Programme, ScreenedDossier Dossier)> FindAsync()
    {
        var programme = Found(await db.Programmes.WithChecklists().OfYearAsync(Year));
        return (programme, Found(await screening.ScreenAsync(programme, db.DossiersOpenTo(User), Number)));
    }
}
