using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Comments;

/// <summary>Publishes a year's provisional list for comments, changes how the public is asked, or takes the list back.</summary>
public sealed class PublishModel(AppDbContext db, ScoringService scoring, TimeProvider clock) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Programme Programme { get; private set; } = null!;

    public Guid Version { get; private set; }

    /// <summary>How many products reach recognition.</summary>
    public int Reaching { get; private set; }

    /// <summary>How many were scored.</summary>
    public int Scored { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var programme = await FindAsync();
        db.Expect(programme, Input.Version);
        programme.PublishConsultation(new ConsultationTerms(Input.Contact ?? "", Input.ShowsScores, Input.ShowsAll), Input.From, Input.Until, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/consultation", "The provisional list is public.");
    }

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        var programme = await FindAsync();
        Because(Input.Reason);
        programme.WithdrawConsultation(Input.Reason);
        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/consultation", "The provisional list is public no more.");
    }

    protected override async Task LoadAsync()
    {
        Programme = await FindAsync();
        if (Programme.Stage != Stage.Consultation && !HasInput)
        {
            throw new NotFoundException();
        }

        Version = VersionFor(Input.Version, Programme);
        var result = (await scoring.ResultAsync(Programme)).Result;
        (Reaching, Scored) = (result.Ranked.Count(one => one.Recognised), result.Ranked.Count + result.Unscored.Count);
        if (!HasInput)
        {
            Input = new Form
            {
                From = Programme.Dates.ConsultationFrom,
                Until = Programme.Dates.ConsultationUntil,
                Contact = Programme.Consultation?.Contact,
                ShowsScores = Programme.Consultation?.ShowsScores ?? false,
                ShowsAll = Programme.Consultation?.ShowsAll ?? false,
            };
        }
    }

    private async Task<Programme> FindAsync() => Found(await db.ResultsOpenTo(User).WithCriteria().OfYearAsync(Year));

    public sealed class Form
    {
        public Guid Version { get; set; }

        public DateOnly? From { get; set; }

        public DateOnly? Until { get; set; }

        [StringLength(ConsultationTerms.MostLetters)]
        public string? Contact { get; set; }

        public bool ShowsScores { get; set; }

        public bool ShowsAll { get; set; }

        [StringLength(1000)]
        public string? Reason { get; set; }
    }
}
