namespace KeyProducts.Domain;

/// <summary>A sheet that counts, its marks laid out by the year's criteria.</summary>
/// <param name="Judge">The judge, as a small number.</param>
/// <param name="Marks">By criterion, in millionths of a point; null where the judge gave none, and on every computed criterion.</param>
/// <param name="IsComplete">Whether it has a mark on every judged criterion.</param>
/// <param name="Total">The sum of its marks, in millionths of a point.</param>
internal sealed record CountedSheet(int Judge, long?[] Marks, bool IsComplete, long Total);

/// <summary>
/// Reads the sheets, once, into arrays.
/// <list type="bullet">
/// <item>A sheet of a recused pair never counts, whoever submitted it and when (scoring.md, Notation and 2). It is still checked: an input is right or wrong whatever the recusals.</item>
/// <item>Marks on computed criteria are ignored, unread: the rule makes that mark (Notation).</item>
/// <item>A mark that is not there is null, never 0 (2).</item>
/// </list>
/// </summary>
internal sealed class CountedSheets
{
    readonly RankingCriterion[] criteria;
    readonly int judgedCriteria;
    readonly Dictionary<string, int> criterionIndex = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> judgeIndex = new(StringComparer.Ordinal);
    readonly Dictionary<int, List<CountedSheet>> byNomination = [];

    /// <exception cref="ArgumentException">Two sheets of one judge for one nomination, an unknown nomination or criterion, or a mark out of range.</exception>
    public CountedSheets(RankingInput input)
    {
        criteria = [.. input.Criteria];
        judgedCriteria = criteria.Count(criterion => criterion.Figure is null);
        for (var c = 0; c < criteria.Length; c++)
            criterionIndex.Add(criteria[c].Id, c);
        foreach (var nomination in input.Nominations)
            byNomination.Add(nomination.Number, []);

        var recused = input.Recusals.Select(recusal => (recusal.Nomination, recusal.Judge)).ToHashSet();
        var seen = new HashSet<(int, int)>(input.Sheets.Count);
        foreach (var sheet in input.Sheets)
        {
            var read = Read(sheet);
            if (!seen.Add((sheet.Nomination, read.Judge)))
                throw RankingCheck.Wrong($"There are two sheets of judge {sheet.Judge} for nomination {sheet.Nomination}.");
            if (!byNomination.TryGetValue(sheet.Nomination, out var sheets))
                throw RankingCheck.Wrong($"Judge {sheet.Judge} has a sheet for nomination {sheet.Nomination}, which is not ranked.");
            if (!recused.Contains((sheet.Nomination, sheet.Judge)))
                sheets.Add(read);
        }

        foreach (var sheets in byNomination.Values)
            sheets.Sort((a, b) => a.Judge.CompareTo(b.Judge));
    }

    /// <summary>The keys of the judges who have submitted a sheet; their places are the small numbers of <see cref="CountedSheet.Judge"/>.</summary>
    public List<string> Judges { get; } = [];

    /// <summary>The sheets that count for a nomination, by judge.</summary>
    public List<CountedSheet> Of(RankingNomination nomination) => byNomination[nomination.Number];

    /// <summary>The judges with at least one sheet that counts, as small numbers, by key.</summary>
    public List<int> WithCountedSheets(RankingInput input) =>
        [.. input.Nominations.SelectMany(Of).Select(sheet => sheet.Judge).Distinct().OrderBy(judge => Judges[judge], StringComparer.Ordinal)];

    CountedSheet Read(RankingSheet sheet)
    {
        if (!judgeIndex.TryGetValue(sheet.Judge, out var judge))
        {
            judgeIndex.Add(sheet.Judge, judge = judgeIndex.Count);
            Judges.Add(sheet.Judge);
        }

        var marks = new long?[criteria.Length];
        var (count, total, next) = (0, 0L, 0);
        foreach (var (id, mark) in sheet.Marks)
        {
            if (!Find(id, next, out var c))
                throw RankingCheck.Wrong($"Judge {sheet.Judge} marked criterion {id} of nomination {sheet.Nomination}, which the year does not have.");
            if (criteria[c].Figure is not null)
                continue;
            if (!RankingCheck.Fits(mark, criteria[c]))
                throw RankingCheck.Wrong($"Judge {sheet.Judge} marked criterion {id} of nomination {sheet.Nomination} with {mark} of {criteria[c].Max}.");
            next = c + 1;
            var millionths = (long)(mark * Fraction.Million);
            marks[c] = millionths;
            total += millionths;
            count++;
        }

        return new CountedSheet(judge, marks, count == judgedCriteria, total);
    }

    /// <summary>The place of a criterion. Most sheets have their marks in the year's order, where a look at the next one is cheaper than the dictionary.</summary>
    bool Find(string id, int next, out int c)
    {
        c = next;
        return (next < criteria.Length && criteria[next].Id == id) || criterionIndex.TryGetValue(id, out c);
    }
}
