namespace KeyProducts.Domain;

/// <summary>
/// The drawing of <see cref="Balance"/> at work: a table nomination × judge. What is kept never moves; every other pair may go to another judge who may score it.
/// </summary>
internal sealed class BalanceDraw
{
    // A judge who sees one industry alone weighs more than any unevenness of industries that a year can have.
    private const int OneIndustryAlone = 1_000_000;

    private readonly BalanceInput input;
    private readonly int judges;
    private readonly int nominations;
    private readonly int[] industry;
    private readonly bool[,] may;
    private readonly bool[,] has;
    private readonly bool[,] kept;
    private readonly int[] load;
    private readonly int[,] seen;
    private readonly int[] squares;
    private readonly int[] industries;
    private readonly int[,] together;

    public BalanceDraw(BalanceInput input)
    {
        this.input = input;
        (judges, nominations) = (input.Judges.Count, input.Nominations.Count);
        var judgeAt = input.Judges.Select((id, place) => (id, place)).ToDictionary(one => one.id, one => one.place);
        var nominationAt = input.Nominations.Select((one, place) => (one.Id, place)).ToDictionary(one => one.Id, one => one.place);
        var industryAt = input.Nominations.Select(one => one.Industry).Distinct().Select((id, place) => (id, place)).ToDictionary(one => one.id, one => one.place);
        industry = [.. input.Nominations.Select(one => industryAt[one.Industry])];
        (may, has, kept) = (new bool[nominations, judges], new bool[nominations, judges], new bool[nominations, judges]);
        (load, squares, industries) = (new int[judges], new int[judges], new int[judges]);
        (seen, together) = (new int[judges, industryAt.Count], new int[judges, judges]);
        foreach (var (one, x) in input.Nominations.Select((one, x) => (one, x)))
        {
            foreach (var judge in one.MayScore)
            {
                may[x, At(judgeAt, judge)] = true;
            }
        }

        foreach (var pair in input.Kept)
        {
            var (x, j) = (At(nominationAt, pair.Nomination), At(judgeAt, pair.Judge));
            if (!has[x, j])
            {
                Put(x, j);
            }

            kept[x, j] = true;
        }
    }

    /// <summary>Gives each nomination its judges, those with the least choice first: who has least to score, then who has seen least of its industry, then who has least in common with those it has.</summary>
    public void FillUp()
    {
        foreach (var x in Enumerable.Range(0, nominations).OrderBy(x => Judges().Count(j => may[x, j])).ThenBy(x => x))
        {
            for (var missing = input.PerNomination - Judges().Count(j => has[x, j]); missing > 0; missing--)
            {
                var free = Judges().Where(j => may[x, j] && !has[x, j]).ToList();
                if (free.Count == 0)
                {
                    break;
                }

                var chosen = free.OrderBy(j => load[j]).ThenBy(j => seen[j, industry[x]]).ThenBy(j => InCommon(x, j)).ThenBy(j => j).First();
                foreach (var other in Judges().Where(other => has[x, other]))
                {
                    together[chosen, other]++;
                    together[other, chosen]++;
                }

                Put(x, chosen);
            }
        }
    }

    /// <summary>Hands pairs on, from judge to judge where need be, as long as one judge has two or more above another: then no distribution is more even.</summary>
    public void Even()
    {
        while (Judges().OrderByDescending(j => load[j]).ThenBy(j => j).Any(HandOn))
        {
        }
    }

    /// <summary>Exchanges pairs so that nobody sees one industry alone and each sees the industries evenly; loads stay as they are, and nothing is linked less.</summary>
    public void Spread()
    {
        var groups = Groups().Count;
        for (var improved = true; improved;)
        {
            improved = false;
            foreach (var (x, a) in Movable())
            {
                if (has[x, a] && Judges().Any(b => SpreadsByExchange(x, a, b, groups)))
                {
                    (improved, groups) = (true, Groups().Count);
                }
            }
        }
    }

    /// <summary>
    /// Links groups of judges that share no nomination. An exchange between two groups links them when one of its pairs can be spared where it is, that is, lies on a
    /// circle. Loads give way only as a last resort, and only when everything is linked by it.
    /// </summary>
    public void Link()
    {
        while (Exchange() || Move(keepLoads: true))
        {
        }

        var before = Movable();
        while (Move(keepLoads: false))
        {
        }

        if (Groups().Count > 1)
        {
            Movable().ForEach(pair => Take(pair.Nomination, pair.Judge));
            before.ForEach(pair => Put(pair.Nomination, pair.Judge));
        }
    }

