using System.Globalization;
using System.Numerics;
using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

/// <summary>The advisory part again, by other ways where there are any, short and slow.</summary>
internal sealed class AdviceByTheBook
{
    readonly RankingInput input;

    public AdviceByTheBook(RankingInput input)
    {
        this.input = input;
        var judged = input.Criteria.Where(c => c.Figure is null).Select(c => c.Id).ToHashSet();
        Sheets = [.. input.Sheets
            .Where(s => judged.Count > 0 && judged.All(s.Marks.ContainsKey) && !input.Recusals.Any(r => r.Nomination == s.Nomination && r.Judge == s.Judge))
            .Select(s => (s.Nomination, s.Judge, (double)s.Marks.Where(m => judged.Contains(m.Key)).Sum(m => m.Value)))
            .OrderBy(s => s.Nomination).ThenBy(s => s.Judge, StringComparer.Ordinal)];
        Judges = [.. Sheets.Select(s => s.Judge).Distinct().Order(StringComparer.Ordinal)];
        Nominations = [.. Sheets.Select(s => s.Nomination).Distinct().Order()];
    }

    public List<(int Nomination, string Judge, double Total)> Sheets { get; }

    public List<string> Judges { get; }

    public List<int> Nominations { get; }

    /// <summary>The totals as a table with gaps.</summary>
    public List<List<double?>> Table => [.. Nominations.Select(n => Judges.Select(j => Sheets.Where(s => s.Nomination == n && s.Judge == j).Select(s => (double?)s.Total).SingleOrDefault()).ToList())];

    /// <summary>β by judge, t by nomination, residuals by sheet, s and σ. The weighted least squares of each pass are solved as one system of equations.</summary>
    public (double[] Shifts, double[] Levels, double[] Residuals, double S, double Sigma) Severity()
    {
        var weights = Sheets.Select(_ => 1.0).ToArray();
        double[] shifts = [], levels = [], residuals = [];
        double[] before = [];
        var s = 0.0;
        for (var pass = 0; pass < 25; pass++)
        {
            (shifts, levels) = LeastSquares(weights);
            residuals = [.. Sheets.Select(x => x.Total - levels[Nominations.IndexOf(x.Nomination)] - shifts[Judges.IndexOf(x.Judge)])];
            var sizes = residuals.Select(Math.Abs).Order().ToList();
            s = 1.4826 * (sizes[(sizes.Count - 1) / 2] + sizes[sizes.Count / 2]) / 2;
            double[] now = [.. shifts, .. levels];
            if (s < 1e-6 || (before.Length > 0 && now.Zip(before).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-9)))
                break;
            before = now;
            weights = [.. residuals.Select(r => Math.Abs(r) <= 1.5 * s ? 1 : 1.5 * s / Math.Abs(r))];
        }

