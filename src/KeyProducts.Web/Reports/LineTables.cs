using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports;

/// <summary>The figures behind what is said about the line.</summary>
public sealed class LineTables(LineFigures figures, ResultNames names, LineWords words, IReadOnlySet<int> closed, IStringLocalizer<Words> T)
{
    private readonly int decimals = figures.Year.Content.Rules.Decimals;

    /// <summary>What changes without each judge; those who change something first, then as the council sits.</summary>
    public Table Runs(LeaveOneOut advice) => Table.Of(advice.Runs.OrderByDescending(words.Changes).ThenBy(run => names.Place(run.Judge)))
        .Text(T["Without this judge"], run => names.Judge(run.Judge), 24)
        .Text(T["Role"], run => names.Role(run.Judge), 12)
        .Text(T["What changes"], words.Effect, 60)
        .Style(run => words.Changes(run) ? RowStyle.Gold : RowStyle.Plain)
        .Table(T["Re-counts without one judge"]);

    /// <summary>The marks of the least change; those of products that are closed to the reader are left out.</summary>
    public Table Swap(SmallestSwap swap) => Table.Of(swap.Marks.Where(mark => !closed.Contains(mark.Nomination)))
        .Text(T["Product"], mark => names.Product(mark.Nomination), 30, mark => Sheets(mark.Nomination))
        .Text(T["Judge"], mark => names.Judge(mark.Judge), 24)
        .Text(T["Criterion"], mark => names.Part(mark.Criterion), 30)
        .Number(T["Mark given"], mark => mark.From, 2, 8)
        .Number(T["Mark in this thought"], mark => mark.To, 2, 8)
        .Number(T["Dossier number"], mark => mark.Nomination, width: 7)
        .Table(T["Marks of the smallest change"], T["They are marks of products whose sheets are closed to you because of a conflict of interest."]);

    /// <summary>The judges, the strictest first.</summary>
    public Table Severity(SeverityModel model) => Table.Of(model.Judges.OrderBy(judge => judge.Shift))
        .Text(T["Judge"], judge => names.Judge(judge.Judge), 26)
        .Text(T["Role"], judge => names.Role(judge.Judge), 14)
        .Number(T["Points against the mean of all judges"], judge => figures.Rounded(judge.Shift), decimals, 14)
        .Number(T["Complete sheets"], judge => judge.Sheets, width: 9)
        .Table(T["Severity of the judges"]);

    /// <summary>The measures of agreement with a word each.</summary>
    public Table Agreement(Reliability reliability)
    {
        IEnumerable<(string Name, double? Value, Func<double, string> Word)> measures =
        [
            (T["All judges together, ICC(A,k)"], reliability.OfTheMean, words.Correlation),
            (T["One judge alone, ICC(A,1)"], reliability.OfOneJudge, words.Correlation),
            (T["Order of the products, Kendall’s W"], reliability.Concordance, words.Correlation),
            (T["All judges where some sheets are missing, Krippendorff’s α"], reliability.Alpha, words.Alpha),
        ];
        return Table.Of(measures.Where(one => one.Value is not null))
            .Text(T["Measure"], one => one.Name, 44)
            .Number(T["Value, at most 1"], one => decimal.Round((decimal)one.Value!.Value, 3), 3, 10)
            .Text(T["In a word"], one => one.Word(one.Value!.Value), 20)
            .Table(T["Agreement of the judges"]);
    }

    /// <summary>Lowest, median and highest mean on each criterion.</summary>
    public Table Criteria(IReadOnlyList<CriterionSpread> spreads) => Table.Of(spreads)
        .Text(T["Criterion"], one => one.Name, 36)
        .Number(T["Maximum"], one => one.Max, spreads.All(one => one.Max % 1 == 0) ? 0 : 2, 8)
        .Number(T["Lowest mean"], one => one.Lowest, decimals, 9)
        .Number(T["Median"], one => decimal.Round(one.Median, decimals, MidpointRounding.AwayFromZero), decimals, 9)
        .Number(T["Highest mean"], one => one.Highest, decimals, 9)
        .Number(T["Lowest to highest, in per cent of the maximum"], one => decimal.Round(one.Width, 1), 1, 12)
        .Table(T["Spread on each criterion"]);

    private string Sheets(int number) => $"/programmes/{figures.Year.Programme.Year}/nominations/{number}/sheets";

    /// <summary>Scores with their ranges.</summary>
    public ProductTable? Scores() => Split(T["Scores and their ranges"], RangeColumns);

