using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Pages.Paper;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Decision;

/// <summary>The decision of recognition: its number, date, signer and scan, and the act that makes recognitions of it.</summary>
[TakesFiles(mostMegabytes: 64)]
public sealed class IndexModel(AppDbContext db, ScoringService scoring, RecognitionDesk desk, EvidenceFiles files, TimeProvider clock) : AppPage
{
    public const int MostMegabytes = 25;

    private readonly DateTime now = clock.GetUtcNow().UtcDateTime;

    [FromRoute]
    public int Year { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Programme Programme { get; private set; } = null!;

    public IReadOnlyList<Obstacle> Obstacles { get; private set; } = [];

    /// <summary>What recognising would issue.</summary>
    public IReadOnlyList<PlannedCertificate> Planned { get; private set; } = [];

    public Guid Version { get; private set; }

    public bool IsOpen => Programme.Stage == Stage.Consultation;

    public bool CanRecognise => IsOpen && Obstacles.All(obstacle => obstacle.CanBePassed) && Planned.Count > 0;

    public async Task<IActionResult> OnPostAsync()
    {
        var programme = await FindAsync();
        db.Expect(programme, Input.Version);
        try
        {
            programme.SetDecision(DocumentReference.Of(Input.Number, Input.Date), Input.Signer);
        }
        catch (RuleException refusal) when (refusal.Field is null && programme.Stage == Stage.Consultation)
        {
            throw new RuleException(refusal.Message, [.. refusal.Arguments]) { Field = nameof(Input.Number) };
        }

        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/decision", "The decision is stored.");
    }

    public async Task<IActionResult> OnPostScanAsync()
    {
        var programme = await FindAsync();
        db.Expect(programme, Input.Version);
        if (programme.DecisionScan is not null && string.IsNullOrWhiteSpace(Input.Reason))
        {
            throw new RuleException("Give the reason.") { Field = nameof(Input.Reason) };
        }

        var scan = (await files.TakeScanAsync(Input.Scan, isNeeded: true, MostMegabytes, HttpContext.RequestAborted))!;
        Because(Input.Reason);
        programme.AttachDecision(new DecisionScan(scan.Name, scan.File.Sha256, scan.File.Size, scan.File.ContentType), Input.Reason);
        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/decision", "The scan is stored.");
    }

    public async Task<IActionResult> OnPostRecogniseAsync()
    {
        var programme = await FindAsync();
        db.Expect(programme, Input.Version);
        Because(Input.Reason);
        var issued = await desk.RecogniseAsync(programme, Input.Reason, Me, now);
        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/decision", "The year {0} is recognised; {1} certificates have their numbers.", Year, issued.Count);
    }

    protected override async Task LoadAsync()
    {
        Programme = await FindAsync();
        Version = VersionFor(Input.Version, Programme);
        if (IsOpen)
        {
            Obstacles = Programme.Obstacles(await scoring.CountAsync(Programme));
            Planned = (await desk.PlanAsync(Programme)).Planned;
        }

        if (!HasInput)
        {
            Input = new Form { Number = Programme.RecognitionDecision?.Number, Date = Programme.RecognitionDecision?.Date, Signer = Programme.DecisionSigner };
        }
    }

    private async Task<Programme> FindAsync()
    {
        var programme = Found(await db.ResultsOpenTo(User).WithCriteriaAndIndustries().OfYearAsync(Year));
        return Found(programme.Stage < Stage.Consultation ? null : programme);
    }

    public sealed class Form
    {
        public Guid Version { get; set; }

        [StringLength(100)]
        public string? Number { get; set; }

        public DateOnly? Date { get; set; }

        [StringLength(200)]
        public string? Signer { get; set; }

        public IFormFile? Scan { get; set; }

        [StringLength(1000)]
        public string? Reason { get; set; }
    }
}
