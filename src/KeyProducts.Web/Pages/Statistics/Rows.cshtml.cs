using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Reports.Statistics;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Statistics;

/// <summary>The rows that a figure counts.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class RowsModel(AppDbContext db, StatisticsReport report) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public PastMeasure Measure { get; set; } = PastMeasure.RecognisedProducts;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public Dimension? By { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    public CountedRows Counted { get; private set; } = null!;

    public IReadOnlyList<PastFigure> Published { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        var over = await report.OverAsync(User);
        var open = over.Content.IsReader
            ? (await db.DossiersOpenTo(User).Where(one => one.Programme.Year == Year).Select(one => new { one.Programme.Year, one.Number }).ToListAsync()).Select(one => (one.Year, one.Number)).ToHashSet()
            : [];
        Counted = Found(new StatisticsRows(new FigureWriting(T), T).Of(over, new CountedFigure(Measure, Year, By, Of ?? ""), open));
        Published = By is null && Year is { } year ? [.. over.Of(year)!.Published.Where(figure => figure.Measure == Measure)] : [];
    }
}
