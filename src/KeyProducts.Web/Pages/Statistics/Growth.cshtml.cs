using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Reports.Statistics;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Statistics;

/// <summary>How each business has grown after a recognition: for staff and auditors, since it shows figures of single businesses.</summary>
public sealed class GrowthModel(StatisticsReport report) : AppPage
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public Table Rows { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    protected override async Task LoadAsync()
    {
        var growth = await report.GrowthAsync(await report.OverAsync(User));
        Paging = new Paging(PageNumber, growth.Rows.Count, "/statistics/growth", "");
        static int DecimalsOf(GrowthRow row) => row.Figure == FigureName.Revenue ? 1 : 2;
        static PastMeasure MeasureOf(GrowthRow row) => row.Figure == FigureName.Revenue ? PastMeasure.Revenue : PastMeasure.Export;
        static string Written(GrowthRow row, long? value) => value is null ? "" : Shown.Number(FigureWriting.InUnit(MeasureOf(row), value)!.Value, DecimalsOf(row));
        var table = Table.Of(growth.Rows.OrderByDescending(row => row.AwardYear).ThenBy(row => row.Business.In(Languages.Current), RecognisedProducts.ByName).Skip(Paging.Skip(PageNumber)).Take(Paging.Size))
            .Text(T["Recognised in"], row => $"{row.AwardYear}", 8)
            .Text(T["Business"], row => row.Business.In(Languages.Current), 36, row => $"/businesses/{row.BusinessNumber}")
            .Text(T["Figure"], row => row.Figure == FigureName.Revenue ? T["Revenue (billion đồng)"] : T["Export (million US dollars)"], 18)
            .Code(T["Year before the award"], row => Written(row, row.Before), 12);
        for (var years = 1; years <= Growth.Years; years++)
        {
            var after = years;
            table.Code(years == 1 ? T["1 year later"] : T["{0} years later", years], row => row.Later[after - 1] is { } later ? $"{Written(row, later)} ({Shown.Number(row.After(after)!.Value, 1)} %)" : null, 16);
        }

        Rows = table.Table(whenEmpty: T["No business has figures of the year before an award and of a later one yet."]);
    }
}
