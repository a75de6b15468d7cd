using KeyProducts.Domain;

namespace KeyProducts.Web.Reports.Statistics;

/// <summary>What keeps visitors from reading the money of a single business out of a sum.</summary>
public static class Secrecy
{
    /// <summary>So many businesses at least stand behind a sum of money that everybody may read.</summary>
    public const int Fewest = 3;

    /// <summary>Whether a sum over recognised products may be shown to everybody: at least three businesses are recognised there, and of those at least three, or none, have a part in the sum.</summary>
    /// <param name="measure">Revenue or export.</param>
    /// <param name="products">The products.</param>
    public static bool IsSafe(PastMeasure measure, IReadOnlyList<CountedProduct> products) =>
        BusinessCount(Counting.Rows(PastMeasure.RecognisedProducts, products)) is var all && (all == 0 || (all >= Fewest && BusinessCount(Counting.Rows(measure, products)) is 0 or >= Fewest));

    /// <summary>
    /// The parts of a whole whose sum is kept back: those over fewer than three businesses, and, since the whole is shown too, as many of the smallest others as it takes that what is
    /// missing is again a sum over at least three businesses and more than one part.
    /// </summary>
    /// <param name="measure">Revenue or export.</param>
    /// <param name="parts">The products of each part.</param>
    public static IReadOnlySet<int> Withheld(PastMeasure measure, IReadOnlyList<IReadOnlyList<CountedProduct>> parts)
    {
        var rows = parts.Select(part => Counting.Rows(measure, part)).ToList();
        var withheld = Enumerable.Range(0, parts.Count).Where(place => !IsSafe(measure, parts[place])).ToHashSet();
        if (withheld.Count == 0)
        {
            return withheld;
        }

        foreach (var place in Enumerable.Range(0, parts.Count).Where(place => !withheld.Contains(place) && rows[place].Count > 0).OrderBy(place => BusinessCount(rows[place])).ToList())
        {
            if (withheld.Count > 1 && BusinessCount([.. withheld.SelectMany(one => rows[one])]) >= Fewest)
            {
                break;
            }

            withheld.Add(place);
        }

        return withheld;
    }

    private static int BusinessCount(IReadOnlyList<CountedProduct> rows) => rows.Select(row => row.BusinessId).Distinct().Count();
}
