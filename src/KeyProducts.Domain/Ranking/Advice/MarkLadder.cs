using System.Numerics;

namespace KeyProducts.Domain;

/// <summary>A mark that can be moved in whole steps.</summary>
/// <param name="Sheet">The place of the sheet in <see cref="ScoredNomination.Sheets"/>.</param>
/// <param name="Criterion">The place of the criterion.</param>
/// <param name="Judge">The key of the judge.</param>
/// <param name="Room">How many steps it can be moved.</param>
/// <param name="Count">How many marks share its criterion's mean: the more, the less one step moves the score.</param>
internal sealed record Rung(int Sheet, int Criterion, string Judge, long Room, int Count);

/// <summary>
/// How a nomination's score (or the sum of some criteria) moves when its marks are raised, or lowered, one step after another. All steps are equally long, so the fewest steps that reach a figure
/// are taken where a step moves it most: on the criteria with the fewest marks.
/// </summary>
internal sealed class MarkLadder
{
    readonly ScoredNomination scored;
    readonly int[] criteria;
    readonly int direction;
    readonly IReadOnlyList<string> judges;
    readonly long unit;
    readonly BigInteger parts;
    readonly BigInteger sum;
    readonly List<(BigInteger Gain, long Room)> classes;

    /// <param name="input">The year.</param>
    /// <param name="judges">Keys of the judges by small number.</param>
    /// <param name="scored">Whose marks.</param>
    /// <param name="direction">1 to raise, −1 to lower.</param>
    /// <param name="step">The mark step, in millionths of a point.</param>
    /// <param name="of">Which criteria; null for all.</param>
    public MarkLadder(RankingInput input, IReadOnlyList<string> judges, ScoredNomination scored, int direction, long step, Func<int, bool>? of = null)
    {
        this.scored = scored;
        this.direction = direction;
        criteria = [.. Enumerable.Range(0, input.Criteria.Count).OrderBy(c => input.Criteria[c].Id, StringComparer.Ordinal)];
        this.judges = judges;
        unit = (long)BigInteger.Pow(10, 6 - input.Rules.Decimals);
        var places = Enumerable.Range(0, input.Criteria.Count).Where(of ?? (_ => true)).ToArray();
        parts = places.Aggregate(BigInteger.One, (common, c) => common * Count(c) / BigInteger.GreatestCommonDivisor(common, Count(c)));
        var rungs = new List<Rung>();
        foreach (var c in places)
        {
            if (scored.Criteria[c].Count == 0)
            {
                sum += (BigInteger)(scored.Criteria[c].Lowest * Fraction.Million) * parts;
                continue;
            }

            var max = (long)(input.Criteria[c].Max * Fraction.Million);
            for (var s = 0; s < scored.Sheets.Count; s++)
            {
                if (scored.Sheets[s].Marks[c] is not { } mark)
                    continue;
                sum += mark * parts / Count(c);
                rungs.Add(new Rung(s, c, judges[scored.Sheets[s].Judge], (direction > 0 ? max - mark : mark) / step, Count(c)));
            }
        }

        // Where a step moves the score as much, few marks are moved far, rather than many a little.
        Rungs = [.. rungs.Where(rung => rung.Room > 0).OrderBy(rung => rung.Count).ThenByDescending(rung => rung.Room).ThenByDescending(rung => input.Criteria[rung.Criterion].Max)
            .ThenBy(rung => rung.Judge, StringComparer.Ordinal).ThenBy(rung => input.Criteria[rung.Criterion].Id, StringComparer.Ordinal)];
        Room = Rungs.Sum(rung => rung.Room);
        classes = [.. Rungs.GroupBy(rung => rung.Count).Select(equal => (step * parts / equal.Key, equal.Sum(rung => rung.Room)))];
    }

    /// <summary>The marks that can be moved, those that move the score most first.</summary>
    public IReadOnlyList<Rung> Rungs { get; }

    /// <summary>How many steps there are.</summary>
    public long Room { get; }

    /// <summary>The rungs in the best order; with those of each criterion first; with those of each judge first.</summary>
    public IEnumerable<IReadOnlyList<Rung>> Orders()
    {
        yield return Rungs;
        foreach (var c in criteria)
            yield return [.. Rungs.OrderByDescending(rung => rung.Criterion == c)];
        foreach (var judge in judges.Order(StringComparer.Ordinal))
            yield return [.. Rungs.OrderByDescending(rung => rung.Judge == judge)];
    }

    /// <summary>The rounded figure after the best so many steps, in millionths of a point.</summary>
    public long After(long steps)
    {
        var moved = sum;
        foreach (var (gain, room) in classes)
        {
            var taken = Math.Min(steps, room);
            moved += direction * taken * gain;
            steps -= taken;
        }

        return (long)((2 * moved + unit * parts) / (2 * unit * parts)) * unit;
    }

    /// <summary>The fewest steps up after which the rounded figure is at least this, which must be a whole number of its last digit; null when there are not enough.</summary>
    public long? ToReach(long figure) => Steps(Edge(figure) - 2 * sum);

    /// <summary>The fewest steps down after which the rounded figure is below this, which must be a whole number of its last digit; null when there are not enough.</summary>
    public long? ToFallBelow(long figure) => Steps(2 * sum - Edge(figure) + 1);

    /// <summary>Twice the least exact figure that is rounded to this.</summary>
    BigInteger Edge(long figure) => (2 * (BigInteger)figure - unit) * parts;

    /// <summary>The fewest steps that move twice the sum by at least this.</summary>
    long? Steps(BigInteger needed)
    {
        var steps = 0L;
        foreach (var (gain, room) in classes)
        {
            if (needed <= 0)
                break;
            var wanted = BigInteger.Min((needed + 2 * gain - 1) / (2 * gain), room);
            steps += (long)wanted;
            needed -= wanted * 2 * gain;
        }

        return needed <= 0 ? steps : null;
    }

    int Count(int c) => Math.Max(scored.Criteria[c].Count, 1);
}
