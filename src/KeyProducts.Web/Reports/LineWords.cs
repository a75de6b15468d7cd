using KeyProducts.Domain;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports;

/// <summary>What is advised beside a result, in sentences that need no statistics.</summary>
public sealed class LineWords(LineFigures figures, ResultNames names, IReadOnlySet<int> closed, IStringLocalizer<Words> T)
{
    private const int MostChangesSaid = 3;
    private const int MostNamesSaid = 6;
    private const int MostProductsSaid = 3;
    private const double AlmostSure = 0.95;

    private readonly int top = figures.Top;

    /// <summary>Points with their sign and so many decimals, or no more than they need.</summary>
    public static string WithSign(decimal points, int? decimals = null)
    {
        var digits = decimals is { } fixedDigits ? Shown.Number(Math.Abs(points), fixedDigits) : Shown.Points(Math.Abs(points));
        return points > 0 ? "+" + digits : points < 0 ? "−" + digits : digits;
    }

    /// <summary>Why there is no answer.</summary>
    public string Why(Refusal refusal) => T[refusal.Message, [.. refusal.Arguments.Select(Shown.Argument)]];

    /// <summary>Whether leaving a judge out changes the top.</summary>
    public bool Changes(JudgeLeftOut run) => run.Enter.Count + run.Leave.Count > 0 || (run.IsUndecided && figures.Year.Result.Undecided.Count == 0);

    /// <summary>In how many re-counts the top stays, and what changes in the others.</summary>
    public string Headline(LeaveOneOut advice)
    {
        // What several judges would change alike is said once.
        var changes = advice.Runs.Where(Changes).OrderBy(run => names.Place(run.Judge))
            .GroupBy(run => (Out: string.Join(' ', run.Leave), In: string.Join(' ', run.Enter)), (_, alike) => alike.ToList()).ToList();
        var isShort = changes.Count <= MostChangesSaid && changes.Sum(alike => alike[0].Leave.Count + alike[0].Enter.Count) <= MostNamesSaid;
        var scarce = advice.Runs.Count(run => run.Leave.Intersect(run.Unscored).Any());
        return string.Join(' ', [
            Recounts(advice),
            .. isShort ? changes.Select(Without) : [LeastSure(advice)],
            .. scarce == 0 ? [] : new[] { T["Re-counts in which products of the Top {0} no longer have the marks that a score needs: {1}. Those say more about missing sheets than about how close the products are.", top, scarce].Value },
        ]);
    }

    private string LeastSure(LeaveOneOut advice)
    {
        var ranked = figures.Year.Result.Ranked;
        var inside = ranked.Where(one => one.Top).Select(one => one.Number).MinBy(number => advice.TimesInTop.GetValueOrDefault(number));
        var outside = ranked.Where(one => !one.Top).Select(one => one.Number).MaxBy(number => advice.TimesInTop.GetValueOrDefault(number));
        return inside == 0 || outside == 0
            ? T["What changes in the others stands in the table."]
            : T[
                "Least sure of the Top {0} is {1}, which is in it {2} times; of the others {3} is in it most often, {4} times.",
                top, names.Quoted(inside), advice.TimesInTop.GetValueOrDefault(inside), names.Quoted(outside), advice.TimesInTop.GetValueOrDefault(outside)];
    }

    /// <summary>In how many re-counts the top stays.</summary>
    public string Recounts(LeaveOneOut advice)
    {
        var same = advice.Runs.Count(run => !Changes(run));
        return same == advice.Runs.Count
            ? T["In all {0} re-counts, each without one judge, the Top {1} stays the same.", advice.Runs.Count, top]
            : T["In {0} of {1} re-counts, each without one judge, the Top {2} stays the same.", same, advice.Runs.Count, top];
    }

    // What changes alike without each of these judges.
    private string Without(List<JudgeLeftOut> alike)
    {
        var run = alike[0];
        var judge = alike.Select(one => names.Judge(one.Judge)).Aggregate((first, next) => T["{0} or {1}", first, next]);
        return (run.Leave.Count, run.Enter.Count) switch
        {
            ( > 0, > 0) => T["Without {0}, the Top {1} loses {2} and gains {3}.", judge, top, names.Quoted(run.Leave), names.Quoted(run.Enter)],
            ( > 0, 0) => T["Without {0}, the Top {1} loses {2}.", judge, top, names.Quoted(run.Leave)],
            (0, > 0) => T["Without {0}, the Top {1} gains {2}.", judge, top, names.Quoted(run.Enter)],
            _ => T["Without {0}, equal scores at the line would wait for the council.", judge],
        };
    }

