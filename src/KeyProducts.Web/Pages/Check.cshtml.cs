using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages;

/// <summary>Anybody checks a certificate by its number: how it stands, and nothing else that they do not know already.</summary>
[Limited(RequestLimit.Check)]
public sealed class CheckModel(AppDbContext db, TimeProvider clock) : AppPage
{
    /// <summary>The number as the QR code has it.</summary>
    [FromRoute]
    public string? Certificate { get; set; }

    /// <summary>The number as somebody has typed it.</summary>
    [FromQuery(Name = "number"), StringLength(100)]
    public string? Typed { get; set; }

    /// <summary>A name that somebody reads on the paper in hand.</summary>
    [FromQuery(Name = "name"), StringLength(400)]
    public string? Name { get; set; }

    /// <summary>What was asked for; null when it is no number at all.</summary>
    public CertificateNumber? Code { get; private set; }

    /// <summary>The certificate; null when there is none with that number.</summary>
    public KnownCertificate? Known { get; private set; }

    /// <summary>Whether something was asked for.</summary>
    public bool IsAsked => Certificate is not null || !string.IsNullOrWhiteSpace(Typed);

    /// <summary>Whether the name stands on the certificate; null when none was typed.</summary>
    public bool? IsNameRight { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        Code = CertificateNumber.Parse(Certificate ?? Typed);
        if (Code is not { } code)
        {
            return Page();
        }

        // One address for a certificate, whatever way its number was written.
        if (Certificate != $"{code}")
        {
            return Redirect($"/check/{code}");
        }

        Known = await db.KnownCertificateAsync(code, HanoiTime.DayOf(clock.GetUtcNow().UtcDateTime));
        IsNameRight = Known is null || string.IsNullOrWhiteSpace(Name) ? null : Known.Prints(Name);
        return Page();
    }
}