    /// <summary>How it stands.</summary>
    public Distribution Result()
    {
        var groups = Groups();
        return new Distribution(
            [.. Movable().Select(pair => Named(pair.Nomination, pair.Judge))],
            [.. from x in Enumerable.Range(0, nominations)
                let count = Judges().Count(j => has[x, j])
                where count < input.PerNomination
                select new Shortage(input.Nominations[x].Id, count)],
            [.. Judges().Select(j => new JudgeLoad(input.Judges[j], load[j], industries[j]))],
            groups,
            groups.Count < 2 ? Separation.None : WhyApart());
    }

    private static int At(Dictionary<Guid, int> places, Guid key) =>
        places.TryGetValue(key, out var place) ? place : throw new ArgumentException($"There is no judge or nomination {key}.");

    private IEnumerable<int> Judges() => Enumerable.Range(0, judges);

    private JudgePair Named(int x, int j) => new(input.Judges[j], input.Nominations[x].Id);

    private void Put(int x, int j)
    {
        has[x, j] = true;
        load[j]++;
        squares[j] += (2 * seen[j, industry[x]]) + 1;
        industries[j] += seen[j, industry[x]]++ == 0 ? 1 : 0;
    }

    private void Take(int x, int j)
    {
        has[x, j] = false;
        load[j]--;
        squares[j] -= (2 * --seen[j, industry[x]]) + 1;
        industries[j] -= seen[j, industry[x]] == 0 ? 1 : 0;
    }

    private void Hand(int x, int from, int to)
    {
        Take(x, from);
        Put(x, to);
    }

    private bool CanHave(int x, int j) => may[x, j] && !has[x, j];

    // Pairs that were drawn now.
    private List<(int Nomination, int Judge)> Movable() =>
        [.. from x in Enumerable.Range(0, nominations) from j in Judges() where has[x, j] && !kept[x, j] select (x, j)];

    private int InCommon(int x, int j) => Judges().Where(other => has[x, other]).Sum(other => together[j, other]);

    // The shortest chain of judges, each handing one nomination to the next, from a judge to one who has at least two fewer.
    private bool HandOn(int from)
    {
        var comesFrom = new (int Judge, int Nomination)?[judges];
        var queue = new Queue<int>([from]);
        while (queue.TryDequeue(out var a))
        {
            foreach (var b in Judges().Where(b => b != from && comesFrom[b] is null).OrderBy(b => load[b]).ThenBy(b => b))
            {
                var x = Enumerable.Range(0, nominations).FirstOrDefault(x => has[x, a] && !kept[x, a] && CanHave(x, b), -1);
                if (x < 0)
                {
                    continue;
                }

                comesFrom[b] = (a, x);
                if (load[b] <= load[from] - 2)
                {
                    for (var to = b; to != from; to = comesFrom[to]!.Value.Judge)
                    {
                        Hand(comesFrom[to]!.Value.Nomination, comesFrom[to]!.Value.Judge, to);
                    }

                    return true;
                }

                queue.Enqueue(b);
            }
        }

        return false;
    }

    private bool SpreadsByExchange(int x, int a, int b, int groups)
    {
        if (a == b || !CanHave(x, b))
        {
            return false;
        }

        var before = Narrowness(a) + Narrowness(b);
        var returns = Enumerable.Range(0, nominations).Where(y => industry[y] != industry[x] && has[y, b] && !kept[y, b] && CanHave(y, a)).Select(y => (int?)y);
        foreach (var y in load[a] == load[b] + 1 ? returns.Prepend(null) : returns)
        {
            if (NarrownessAfter(x, a, y, b) >= before)
            {
                continue;
            }

            Exchange(x, a, y, b);
            if (Groups().Count <= groups)
            {
                return true;
            }

            Exchange(x, b, y, a);
        }

        return false;
    }

    private void Exchange(int x, int a, int? y, int b)
    {
        Hand(x, a, b);
        if (y is { } back)
        {
            Hand(back, b, a);
        }
    }

    private int Narrowness(int j) => squares[j] + (industries[j] == 1 ? OneIndustryAlone : 0);

    // What it would be after an exchange, reckoned without making it.
    private int NarrownessAfter(int x, int a, int? y, int b) => Narrowness(a, x, y) + Narrowness(b, y, x);

