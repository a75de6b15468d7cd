using System.Globalization;
using System.Numerics;
using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports;

/// <summary>“Why this rank?” in sentences, with the numbers filled in and everybody named: for officers and auditors.</summary>
public sealed class WhyWords(YearResult year, ResultNames names, IStringLocalizer<Words> T)
{
    private const int MostCriteria = 3;

    private readonly SnapshotRules rules = year.Content.Rules;
    private readonly RankingWords ranking = new(year, T);

    /// <summary>Points with the year's decimals.</summary>
    public string Points(decimal points) => Shown.Number(points, rules.Decimals);

    /// <summary>A number with all of its digits.</summary>
    public static string Whole(decimal value) => value.ToString("#,##0.########", CultureInfo.CurrentCulture);

    /// <summary>A fraction and its digits, so many that one sees how it is rounded: 751.5 / 9 = 83.5.</summary>
    public string Exact(ExactPoints exact)
    {
        var decimals = Math.Min(rules.Decimals + 2, 6);
        var digits = Whole(exact.Cut(decimals)) + (exact.IsWhole(decimals) ? "" : "…");
        return exact.Sum is not { } sum || exact.Parts == BigInteger.One ? digits : $"{Whole(sum)} / {exact.Parts.ToString("N0", CultureInfo.CurrentCulture)} = {digits}";
    }

    /// <summary>The answer in a sentence or two.</summary>
    public IEnumerable<string> Verdict(RankExplanation why)
    {
        if (why.Ranked is not { } ranked)
        {
            yield return why.Unscored is { } unscored ? T["It has no score and no rank. {0}.", ranking.Reason(unscored)] : T["It is not ranked."];
            yield break;
        }

        yield return T["Rank {0} of {1} with {2} points.", ranked.Rank, year.Result.Ranked.Count, Points(ranked.Score)];
        yield return TopSentence(why.Top);
        foreach (var missed in Missed(why))
        {
            yield return missed;
        }
    }

    /// <summary>How the parts make the score.</summary>
    public IEnumerable<string> Formula(RankExplanation why)
    {
        if (why.Ranked is not { } ranked)
        {
            yield return T["Without a score there is no sum. The marks that count so far are shown below."];
            yield break;
        }

        if (rules.Method == ScoringMethod.CriterionMeans)
        {
            yield return T["Score = the sum of the exact means of all criteria = {0}, rounded once to {1} decimals: {2}.", Exact(why.Exact!.Value), rules.Decimals, Points(ranked.Score)];
        }
        else
        {
            var totals = why.Sheets.Where(sheet => sheet.Use == SheetUse.Counts).Select(sheet => Whole(sheet.Total ?? 0)).ToList();
            var computed = why.Criteria.Where(criterion => criterion.Figure is not null).Sum(criterion => criterion.Sum);
            var mean = $"({string.Join(" + ", totals)}) / {totals.Count}" + (computed == 0 ? "" : $" + {Whole(computed)}");
            yield return T["Score = the mean of the totals of the complete sheets, and the computed points = {0} = {1}, rounded once to {2} decimals: {3}.", mean, Exact(why.Exact!.Value), rules.Decimals, Points(ranked.Score)];
        }

        yield return T["Means and group sums are rounded for reading and for comparing; the score is made of the exact ones."];
    }

    /// <summary>What separates it from the next above and the next below.</summary>
    public IEnumerable<string> Neighbours(RankExplanation why)
    {
        if (why.Sharing.Count > 0)
        {
            yield return T["It shares its rank with {0}: after every step for equal scores they are still equal.", string.Join(", ", why.Sharing.Select(names.Numbered))];
        }

        if (why.Above is { } above)
        {
            yield return above.Difference < 0
                ? T["Next above: no. {0}, rank {1}, {2} points, {3} more.", names.Numbered(above.Number), above.Rank, Points(above.Score), Points(-above.Difference)]
                : T["Next above: no. {0}, rank {1}, with as many points. It is ahead by {2}.", names.Numbered(above.Number), above.Rank, Decisive(above)];
        }
        else if (why.Ranked is not null)
        {
            yield return T["Nobody stands above it."];
        }

        if (why.Above is { } lead && Most(lead, -1) is { Length: > 0 } lost)
        {
            yield return T["Most points lost to it on {0}.", lost];
        }

        if (why.Below is { } below)
        {
            yield return below.Difference > 0
                ? T["Next below: no. {0}, rank {1}, {2} points, {3} fewer.", names.Numbered(below.Number), below.Rank, Points(below.Score), Points(below.Difference)]
                : T["Next below: no. {0}, rank {1}, with as many points. It is behind by {2}.", names.Numbered(below.Number), below.Rank, Decisive(below)];
        }
        else if (why.Ranked is not null)
        {
            yield return T["Nobody stands below it."];
        }

        if (why.Below is { } next && Most(next, 1) is { Length: > 0 } won)
        {
            yield return T["Most points won over it on {0}.", won];
        }
    }

