namespace KeyProducts.Domain;

/// <summary>
/// Splits totals of complete sheets into the level of the product and the severity of the judge, y_ij = t_i + β_j + ε with Σβ = 0 (scoring.md, "Severity"; MacKay, Kenna, Low and Parker 2017,
/// "Calibration with confidence"), with Huber weights, so that one strange sheet does not bend everything.
/// <list type="bullet">
/// <item>A pass begins with weights, 1 at first, and takes β and t in turn until neither moves by more than 1e-9 points; the next pass has the weights of its residuals.
/// It ends when a pass moves nothing, after 25 passes at most.</item>
/// <item>s below a millionth of a point, the finest mark there is, is 0: more than half of the sheets are explained without rest. Weights of it would be 0, so the pass before stands.</item>
/// <item>Taking turns goes on for 20,000 rounds at most in all passes together; even a panel that hangs together by a thread comes near in far fewer.</item>
/// </list>
/// </summary>
internal sealed class SeverityFit
{
    /// <summary>Fewest complete sheets of every judge.</summary>
    public const int FewestSheets = 5;

    /// <summary>Fewest sheets beyond the unknowns of the model.</summary>
    const int FewestFree = 10;

    /// <summary>Nothing finer than this is a difference, in points.</summary>
    const double Finest = 1e-6;

    const double Precision = 1e-9;
    const int MostPasses = 25;
    const int MostRounds = 20_000;

    readonly CompleteSheets sheets;
    readonly double[] weights;
    int rounds;

    SeverityFit(CompleteSheets sheets)
    {
        this.sheets = sheets;
        weights = new double[sheets.Totals.Length];
        Array.Fill(weights, 1);
        Shifts = new double[sheets.Judges.Length];
        Levels = new double[sheets.Nominations.Length];
        foreach (var total in sheets.Totals)
            Levels[total.Row] += total.Points / sheets.OfNomination[total.Row];

        Residuals = new double[sheets.Totals.Length];
        for (var pass = 0; pass < MostPasses && Pass() > Precision; pass++)
        {
            Measure();
            if (Scale == 0)
                break;
            for (var cell = 0; cell < weights.Length; cell++)
                weights[cell] = Math.Min(1, 1.5 * Scale / Math.Abs(Residuals[cell]));
        }

        Measure();
    }

    /// <summary>β of each judge, in points.</summary>
    public double[] Shifts { get; }

    /// <summary>t of each nomination, in points.</summary>
    public double[] Levels { get; }

    /// <summary>y − t − β of each sheet, in points.</summary>
    public double[] Residuals { get; }

    /// <summary>s: 1.4826 times the median of the residuals' sizes.</summary>
    public double Scale { get; private set; }

    /// <summary>σ: √(Σr²/(N−I−J+1)).</summary>
    public double Sigma { get; private set; }

    public static Advised<SeverityFit> Of(CompleteSheets sheets)
    {
        var (cells, rows, columns) = (sheets.Totals.Length, sheets.Nominations.Length, sheets.Judges.Length);
        if (columns < 2)
            return new(null, new Refusal("How strict a judge is can only be told beside others: at least two judges need complete sheets."));
        if (Circles(sheets) is > 1 and var circles)
            return new(null, new Refusal("The judges form {0} circles that have no product in common, so their strictness cannot be compared.", circles));
        if (sheets.OfJudge.Min() is < FewestSheets and var fewest)
            return new(null, new Refusal("Complete sheets of the judge with the fewest: {0}. At least {1} are needed to tell how strict a judge is.", fewest, FewestSheets));
        var needed = rows + columns - 1 + FewestFree;
        return cells < needed
            ? new(null, new Refusal("There are {0} complete sheets; for {1} products and {2} judges at least {3} are needed to tell strictness from chance.", cells, rows, columns, needed))
            : new(new SeverityFit(sheets), null);
    }

    /// <summary>Whether a sheet lies more than 3s off.</summary>
    public bool IsOdd(int cell) => Math.Abs(Residuals[cell]) > Math.Max(3 * Scale, Finest);

