namespace KeyProducts.Web.Reports;

/// <summary>Which part of a long list a page shows.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Total">Rows in all.</param>
/// <param name="Path">The address of the page.</param>
/// <param name="Query">The rest of its query, with filters and sorting; empty for none.</param>
/// <param name="Rows">Rows on a page, where they are not <see cref="Size"/>.</param>
public sealed record Paging(int Page, int Total, string Path, string Query, int Rows = Paging.Size)
{
    /// <summary>Rows on a page.</summary>
    public const int Size = 50;

    public int Pages => Math.Max(1, (Total + Rows - 1) / Rows);

    public string Address(int page) => $"{Path}?p={page}{(Query.Length == 0 ? "" : "&" + Query)}";

    /// <summary>The rows to pass over for a page, at least 0.</summary>
    public static int Skip(int page) => (Math.Clamp(page, 1, 1_000_000) - 1) * Size;
}
