using KeyProducts.Domain;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports;

/// <summary>The pictures beside a year's result.</summary>
public static class LinePlots
{
    /// <summary>The scores in rank order, how far each may reach, and the lines.</summary>
    public static RowPlot Scores(LineFigures figures, ResultNames names, IStringLocalizer<Words> T)
    {
        var rules = figures.Year.Content.Rules;
        var ranked = figures.Year.Result.Ranked;
        string Points(decimal points) => Shown.Number(points, rules.Decimals);
        var lines = new List<PlotLine>();
        if (figures.At is { } at)
        {
            lines.Add(new PlotLine(at, T["Line of the Top {0}", figures.Top], PlotSign.TopLine));
        }

        if (rules.PassMark is { } mark)
        {
            lines.Add(new PlotLine(mark, T["Pass mark {0}", Points(mark)], PlotSign.PassLine));
        }

        return new RowPlot(
            "scores",
            T["Scores in rank order, in points"],
            ranked.Count == 0 ? "" : T["{0} products from {1} down to {2} points. All values stand in the table below.", ranked.Count, Points(ranked[0].Score), Points(ranked[^1].Score)],
            [.. ranked.Select((one, place) => new PlotRow(
                $"{one.Rank}. {names.Product(one.Number)}", Points(one.Score), [one.Score], one.Top ? PlotSign.Full : one.Recognised ? PlotSign.Ring : PlotSign.Cross,
                figures.Ranges.TryGetValue(one.Number, out var range) ? range.Low : null, figures.Ranges.ContainsKey(one.Number) ? range.High : null)
            {
                IsLast = figures.At is not null && place + 1 == figures.End,
            })],
            Shown.Points)
        {
            Lines = lines,
            Keys = [.. ScoreKeys(figures, T)],
        };
    }

    /// <summary>How far the products lie apart on each criterion, as a share of its maximum.</summary>
    public static RowPlot Criteria(IReadOnlyList<CriterionSpread> spreads, IStringLocalizer<Words> T) => new(
        "criteria",
        T["Means of the products on each criterion, in per cent of its maximum"],
        T["{0} criteria, a dot for each product. Lowest, median and highest stand in the table below.", spreads.Count],
        [.. spreads.Select(one => new PlotRow(
            one.Name, Share(one.Share(one.Median)), [.. one.Means.Select(one.Share)], PlotSign.Small, one.Share(one.Lowest), one.Share(one.Highest))
        {
            Middle = one.Share(one.Median),
        })],
        Share)
    {
        Reach = [100m],
        Keys = [new(PlotSign.Small, T["a product"]), new(PlotSign.Range, T["lowest to highest"]), new(PlotSign.Middle, T["Median"])],
    };

    /// <summary>How strict or lenient each judge is, the strictest first.</summary>
    public static RowPlot Severity(SeverityModel model, LineFigures figures, ResultNames names, IStringLocalizer<Words> T) => new(
        "severity",
        T["Severity of the judges, in points a sheet"],
        T["{0} judges along a line for the mean of all. All values stand in the table below.", model.Judges.Count],
        [.. model.Judges.OrderBy(judge => judge.Shift).Select(judge =>
        {
            var shift = figures.Rounded(judge.Shift);
            return new PlotRow(names.Judge(judge.Judge), LineWords.WithSign(shift, figures.Year.Content.Rules.Decimals), [shift], PlotSign.Ring, Math.Min(0, shift), Math.Max(0, shift));
        })],
        points => LineWords.WithSign(points))
    {
        Lines = [new PlotLine(0, T["Mean of all judges"], PlotSign.BaseLine)],
        Ends = (T["stricter"], T["more lenient"]),
        Reach = Mirrored(model.Judges.Select(judge => figures.Rounded(judge.Shift))),
    };

    private static IEnumerable<PlotKey> ScoreKeys(LineFigures figures, IStringLocalizer<Words> T)
    {
        var ranked = figures.Year.Result.Ranked;
        if (ranked.Any(one => one.Top))
        {
            yield return new(PlotSign.Full, T["score, in the Top {0}", figures.Top]);
        }

        if (ranked.Any(one => one is { Top: false, Recognised: true }))
        {
            yield return new(PlotSign.Ring, T["score of another product"]);
        }

        if (ranked.Any(one => !one.Recognised))
        {
            yield return new(PlotSign.Cross, T["score that falls short of recognition"]);
        }

        if (figures.Ranges.Count > 0)
        {
            yield return new(PlotSign.Range, figures.AreRangesOfModel
                ? T["where the score would lie in about 95 of 100 cases if the judges scored again"]
                : T["lowest to highest total of the sheets"]);
        }
    }

    private static string Share(decimal percent) => $"{Shown.Whole(percent)} %";

    private static List<decimal> Mirrored(IEnumerable<decimal> values)
    {
        var furthest = values.Select(Math.Abs).DefaultIfEmpty(1m).Max();
        return [-furthest, furthest];
    }
}

/// <summary>The means of all ranked products on a criterion, in points.</summary>
/// <param name="Name">The criterion.</param>
/// <param name="Max">Its maximum.</param>
/// <param name="Means">The means, ascending; at least one.</param>
public sealed record CriterionSpread(string Name, decimal Max, IReadOnlyList<decimal> Means)
{
    /// <summary>The lowest.</summary>
    public decimal Lowest => Means[0];

    /// <summary>The highest.</summary>
    public decimal Highest => Means[^1];

    /// <summary>The middle one; between the two middle ones when their number is even.</summary>
    public decimal Median => (Means[(Means.Count - 1) / 2] + Means[Means.Count / 2]) / 2;

    /// <summary>Points in per cent of the maximum.</summary>
    public decimal Share(decimal points) => Max == 0 ? 0 : points / Max * 100;

    /// <summary>How far lowest and highest lie apart, in per cent of the maximum.</summary>
    public decimal Width => Share(Highest - Lowest);

    /// <summary>The spreads of a result, in the order of the year's criteria; none without a ranked product.</summary>
    public static IReadOnlyList<CriterionSpread> Of(LineFigures figures, ResultNames names) => figures.Year.Result.Ranked.Count == 0 ? [] :
    [
        .. figures.Year.Content.Criteria.Index().Select(one => new CriterionSpread(
            names.Part(one.Item.Id), one.Item.Max, [.. figures.Year.Result.Ranked.Select(ranked => ranked.Criteria[one.Index].Mean).Order()])),
    ];
}