    /// <summary>For readers: levels beside the scores of the official result.</summary>
    public SeverityModel Shown(CompleteSheets sheets, RankingResult result)
    {
        var computed = ComputedPoints(result);
        var corrected = sheets.Nominations.Select((number, row) => computed.TryGetValue(number, out var points) ? Levels[row] + points : (double?)null).ToArray();
        // Rounded, so that what differs only by the arithmetic of doubles shares a rank.
        var values = corrected.Select(value => value is { } points ? Math.Round(points, 6) : (double?)null).ToArray();
        var descending = values.OfType<double>().OrderDescending().ToList();
        var rankOf = new Dictionary<double, int>();
        for (var place = 0; place < descending.Count; place++)
            rankOf.TryAdd(descending[place], place + 1);

        return new SeverityModel(
            Sigma,
            [.. sheets.Judges.Select((judge, column) => new JudgeSeverity(judge, Shifts[column], sheets.OfJudge[column]))],
            [.. sheets.Nominations.Select((number, row) => new NominationLevel(number, Levels[row], sheets.OfNomination[row], corrected[row], values[row] is { } value ? rankOf[value] : null))],
            Scale);
    }

    /// <summary>The points of computed criteria of every nomination with a score.</summary>
    public static Dictionary<int, double> ComputedPoints(RankingResult result) =>
        result.Ranked.ToDictionary(line => line.Number, line => (double)line.Criteria.Where(criterion => criterion.Count == 0).Sum(criterion => criterion.Lowest));

    /// <summary>Takes β and t in turn. Returns how far the pass has moved any of them.</summary>
    double Pass()
    {
        var (shiftsBefore, levelsBefore) = (Shifts.ToArray(), Levels.ToArray());
        var (judgeWeights, nominationWeights) = (new double[Shifts.Length], new double[Levels.Length]);
        for (var cell = 0; cell < weights.Length; cell++)
        {
            judgeWeights[sheets.Totals[cell].Column] += weights[cell];
            nominationWeights[sheets.Totals[cell].Row] += weights[cell];
        }

        for (; rounds < MostRounds; rounds++)
        {
            var shifts = new double[Shifts.Length];
            for (var cell = 0; cell < weights.Length; cell++)
            {
                var total = sheets.Totals[cell];
                shifts[total.Column] += weights[cell] * (total.Points - Levels[total.Row]);
            }

            Divide(shifts, judgeWeights);
            var centre = shifts.Average();
            for (var column = 0; column < shifts.Length; column++)
                shifts[column] -= centre;

            var levels = new double[Levels.Length];
            for (var cell = 0; cell < weights.Length; cell++)
            {
                var total = sheets.Totals[cell];
                levels[total.Row] += weights[cell] * (total.Points - shifts[total.Column]);
            }

            Divide(levels, nominationWeights);
            var moved = Math.Max(Replace(Shifts, shifts), Replace(Levels, levels));
            if (moved <= Precision)
                break;
        }

        return Math.Max(Furthest(Shifts, shiftsBefore), Furthest(Levels, levelsBefore));
    }

    void Measure()
    {
        var squares = 0.0;
        for (var cell = 0; cell < weights.Length; cell++)
        {
            var total = sheets.Totals[cell];
            Residuals[cell] = total.Points - Levels[total.Row] - Shifts[total.Column];
            squares += Residuals[cell] * Residuals[cell];
        }

        Scale = Coarse(1.4826 * MedianOfSizes());
        Sigma = Coarse(Math.Sqrt(squares / (weights.Length - Levels.Length - Shifts.Length + 1)));
    }

    double MedianOfSizes()
    {
        var sizes = Array.ConvertAll(Residuals, Math.Abs);
        Array.Sort(sizes);
        return (sizes[(sizes.Length - 1) / 2] + sizes[sizes.Length / 2]) / 2;
    }

    static double Coarse(double points) => points < Finest ? 0 : points;

    static void Divide(double[] sums, double[] by)
    {
        for (var place = 0; place < sums.Length; place++)
            sums[place] /= by[place];
    }

    static double Replace(double[] old, double[] by)
    {
        var moved = Furthest(old, by);
        by.CopyTo(old, 0);
        return moved;
    }

    static double Furthest(double[] one, double[] other)
    {
        var furthest = 0.0;
        for (var place = 0; place < one.Length; place++)
            furthest = Math.Max(furthest, Math.Abs(one[place] - other[place]));
        return furthest;
    }

    /// <summary>How many circles of judges there are that no product ties together.</summary>
    static int Circles(CompleteSheets sheets)
    {
        // Each judge begins alone; the judges of one product become one circle.
        var circle = Enumerable.Range(0, sheets.Judges.Length).ToArray();
        for (var cell = 1; cell < sheets.Totals.Length; cell++)
        {
            var (one, other) = (sheets.Totals[cell - 1], sheets.Totals[cell]);
            var (from, to) = (circle[one.Column], circle[other.Column]);
            if (one.Row == other.Row && from != to)
                circle = Array.ConvertAll(circle, member => member == from ? to : member);
        }

        return circle.Distinct().Count();
    }
}
