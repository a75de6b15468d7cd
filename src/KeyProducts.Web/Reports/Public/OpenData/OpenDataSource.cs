using KeyProducts.Domain;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Reports.Statistics;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports.Public.OpenData;

/// <summary>Reads what open data are made of. It begins with the public records, so that what is not published can be in no file.</summary>
public sealed class OpenDataSource(AppDbContext db, StatisticsRecords records, IStringLocalizer<Words> T, IConfiguration configuration, TimeProvider clock)
{
    // Kinds of records of a year whose changes can be seen in a list or a figure.
    private static readonly string[] OfYears = [nameof(Programme), nameof(Snapshot), nameof(Nomination), nameof(Industry), nameof(Track)];

    /// <summary>All of it. It asks a fixed number of questions, however many years there are.</summary>
    public async Task<PublicData> LoadAsync()
    {
        var content = await records.PublicAsync();
        var acts = await db.PublishedYears().Select(one => new PublicAct(one.Year, one.PublishedAt!.Value, one.RecognitionDecision)).ToDictionaryAsync(one => one.Year);
        var products = content.Years.Where(year => acts.ContainsKey(year.Year)).SelectMany(year => OwnRows(year, acts[year.Year].Decision)).Concat(OldRows(content))
            // By number, which tells no rank and no language; old lists have none.
            .OrderBy(row => row.Year).ThenBy(row => row.Number).ThenBy(row => row.Name.Vietnamese, StringComparer.Ordinal).ThenBy(row => row.Business?.Vietnamese, StringComparer.Ordinal).ToList();
        var numbers = products.Select(row => row.BusinessNumber).OfType<int>().Distinct().ToList();
        var businesses = await db.Businesses.Unmerged().Where(business => numbers.Contains(business.Number))
            .Select(business => new KnownBusiness(business.Number, new BilingualName(business.Name.Vietnamese, business.Name.English), business.Address.Ward, business.Address.City, business.IsDemonstration))
            .ToDictionaryAsync(business => business.Number);
        return new PublicData(
            products, businesses, content.Published, [.. StatisticRow.Of(new OverYears(content).Years, T, InBoth)], await LastChangeAsync([.. acts.Values]), OpenDataLicence.Of(configuration), InBoth);
    }

    private static IEnumerable<RecognisedRow> OwnRows(OwnYear year, DocumentReference? decision) => year.Recognised.Select(product => new RecognisedRow(
        product.Year, product.Number, product.Product, product.BusinessNumber, product.Business, product.Industry, product.IsTop, product.RenewsYear, decision, null, year.IsDemonstration));

    // A year that the program has carried through has its own list; an old one of the same year says nothing more.
    private static IEnumerable<RecognisedRow> OldRows(StatisticsContent content) =>
        from product in content.Listed
        let old = product.Record
        where content.Years.All(own => own.Year != old.Year)
        select new RecognisedRow(old.Year, null, new(old.Product, null), product.Business?.Number, NameOf(old.Business), NameOf(old.Industry), old.IsTop, null, null, old.Source, false);

    private static BilingualName? NameOf(string? printed) => printed is null ? null : new BilingualName(printed, null);

    // When something was last saved that these data can show. The history knows it, and keeps it through restarts; it also tells when a year was taken back.
    private async Task<DateTime> LastChangeAsync(IReadOnlyList<PublicAct> acts)
    {
        var years = acts.Select(act => (int?)act.Year).ToList();
        var saved = await db.AuditEntries
            .Where(entry => (years.Contains(entry.Year) && OfYears.Contains(entry.Kind))
                || entry.Kind == nameof(PastFigure) || entry.Kind == nameof(PastProduct)
                || (entry.Kind == nameof(Programme) && (entry.Act == AuditAct.DemonstrationLoaded || entry.Changes.Contains(nameof(Programme.PublishedAt))))
                || (entry.Kind == nameof(Business) && (entry.Act == AuditAct.Merged || entry.Changes.Contains("\"Name") || entry.Changes.Contains("\"Address") || entry.Changes.Contains("\"Ownership")
                    || entry.Changes.Contains(nameof(BusinessFigure)) || entry.Changes.Contains(nameof(Listing)) || entry.Changes.Contains(nameof(NationalBrandTitle)))))
            .MaxAsync(entry => (DateTime?)entry.At);
        var now = clock.GetUtcNow().UtcDateTime;
        var last = acts.Select(act => (DateTime?)act.PublishedAt).Append(saved).Max() ?? DateTime.UnixEpoch;
        // Headers know seconds, and nothing was changed tomorrow.
        last = last < now ? last : now;
        return new DateTime(last.Ticks - (last.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
    }

    /// <summary>An English sentence of the program in both languages.</summary>
    public BilingualName InBoth(string english)
    {
        using (Languages.InVietnamese())
        {
            return new BilingualName(T[english], english);
        }
    }

    private sealed record PublicAct(int Year, DateTime PublishedAt, DocumentReference? Decision);
}