    /// <summary>In how many re-counts each product is of the top.</summary>
    public ProductTable? Times() => Split(T["How often in the Top {0}", figures.Top], TimesColumn);

    /// <summary>The order with severity set off, beside the official one.</summary>
    public ProductTable? Levels() => Split(T["Order with severity set off"], LevelColumns);

    /// <summary>The chances of being among the best.</summary>
    public ProductTable? Chances() => Split(T["Chance to be among the best {0}", figures.Top], ChanceColumns);

    /// <summary>All of these in one table, for files.</summary>
    public Table Products() => Made(figures.Year.Result.Ranked, T["All products"], table => ChanceColumns(LevelColumns(TimesColumn(RangeColumns(table)))));

    private TableOf<RankedNomination> RangeColumns(TableOf<RankedNomination> table)
    {
        decimal? Of(int number, Func<(decimal Low, decimal High), decimal> end) => figures.Ranges.TryGetValue(number, out var range) ? end(range) : null;
        return figures.Ranges.Count == 0 ? table : table
            .Number(figures.AreRangesOfModel ? T["Range from"] : T["Lowest total"], one => Of(one.Number, range => range.Low), decimals, 9)
            .Number(figures.AreRangesOfModel ? T["Range to"] : T["Highest total"], one => Of(one.Number, range => range.High), decimals, 9);
    }

    private TableOf<RankedNomination> TimesColumn(TableOf<RankedNomination> table) => figures.Advice.LeaveOneOut.Value is not { } runs ? table : table
        .Number(T["In the Top {0} in so many of {1} re-counts", figures.Top, runs.Runs.Count], one => runs.TimesInTop.GetValueOrDefault(one.Number), width: 13);

    private TableOf<RankedNomination> LevelColumns(TableOf<RankedNomination> table)
    {
        if (figures.Advice.Severity.Value is not { } model)
        {
            return table;
        }

        var levels = model.Nominations.ToDictionary(one => one.Number);
        return table
            .Number(T["Score with severity set off"], one => levels.GetValueOrDefault(one.Number)?.Corrected is { } points ? figures.Rounded(points) : null, decimals, 11)
            .Number(T["Rank by it"], one => levels.GetValueOrDefault(one.Number)?.Rank, width: 8);
    }

    private TableOf<RankedNomination> ChanceColumns(TableOf<RankedNomination> table)
    {
        if (figures.Advice.Chances.Value is not { } chances)
        {
            return table;
        }

        var byNumber = chances.Nominations.ToDictionary(one => one.Number);
        decimal? Of(int number, Func<NominationChance, double> figure) => byNumber.TryGetValue(number, out var chance) ? figures.Rounded(figure(chance)) : null;
        return table
            .Number(T["Level by the model"], one => Of(one.Number, chance => chance.Level), decimals, 10)
            .Number(T["Standard deviation"], one => Of(one.Number, chance => chance.Deviation), decimals, 10)
            .Number(T["Among the best {0}, in per cent", chances.Places], one => byNumber.TryGetValue(one.Number, out var chance) ? decimal.Round((decimal)chance.Chance * 100, 1) : null, 1, 11);
    }

    private ProductTable? Split(string caption, Func<TableOf<RankedNomination>, TableOf<RankedNomination>> columns)
    {
        var ranked = figures.Year.Result.Ranked;
        var rest = ranked.Where(one => !figures.IsNear(one.Number)).ToList();
        return ranked.Count == 0 ? null
            : rest.Count == 0 ? new ProductTable(Made(ranked, caption, columns), null, "")
            : new ProductTable(
                Made(ranked.Where(one => figures.IsNear(one.Number)), T["{0}: near the line", caption], columns),
                Made(rest, T["{0}: the other products", caption], columns), T["Show the other {0} products", rest.Count]);
    }

    private Table Made(IEnumerable<RankedNomination> rows, string caption, Func<TableOf<RankedNomination>, TableOf<RankedNomination>> columns) => columns(Table.Of(rows)
            .Number(T["Rank"], one => one.Rank, width: 5)
            .Text(T["Product"], one => names.Product(one.Number), 30, one => closed.Contains(one.Number) ? null : $"/programmes/{figures.Year.Programme.Year}/nominations/{one.Number}")
            .Number(T["Score"], one => one.Score, decimals, 8))
        .Number(T["Dossier number"], one => one.Number, width: 7)
        .Style(one => one.Top ? RowStyle.Gold : RowStyle.Plain)
        .Table(caption, T["No product has a score yet."]);
}