        var sigma = Math.Sqrt(residuals.Sum(r => r * r) / (Sheets.Count - Nominations.Count - Judges.Count + 1));
        return (shifts, levels, residuals, s < 1e-6 ? 0 : s, sigma < 1e-6 ? 0 : sigma);
    }

    (double[] Shifts, double[] Levels) LeastSquares(double[] weights)
    {
        var (judges, size) = (Judges.Count, Judges.Count + Nominations.Count + 1);
        var system = new double[size, size + 1];
        foreach (var (sheet, weight) in Sheets.Zip(weights))
        {
            var (j, i) = (Judges.IndexOf(sheet.Judge), judges + Nominations.IndexOf(sheet.Nomination));
            foreach (var (row, column) in new[] { (j, j), (j, i), (i, j), (i, i) })
                system[row, column] += weight;
            system[j, size] += weight * sheet.Total;
            system[i, size] += weight * sheet.Total;
        }

        // Σβ = 0, by a multiplier.
        for (var j = 0; j < judges; j++)
            system[j, size - 1] = system[size - 1, j] = 1;
        var solved = Solve(system, size);
        return (solved[..judges], solved[judges..^1]);
    }

    static double[] Solve(double[,] a, int size)
    {
        for (var c = 0; c < size; c++)
        {
            var pivot = Enumerable.Range(c, size - c).MaxBy(row => Math.Abs(a[row, c]));
            for (var k = 0; k <= size; k++)
                (a[c, k], a[pivot, k]) = (a[pivot, k], a[c, k]);
            for (var row = 0; row < size; row++)
            {
                var factor = row == c ? 0 : a[row, c] / a[c, c];
                for (var k = c; k <= size && factor != 0; k++)
                    a[row, k] -= factor * a[c, k];
            }
        }

        return [.. Enumerable.Range(0, size).Select(row => a[row, size] / a[row, row])];
    }

    /// <summary>The chances by a full sort of each draw, with the generator written again from its description.</summary>
    public Dictionary<int, double> Chances(string seed, int draws, RankingResult result)
    {
        var (_, levels, _, _, sigma) = Severity();
        var mean = levels.Average();
        double Noise(int n) => sigma * sigma / Sheets.Count(s => s.Nomination == n);
        var tau2 = levels.Sum(t => (t - mean) * (t - mean)) / (levels.Length - 1) - Nominations.Average(Noise);
        var of = Nominations.Where(n => input.Nominations.Single(x => x.Number == n).Eligible && result.Ranked.Any(x => x.Number == n)).ToList();
        double Lambda(int n) => tau2 / (tau2 + Noise(n));
        double Computed(int n) => (double)result.Ranked.Single(x => x.Number == n).Criteria.Where(c => input.Criteria.Single(x => x.Id == c.Criterion).Figure is not null).Sum(c => c.Highest);
        var theta = of.ToDictionary(n => n, n => mean + Lambda(n) * (levels[Nominations.IndexOf(n)] - mean) + Computed(n));
        var wins = of.ToDictionary(n => n, _ => 0);
        var normals = Array.Empty<double>().AsEnumerable().GetEnumerator();
        for (var draw = 0; draw < draws; draw++)
        {
            if (draw % 250 == 0)
                normals = Normals(ulong.Parse(seed[..16], NumberStyles.HexNumber, CultureInfo.InvariantCulture), draw / 250).GetEnumerator();
            var values = of.ToDictionary(n => n, n => normals.MoveNext() ? theta[n] + Math.Sqrt(Lambda(n) * Noise(n)) * normals.Current : 0);
            foreach (var n in of.OrderByDescending(n => values[n]).Take(input.Rules.TopCount))
                wins[n]++;
        }

        return wins.ToDictionary(w => w.Key, w => w.Value / (double)draws);
    }

    static IEnumerable<double> Normals(ulong seed, int stream)
    {
        var dealt = Dealt(seed).Skip(4 * stream).Take(4).ToArray();
        while (true)
        {
            var u = 2.0 * (Word(dealt) >> 11) / (1L << 53) - 1;
            var v = 2.0 * (Word(dealt) >> 11) / (1L << 53) - 1;
            var q = u * u + v * v;
            if (q is > 0 and < 1)
            {
                var f = Math.Sqrt(-2 * Math.Log(q) / q);
                yield return u * f;
                yield return v * f;
            }
        }
    }

    /// <summary>SplitMix64.</summary>
    public static IEnumerable<ulong> Dealt(ulong state)
    {
        while (true)
        {
            var z = state = unchecked(state + 0x9E3779B97F4A7C15);
            z = unchecked((z ^ z >> 30) * 0xBF58476D1CE4E5B9);
            z = unchecked((z ^ z >> 27) * 0x94D049BB133111EB);
            yield return z ^ z >> 31;
        }
    }

    /// <summary>The next word of xoshiro256**.</summary>
    public static ulong Word(ulong[] s)
    {
        var word = unchecked(BitOperations.RotateLeft(s[1] * 5, 7) * 9);
        var t = s[1] << 17;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= t;
        s[3] = BitOperations.RotateLeft(s[3], 45);
        return word;
    }

    /// <summary>Krippendorff's α by walking every pair.</summary>
    public static double Alpha(List<List<double?>> rows)
    {
        var units = rows.Select(row => row.OfType<double>().ToList()).Where(unit => unit.Count > 1).ToList();
        var all = units.SelectMany(unit => unit).ToList();
        double Pairs(List<double> values) => values.Sum(a => values.Sum(b => (a - b) * (a - b)));
        return 1 - units.Sum(unit => Pairs(unit) / (unit.Count - 1)) / all.Count / (Pairs(all) / all.Count / (all.Count - 1));
    }

    /// <summary>ICC(A,1) and ICC(A,k) from sums of squares that add up: total = rows + columns + rest.</summary>
    public static (double OfOne, double OfMean) Intraclass(List<List<double>> rows)
    {
        double n = rows.Count, k = rows[0].Count;
        var grand = rows.Sum(row => row.Sum());
        var correction = grand * grand / (n * k);
        var ofRows = rows.Sum(row => row.Sum() * row.Sum()) / k - correction;
        var ofColumns = Enumerable.Range(0, rows[0].Count).Select(j => rows.Sum(row => row[j])).Sum(sum => sum * sum) / n - correction;
        var rest = rows.Sum(row => row.Sum(x => x * x)) - correction - ofRows - ofColumns;
        var (msr, msc, mse) = (ofRows / (n - 1), ofColumns / (k - 1), rest / ((n - 1) * (k - 1)));
        return ((msr - mse) / (msr + (k - 1) * mse + k * (msc - mse) / n), (msr - mse) / (msr + (msc - mse) / n));
    }

    /// <summary>W as the spread of the sums of ranks over the most there could be, ties counted by pairs.</summary>
    public static double Concordance(List<List<double>> rows)
    {
        double n = rows.Count, k = rows[0].Count;
        double Rank(int i, int j) => 1 + rows.Count(row => row[j] < rows[i][j]) + (rows.Count(row => row[j] == rows[i][j]) - 1) / 2.0;
        var sums = rows.Select((row, i) => row.Select((_, j) => Rank(i, j)).Sum()).ToList();
        var mean = sums.Average();
        // Σ(t³ − t) over groups of t equals is Σ(t² − 1) over their members.
        var ties = rows.Sum(row => row.Select((x, j) => Math.Pow(rows.Count(other => other[j] == x), 2) - 1).Sum());
        return 12 * sums.Sum(sum => (sum - mean) * (sum - mean)) / (k * k * (n * n * n - n) - k * ties);
    }

    /// <summary>τ_b by concordant and discordant pairs.</summary>
    public static double TauB(List<double> x, List<double> y)
    {
        var pairs = (from a in Enumerable.Range(0, x.Count) from b in Enumerable.Range(0, a) select (X: Math.Sign(x[a] - x[b]), Y: Math.Sign(y[a] - y[b]))).ToList();
        double concordant = pairs.Count(p => p.X * p.Y > 0), discordant = pairs.Count(p => p.X * p.Y < 0);
        return (concordant - discordant) / Math.Sqrt(pairs.Count(p => p.X != 0) * (double)pairs.Count(p => p.Y != 0));
    }
}
