using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Certificates;

/// <summary>Staff issue a certificate in the place of another, for instance of one with a misspelt name.</summary>
public sealed class ReplaceModel(AppDbContext db, CertificateDesk desk, TimeProvider clock) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public int Number { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Certificate Certificate { get; private set; } = null!;

    /// <summary>The number that the new one will have.</summary>
    public CertificateNumber Next { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var programme = Found(await db.ResultsOpenTo(User).WithCriteria().OfYearAsync(Year));
        var certificate = Found(await db.Certificates.FirstOrDefaultAsync(one => one.ProgrammeId == programme.Id && one.Number == Number));
        db.Expect(certificate, Input.Version);
        var year = await desk.LoadAsync(programme);
        var names = new CertificateNames(new BilingualName(Input.Product, Input.ProductEnglish), new BilingualName(Input.Business, Input.BusinessEnglish));
        var successor = certificate.Replace(programme, year.Year.Result, year.Sha256, names, Input.Reason, Me, clock.GetUtcNow().UtcDateTime);
        db.Add(successor);
        Because(Input.Reason);
        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/certificates/{successor.Number}", "Certificate no. {0} is issued in place of no. {1}.", $"{successor.Code}", $"{certificate.Code}");
    }

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.ResultsOpenTo(User).AsNoTracking().OfYearAsync(Year));
        Certificate = Found(await db.Certificates.FirstOrDefaultAsync(one => one.ProgrammeId == programme.Id && one.Number == Number));
        Next = new CertificateNumber(Year, programme.LastCertificateNumber + 1);
        if (!HasInput)
        {
            if (Certificate.ReplacedAt is not null || HanoiTime.DayOf(clock.GetUtcNow().UtcDateTime) > Certificate.ValidUntil)
            {
                throw new NotFoundException();
            }

            (Input.Product, Input.ProductEnglish) = (Certificate.Product.Vietnamese, Certificate.Product.English);
            (Input.Business, Input.BusinessEnglish) = (Certificate.Business.Vietnamese, Certificate.Business.English);
        }

        Input.Version = VersionFor(Input.Version, Certificate);
        ModelState.Remove("Input.Version");
    }

    public sealed class Form
    {
        [Required, StringLength(CertificateNames.MostLetters)]
        public string Product { get; set; } = "";

        [StringLength(CertificateNames.MostLetters)]
        public string? ProductEnglish { get; set; }

        [Required, StringLength(CertificateNames.MostLetters)]
        public string Business { get; set; } = "";

        [StringLength(CertificateNames.MostLetters)]
        public string? BusinessEnglish { get; set; }

        [Required, StringLength(1000)]
        public string Reason { get; set; } = "";

        public Guid Version { get; set; }
    }
}
