using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Reports.Papers.Certificates;
using KeyProducts.Web.Reports.Papers.Templates;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Certificates;

/// <summary>One certificate: what it prints, how it stands, what has become of it, its files.</summary>
public sealed class ShowModel(AppDbContext db, CertificateSheets sheets, TimeProvider clock) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public int Number { get; set; }

    public Certificate Certificate { get; private set; } = null!;

    public CertificateState State { get; private set; }

    /// <summary>The number of the certificate in its place; null when there is none.</summary>
    public int? Successor { get; private set; }

    /// <summary>The number of the certificate in whose place it was issued; null when there is none.</summary>
    public int? Predecessor { get; private set; }

    /// <summary>What in the words of the year's certificates cannot be printed.</summary>
    public IReadOnlyList<PaperProblem> Problems { get; private set; } = [];

    public string CheckAddress => sheets.CheckAddress(Certificate.Code);

    public bool CanRevoke => IsStaff && State == CertificateState.Valid;

    public bool CanReplace => IsStaff && Certificate.ReplacedAt is null && State is CertificateState.Valid or CertificateState.Revoked && HanoiTime.DayOf(Now) <= Certificate.ValidUntil;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.ResultsOpenTo(User).AsNoTracking().OfYearAsync(Year));
        Certificate = Found(await db.Certificates.AsNoTracking().FirstOrDefaultAsync(one => one.ProgrammeId == programme.Id && one.Number == Number));
        State = Certificate.StateOn(HanoiTime.DayOf(Now));
        Successor = await db.Certificates.Where(one => one.ReplacesId == Certificate.Id).Select(one => (int?)one.Number).FirstOrDefaultAsync();
        Predecessor = await db.Certificates.Where(one => one.Id == Certificate.ReplacesId).Select(one => (int?)one.Number).FirstOrDefaultAsync();
        Problems = (await sheets.LoadAsync(programme, [Certificate], "")).Problems;
    }

    /// <summary>A problem as a sentence.</summary>
    public string Say(TemplateProblem problem) => T[problem.Words, [.. problem.Arguments.Select(argument => argument is Named named ? T[named.Key].Value : Shown.Argument(argument))]];
}
