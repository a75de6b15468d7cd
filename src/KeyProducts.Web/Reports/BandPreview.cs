using System.Security.Claims;
using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports;

/// <summary>What bands give to the dossiers of a year.</summary>
/// <param name="Criterion">The criterion's name; null while it has none.</param>
/// <param name="Sentences">What is to be known of the bands and of the dossiers.</param>
/// <param name="Bands">The bands with how many dossiers lie in each.</param>
/// <param name="Dossiers">The dossiers with figure, band and points, the largest figure first.</param>
public sealed record BandPreview(string? Criterion, IReadOnlyList<string> Sentences, Table Bands, Table Dossiers);

/// <summary>Shows what bands give, before they are stored.</summary>
public sealed class BandPreviews(AppDbContext db, IStringLocalizer<Words> T)
{
    // What was rejected or withdrawn gets no points.
    private static readonly NominationStatus[] InTheYear = [NominationStatus.Registered, NominationStatus.Returned, NominationStatus.Accepted];

    /// <summary>The preview.</summary>
    /// <param name="programme">The year whose dossiers are looked at.</param>
    /// <param name="criterion">The criterion's name; null while it has none.</param>
    /// <param name="figure">One of <see cref="Criterion.Figures"/>.</param>
    /// <param name="bands">The bands, rising.</param>
    /// <param name="max">The criterion's maximum.</param>
    /// <param name="reader">Who looks: a dossier that is closed to them is counted, not shown.</param>
    public async Task<BandPreview> LoadAsync(Programme programme, string? criterion, string figure, IReadOnlyList<Band> bands, decimal max, ClaimsPrincipal reader)
    {
        var open = db.DossiersOpenTo(reader);
        var stored = await db.Nominations.Where(one => one.ProgrammeId == programme.Id && InTheYear.Contains(one.Status)).Select(one => new
        {
            one.Number,
            one.Product.Vietnamese,
            one.Product.English,
            IsOpen = open.Any(seen => seen.Id == one.Id),
            Revenue = one.Figures.Where(declared => declared.DataYear == programme.DataYear && declared.Base == FigureBase.Product).Select(declared => declared.Revenue).FirstOrDefault(),
            ExportCents = one.Figures.Where(declared => declared.DataYear == programme.DataYear && declared.Base == FigureBase.Product).Select(declared => declared.ExportCents).FirstOrDefault(),
        }).ToListAsync();
        var dossiers = stored.Select(one =>
        {
            decimal? declared = FigureText.IsDong(figure) ? one.Revenue : one.ExportCents / 100m;
            return new Dossier(
                one.IsOpen ? one.Number : null,
                one.IsOpen ? new BilingualName(one.Vietnamese, one.English).In(Languages.Current) : T["A dossier that is closed to you"],
                declared,
                declared is { } value ? bands.Index().LastOrDefault(band => band.Item.From <= value, (-1, null!)).Index : null);
        }).OrderByDescending(one => one.Figure ?? decimal.MinValue).ThenBy(one => one.Number).ToList();
        return new BandPreview(criterion, [.. Sentences(figure, bands, max, dossiers)], Bands(figure, bands, dossiers), Dossiers(programme, figure, bands, dossiers));
    }

    private IEnumerable<string> Sentences(string figure, IReadOnlyList<Band> bands, decimal max, List<Dossier> dossiers)
    {
        if (bands[0].From > 0)
        {
            yield return T["Below {0} there are 0 points.", FigureText.WithUnit(figure, bands[0].From, T)];
        }

        yield return T["Each band reaches up to the next, so there is no gap between them; the last has no upper end."];
        foreach (var (lower, upper) in bands.Zip(bands.Skip(1)).Where(pair => pair.Second.Points < pair.First.Points))
        {
            yield return T["The band from {0} gives fewer points than the one below it.", FigureText.WithUnit(figure, upper.From, T)];
        }

        if (bands.Max(band => band.Points) is var most && most < max)
        {
            yield return T["No band gives the maximum of {0} points; the most is {1}.", Shown.Points(max), Shown.Points(most)];
        }

        if (dossiers.Count(one => one.Band is null) is > 0 and var missing)
        {
            yield return T["Dossiers that do not declare the figure: {0}. As long as it is missing, they get no score at all.", missing];
        }
    }

    private Table Bands(string figure, IReadOnlyList<Band> bands, List<Dossier> dossiers)
    {
        var lines = bands.Index().Select(band => (Range: Range(figure, bands, band.Index), Points: (decimal?)band.Item.Points, Count: dossiers.Count(one => one.Band == band.Index))).ToList();
        if (bands[0].From > 0)
        {
            lines.Insert(0, (Range(figure, bands, -1), 0m, dossiers.Count(one => one.Band == -1)));
        }

        lines.Add((T["not declared"].Value, null, dossiers.Count(one => one.Band is null)));
        return Table.Of(lines)
            .Text(FigureText.IsDong(figure) ? T["Revenue of the product (billion đồng)"] : T["Export of the product (million USD)"], line => line.Range, 30)
            .Number(T["Points of the band"], line => line.Points, 2)
            .Number(T["Dossiers"], line => line.Count)
            .Table(T["How many dossiers lie in each band"]);
    }

    private Table Dossiers(Programme programme, string figure, IReadOnlyList<Band> bands, List<Dossier> dossiers) => Table.Of(dossiers)
        .Number(T["Dossier number"], one => one.Number, width: 7)
        .Text(T["Product"], one => one.Product, 32, one => one.Number is null ? null : $"/programmes/{programme.Year}/nominations/{one.Number}")
        // A figure would tell whose the closed dossier is.
        .Number(
            FigureText.IsDong(figure) ? T["Revenue of {0} (billion đồng)", programme.DataYear] : T["Export of {0} (million USD)", programme.DataYear],
            one => one is { Number: not null, Figure: { } declared } ? FigureText.Shrunk(figure, declared) : null, FigureText.IsDong(figure) ? 1 : 2, 16)
        .Text(T["Band"], one => one.Band is { } band ? Range(figure, bands, band) : T["not declared"], 24)
        .Number(T["Points of the band"], one => one.Band switch { null => null, -1 => 0m, { } band => bands[band].Points }, 2)
        .Table(T["What the bands give to each dossier"], T["The year has no dossiers yet."]);

    private string Range(string figure, IReadOnlyList<Band> bands, int band)
    {
        string Edge(int place) => Shown.Points(FigureText.Shrunk(figure, bands[place].From));
        return band == -1 ? T["below {0}", Edge(0)]
            : band == bands.Count - 1 ? T["from {0}", Edge(band)]
            : T["from {0} to below {1}", Edge(band), Edge(band + 1)];
    }

    // The band is its place in the list; -1 below the first, null without a figure.
    private sealed record Dossier(int? Number, string Product, decimal? Figure, int? Band);
}