    /// <summary>What changes without a judge, for a table.</summary>
    public string Effect(JudgeLeftOut run)
    {
        var parts = new List<string>();
        if (run.Leave.Count > 0)
        {
            parts.Add(T["Leaves the Top {0}: {1}.", top, names.Quoted(run.Leave)]);
        }

        if (run.Enter.Count > 0)
        {
            parts.Add(T["Enters it: {0}.", names.Quoted(run.Enter)]);
        }

        if (run.IsUndecided)
        {
            parts.Add(T["Equal scores at the line would wait for the council."]);
        }

        if (run.Unscored.Count > 0)
        {
            parts.Add(T["Too few marks without this judge: {0}.", names.Quoted(run.Unscored)]);
        }

        return Changes(run) || parts.Count > 0 ? string.Join(' ', Changes(run) ? parts : parts.Prepend(T["The Top {0} stays the same.", top])) : T["The Top {0} stays the same.", top];
    }

    /// <summary>The least change that would exchange two products at the line.</summary>
    public string Swap(SmallestSwap swap)
    {
        var (above, below) = (names.Quoted(swap.Above), names.Quoted(swap.Below));
        var change = swap.Marks is [var mark] && !closed.Contains(mark.Nomination)
            ? mark.Nomination == swap.Below
                ? T["One mark {0} points higher is enough: if {1} had given {2} {3} points instead of {4} on “{5}”, it would take the place of {6} in the Top {7}.", Shown.Points(swap.Change), names.Judge(mark.Judge), below, Shown.Points(mark.To), Shown.Points(mark.From), names.Part(mark.Criterion), above, top]
                : T["One mark {0} points lower is enough: if {1} had given {2} {3} points instead of {4} on “{5}”, {6} would take its place in the Top {7}.", Shown.Points(swap.Change), names.Judge(mark.Judge), above, Shown.Points(mark.To), Shown.Points(mark.From), names.Part(mark.Criterion), below, top]
            : T["Changes of {0} marks, {1} points in all, are enough for {2} to take the place of {3} in the Top {4}; their scores lie {5} points apart.", swap.Marks.Count, Shown.Points(swap.Change), below, above, top, Shown.Points(swap.Gap)];
        return swap.Shortfalls.Count == 0 ? change : $"{change} {T["{0} would then fall short of recognition.", above].Value}";
    }

    /// <summary>How strict and lenient the judges are, and what it does to the top.</summary>
    public string Severity(SeverityModel model)
    {
        var strictest = model.Judges.MinBy(judge => judge.Shift)!;
        var mildest = model.Judges.MaxBy(judge => judge.Shift)!;
        var spread = T[
            "The strictest judge is {0} ({1} points a sheet against the mean of all judges), the most lenient {2} ({3}).",
            names.Judge(strictest.Judge), WithSign(figures.Rounded(strictest.Shift), figures.Year.Content.Rules.Decimals), names.Judge(mildest.Judge), WithSign(figures.Rounded(mildest.Shift), figures.Year.Content.Rules.Decimals)].Value;
        if (figures.Advice.Judges.Count > model.Judges.Count)
        {
            spread = $"{T["Of {0} judges {1} have complete sheets and can be compared; the others mark only some of the criteria.", figures.Advice.Judges.Count, model.Judges.Count].Value} {spread}";
        }

        var rank = model.Nominations.ToDictionary(one => one.Number, one => one.Rank);
        var chosen = figures.Year.Result.Ranked.Where(one => one.Top && rank.GetValueOrDefault(one.Number) is not null).Select(one => one.Number).ToList();
        if (chosen.Count == 0)
        {
            return spread;
        }

        var outside = chosen.Where(number => rank[number] > top).ToList();
        return outside.Count == 0
            ? $"{spread} {T["With severity set off, the same products would lead: every product of the Top {0} is among the first {0}.", top].Value}"
            : $"{spread} {T["With severity set off, {0} of the Top {1} would not be among the first {1}: {2}.", outside.Count, top, names.Quoted(outside)].Value}";
    }

