namespace KeyProducts.Domain;

/// <summary>Intraclass correlations for absolute agreement, two-way (McGraw and Wong 1996; ICC(2,1) and ICC(2,k) of Shrout and Fleiss 1979).</summary>
/// <param name="OfOne">ICC(A,1): how far a single judge's figures can be relied on.</param>
/// <param name="OfMean">ICC(A,k): how far the mean of all judges can; null where its divisor is not above 0, because the products do not differ.</param>
public sealed record Intraclass(double OfOne, double? OfMean);

/// <summary>Measures of agreement on plain tables: a row for each product, a column for each judge.</summary>
public static class Agreement
{
    /// <summary>The intraclass correlations of a table without gaps, at least two rows and two columns; null when all its figures are equal.</summary>
    public static Intraclass? IntraclassOf(IReadOnlyList<IReadOnlyList<double>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var (n, k) = (rows.Count, rows[0].Count);
        var mean = rows.Average(row => row.Average());
        var rowMeans = rows.Select(row => row.Average()).ToList();
        var columnMeans = Enumerable.Range(0, k).Select(j => rows.Average(row => row[j])).ToList();
        double all = 0, unexplained = 0;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < k; j++)
            {
                all += Square(rows[i][j] - mean);
                unexplained += Square(rows[i][j] - rowMeans[i] - columnMeans[j] + mean);
            }
        }

        if (all == 0)
            return null;
        var msr = k * rowMeans.Sum(row => Square(row - mean)) / (n - 1);
        var msc = n * columnMeans.Sum(column => Square(column - mean)) / (k - 1);
        var mse = unexplained / ((n - 1) * (k - 1));
        var ofMean = msr + (msc - mse) / n;
        return new Intraclass((msr - mse) / (msr + (k - 1) * mse + k * (msc - mse) / n), ofMean > 1e-12 * all ? (msr - mse) / ofMean : null);
    }

    /// <summary>Kendall's W of a table without gaps, with the correction for ties; null when no column tells its rows apart.</summary>
    public static double? Concordance(IReadOnlyList<IReadOnlyList<double>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        double n = rows.Count, k = rows[0].Count;
        var sums = new double[rows.Count];
        var ties = 0.0;
        for (var j = 0; j < k; j++)
        {
            var place = 1;
            foreach (var equal in Enumerable.Range(0, rows.Count).GroupBy(i => rows[i][j]).OrderBy(group => group.Key))
            {
                double count = equal.Count();
                foreach (var i in equal)
                    sums[i] += place + (count - 1) / 2;
                ties += count * count * count - count;
                place += (int)count;
            }
        }

        var divisor = k * k * (n * n * n - n) - k * ties;
        return divisor == 0 ? null : (12 * sums.Sum(Square) - 3 * k * k * n * Square(n + 1)) / divisor;
    }

    /// <summary>Krippendorff's α for interval data; a row for each product, null where there is no figure. Null when no row has two figures, or all the figures of such rows are equal.</summary>
    public static double? Alpha(IEnumerable<IEnumerable<double?>> rows)
    {
        var units = rows.Select(row => row.OfType<double>().ToList()).Where(unit => unit.Count > 1).ToList();
        var count = units.Sum(unit => unit.Count);
        if (count == 0)
            return null;

        // Σ over ordered pairs of (a − b)² is 2m·Σ(a − mean)²: the pairs need not be walked.
        var observed = units.Sum(unit => 2 * unit.Count * Deviations(unit) / (unit.Count - 1)) / count;
        var expected = 2 * Deviations([.. units.SelectMany(unit => unit)]) / (count - 1);
        return expected == 0 ? null : 1 - observed / expected;
    }

    /// <summary>Kendall's τ_b of two lists of the same length; null when one of them is all equal.</summary>
    public static double? TauB(IReadOnlyList<double> one, IReadOnlyList<double> other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        // Arrays, because a judge of 2,000 products has two million pairs.
        double[] x = [.. one], y = [.. other];
        long same = 0, inOne = 0, inOther = 0;
        for (var a = 0; a < x.Length; a++)
        {
            for (var b = 0; b < a; b++)
            {
                var first = (x[a] > x[b] ? 1 : 0) - (x[a] < x[b] ? 1 : 0);
                var second = (y[a] > y[b] ? 1 : 0) - (y[a] < y[b] ? 1 : 0);
                same += first * second;
                inOne += first * first;
                inOther += second * second;
            }
        }

        return inOne == 0 || inOther == 0 ? null : same / Math.Sqrt((double)inOne * inOther);
    }

    /// <summary>Of the totals of complete sheets: a full panel by correlation and concordance, one with gaps by α.</summary>
    internal static Advised<Reliability> Of(CompleteSheets sheets)
    {
        if (sheets.Judges.Length < 2)
            return new(null, new Refusal("Agreement needs at least two judges with complete sheets."));
        var rows = sheets.Totals.GroupBy(total => total.Row).ToList();
        if (!sheets.IsFull)
            rows = rows.FindAll(row => row.Count() > 1);
        if (rows.Count < 2)
            return new(null, new Refusal("Agreement needs at least two products with complete sheets of at least two judges."));
        if (rows.SelectMany(row => row).DistinctBy(total => total.Total).Count() == 1)
            return new(null, new Refusal("Every complete sheet has the same total, so agreement cannot be told from chance."));

        var judges = rows.SelectMany(row => row).DistinctBy(total => total.Column).Count();
        if (!sheets.IsFull)
            return new(new Reliability(rows.Count, judges, null, null, null, Alpha(rows.Select(row => row.Select(total => (double?)total.Points)))), null);
        var table = rows.ConvertAll(row => row.Select(total => total.Points).ToArray());
        var correlations = IntraclassOf(table);
        return new(new Reliability(rows.Count, judges, correlations?.OfOne, correlations?.OfMean, Concordance(table), null), null);
    }

    static double Deviations(List<double> values)
    {
        var mean = values.Average();
        return values.Sum(value => Square(value - mean));
    }

    static double Square(double value) => value * value;
}
