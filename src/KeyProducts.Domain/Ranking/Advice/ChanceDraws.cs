namespace KeyProducts.Domain;

/// <summary>
/// How likely each nomination is among the best (scoring.md, "P(Top N)"): its level is drawn towards the mean of all, the more the less is known of it, the points of its computed criteria are added
/// as in the score, and chance adds what the judges' noise could do.
/// <list type="bullet">
/// <item>The best are as many as the year's top has places. Those who cannot be of the top, because they are not eligible or have no score, take no part in the draws; they are part of the model.</item>
/// <item>Var t is that of a sample, with I − 1.</item>
/// <item>Draws are made in chunks of 250, each with a stream of its own, so that the figures do not depend on the number of cores. A draw takes one normal for each nomination, by number.</item>
/// <item>Equal values at the end of the best, which happen where nothing is left to chance, share the places that are left.</item>
/// </list>
/// </summary>
internal static class ChanceDraws
{
    const int Chunk = 250;

    public static Advised<TopChances> Of(RankingInput input, RankingResult result, CompleteSheets sheets, Advised<SeverityFit> fit, string seed, int draws)
    {
        var places = input.Rules.TopCount;
        if (places == 0)
            return new(null, Refusals.NoTop);
        if (fit.Value is not { } model)
            return new(null, fit.Refusal);

        var contenders = Contenders(input, result, sheets);
        if (contenders.Count <= places)
            return new(null, new Refusal("Products that could be of the top: {0}; places: {1}. So there is no line to fall below.", contenders.Count, places));

        var variance = model.Sigma * model.Sigma;
        var mean = model.Levels.Average();
        var spread = model.Levels.Sum(level => (level - mean) * (level - mean)) / (model.Levels.Length - 1);
        var between = spread - sheets.OfNomination.Average(count => variance / count);
        if (between <= 0 || spread < 1e-12)
            return new(null, new Refusal("The judges do not separate the products: their totals differ no more from product to product than from judge to judge."));

        var levels = new double[contenders.Count];
        var deviations = new double[contenders.Count];
        for (var i = 0; i < levels.Length; i++)
        {
            var (_, row, computed) = contenders[i];
            var noise = variance / sheets.OfNomination[row];
            var share = between / (between + noise);
            // Rounded, so that equal products are equal whatever the arithmetic of doubles.
            levels[i] = Math.Round(mean + share * (model.Levels[row] - mean) + computed, 9);
            deviations[i] = Math.Sqrt(share * noise);
        }

        var chances = Chances(levels, deviations, places, RandomStream.Seed(seed), draws);
        return new(new TopChances(places, draws, [.. contenders.Select((one, i) => new NominationChance(one.Number, levels[i], deviations[i], chances[i]))]), null);
    }

    /// <summary>Share of the draws that place each among the best.</summary>
    public static double[] Chances(double[] levels, double[] deviations, int places, ulong seed, int draws)
    {
        var chunks = new double[(draws + Chunk - 1) / Chunk][];
        Parallel.For(0, chunks.Length, chunk =>
        {
            var stream = RandomStream.Of(seed, chunk);
            var (times, values, best) = (new double[levels.Length], new double[levels.Length], new double[places]);
            for (var draw = chunk * Chunk; draw < Math.Min(draws, (chunk + 1) * Chunk); draw++)
            {
                for (var i = 0; i < values.Length; i++)
                    values[i] = levels[i] + deviations[i] * stream.Normal();
                Count(values, best, times);
            }

            chunks[chunk] = times;
        });
        return [.. levels.Select((_, i) => chunks.Sum(times => times[i]) / draws)];
    }

    /// <summary>Adds a draw to the times each was among the best. There are more values than places.</summary>
    static void Count(double[] values, double[] best, double[] times)
    {
        // The best so far, descending; most values are below the last of them, and are done with one comparison.
        Array.Fill(best, double.NegativeInfinity);
        var last = best.Length - 1;
        foreach (var value in values)
        {
            if (value <= best[last])
                continue;
            var place = last;
            for (; place > 0 && best[place - 1] < value; place--)
                best[place] = best[place - 1];
            best[place] = value;
        }

        var line = best[last];
        var above = best.Count(value => value > line);
        var equal = values.Count(value => value == line);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] > line)
                times[i]++;
            else if (values[i] == line)
                times[i] += (best.Length - above) / (double)equal;
        }
    }

    /// <summary>Who takes part in the draws, by number: the place in the model and the points of computed criteria.</summary>
    static List<(int Number, int Row, double Computed)> Contenders(RankingInput input, RankingResult result, CompleteSheets sheets)
    {
        var computed = SeverityFit.ComputedPoints(result);
        var eligible = input.Nominations.Where(nomination => nomination.Eligible).Select(nomination => nomination.Number).ToHashSet();
        return [.. sheets.Nominations.Index().Where(one => eligible.Contains(one.Item) && computed.ContainsKey(one.Item)).Select(one => (one.Item, one.Index, computed[one.Item]))];
    }
}
