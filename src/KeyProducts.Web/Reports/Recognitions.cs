using System.Globalization;
using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports;

/// <summary>A recognition: a certificate of that kind which no other has replaced.</summary>
/// <param name="Id">The key of the certificate.</param>
/// <param name="Code">Its number.</param>
/// <param name="NominationId">The key of the nomination.</param>
/// <param name="BusinessId">The key of the business.</param>
/// <param name="BusinessNumber">Its number in addresses.</param>
/// <param name="Product">The product as printed.</param>
/// <param name="Business">The business as printed.</param>
/// <param name="ValidFrom">The first day on which it holds.</param>
/// <param name="ValidUntil">The last one.</param>
/// <param name="RevokedAt">When it was revoked, UTC.</param>
/// <param name="RenewsYear">The year of the recognition that it renews; null for a first one.</param>
public sealed record Recognition(
    Guid Id, CertificateNumber Code, Guid NominationId, Guid BusinessId, int BusinessNumber, BilingualName Product, BilingualName Business, DateOnly ValidFrom, DateOnly ValidUntil, DateTime? RevokedAt, int? RenewsYear)
{
    /// <summary>The one that renews it; null for none.</summary>
    public CertificateNumber? RenewedBy { get; init; }

    /// <summary>How it stands.</summary>
    /// <param name="day">The day in Hà Nội.</param>
    /// <param name="months">The term within which an end is soon.</param>
    public RecognitionState StateOn(DateOnly day, int months) =>
        RevokedAt is not null ? RecognitionState.Revoked
        : RenewedBy is not null ? RecognitionState.Renewed
        : day > ValidUntil ? RecognitionState.Expired
        : ValidUntil <= day.AddMonths(months) ? RecognitionState.EndsSoon
        : RecognitionState.Valid;
}

/// <summary>Every recognition of all years.</summary>
public static class Recognitions
{
    /// <summary>Months before the end, unless somebody chooses others.</summary>
    public const int Term = 6;

    /// <summary>All of them, newest year first, by number within a year.</summary>
    public static async Task<IReadOnlyList<Recognition>> RecognitionsAsync(this AppDbContext db)
    {
        var rows = await (
            from one in db.Certificates.AsNoTracking()
            where one.Kind == CertificateKind.Recognition && one.ReplacedAt == null
            join nomination in db.Nominations on one.NominationId equals nomination.Id
            orderby one.Year descending, one.Number
            select new
            {
                one.Id,
                one.Year,
                one.Number,
                one.NominationId,
                nomination.BusinessId,
                BusinessNumber = nomination.Business.Number,
                Product = new BilingualName(one.Product.Vietnamese, one.Product.English),
                Business = new BilingualName(one.Business.Vietnamese, one.Business.English),
                one.ValidFrom,
                one.ValidUntil,
                one.RevokedAt,
                nomination.RenewsYear,
            }).ToListAsync();
        var all = rows.ConvertAll(one => new Recognition(
            one.Id, new CertificateNumber(one.Year, one.Number), one.NominationId, one.BusinessId, one.BusinessNumber, one.Product, one.Business, one.ValidFrom, one.ValidUntil, one.RevokedAt, one.RenewsYear));
        var later = all.Where(one => one is { RenewsYear: not null, RevokedAt: null }).ToLookup(one => (one.BusinessId, one.RenewsYear!.Value));
        var products = all.CountBy(one => (one.BusinessId, one.Code.Year)).ToDictionary();
        return all.ConvertAll(one => one with { RenewedBy = Renewal(one, [.. later[(one.BusinessId, one.Code.Year)]], products[(one.BusinessId, one.Code.Year)]) });
    }

    /// <summary>How many end within the term, and the last day of it: for the page that staff begin with.</summary>
    public static async Task<(int Count, DateOnly Until)> EndingAsync(this AppDbContext db, DateOnly day, int months = Term) =>
        ((await db.RecognitionsAsync()).Count(one => one.StateOn(day, months) == RecognitionState.EndsSoon), day.AddMonths(months));

    /// <summary>The recognitions as a table.</summary>
    /// <param name="rows">The recognitions.</param>
    /// <param name="day">The day in Hà Nội.</param>
    /// <param name="months">The term within which an end is soon.</param>
    /// <param name="T">The reader's words.</param>
    public static Table Table(IEnumerable<Recognition> rows, DateOnly day, int months, IStringLocalizer<Words> T) => Documents.Table.Of(rows)
        .Code(T["Certificate"], one => one.Code.ToString(), 11, one => $"/programmes/{one.Code.Year}/certificates/{one.Code.Number}")
        .Text(T["Product"], one => one.Product.In(Languages.Current), 30)
        .Text(T["Business"], one => one.Business.In(Languages.Current), 30, one => $"/businesses/{one.BusinessNumber}")
        .Date(T["Valid from"], one => one.ValidFrom)
        .Date(T["Valid until"], one => one.ValidUntil)
        .Text(T["State"], one => StateWords(one, day, months, T), 24, one => one.RenewedBy is { } code ? $"/programmes/{code.Year}/certificates/{code.Number}" : null)
        .Table(whenEmpty: T["No recognition fits."]);

    /// <summary>How a recognition stands, in words.</summary>
    public static string StateWords(Recognition one, DateOnly day, int months, IStringLocalizer<Words> T) => one.StateOn(day, months) switch
    {
        RecognitionState.Renewed => T["Renewed by {0}", one.RenewedBy!.Value.ToString()],
        RecognitionState.EndsSoon => T["Ends in {0} days", one.ValidUntil.DayNumber - day.DayNumber],
        var state => T[EnumWords.Of(state)],
    };

    // Names are typed anew each year: where a business has one product, and one that renews it, they are the same whatever they are called.
    private static CertificateNumber? Renewal(Recognition one, IReadOnlyList<Recognition> candidates, int products) =>
        (candidates.FirstOrDefault(later => SearchText.Words(later.Product.Vietnamese) == SearchText.Words(one.Product.Vietnamese))
            ?? (products == 1 && candidates.Count == 1 ? candidates[0] : null))?.Code;
}

/// <summary>Which recognitions are shown.</summary>
/// <param name="Words">Words of the product or business, or a number; empty for all.</param>
/// <param name="State">How they stand; null for all.</param>
/// <param name="Year">Of which year; null for all.</param>
/// <param name="Months">The term within which an end is soon.</param>
public sealed record RecognitionFilter(string Words, RecognitionState? State, int? Year, int Months)
{
    /// <summary>Whether one fits, whatever its state.</summary>
    public bool FitsWords(Recognition one) => (Year is null || one.Code.Year == Year)
        && SearchText.Words(Words).Split(' ').All(word => SearchText.Words($"{one.Code} {one.Product.Vietnamese} {one.Product.English} {one.Business.Vietnamese} {one.Business.English}").Contains(word, StringComparison.Ordinal));

    /// <summary>The query of the page's address, without the state.</summary>
    public string Rest => string.Join('&', new[]
    {
        Words.Length > 0 ? $"q={Uri.EscapeDataString(Words)}" : null,
        Year is { } year ? string.Create(CultureInfo.InvariantCulture, $"year={year}") : null,
        Months != Recognitions.Term ? string.Create(CultureInfo.InvariantCulture, $"months={Months}") : null,
    }.OfType<string>());

    /// <summary>The same with a state.</summary>
    public string With(RecognitionState? state) => string.Join('&', new[] { Rest, state is null ? "" : $"show={state}" }.Where(part => part.Length > 0));
}
