namespace KeyProducts.Domain;

/// <summary>The sheets of a year as an explanation reads them: by nomination and judge, with what each has to do with the score.</summary>
internal sealed class CountingSheets
{
    readonly HashSet<string> judged;
    readonly ILookup<int, RankingSheet> sheets;
    readonly ILookup<int, string> recused;
    readonly bool onlyComplete;
    readonly Dictionary<int, List<RankingSheet>> counting = [];

    public CountingSheets(RankingInput input)
    {
        judged = [.. input.Criteria.Where(criterion => criterion.Figure is null).Select(criterion => criterion.Id)];
        sheets = input.Sheets.OrderBy(sheet => sheet.Judge, StringComparer.Ordinal).ToLookup(sheet => sheet.Nomination);
        recused = input.Recusals.ToLookup(recusal => recusal.Nomination, recusal => recusal.Judge);
        onlyComplete = input.Rules.Method == ScoringMethod.SheetTotals;
    }

    /// <summary>Every judge with a sheet or a recusal, by key.</summary>
    public IReadOnlyList<ExplainedSheet> Of(int number)
    {
        var without = recused[number].Distinct(StringComparer.Ordinal).Except(sheets[number].Select(sheet => sheet.Judge), StringComparer.Ordinal)
            .Select(judge => new ExplainedSheet(judge, SheetUse.Recused, null, 0));
        return [.. sheets[number].Select(Explained).Concat(without).OrderBy(sheet => sheet.Judge, StringComparer.Ordinal)];
    }

    /// <summary>The marks on a judged criterion that count, by judge.</summary>
    public IReadOnlyList<ExplainedMark> On(int number, string criterion) =>
        [.. Counting(number).Where(sheet => sheet.Marks.ContainsKey(criterion)).Select(sheet => new ExplainedMark(sheet.Judge, sheet.Marks[criterion]))];

    /// <summary>Two nominations, judge by judge, over the criteria that the judge marked on both.</summary>
    public ComparedPair Compare(int first, int second)
    {
        var others = Counting(second).ToDictionary(sheet => sheet.Judge, StringComparer.Ordinal);
        var signs = new List<int>();
        foreach (var sheet in Counting(first))
        {
            if (!others.TryGetValue(sheet.Judge, out var other))
                continue;
            var both = judged.Where(criterion => sheet.Marks.ContainsKey(criterion) && other.Marks.ContainsKey(criterion)).ToList();
            if (both.Count > 0)
                signs.Add(both.Sum(criterion => sheet.Marks[criterion]).CompareTo(both.Sum(criterion => other.Marks[criterion])));
        }

        return new ComparedPair(first, second, signs.Count(sign => sign > 0), signs.Count(sign => sign < 0), signs.Count(sign => sign == 0));
    }

    List<RankingSheet> Counting(int number)
    {
        if (!counting.TryGetValue(number, out var found))
            counting.Add(number, found = [.. sheets[number].Where(sheet => UseOf(sheet) == SheetUse.Counts)]);
        return found;
    }

    SheetUse UseOf(RankingSheet sheet) =>
        recused[sheet.Nomination].Contains(sheet.Judge, StringComparer.Ordinal) ? SheetUse.Recused
        : onlyComplete && MarkedOn(sheet) < judged.Count ? SheetUse.Incomplete
        : SheetUse.Counts;

    int MarkedOn(RankingSheet sheet) => sheet.Marks.Keys.Count(judged.Contains);

    ExplainedSheet Explained(RankingSheet sheet)
    {
        var marked = MarkedOn(sheet);
        return new ExplainedSheet(sheet.Judge, UseOf(sheet), marked == 0 ? null : sheet.Marks.Where(mark => judged.Contains(mark.Key)).Sum(mark => mark.Value), marked);
    }
}
