using System.Globalization;
using KeyProducts.Documents;

namespace KeyProducts.Web.Reports;

/// <summary>A table on a page.</summary>
/// <param name="Table">What it shows.</param>
/// <param name="Label">What screen readers call it when it has no caption.</param>
/// <param name="Sort">How it is sorted; null when readers cannot sort it.</param>
public sealed record TableView(Table Table, string Label, Sort? Sort = null)
{
    /// <summary>The most rows that a page shows at once. What a page has cut already is shorter; files always have all.</summary>
    public const int Most = 200;

    /// <summary>Which part of the table a request asks for; null when the page shows all of it.</summary>
    public Paging? PagingOf(HttpRequest request)
    {
        if (Table.Rows.Count <= Most)
        {
            return null;
        }

        var rest = QueryString.Create(request.Query.Where(field => field.Key != "p")).Value ?? "";
        var all = new Paging(1, Table.Rows.Count, request.Path, rest.TrimStart('?'), Most);
        return all with { Page = int.TryParse(request.Query["p"], CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, all.Pages) : 1 };
    }

    /// <summary>The rows of a part, or all without one.</summary>
    public IEnumerable<Row> RowsOn(Paging? paging) =>
        paging is null ? Table.Rows : Table.Rows.Skip((paging.Page - 1) * paging.Rows).Take(paging.Rows);
}

/// <summary>How a list is sorted, and the addresses that sort it otherwise.</summary>
/// <param name="Key">The sort key of a column.</param>
/// <param name="IsDescending">Whether the largest is first.</param>
/// <param name="Path">The address of the page.</param>
/// <param name="Query">The rest of its query, with filters; empty for none.</param>
public sealed record Sort(string Key, bool IsDescending, string Path, string Query)
{
    /// <summary>The address that sorts by a column, or turns its order round.</summary>
    public string Address(string key) =>
        $"{Path}?sort={(key == Key && !IsDescending ? "-" : "")}{key}{(Query.Length == 0 ? "" : "&" + Query)}";

    /// <summary>Reads "name" or "-name"; the fallback when it is not one of the keys.</summary>
    public static (string Key, bool IsDescending) Read(string? text, IReadOnlyCollection<string> keys, string fallback)
    {
        var typed = text is not null && keys.Contains(text.TrimStart('-')) ? text : fallback;
        return (typed.TrimStart('-'), typed.StartsWith('-'));
    }
}