    /// <summary>How a computed criterion came to its points.</summary>
    public string Computed(ExplainedFigure figure) => figure switch
    {
        { Declared: null } => T["{0}: missing", ranking.Step($"figure:{figure.Name}")],
        { Band: { } band } => T["{0}: {1}; band from {2}", ranking.Step($"figure:{figure.Name}"), Figure(figure.Name, figure.Declared), Figure(figure.Name, band.From)],
        _ => T["{0}: {1}; below the lowest band", ranking.Step($"figure:{figure.Name}"), Figure(figure.Name, figure.Declared)],
    };

    /// <summary>What a step compares.</summary>
    public string Step(TieStep step) => ranking.Step(step.Name);

    /// <summary>What a step found between the two, the one explained first.</summary>
    public string Found(TieStep step) => step switch
    {
        CriteriaStep { Criterion: { } criterion } found => T["“{0}”: {1} here, {2} there", names.Part(criterion), Points(found.Own), Points(found.Other)],
        CriteriaStep => T["equal on every criterion"],
        HeadToHeadStep found => T["{0} points from the pairs here, {1} there", Whole(found.Own), Whole(found.Other)],
        FigureStep found => T["{0} here, {1} there", Figure(found.Name[7..], found.Own), Figure(found.Name[7..], found.Other)],
        CouncilStep { Decision: { } decision } => T["order {0}; reason: {1}; minutes: {2}", string.Join(", ", year.Content.Ties[decision].Order), year.Content.Ties[decision].Reason, year.Content.Ties[decision].Minutes],
        _ => T["no decision names all of them"],
    };

    /// <summary>Conditions that are not met.</summary>
    public IEnumerable<string> Missed(RankExplanation why)
    {
        if (why.Ranked?.Shortfalls.Contains("eligible") == true)
        {
            yield return T["It may not be recognised."];
        }

        foreach (var minimum in why.Minima.Prepend(why.PassMark).OfType<ExplainedMinimum>().Where(minimum => !minimum.IsMet))
        {
            yield return T["{0}: {1} of at least {2} points, {3} missing.", Condition(minimum), Points(minimum.Reached), Whole(minimum.Required), Whole(-minimum.Distance)];
        }
    }

    /// <summary>What a condition of recognition looks at.</summary>
    public string Condition(ExplainedMinimum minimum) => (minimum.Group ?? minimum.Criterion) is { } part ? $"“{names.Part(part)}”" : T["Pass mark"];

    /// <summary>Where it stands to the top.</summary>
    public string TopSentence(TopStanding top) => (top.Reason, top.Distance) switch
    {
        (TopReason.Chosen, null) => T["It is in the Top {0}.", top.Places],
        (TopReason.Chosen, 0) => T["It is in the Top {0}; the first below the line has as many points and stands behind by the steps for equal scores.", top.Places],
        (TopReason.Chosen, { } ahead) => T["It is in the Top {0}, {1} points ahead of the first below the line.", top.Places, Points(ahead)],
        (TopReason.FallsShort, _) => T["It falls short of recognition."],
        (TopReason.PassedOver, _) => T["It reaches recognition, but is passed over in the Top {0}: its business already has as many products there as the year allows ({1}).", top.Places, string.Join("; ", top.Chosen.Select(names.Numbered))],
        (TopReason.WaitsForCouncil, _) => T["It reaches recognition; whether it is in the Top {0} waits for the council, which must order nos. {1} first.", top.Places, string.Join(", ", top.Open)],
        (TopReason.BelowOpenGroup, _) => T["It reaches recognition; the Top {0} is open until the council has ordered nos. {1}, which stand above.", top.Places, string.Join(", ", top.Open)],
        (TopReason.PlacesTaken, 0) => T["It reaches recognition; the last in the Top {0} has as many points and stands ahead by the steps for equal scores.", top.Places],
        (TopReason.PlacesTaken, { } behind) => T["It reaches recognition; {0} points are missing to the last place of the Top {1}.", Points(-behind), top.Places],
        _ => T["It reaches recognition."],
    };

    private string Decisive(Neighbour other) => other.Decisive is { } step ? $"{Step(step)} ({Found(step)})" : "";

    // Where one has most more than the other: its sign decides which of the two.
    private string Most(Neighbour other, int sign) => string.Join(", ", other.Criteria.Where(criterion => Math.Sign(criterion.Difference) == sign)
        .OrderByDescending(criterion => Math.Abs(criterion.Difference)).Take(MostCriteria).Select(criterion => $"“{names.Part(criterion.Id)}” ({Points(Math.Abs(criterion.Difference))})"));

    // All digits: what is rounded for reading could look equal to the edge of a band.
    private string Figure(string name, decimal? value) => (name, value) switch
    {
        (_, null) => T["missing"],
        ("revenue", { } dong) => T["{0} billion đồng", Whole(dong / 1_000_000_000m)],
        ("export", { } dollars) => T["{0} million USD", Whole(dollars / 1_000_000m)],
        (_, { } other) => Whole(other),
    };
}
