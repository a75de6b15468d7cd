namespace KeyProducts.Domain;

/// <summary>
/// What is said beside the official result, and never replaces it: how sure the line of the top is, and how the judges marked (scoring.md, "Advisory"). It changes no mark, score or rank.
/// </summary>
/// <param name="LeaveOneOut">The result without each judge.</param>
/// <param name="Swap">The least change of marks that would exchange the last of the top and the first below it.</param>
/// <param name="Severity">How strict each judge is, from a model.</param>
/// <param name="Chances">How likely each nomination is among the best, from the same model.</param>
/// <param name="Reliability">How well the judges agree.</param>
/// <param name="Judges">A line for each judge with a counted sheet, by key.</param>
public sealed record RankingAdvice(
    Advised<LeaveOneOut> LeaveOneOut,
    Advised<SmallestSwap> Swap,
    Advised<SeverityModel> Severity,
    Advised<TopChances> Chances,
    Advised<Reliability> Reliability,
    IReadOnlyList<JudgeReport> Judges)
{
    /// <summary>Everything advised beside a result. Pure: the same input and seed, lists in any order, give the same figures on any number of cores.</summary>
    /// <param name="input">The year.</param>
    /// <param name="result">Its official result, as <see cref="Ranking.Of"/> makes it.</param>
    /// <param name="seed">What the random draws begin from: the snapshot's hash.</param>
    /// <param name="draws">How many random draws are made, at least 1.</param>
    /// <exception cref="ArgumentException">The sheets are not of this year (<see cref="Ranking.Of"/>).</exception>
    public static RankingAdvice Of(RankingInput input, RankingResult result, string seed, int draws = 10_000)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(seed);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);

        var counted = new CountedSheets(input);
        var complete = new CompleteSheets(input, counted);
        var fit = SeverityFit.Of(complete);
        return new RankingAdvice(
            JudgesLeftOut.Of(input, counted, result),
            SwapSearch.Of(input, counted, result),
            fit.Value is { } model ? new(model.Shown(complete, result), null) : new(null, fit.Refusal),
            ChanceDraws.Of(input, result, complete, fit, seed, draws),
            Agreement.Of(complete),
            JudgesReport.Of(input, counted, complete, fit.Value));
    }
}

/// <summary>A figure, or the reason why it is not given; one of the two.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Refusal">Why there is none.</param>
public sealed record Advised<T>(T? Value, Refusal? Refusal)
    where T : class;

/// <summary>Why an advisory figure is not given.</summary>
/// <param name="Message">An English sentence, the key of its translation, with placeholders.</param>
/// <param name="Arguments">What fills the placeholders: numbers.</param>
public sealed record Refusal(string Message, params IReadOnlyList<object> Arguments);

/// <summary>The result computed again without each judge, by the year's own rules.</summary>
/// <param name="Runs">One for each judge with a counted sheet, by key.</param>
/// <param name="TimesInTop">For each ranked nomination, in how many of the runs it is of the top.</param>
public sealed record LeaveOneOut(IReadOnlyList<JudgeLeftOut> Runs, IReadOnlyDictionary<int, int> TimesInTop);

/// <summary>The result without one judge.</summary>
/// <param name="Judge">The key of the judge.</param>
/// <param name="Enter">Nominations that come into the top without this judge, by number.</param>
/// <param name="Leave">Nominations that fall out of it, by number.</param>
/// <param name="Unscored">Nominations that have a score only with this judge, by number.</param>
/// <param name="IsUndecided">Whether equal scores would then wait for the council at the line.</param>
public sealed record JudgeLeftOut(string Judge, IReadOnlyList<int> Enter, IReadOnlyList<int> Leave, IReadOnlyList<int> Unscored, bool IsUndecided);

/// <summary>The least change of marks that exchanges the last of the top and the first recognised below it.</summary>
/// <param name="Above">The last of the top.</param>
/// <param name="Below">The first below it.</param>
/// <param name="Gap">The difference of their scores, in points.</param>
/// <param name="Change">The sum of the changes of marks, in points.</param>
/// <param name="Marks">The marks that change, by nomination, judge and criterion.</param>
/// <param name="Step">The mark step of the change, in points.</param>
/// <param name="Shortfalls">What would then keep the one above from being recognised, as in <see cref="RankedNomination.Shortfalls"/>; empty when it is simply overtaken.</param>
public sealed record SmallestSwap(
    int Above,
    int Below,
    decimal Gap,
    decimal Change,
    IReadOnlyList<ChangedMark> Marks,
    decimal Step,
    IReadOnlyList<string> Shortfalls);

/// <summary>A mark as it is and as it would be, in points.</summary>
public sealed record ChangedMark(int Nomination, string Judge, string Criterion, decimal From, decimal To);

/// <summary>The totals of complete sheets split into the level of the product and the severity of the judge (MacKay, Kenna, Low, Parker 2017, with Huber weights).</summary>
/// <param name="Sigma">The spread of what neither explains, in points: √(Σr²/(N−I−J+1)).</param>
/// <param name="Judges">The judges, by key.</param>
/// <param name="Nominations">The nominations, by number.</param>
/// <param name="Scale">s: the usual distance of a sheet from what the model expects, in points: 1.4826 times the median; a sheet more than three times this off is odd.</param>
public sealed record SeverityModel(double Sigma, IReadOnlyList<JudgeSeverity> Judges, IReadOnlyList<NominationLevel> Nominations, double Scale);

