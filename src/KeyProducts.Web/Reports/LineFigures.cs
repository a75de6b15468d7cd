using KeyProducts.Domain;
using KeyProducts.Web.Scoring;

namespace KeyProducts.Web.Reports;

/// <summary>Where a year's line lies and what is near it.</summary>
public sealed class LineFigures
{
    private const int Neighbours = 5;
    private const double Unsure = 0.02;

    private readonly HashSet<int> near;

    /// <summary>The figures of a result and what is advised beside it.</summary>
    public LineFigures(YearResult year, RankingAdvice advice)
    {
        Year = year;
        Advice = advice;
        var ranked = year.Result.Ranked;
        End = ranked.Index().Where(one => one.Item.Top).Select(one => one.Index + 1).LastOrDefault();
        IsComplete = year.Result.Undecided.Count == 0 && ranked.Count(one => one.Top) == Top && Top > 0;
        At = year.Result.Undecided.Count > 0 ? ranked.First(one => one.Number == year.Result.Undecided[0][0]).Score
            : IsComplete && End < ranked.Count ? (ranked[End - 1].Score + ranked[End].Score) / 2
            : null;
        Ranges = RangesOf(year, advice);
        near = [.. ranked.Index().Where(one => IsNear(one.Index, one.Item.Number)).Select(one => one.Item.Number)];
    }

    /// <summary>The year with its result.</summary>
    public YearResult Year { get; }

    /// <summary>What is advised beside the result.</summary>
    public RankingAdvice Advice { get; }

    /// <summary>How many form the top.</summary>
    public int Top => Year.Content.Rules.TopCount;

    /// <summary>How many ranked nominations stand down to the last of the top.</summary>
    public int End { get; }

    /// <summary>Whether all places of the top are taken.</summary>
    public bool IsComplete { get; }

    /// <summary>The score at which the line lies: half-way between the last of the top and the next, or that of the equal ones that wait for the council; null for no line.</summary>
    public decimal? At { get; }

    /// <summary>The points between the last of the top and the next; null for no line between two.</summary>
    public decimal? Gap => IsComplete && End < Year.Result.Ranked.Count ? Year.Result.Ranked[End - 1].Score - Year.Result.Ranked[End].Score : null;

    /// <summary>Whether the ranges come from the model; otherwise they are the lowest and the highest total of complete sheets.</summary>
    public bool AreRangesOfModel => Advice.Chances.Value is not null;

    /// <summary>How far each nomination's score may reach, in points; those with nothing to tell it from are left out.</summary>
    public IReadOnlyDictionary<int, (decimal Low, decimal High)> Ranges { get; }

    /// <summary>The nominations whose range lies on both sides of the line.</summary>
    public IEnumerable<int> Across => At is { } at ? Year.Result.Ranked.Where(one => Ranges.TryGetValue(one.Number, out var range) && range.Low < at && range.High > at).Select(one => one.Number) : [];

    /// <summary>Whether a nomination is shown at once.</summary>
    public bool IsNear(int number) => near.Contains(number);

    /// <summary>A figure of the model, rounded as scores are.</summary>
    public decimal Rounded(double value) => decimal.Round((decimal)value, Year.Content.Rules.Decimals, MidpointRounding.AwayFromZero);

    // A few above and below the line, and whatever a re-count or the chances may put on its other side.
    private bool IsNear(int place, int number)
    {
        if (Year.Result.Ranked.Count <= (2 * Neighbours) + 2 || Top == 0)
        {
            return true;
        }

        var runs = Advice.LeaveOneOut.Value;
        var chance = Advice.Chances.Value?.Nominations.FirstOrDefault(one => one.Number == number)?.Chance;
        return (place >= End - Neighbours && place < End + Neighbours)
            || (runs is not null && runs.TimesInTop.TryGetValue(number, out var times) && times > 0 && times < runs.Runs.Count)
            || (chance > Unsure && chance < 1 - Unsure);
    }

    private Dictionary<int, (decimal Low, decimal High)> RangesOf(YearResult year, RankingAdvice advice)
    {
        if (advice.Chances.Value is { } chances)
        {
            return chances.Nominations.ToDictionary(one => one.Number, one => (Rounded(one.Level - (2 * one.Deviation)), Rounded(one.Level + (2 * one.Deviation))));
        }

        var judged = year.Content.Criteria.Where(criterion => criterion.Figure is null).Select(criterion => criterion.Id).ToList();
        var computed = year.Content.Criteria.Where(criterion => criterion.Figure is not null).Select(criterion => criterion.Id).ToHashSet();
        var totals = year.Content.Sheets.Where(sheet => judged.TrueForAll(sheet.Marks.ContainsKey)).ToLookup(sheet => sheet.Nomination, sheet => judged.Sum(criterion => sheet.Marks[criterion]));
        return year.Result.Ranked.Where(one => totals[one.Number].Count() > 1).ToDictionary(one => one.Number, one =>
        {
            var shared = one.Criteria.Where(criterion => computed.Contains(criterion.Criterion)).Sum(criterion => criterion.Mean);
            return (totals[one.Number].Min() + shared, totals[one.Number].Max() + shared);
        });
    }
}
