using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Decision;

/// <summary>Makes a recognised year public, or takes it back from the public.</summary>
public sealed class PublicationModel(AppDbContext db, ScoringService scoring, TimeProvider clock) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Programme Programme { get; private set; } = null!;

    public Guid Version { get; private set; }

    public int Products { get; private set; }

    public int Top { get; private set; }

    /// <summary>How many certificates are in force.</summary>
    public int Certificates { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var programme = await FindAsync();
        db.Expect(programme, Input.Version);
        programme.Publish(clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/publication", "The list of {0} is public.", Year);
    }

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        var programme = await FindAsync();
        db.Expect(programme, Input.Version);
        Because(Input.Reason);
        programme.Unpublish(Input.Reason);
        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/publication", "The list of {0} is public no more.", Year);
    }

    protected override async Task LoadAsync()
    {
        Programme = await FindAsync();
        Version = VersionFor(Input.Version, Programme);
        var result = (await scoring.ResultAsync(Programme)).Result;
        (Products, Top) = (result.Ranked.Count(one => one.Recognised), result.Ranked.Count(one => one.Top));
        var today = HanoiTime.DayOf(clock.GetUtcNow().UtcDateTime);
        Certificates = await db.Certificates.InForce(today).CountAsync(one => one.ProgrammeId == Programme.Id);
    }

    private async Task<Programme> FindAsync()
    {
        var programme = Found(await db.ResultsOpenTo(User).WithCriteria().OfYearAsync(Year));
        return Found(programme.Stage != Stage.Recognised ? null : programme);
    }

    public sealed class Form
    {
        public Guid Version { get; set; }

        [StringLength(1000)]
        public string? Reason { get; set; }
    }
}
