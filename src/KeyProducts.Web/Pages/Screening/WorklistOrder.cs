using KeyProducts.Web.Screening;
using KeyProducts.Web.Storage;

namespace KeyProducts.Web.Pages.Screening;

/// <summary>The orders of the worklist. What it shows is worked out and not stored, so it is sorted here and not by the database.</summary>
public static class WorklistOrder
{
    /// <summary>The columns it can be sorted by.</summary>
    public static readonly IReadOnlyList<string> Keys = ["number", "product", "business", "received", "complete", "checklist", "warnings", "checked", "due", "status"];

    /// <summary>The dossiers in the order of a column, then by number; those without a value come last either way.</summary>
    public static IReadOnlyList<ScreenedDossier> Of(IEnumerable<ScreenedDossier> dossiers, string key, bool isDescending)
    {
        var order = isDescending ? -1 : 1;
        return [.. dossiers.OrderBy(one => one, Comparer<ScreenedDossier>.Create((left, right) => Compare(left, right, key, order)))];
    }

    private static int Compare(ScreenedDossier left, ScreenedDossier right, string key, int order)
    {
        var (first, second) = (Value(left, key), Value(right, key));
        var result = (first, second) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            _ => order * Comparer<IComparable>.Default.Compare(first, second),
        };
        return result != 0 ? result : left.Nomination.Number.CompareTo(right.Nomination.Number);
    }

    private static IComparable? Value(ScreenedDossier one, string key) => key switch
    {
        "product" => SearchText.Fold(one.Nomination.Product.Vietnamese),
        "business" => SearchText.Fold(one.Nomination.Business.Name.Vietnamese),
        "received" => one.Nomination.ReceivedOn,
        "complete" => one.Percent,
        "checklist" => one.Track.Checklist.Count == 0 ? null : (decimal)one.Answered / one.Track.Checklist.Count,
        "warnings" => one.OpenWarnings,
        "checked" => one.Nomination.CheckedBy?.Name,
        "due" => one.DueOn,
        "status" => one.Nomination.Status,
        _ => one.Nomination.Number,
    };
}
