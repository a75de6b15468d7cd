using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Nominations;

/// <summary>A nomination with its business and figures.</summary>
public sealed class ShowModel(AppDbContext db) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public Programme Programme { get; private set; } = null!;

    public Nomination Nomination { get; private set; } = null!;

    public Industry Industry { get; private set; } = null!;

    public Track Track { get; private set; } = null!;

    public Table Figures { get; private set; } = null!;

    public IReadOnlyList<string> Warnings { get; private set; } = [];

    public bool HasMarksToShow => Nomination.Status == NominationStatus.Accepted && Programme.IsFrozen && Programme.IsOpenTo(User);

    public string StatusClass => Nomination.Status switch
    {
        NominationStatus.Accepted => "good",
        NominationStatus.Registered => "wait",
        _ => "bad",
    };

    protected override async Task LoadAsync()
    {
        Programme = Found(await db.Programmes.AsNoTracking().WithIndustriesAndTracks().OfYearAsync(Year));
        Nomination = Found(await db.Nominations.AsNoTracking().Include(nomination => nomination.Business).Include(nomination => nomination.Figures)
            .FirstOrDefaultAsync(nomination => nomination.ProgrammeId == Programme.Id && nomination.Number == Number));
        Industry = Programme.Industries.Single(industry => industry.Id == Nomination.IndustryId);
        Track = Programme.Tracks.Single(track => track.Id == Nomination.TrackId);
        Figures = Table.Of(Nomination.Figures.OrderByDescending(figure => figure.DataYear).ThenBy(figure => figure.Base))
            .Code(T["Year"], figure => $"{figure.DataYear}")
            .Text(T["What it is of"], figure => T[EnumWords.Of(figure.Base)])
            .Number(T["Revenue, billion đồng"], figure => figure.Revenue is { } dong ? Shown.Billions(dong) : null, decimals: 1)
            .Number(T["Revenue, đồng"], figure => figure.Revenue)
            .Number(T["Export, million USD"], figure => figure.ExportCents is { } cents ? Shown.Millions(cents) : null, decimals: 2)
            .Number(T["Export, USD"], figure => figure.ExportCents / 100m)
            .Table(whenEmpty: T["No figures are declared yet."]);
        Warnings = [.. WarningsOf(Nomination.FigureOf(Programme.DataYear, FigureBase.Product))];
    }

    private IEnumerable<string> WarningsOf(NominationFigure? figure)
    {
        switch (Track.IsMetBy(figure?.Revenue, figure?.ExportCents / 100m))
        {
            case null:
                yield return T["The figure of {0} that the gate of “{1}” looks at is not declared.", Programme.DataYear, Track.Name.In(Languages.Current)];
                break;
            case false:
                yield return T["The figure of {0} does not reach the gate of “{1}”: at least {2}.", Programme.DataYear, Track.Name.In(Languages.Current), Shown.Whole(Track.AtLeast!.Value)];
                break;
        }

        if (TaxCode.DoubtOf(Nomination.Business.TaxCode) != TaxCodeDoubt.None)
        {
            yield return T["The tax code is doubtful. Reason given: {0}", Nomination.Business.TaxCodeReason ?? "–"];
        }
    }
}
