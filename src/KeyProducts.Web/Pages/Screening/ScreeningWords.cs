using KeyProducts.Web.Screening;

namespace KeyProducts.Web.Pages.Screening;

/// <summary>The English words, which are the keys, for the tabs of the worklist.</summary>
public static class ScreeningWords
{
    /// <summary>What to call a tab.</summary>
    public static string Of(WorklistTab tab) => tab switch
    {
        WorklistTab.ToCheck => "To check",
        WorklistTab.Ready => "Ready to accept",
        WorklistTab.Returned => "Returned",
        WorklistTab.Overdue => "Overdue",
        WorklistTab.Decided => "Decided",
        _ => "All",
    };

    /// <summary>What an empty tab says.</summary>
    public static string WhenEmpty(WorklistTab tab) => tab switch
    {
        WorklistTab.ToCheck => "Nothing waits to be checked.",
        WorklistTab.Ready => "No dossier is ready to be accepted. A dossier is ready when nothing stands in its way.",
        WorklistTab.Returned => "No business owes a supplement.",
        WorklistTab.Overdue => "No supplement is overdue.",
        WorklistTab.Decided => "No nomination is decided yet.",
        _ => "No nomination is registered yet.",
    };
}
