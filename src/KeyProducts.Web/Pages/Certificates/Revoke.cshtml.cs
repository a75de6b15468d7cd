using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Certificates;

/// <summary>Staff revoke a certificate for good.</summary>
public sealed class RevokeModel(AppDbContext db, TimeProvider clock) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public int Number { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Certificate Certificate { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync()
    {
        var certificate = Found(await Certificates.FirstOrDefaultAsync());
        db.Expect(certificate, Input.Version);
        certificate.Revoke(Input.Reason, Me, clock.GetUtcNow().UtcDateTime);
        Because(Input.Reason);
        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/certificates/{Number}", "Certificate no. {0} is revoked.", $"{certificate.Code}");
    }

    protected override async Task LoadAsync()
    {
        Certificate = Found(await Certificates.FirstOrDefaultAsync());
        if (!HasInput && Certificate.StateOn(HanoiTime.DayOf(clock.GetUtcNow().UtcDateTime)) != CertificateState.Valid)
        {
            throw new NotFoundException();
        }

        Input.Version = VersionFor(Input.Version, Certificate);
        ModelState.Remove("Input.Version");
    }

    private IQueryable<Certificate> Certificates => db.Certificates.Where(one => one.Number == Number && db.ResultsOpenTo(User).Any(year => year.Id == one.ProgrammeId && year.Year == Year));

    public sealed class Form
    {
        [Required, StringLength(1000)]
        public string Reason { get; set; } = "";

        public Guid Version { get; set; }
    }
}