    /// <summary>How sure the places of the top are.</summary>
    public string Chances(TopChances chances)
    {
        var byNumber = chances.Nominations.ToDictionary(one => one.Number);
        var chosen = figures.Year.Result.Ranked.Where(one => one.Top && byNumber.ContainsKey(one.Number)).Select(one => byNumber[one.Number]).ToList();
        var unsure = chances.Nominations.Where(one => one.Chance is > 1 - AlmostSure and < AlmostSure).OrderBy(one => Math.Abs(one.Chance - 0.5)).ToList();
        var sure = T["If the judges scored again, {0} of the Top {1} would be among the best {2} in at least 95 of 100 cases.", chosen.Count(one => one.Chance >= AlmostSure), top, chances.Places].Value;
        return unsure.Count == 0
            ? sure
            : $"{sure} {T["Least sure are: {0}.", string.Join("; ", unsure.Take(MostProductsSaid).Select(one => T["{0} in {1} of 100", names.Quoted(one.Number), Shown.Whole(decimal.Round((decimal)one.Chance * 100))].Value))].Value}";
    }

    /// <summary>How well the judges agree.</summary>
    public string Agreement(Reliability reliability) => reliability switch
    {
        { OfTheMean: { } mean, OfOneJudge: { } one } => T[
            "Taken together, the {0} judges agree on the products: {1} ({2} of at most 1). A single judge alone: {3} ({4}).", reliability.Judges, Correlation(mean), Ratio(mean), Correlation(one), Ratio(one)],
        { Alpha: { } alpha } => T["Agreement of the {0} judges, who did not all score all products: {1} ({2} of at most 1).", reliability.Judges, Alpha(alpha), Ratio(alpha)],
        { Concordance: { } concordance } => T["Agreement of the {0} judges on the order of the products: {1} ({2} of at most 1).", reliability.Judges, Correlation(concordance), Ratio(concordance)],
        _ => T["The sheets give no measure of agreement: the products or the sheets do not differ."],
    };

    /// <summary>On which criteria the products lie apart.</summary>
    public string Criteria(IReadOnlyList<CriterionSpread> spreads)
    {
        var widest = spreads.MaxBy(one => one.Width)!;
        var closest = spreads.MinBy(one => one.Width)!;
        return T[
            "The products lie furthest apart on “{0}” ({1} per cent of its maximum between lowest and highest) and closest together on “{2}” ({3} per cent). A criterion on which all get nearly the same decides little.",
            widest.Name, Shown.Whole(widest.Width), closest.Name, Shown.Whole(closest.Width)];
    }

    /// <summary>How many products the marks leave on either side of the line.</summary>
    public string Scores()
    {
        if (figures.At is null)
        {
            return figures.Year.Result.Ranked.Count == 0 ? T["No product has a score yet."] : T["There is no line between two products of this year."];
        }

        var across = figures.Across.Count();
        var gap = figures.Gap is { } points
            ? T["{0} points lie between the last product of the Top {1} and the next.", Shown.Number(points, figures.Year.Content.Rules.Decimals), top].Value
            : T["Equal scores at the line wait for the council."].Value;
        return across == 0
            ? $"{gap} {T["No product’s range reaches over the line."].Value}"
            : $"{gap} {T["Products whose range reaches over the line: {0}. For these the marks alone do not make it sure on which side they stand.", across].Value}";
    }

    /// <summary>A correlation in a word (Koo and Li 2016).</summary>
    public string Correlation(double value) => value switch
    {
        < 0.5 => T["weak"],
        < 0.75 => T["moderate"],
        < 0.9 => T["good"],
        _ => T["very good"],
    };

    /// <summary>Krippendorff’s α in words (Krippendorff 2004).</summary>
    public string Alpha(double value) => value switch
    {
        < 0.667 => T["too low to rely on"],
        < 0.8 => T["enough for cautious conclusions"],
        _ => T["good"],
    };

    private static string Ratio(double value) => Shown.Number(decimal.Round((decimal)value, 2), 2);
}
