using System.Security.Claims;
using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Screening;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports.Papers;

/// <summary>The papers of a nomination's screening, as it is stored now.</summary>
public sealed class ScreeningPapers(AppDbContext db, ScreeningService screening, IStringLocalizer<Words> T, TimeProvider clock)
{
    /// <summary>The receipt; null when there is none open to the reader.</summary>
    public async Task<OfficialDocument?> ReceiptAsync(ClaimsPrincipal reader, int year, int number)
    {
        if (await FindAsync(reader, year, number) is not var (programme, dossier))
        {
            return null;
        }

        var nomination = dossier.Nomination;
        var files = await db.Evidence.AsNoTracking().Where(one => one.NominationId == nomination.Id && one.ReplacedById == null && one.SetAsideReason == null)
            .OrderBy(one => one.AddedAt).ThenBy(one => one.Name).Select(one => one.Name).ToListAsync();
        // Whoever entered it in the register has received it. The product may have been renamed since; the number has not.
        var start = $"{year}/{number} ";
        var receivedBy = await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.Kind == nameof(Nomination) && entry.Act == AuditAct.Added && entry.Year == year && entry.Subject.StartsWith(start))
            .Select(entry => entry.UserName).FirstOrDefaultAsync();
        return Receipt.Of(T, programme, nomination, dossier.Sections, dossier.Track, files, receivedBy, HanoiTime.DayOf(clock.GetUtcNow().UtcDateTime));
    }

    /// <summary>The letter about the supplement asked for last; null when there is no such nomination open to the reader, or none was asked for.</summary>
    public async Task<OfficialDocument?> SupplementLetterAsync(ClaimsPrincipal reader, int year, int number) =>
        await FindAsync(reader, year, number) is var (programme, dossier) && dossier.Nomination.Supplements is [.., var last]
            ? SupplementLetter.Of(programme, dossier.Nomination, last)
            : null;

    private async Task<(Programme Programme, ScreenedDossier Dossier)?> FindAsync(ClaimsPrincipal reader, int year, int number)
    {
        var programme = await db.Programmes.AsNoTracking().WithChecklists().OfYearAsync(year);
        var dossier = programme is null ? null
            : await screening.ScreenAsync(programme, db.DossiersOpenTo(reader).AsNoTracking(), number);
        return dossier is null ? null : (programme!, dossier);
    }
}