/// <summary>A judge's severity.</summary>
/// <param name="Judge">The key.</param>
/// <param name="Shift">β: points the judge gives above (positive, lenient) or below (negative, strict) the mean of all judges; they add up to 0.</param>
/// <param name="Sheets">Complete sheets.</param>
public sealed record JudgeSeverity(string Judge, double Shift, int Sheets);

/// <summary>A nomination's level.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Level">t: what it would get from a judge of average severity, in points, computed marks left out.</param>
/// <param name="Sheets">Complete sheets.</param>
/// <param name="Corrected">The level and the marks of computed criteria, in points, to be held against the score; null when it has no score.</param>
/// <param name="Rank">Its competition rank by that, among those of the model that have a score; null when it has none.</param>
public sealed record NominationLevel(int Number, double Level, int Sheets, double? Corrected, int? Rank);

/// <summary>How likely each nomination is among the best, if the same judges judged again. The cap, the pass mark and minima are left aside: this is about how sure the marks are.</summary>
/// <param name="Places">How many the best are.</param>
/// <param name="Draws">How many random draws were made.</param>
/// <param name="Nominations">The nominations of the model that are eligible and have a score, by number.</param>
public sealed record TopChances(int Places, int Draws, IReadOnlyList<NominationChance> Nominations);

/// <summary>A nomination's chance.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Level">θ̃: its level drawn towards the mean, in points, computed marks added.</param>
/// <param name="Deviation">sd: the standard deviation of that, in points.</param>
/// <param name="Chance">Share of the draws that place it among the best, 0 to 1.</param>
public sealed record NominationChance(int Number, double Level, double Deviation, double Chance);

/// <summary>How well the judges agree on the totals of complete sheets. A complete panel has the intraclass correlations and Kendall's W; an incomplete one Krippendorff's α.</summary>
/// <param name="Nominations">Nominations in it.</param>
/// <param name="Judges">Judges in it.</param>
/// <param name="OfOneJudge">ICC(A,1): of a single judge's totals; null for an incomplete panel.</param>
/// <param name="OfTheMean">ICC(A,k): of the mean of all judges; null for an incomplete panel, and where the formula has no meaning because the products do not differ.</param>
/// <param name="Concordance">Kendall's W with the correction for ties, 0 to 1; null for an incomplete panel, and where no judge tells the products apart.</param>
/// <param name="Alpha">Krippendorff's α for interval data; null for a complete panel.</param>
public sealed record Reliability(int Nominations, int Judges, double? OfOneJudge, double? OfTheMean, double? Concordance, double? Alpha);

/// <summary>How a judge marked, for the secretary before closing. Nothing is changed for the judge.</summary>
/// <param name="Judge">The key.</param>
/// <param name="Sheets">Counted sheets.</param>
/// <param name="Complete">Complete sheets among them.</param>
/// <param name="Mean">Mean total of the complete sheets, in points, rounded to the year's decimals; null without any.</param>
/// <param name="Shift">Severity (<see cref="JudgeSeverity"/>); null where the model is refused.</param>
/// <param name="Noise">Root mean square of the judge's residuals over σ; above 1.5 erratic, below 0.5 too even; null where the model is refused.</param>
/// <param name="Agreement">Kendall's τ_b of the totals with the mean of the others; below 0.2 goes another way; null where too few can be compared.</param>
/// <param name="StraightLines">Complete sheets whose marks are all the same share of the maximum.</param>
/// <param name="Flags">What the secretary should look at.</param>
/// <param name="OddSheets">Single sheets more than three times the usual distance (<see cref="SeverityModel.Scale"/>) off, by nomination, to be sent back for a written reason.</param>
public sealed record JudgeReport(
    string Judge,
    int Sheets,
    int Complete,
    decimal? Mean,
    double? Shift,
    double? Noise,
    double? Agreement,
    int StraightLines,
    JudgeFlags Flags,
    IReadOnlyList<OddSheet> OddSheets);

/// <summary>What the secretary should look at.</summary>
[Flags]
public enum JudgeFlags
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The residuals are more than 1.5 times as large as usual.</summary>
    Erratic = 1,

    /// <summary>The residuals are less than half as large as usual.</summary>
    TooEven = 2,

    /// <summary>The order of the products goes another way than the others' (τ_b below 0.2).</summary>
    AnotherWay = 4,

    /// <summary>At least three complete sheets, and at least half of them, have the same share of the maximum on every criterion.</summary>
    StraightLining = 8,
}

/// <summary>A sheet far from what the model expects.</summary>
/// <param name="Nomination">The number of the nomination.</param>
/// <param name="Total">The sheet's total, in points.</param>
/// <param name="Expected">What the model expects, in points.</param>
public sealed record OddSheet(int Nomination, decimal Total, double Expected);