    private int Narrowness(int j, int? gone, int? come)
    {
        var (leaves, enters) = (gone is { } x ? industry[x] : -1, come is { } y ? industry[y] : -1);
        if (leaves == enters)
        {
            return Narrowness(j);
        }

        var (sum, kinds) = (squares[j], industries[j]);
        if (leaves >= 0)
        {
            sum -= (2 * seen[j, leaves]) - 1;
            kinds -= seen[j, leaves] == 1 ? 1 : 0;
        }

        if (enters >= 0)
        {
            sum += (2 * seen[j, enters]) + 1;
            kinds += seen[j, enters] == 0 ? 1 : 0;
        }

        return sum + (kinds == 1 ? OneIndustryAlone : 0);
    }

    // An exchange across two groups of which one pair can be spared where it is.
    private bool Exchange()
    {
        var group = GroupOfJudges();
        var movable = Movable();
        foreach (var (x, a) in movable.Where(IsSpare))
        {
            var other = movable.Where(one => group[one.Judge] != group[a] && CanHave(x, one.Judge) && CanHave(one.Nomination, a))
                .Select(one => ((int Nomination, int Judge)?)one)
                .MinBy(one => NarrownessAfter(x, a, one!.Value.Nomination, one.Value.Judge));
            if (other is { } found)
            {
                Exchange(x, a, found.Nomination, found.Judge);
                return true;
            }
        }

        return false;
    }

    // A pair that can be spared goes over to a judge of another group.
    private bool Move(bool keepLoads)
    {
        var group = GroupOfJudges();
        var best = Movable().Where(pair => load[pair.Judge] > 1).Where(IsSpare)
            .SelectMany(pair => Judges().Where(b => load[b] > 0 && group[b] != group[pair.Judge] && CanHave(pair.Nomination, b)).Select(b => (pair.Nomination, pair.Judge, To: b)))
            .Where(one => !keepLoads || load[one.Judge] == load[one.To] + 1)
            .Select(one => ((int Nomination, int Judge, int To)?)one)
            .MinBy(one => load[one!.Value.To] - load[one.Value.Judge]);
        if (best is { } found)
        {
            Hand(found.Nomination, found.Judge, found.To);
        }

        return best is not null;
    }

    // Whether the judge and the nomination are linked without this pair too.
    private bool IsSpare((int Nomination, int Judge) pair)
    {
        has[pair.Nomination, pair.Judge] = false;
        var reached = Reached(pair.Judge, has);
        has[pair.Nomination, pair.Judge] = true;
        return reached.Nominations[pair.Nomination];
    }

    private int[] GroupOfJudges()
    {
        var group = new int[judges];
        foreach (var j in Judges().Where(j => group[j] == 0))
        {
            var reached = Reached(j, has).Judges;
            foreach (var other in Judges().Where(other => reached[other]))
            {
                group[other] = j + 1;
            }
        }

        return group;
    }

    private IReadOnlyList<IReadOnlyList<Guid>> Groups()
    {
        var group = GroupOfJudges();
        return [.. Judges().Where(j => load[j] > 0).GroupBy(j => group[j]).OrderByDescending(one => one.Count()).Select(one => one.Select(j => input.Judges[j]).ToList())];
    }

    private (bool[] Judges, bool[] Nominations) Reached(int judge, bool[,] pairs)
    {
        var (reached, nominationsReached) = (new bool[judges], new bool[nominations]);
        var queue = new Queue<int>([judge]);
        reached[judge] = true;
        while (queue.TryDequeue(out var j))
        {
            for (var x = 0; x < nominations; x++)
            {
                if (!pairs[x, j] || nominationsReached[x])
                {
                    continue;
                }

                nominationsReached[x] = true;
                foreach (var other in Judges().Where(other => pairs[x, other] && !reached[other]))
                {
                    reached[other] = true;
                    queue.Enqueue(other);
                }
            }
        }

        return (reached, nominationsReached);
    }

    private Separation WhyApart()
    {
        var possible = new bool[nominations, judges];
        for (var x = 0; x < nominations; x++)
        {
            for (var j = 0; j < judges; j++)
            {
                possible[x, j] = has[x, j] || may[x, j];
            }
        }

        var scoring = Judges().Where(j => load[j] > 0).ToList();
        var linkable = Reached(scoring[0], possible).Judges;
        if (!scoring.All(j => linkable[j]))
        {
            return Separation.Scopes;
        }

        // A graph of so many points needs one link fewer to be connected.
        var scored = Enumerable.Range(0, nominations).Count(x => Judges().Any(j => has[x, j]));
        return load.Sum() < scored + scoring.Count - 1 ? Separation.TooFewPairs : Separation.NoExchange;
    }
}
