using KeyProducts.Documents;
using KeyProducts.Web.Access;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Reports.Statistics;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.OutputCaching;

namespace KeyProducts.Web.Pages.Statistics;

/// <summary>The businesses that were recognised in years whose lists are known, each once, with its years.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class BusinessesModel(StatisticsReport report) : AppPage
{
    public Table Rows { get; private set; } = null!;

    public int Count { get; private set; }

    public string Years { get; private set; } = "";

    protected override async Task LoadAsync()
    {
        var over = await report.OverAsync(User);
        var distinct = over.DistinctBusinesses;
        var known = over.Years.Where(year => year.KnowsBusinesses).SelectMany(year => year.Own is { } own
            ? own.Recognised.Select(product => (year.Year, Key: $"{product.BusinessId}", Name: product.Business.In(Languages.Current), Number: (int?)product.BusinessNumber, IsOwn: true))
            : year.Listed.Select(product => (year.Year, Key: YearFigures.KeyOf(product)!, Name: product.Business?.Name.In(Languages.Current) ?? product.Record.Business!, product.Business?.Number, IsOwn: false)));
        var rows = known.GroupBy(one => one.Key).Select(group => (
                Last: group.Last(), Years: group.Select(one => one.Year).Distinct().Order().ToList(), IsOwn: group.Any(one => one.IsOwn)))
            .OrderBy(one => one.Last.Name, RecognisedProducts.ByName).ToList();
        (Count, Years) = (rows.Count, StatisticsReport.Span(distinct.Years));
        Rows = Table.Of(rows)
            .Text(T["Business"], one => one.Last.Name, 40, one => one.Last.Number is not { } number ? null : over.Content.IsReader ? $"/businesses/{number}" : one.IsOwn ? $"/recognised/businesses/{number}" : null)
            .Text(T["Recognised in"], one => string.Join(", ", one.Years), 24)
            .Number(T["Times recognised"], one => one.Years.Count, width: 10)
            .Table(whenEmpty: T["No list of businesses is known yet."]);
    }
}
