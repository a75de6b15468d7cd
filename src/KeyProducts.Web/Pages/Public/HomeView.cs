using KeyProducts.Web.Reports.Public;

namespace KeyProducts.Web.Pages.Public;

/// <summary>What a visitor sees first.</summary>
/// <param name="Latest">The latest year whose list is public; null while there is none.</param>
/// <param name="Years">How many years have a public list.</param>
/// <param name="Asked">The years about which the public is asked at this moment, with the last day for comments.</param>
public sealed record HomeView(RecognisedYear? Latest, int Years, IReadOnlyList<HomeView.Consultation> Asked)
{
    /// <summary>A provisional list that takes comments.</summary>
    public sealed record Consultation(int Year, DateOnly Until);
}
