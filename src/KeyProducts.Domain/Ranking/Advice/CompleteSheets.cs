namespace KeyProducts.Domain;

/// <summary>The total of a complete sheet.</summary>
/// <param name="Row">The place of the nomination in <see cref="CompleteSheets.Nominations"/>.</param>
/// <param name="Column">The place of the judge in <see cref="CompleteSheets.Judges"/>.</param>
/// <param name="Total">In millionths of a point, computed criteria left out.</param>
internal readonly record struct SheetTotal(int Row, int Column, long Total)
{
    /// <summary>In points.</summary>
    public double Points => Total / (double)Fraction.Million;
}

/// <summary>
/// The matrix that the model and the measures of agreement look at: totals of counted, complete sheets, whatever the method of the year. Marks of computed criteria are not in it: no judge gave
/// them. Rows are by number and columns by key, so that sums run in one order, whatever the order of the input.
/// </summary>
internal sealed class CompleteSheets
{
    public CompleteSheets(RankingInput input, CountedSheets counted)
    {
        // Where everything is computed, every sheet is complete and says nothing.
        var isJudged = input.Criteria.Any(criterion => criterion.Figure is null);
        var sheets = input.Nominations.OrderBy(nomination => nomination.Number)
            .Select(nomination => (nomination.Number, Complete: counted.Of(nomination).FindAll(sheet => isJudged && sheet.IsComplete)))
            .Where(row => row.Complete.Count > 0).ToList();
        Nominations = [.. sheets.Select(row => row.Number)];
        var present = sheets.SelectMany(row => row.Complete).Select(sheet => sheet.Judge).Distinct().OrderBy(judge => counted.Judges[judge], StringComparer.Ordinal).ToList();
        Judges = [.. present.Select(judge => counted.Judges[judge])];
        var columnOf = present.Index().ToDictionary(entry => entry.Item, entry => entry.Index);
        Totals = [.. sheets.SelectMany((row, place) => row.Complete.Select(sheet => new SheetTotal(place, columnOf[sheet.Judge], sheet.Total)).OrderBy(total => total.Column))];
        OfNomination = new int[Nominations.Length];
        OfJudge = new int[Judges.Length];
        foreach (var total in Totals)
        {
            OfNomination[total.Row]++;
            OfJudge[total.Column]++;
        }
    }

    /// <summary>Numbers of the nominations with a complete sheet, ascending.</summary>
    public int[] Nominations { get; }

    /// <summary>Keys of the judges with a complete sheet, in ordinal order.</summary>
    public string[] Judges { get; }

    /// <summary>The totals, by row, then by column.</summary>
    public SheetTotal[] Totals { get; }

    /// <summary>How many complete sheets each nomination has.</summary>
    public int[] OfNomination { get; }

    /// <summary>How many complete sheets each judge has.</summary>
    public int[] OfJudge { get; }

    /// <summary>Whether every judge has a complete sheet for every nomination.</summary>
    public bool IsFull => Totals.Length == Nominations.Length * Judges.Length;
}
