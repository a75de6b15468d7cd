using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports.Public;

/// <summary>A product of a provisional list.</summary>
/// <param name="Number">Its registration number.</param>
/// <param name="Name">Its name, as the result knows it.</param>
/// <param name="Business">The name of its business.</param>
/// <param name="Industry">Its industry.</param>
/// <param name="Reaches">Whether it reaches recognition.</param>
/// <param name="IsTop">Whether it is of the top.</param>
/// <param name="Score">Its score; null where scores are not shown, or there is none.</param>
/// <param name="IsWithdrawn">Whether it was withdrawn since the result was finalised.</param>
public sealed record ProvisionalProduct(int Number, BilingualName Name, BilingualName Business, Industry Industry, bool Reaches, bool IsTop, decimal? Score, bool IsWithdrawn);

/// <summary>A year's provisional list as the public reads it.</summary>
/// <param name="Programme">The year.</param>
/// <param name="Snapshot">The snapshot it comes from.</param>
/// <param name="Products">By industry, within it by the name of the business, which tells no rank.</param>
public sealed record ProvisionalList(Programme Programme, SnapshotMark? Snapshot, IReadOnlyList<ProvisionalProduct> Products)
{
    /// <summary>The products that reach recognition and were not withdrawn.</summary>
    public IEnumerable<ProvisionalProduct> Reaching => Products.Where(product => product is { Reaches: true, IsWithdrawn: false });

    /// <summary>The list as a table.</summary>
    public Table Table(IStringLocalizer<Words> T)
    {
        var (language, terms, rules) = (Languages.Current, Programme.Consultation!, Programme.Rules);
        var table = Documents.Table.Of(Products)
            .Number(T["Dossier number"], product => product.Number, width: 7)
            .Text(T["Product"], product => product.Name.In(language), 34)
            .Text(T["Business"], product => product.Business.In(language), 32);
        table = terms.ShowsScores ? table.Number(T["Score"], product => product.Score, rules.Decimals) : table;
        return table
            .Text(T["Provisional result"], product => product switch
            {
                { IsWithdrawn: true } => T["Withdrawn"],
                { IsTop: true } => T["Recognised, in the Top {0}", rules.TopCount],
                { Reaches: true } => T["Recognised"],
                _ => T["Not recognised"],
            }, 18)
            .Style(product => product is { IsTop: true, IsWithdrawn: false } ? RowStyle.Gold : RowStyle.Plain)
            .GroupBy(product => product.Industry.Name.In(language))
            .Table(whenEmpty: T["No product reaches recognition yet."]);
    }
}

/// <summary>Reads the provisional lists that are public. What they do not show, scores for instance, is not read out of the result at all.</summary>
public sealed class ProvisionalLists(AppDbContext db, ScoringService scoring)
{
    /// <summary>A year's list; null when it is not public.</summary>
    public async Task<ProvisionalList?> YearAsync(int year)
    {
        if (await db.YearsInConsultation().WithCriteriaAndIndustries().OfYearAsync(year) is not { Consultation: { } terms } programme)
        {
            return null;
        }

        var result = await scoring.ResultAsync(programme);
        var rows = await (
            from nomination in db.Nominations
            where nomination.ProgrammeId == programme.Id
            select new
            {
                nomination.Number,
                Name = new BilingualName(nomination.Product.Vietnamese, nomination.Product.English),
                Business = new BilingualName(nomination.Business.Name.Vietnamese, nomination.Business.Name.English),
                nomination.IndustryId,
                nomination.Status,
            }).ToDictionaryAsync(row => row.Number);
        var industries = programme.Industries.ToDictionary(industry => industry.Id);
        var ranked = result.Result.Ranked.ToDictionary(one => one.Number);
        return new ProvisionalList(programme, result.Snapshot,
        [
            .. result.Content.Nominations
                .Select(one => (Known: one, Row: rows[one.Number], Ranked: ranked.GetValueOrDefault(one.Number)))
                .Where(one => terms.ShowsAll || one.Ranked is { Recognised: true })
                .OrderBy(one => industries[one.Row.IndustryId].Order).ThenBy(one => one.Row.Business.In(Languages.Current), RecognisedProducts.ByName).ThenBy(one => one.Known.Number)
                .Select(one => new ProvisionalProduct(
                    one.Known.Number,
                    one.Row.Name with { Vietnamese = one.Known.Product },
                    one.Row.Business with { Vietnamese = one.Known.BusinessName },
                    industries[one.Row.IndustryId],
                    one.Ranked is { Recognised: true },
                    one.Ranked is { Top: true },
                    terms.ShowsScores ? one.Ranked?.Score : null,
                    one.Row.Status == NominationStatus.Withdrawn)),
        ]);
    }
}
