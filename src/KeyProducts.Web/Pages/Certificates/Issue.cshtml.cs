using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Certificates;

/// <summary>Shows which certificates a year would issue, and issues them all at once.</summary>
public sealed class IssueModel(AppDbContext db, CertificateDesk desk, TimeProvider clock) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public CertificateYear Certificates { get; private set; } = null!;

    public Programme Programme => Certificates.Year.Programme;

    public IReadOnlyList<PlannedCertificate> Planned => Certificates.Issue.Planned;

    public Table Table { get; private set; } = null!;

    public DateOnly Today => HanoiTime.DayOf(clock.GetUtcNow().UtcDateTime);

    public async Task<IActionResult> OnPostAsync()
    {
        var certificates = await desk.LoadAsync(Found(await Years.OfYearAsync(Year)));
        if (Input.Seen != SeenOf(certificates) && certificates.Issue.Planned.Count > 0)
        {
            throw new RuleException("What would be issued has changed since you opened this page. Look at it again below.");
        }

        var issued = certificates.Issue.Issue(Me, clock.GetUtcNow().UtcDateTime);
        db.AddRange(issued);
        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/certificates", "{0} certificates are issued: no. {1} to {2}.", issued.Count, $"{issued[0].Code}", $"{issued[^1].Code}");
    }

    protected override async Task LoadAsync()
    {
        Certificates = await desk.LoadAsync(Found(await Years.AsNoTracking().OfYearAsync(Year)));
        if (Programme.Stage != Stage.Recognised && !HasInput)
        {
            throw new NotFoundException();
        }

        Input.Seen = SeenOf(Certificates);
        ModelState.Remove("Input.Seen");
        Table = Table.Of(Planned)
            .Code(T["Number"], one => one.Number.ToString(), 11)
            .Text(T["Kind"], one => T[EnumWords.Of(one.Kind)], 13)
            .Text(T["Product"], one => one.Product.Names.Product.Vietnamese, 30)
            .Text(T["Product in English"], one => one.Product.Names.Product.English ?? T["(as in Vietnamese)"], 24)
            .Text(T["Business"], one => one.Product.Names.Business.Vietnamese, 30)
            .Text(T["Business in English"], one => one.Product.Names.Business.English ?? T["(as in Vietnamese)"], 24)
            .Table(whenEmpty: T["Every recognised product has its certificates; there is nothing to issue."]);
    }

    private IQueryable<Programme> Years => db.ResultsOpenTo(User).WithCriteria();

    // The numbers and what they go to: the same page seen twice says the same.
    private static string SeenOf(CertificateYear certificates) =>
        string.Join(' ', certificates.Issue.Planned.Select(one => $"{one.Number}:{one.Kind}:{one.Product.Number}")) is var seen
            ? Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(seen + certificates.Sha256)))
            : "";

    public sealed class Form
    {
        /// <summary>What the officer has seen.</summary>
        public string? Seen { get; set; }
    }
}
