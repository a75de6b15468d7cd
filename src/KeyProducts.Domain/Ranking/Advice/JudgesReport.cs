namespace KeyProducts.Domain;

/// <summary>
/// A line for each judge with a counted sheet (scoring.md, "Judges"). What needs the model is left out where the model is refused; the rest is said all the same.
/// <list type="bullet">
/// <item>Agreement compares the judge's totals with the mean of the others' totals, over the products for which both exist, at least five.</item>
/// <item>A straight line is a complete sheet with the same share of the maximum on at least two judged criteria, and on all of them.</item>
/// </list>
/// </summary>
internal static class JudgesReport
{
    const int FewestCompared = 5;

    public static IReadOnlyList<JudgeReport> Of(RankingInput input, CountedSheets counted, CompleteSheets complete, SeverityFit? fit)
    {
        var judged = input.Criteria.Index().Where(one => one.Item.Figure is null && one.Item.Max > 0).ToArray();
        var all = input.Nominations.OrderBy(nomination => nomination.Number).SelectMany(counted.Of).ToLookup(sheet => sheet.Judge);
        var columns = complete.Totals.Index().ToLookup(one => one.Item.Column);
        var sums = new long[complete.Nominations.Length];
        foreach (var total in complete.Totals)
            sums[total.Row] += total.Total;

        return [.. counted.WithCountedSheets(input).Select(judge =>
        {
            var column = Array.IndexOf(complete.Judges, counted.Judges[judge]);
            var cells = column < 0 ? [] : columns[column].ToList();
            var straight = all[judge].Count(sheet => sheet.IsComplete && IsStraight(sheet, judged));
            var noise = Noise(cells, fit);
            var agreement = AgreementWithOthers(cells, complete, sums);
            var flags = (noise > 1.5 ? JudgeFlags.Erratic : 0)
                | (noise < 0.5 ? JudgeFlags.TooEven : 0)
                | (agreement < 0.2 ? JudgeFlags.AnotherWay : 0)
                | (straight >= 3 && 2 * straight >= cells.Count ? JudgeFlags.StraightLining : 0);
            return new JudgeReport(
                counted.Judges[judge],
                all[judge].Count(),
                cells.Count,
                cells.Count == 0 ? null : Math.Round(cells.Sum(cell => cell.Item.Total) / Fraction.Million / cells.Count, input.Rules.Decimals, MidpointRounding.AwayFromZero),
                column < 0 ? null : fit?.Shifts[column],
                noise,
                agreement,
                straight,
                flags,
                OddSheets(cells, complete, fit));
        })];
    }

    static bool IsStraight(CountedSheet sheet, (int Index, RankingCriterion Item)[] judged) =>
        judged.Length > 1 && judged.All(one => sheet.Marks[one.Index] * judged[0].Item.Max == sheet.Marks[judged[0].Index] * one.Item.Max);

    /// <summary>Root mean square of the judge's residuals over σ; null without a model or where it explains everything.</summary>
    static double? Noise(List<(int Index, SheetTotal Item)> cells, SeverityFit? fit) =>
        fit is null || fit.Sigma == 0 || cells.Count == 0 ? null : Math.Sqrt(cells.Average(cell => fit.Residuals[cell.Index] * fit.Residuals[cell.Index])) / fit.Sigma;

    static double? AgreementWithOthers(List<(int Index, SheetTotal Item)> cells, CompleteSheets complete, long[] sums)
    {
        var compared = cells.FindAll(cell => complete.OfNomination[cell.Item.Row] > 1);
        return compared.Count < FewestCompared
            ? null
            : Agreement.TauB(
                compared.ConvertAll(cell => (double)cell.Item.Total),
                compared.ConvertAll(cell => (sums[cell.Item.Row] - cell.Item.Total) / (double)(complete.OfNomination[cell.Item.Row] - 1)));
    }

    static IReadOnlyList<OddSheet> OddSheets(List<(int Index, SheetTotal Item)> cells, CompleteSheets complete, SeverityFit? fit) =>
        fit is null
            ? []
            : [.. cells.Where(cell => fit.IsOdd(cell.Index)).Select(cell =>
                new OddSheet(complete.Nominations[cell.Item.Row], cell.Item.Total / Fraction.Million, cell.Item.Points - fit.Residuals[cell.Index]))];
}
