using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Reports.Papers.Certificates;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Certificates;

/// <summary>The certificates of a year; also as Excel, CSV and PDF.</summary>
public sealed class IndexModel(AppDbContext db, CertificateDesk desk, Downloads downloads, CertificateSheets sheets, TimeProvider clock) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string? Format { get; set; }

    [FromQuery(Name = "show")]
    public string? Chosen { get; set; }

    // A text, so that nonsense is page 1 and no error.
    [FromQuery(Name = "p")]
    public string? PageNumber { get; set; }

    /// <summary>"recognition", "top", or "ended" for what holds no more; null for all.</summary>
    public string? Filter => Chosen is "recognition" or "top" or "ended" ? Chosen : null;

    public CertificateYear Certificates { get; private set; } = null!;

    public Programme Programme => Certificates.Year.Programme;

    public bool CanIssue => IsStaff && Programme.Stage == Stage.Recognised && Certificates.Issue.Planned.Count > 0;

    public CertificateCounts Counts { get; private set; } = null!;

    public Table Table { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    /// <summary>Where the QR codes lead.</summary>
    public string CheckAddress => sheets.CheckAddress(new CertificateNumber(Year, 1));

    private DateOnly Today => HanoiTime.DayOf(clock.GetUtcNow().UtcDateTime);

    public async Task<IActionResult> OnGetAsync() => Format is null
        ? Page()
        : await downloads.FileAsync(CertificatesReport.Of(Programme, await All.Lines().ToListAsync(), Today, T), Format, Year);

    protected override async Task LoadAsync()
    {
        Certificates = await desk.LoadAsync(Found(await db.ResultsOpenTo(User).AsNoTracking().WithCriteria().OfYearAsync(Year)));
        var today = Today;
        var (inForce, total) = (All.InForce(today), await All.CountAsync());
        Counts = new CertificateCounts(
            total,
            await All.CountAsync(one => one.Kind == CertificateKind.Recognition),
            await All.CountAsync(one => one.Kind == CertificateKind.Top),
            await inForce.CountAsync(one => one.Kind == CertificateKind.Recognition),
            await inForce.CountAsync(one => one.Kind == CertificateKind.Top));
        var chosen = Filter switch
        {
            "recognition" => All.Where(one => one.Kind == CertificateKind.Recognition),
            "top" => All.Where(one => one.Kind == CertificateKind.Top),
            "ended" => All.Where(one => one.RevokedAt != null || one.ReplacedAt != null || one.ValidUntil < today),
            _ => All,
        };
        var paging = new Paging(1, await chosen.CountAsync(), $"/programmes/{Year}/certificates", Filter is null ? "" : $"show={Filter}");
        Paging = paging with { Page = int.TryParse(PageNumber, System.Globalization.CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, paging.Pages) : 1 };
        Table = CertificatesReport.Table(await chosen.Lines().Skip(Paging.Skip(Paging.Page)).Take(Paging.Size).ToListAsync(), Year, today, T, T["No certificate of this kind."]);
    }

    private IQueryable<Certificate> All => db.Certificates.AsNoTracking().Where(one => one.ProgrammeId == Programme.Id);
}

/// <summary>How many certificates a year has.</summary>
/// <param name="Total">All that were ever issued.</param>
/// <param name="Recognition">Of recognition.</param>
/// <param name="Top">Of the top.</param>
/// <param name="RecognitionInForce">Of recognition, those that hold.</param>
/// <param name="TopInForce">Of the top, those that hold.</param>
public sealed record CertificateCounts(int Total, int Recognition, int Top, int RecognitionInForce, int TopInForce)
{
    /// <summary>Those that hold.</summary>
    public int InForce => RecognitionInForce + TopInForce;

    /// <summary>Those that hold no more.</summary>
    public int Ended => Total - InForce;
}
