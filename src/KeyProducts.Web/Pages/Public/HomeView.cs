using KeyProducts.Domain;
using KeyProducts.Web.Reports.Public;
using KeyProducts.Web.Reports.Statistics;

namespace KeyProducts.Web.Pages.Public;

/// <summary>What a visitor sees first.</summary>
/// <param name="Latest">The latest year whose list is public; null while there is none.</param>
/// <param name="Years">How many years have a public list.</param>
/// <param name="Figures">The headline figures of that year, as the press prints them.</param>
/// <param name="Asked">The years about which the public is asked at this moment, with the last day for comments.</param>
public sealed record HomeView(RecognisedYear? Latest, int Years, IReadOnlyList<ShownFigure> Figures, IReadOnlyList<HomeView.Consultation> Asked)
{
    /// <summary>The measures that are headline figures.</summary>
    public static readonly IReadOnlyList<PastMeasure> Headlines =
        [PastMeasure.RecognisedProducts, PastMeasure.RecognisedBusinesses, PastMeasure.Revenue, PastMeasure.Export, PastMeasure.OverThousandBillion, PastMeasure.InTop500];

    /// <summary>A provisional list that takes comments.</summary>
    public sealed record Consultation(int Year, DateOnly Until);
}
