namespace KeyProducts.Domain;

/// <summary>Why a nomination is of the top, or not.</summary>
public enum TopReason
{
    /// <summary>The year has no top.</summary>
    NoTop,

    /// <summary>It has no score.</summary>
    Unscored,

    /// <summary>It is of the top.</summary>
    Chosen,

    /// <summary>It does not reach what recognition asks for.</summary>
    FallsShort,

    /// <summary>Its business has as many products in the top as it may.</summary>
    PassedOver,

    /// <summary>It is equal with others at the edge; the council decides.</summary>
    WaitsForCouncil,

    /// <summary>The council must first order a group above it.</summary>
    BelowOpenGroup,

    /// <summary>The places were taken by those above it.</summary>
    PlacesTaken,
}

/// <summary>Where a nomination stands to the top.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Places">The places of the year's top.</param>
/// <param name="Taken">Those that are taken.</param>
/// <param name="Line">
/// The nomination on the other side of the line: for one of the top the first below the last chosen, for others the last chosen. Null while the line is not drawn, because places are
/// free or the council must decide, or where nobody stands on the other side.
/// </param>
/// <param name="Distance">The score less that of <paramref name="Line"/>; null without one.</param>
/// <param name="Chosen">For one passed over, the products of its business that were chosen, by rank.</param>
/// <param name="Open">The group that the council must order first, by number; empty when there is none.</param>
public sealed record TopStanding(TopReason Reason, int Places, int Taken, int? Line, decimal? Distance, IReadOnlyList<int> Chosen, IReadOnlyList<int> Open)
{
    internal static TopStanding Of(RankingRules rules, RankingResult result, int number)
    {
        var own = result.Ranked.FirstOrDefault(one => one.Number == number);
        var chosen = result.Ranked.Where(one => one.Top).ToList();
        var passed = result.PassedOver.FirstOrDefault(one => one.Number == number);
        var open = result.Undecided.Count == 0 ? [] : result.Undecided[0];
        var isDrawn = open.Count == 0 && chosen.Count > 0 && chosen.Count == rules.TopCount;
        var other = own is null || !isDrawn ? null
            : own.Top ? result.Ranked.SkipWhile(one => one != chosen[^1]).Skip(1).FirstOrDefault()
            : chosen[^1];
        return new TopStanding(
            Why(rules, own, passed, open), rules.TopCount, chosen.Count, other?.Number, own?.Score - other?.Score, passed?.Chosen ?? [], open);
    }

    static TopReason Why(RankingRules rules, RankedNomination? own, PassedOver? passed, IReadOnlyList<int> open) => own switch
    {
        _ when rules.TopCount == 0 => TopReason.NoTop,
        null => TopReason.Unscored,
        { Top: true } => TopReason.Chosen,
        { Recognised: false } => TopReason.FallsShort,
        _ when passed is not null => TopReason.PassedOver,
        _ when open.Contains(own.Number) => TopReason.WaitsForCouncil,
        _ => open.Count > 0 ? TopReason.BelowOpenGroup : TopReason.PlacesTaken,
    };
}
