using System.Security.Claims;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Reports.Statistics;

/// <summary>A product of an old list, with its business as it stands now.</summary>
/// <param name="Record">What the list says.</param>
/// <param name="Business">The business of the register; null while none is known.</param>
public sealed record ListedProduct(PastProduct Record, LinkedBusiness? Business);

/// <summary>Everything that statistics are made of, as far as its reader may know it.</summary>
/// <param name="IsReader">Whether its reader is staff or an auditor, who see all; everybody else sees what is public.</param>
/// <param name="Years">Years that the program has carried through.</param>
/// <param name="Published">What sources say.</param>
/// <param name="Listed">Products of old lists.</param>
public sealed record StatisticsContent(bool IsReader, IReadOnlyList<OwnYear> Years, IReadOnlyList<PastFigure> Published, IReadOnlyList<ListedProduct> Listed);

/// <summary>Reads what statistics are made of. It asks a fixed number of questions, however many years there are.</summary>
public sealed class StatisticsRecords(AppDbContext db, FinalResults finals, ScoringService scoring)
{
    /// <summary>What everybody may know: published years, figures and lists.</summary>
    public Task<StatisticsContent> PublicAsync() => LoadAsync(isReader: false, db.PublishedYears(), db.PublicPastFigures(), db.PublicPastProducts());

    /// <summary>What a reader may know: staff and auditors every recognised year whose result is open to them, all others what is public.</summary>
    public Task<StatisticsContent> LoadAsync(ClaimsPrincipal reader) => reader.SeesBusinesses()
        ? LoadAsync(isReader: true, db.ResultsOpenTo(reader).Where(programme => programme.Stage == Stage.Recognised), db.PastFigures, db.PastProducts)
        : PublicAsync();

    private async Task<StatisticsContent> LoadAsync(bool isReader, IQueryable<Programme> years, IQueryable<PastFigure> figures, IQueryable<PastProduct> products)
    {
        var programmes = await years.AsNoTracking().WithIndustriesAndTracks().OrderBy(programme => programme.Year).ToListAsync();
        var keys = programmes.Select(programme => programme.Id).ToList();
        var snapshots = (await db.Snapshots.Where(one => keys.Contains(one.ProgrammeId))
            .Select(one => new { one.ProgrammeId, one.Number, one.Sha256 }).ToListAsync()).GroupBy(one => one.ProgrammeId).ToDictionary(group => group.Key, group => group.MaxBy(one => one.Number)!);
        var nominations = (await RowsAsync(years)).ToLookup(row => row.ProgrammeId);
        var lists = await db.Businesses.Unmerged().SelectMany(business => business.Listings)
            .Where(listing => listing.List.Contains("500")).Select(listing => new { listing.Year, listing.List }).Distinct().ToListAsync();

        var own = new List<OwnYear>();
        foreach (var programme in programmes)
        {
            var snapshot = snapshots.GetValueOrDefault(programme.Id);
            var (content, result) = snapshot is null ? await LiveAsync(programme.Id) : await finals.ReadAsync(db, snapshot.Sha256);
            own.Add(new OwnYear(
                programme.Year, programme.DataYear, programme.Rules.TopCount, programme.IsDemonstration, programme.Screening.DongPerDollar,
                [.. lists.Where(one => one.Year == programme.Year).Select(one => one.List).Order(StringComparer.Ordinal)],
                snapshot is null ? null : (snapshot.Number, snapshot.Sha256),
                ProductsOf(programme, content, result, nominations[programme.Id])));
        }

        var businesses = await db.PastBusinessesAsync();
        return new StatisticsContent(
            isReader,
            own,
            await figures.AsNoTracking().OrderBy(figure => figure.Year).ThenBy(figure => figure.Id).ToListAsync(),
            [.. (await products.AsNoTracking().OrderBy(product => product.Year).ThenBy(product => product.Id).ToListAsync())
                .Select(product => new ListedProduct(product, product.BusinessId is { } key ? businesses.GetValueOrDefault(key) : null))]);
    }

    private Task<List<NominationRow>> RowsAsync(IQueryable<Programme> years) => (
        from nomination in db.Nominations.AsNoTracking()
        where years.Any(programme => programme.Id == nomination.ProgrammeId)
        orderby nomination.Number
        select new NominationRow(
            nomination.ProgrammeId,
            nomination.Number,
            new BilingualName(nomination.Product.Vietnamese, nomination.Product.English),
            nomination.BusinessId,
            nomination.Business.Number,
            new BilingualName(nomination.Business.Name.Vietnamese, nomination.Business.Name.English),
            nomination.Business.Address.Ward,
            nomination.Business.Ownership,
            nomination.IndustryId,
            nomination.TrackId,
            nomination.RenewsYear,
            nomination.Business.Figures.Where(figure => figure.Year == nomination.Programme.Year - 1).Select(figure => figure.Revenue).FirstOrDefault(),
            nomination.Business.Listings.Any(listing => listing.Year == nomination.Programme.Year && listing.List.Contains("500")),
            nomination.Business.Titles.Any(title => title.Year == nomination.Programme.Year || title.Year == nomination.Programme.Year - 1))).ToListAsync();

    // A recognised year has a snapshot. One that was recognised before there were any is computed.
    private async Task<(SnapshotContent Content, RankingResult Result)> LiveAsync(Guid programmeId)
    {
        var live = await scoring.LiveAsync(await db.Programmes.AsNoTracking().WithCriteria().FirstAsync(programme => programme.Id == programmeId));
        return (live.Content, live.Result);
    }

    private static List<CountedProduct> ProductsOf(Programme programme, SnapshotContent content, RankingResult result, IEnumerable<NominationRow> rows)
    {
        var industries = programme.Industries.ToDictionary(industry => industry.Id);
        var tracks = programme.Tracks.ToDictionary(track => track.Id);
        var ranked = result.Ranked.ToDictionary(one => one.Number);
        var contents = content.Nominations.ToDictionary(one => one.Number);
        return
        [
            .. rows.Select(row =>
            {
                var place = ranked.GetValueOrDefault(row.Number);
                var final = contents.GetValueOrDefault(row.Number);
                var (industry, track) = (industries[row.IndustryId], tracks[row.TrackId]);
                return new CountedProduct(
                    programme.Year,
                    row.Number,
                    final is null ? row.Product : row.Product with { Vietnamese = final.Product },
                    row.BusinessId,
                    row.BusinessNumber,
                    final is null ? row.Business : row.Business with { Vietnamese = final.BusinessName },
                    string.IsNullOrWhiteSpace(row.Ward) ? null : row.Ward,
                    row.Ownership,
                    industry.Name,
                    industry.Order,
                    track.Name,
                    track.Order,
                    place is { Recognised: true },
                    place is { Recognised: true, Top: true },
                    row.RenewsYear,
                    final is not null && final.Figures.TryGetValue("revenue", out var dong) ? (long)dong : null,
                    final is not null && final.Figures.TryGetValue("export", out var dollars) ? (long)(dollars * 100) : null,
                    row.BusinessRevenue,
                    row.IsListed,
                    row.HasTitle);
            }),
        ];
    }

    private sealed record NominationRow(
        Guid ProgrammeId, int Number, BilingualName Product, Guid BusinessId, int BusinessNumber, BilingualName Business, string? Ward, Ownership Ownership, Guid IndustryId, Guid TrackId,
        int? RenewsYear, long? BusinessRevenue, bool IsListed, bool HasTitle);
}
