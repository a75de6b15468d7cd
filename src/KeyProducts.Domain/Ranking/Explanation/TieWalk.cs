namespace KeyProducts.Domain;

/// <summary>
/// Goes through the tie chain again for two nominations with the same score, and keeps what each step compared. It says nothing of its own: the step at which the two part is the
/// one that <see cref="TieChain"/> cut between them.
/// </summary>
internal sealed class TieWalk
{
    const string Figure = "figure:";

    readonly RankingInput input;
    readonly RankingResult result;
    readonly CountingSheets sheets;
    readonly Dictionary<int, RankingNomination> nominations;
    readonly List<int> criteriaByMax;

    public TieWalk(RankingInput input, RankingResult result, CountingSheets sheets)
    {
        this.input = input;
        this.result = result;
        this.sheets = sheets;
        nominations = input.Nominations.ToDictionary(nomination => nomination.Number);
        criteriaByMax = [.. Enumerable.Range(0, input.Criteria.Count).OrderByDescending(c => input.Criteria[c].Max)];
    }

    /// <summary>The steps up to the one that decided; all of them when none did. Nothing when the scores differ.</summary>
    public IReadOnlyList<TieStep> Between(RankedNomination own, RankedNomination other)
    {
        var steps = new List<TieStep>();
        if (own.Score != other.Score)
            return steps;
        var group = result.Ranked.Where(one => one.Score == own.Score).ToList();
        foreach (var name in input.Rules.TieChain)
        {
            int[] numbers = [.. group.Select(one => one.Number).Order()];
            var (step, stayEqual) = name switch
            {
                "criteria" => ByCriteria(name, numbers, own, other),
                "head-to-head" => ByJudges(name, numbers, own, other),
                "council" => ByCouncil(name, numbers, own),
                _ => ByFigure(name, numbers, own, other),
            };
            steps.Add(step);
            if (step.Decided)
                break;
            group = group.FindAll(stayEqual);
        }

        return steps;
    }

    (TieStep Step, Predicate<RankedNomination> StayEqual) ByCriteria(string name, int[] group, RankedNomination own, RankedNomination other)
    {
        foreach (var c in criteriaByMax)
        {
            if (own.Criteria[c].Mean != other.Criteria[c].Mean)
                return (new CriteriaStep(name, group, input.Criteria[c].Id, own.Criteria[c].Mean, other.Criteria[c].Mean), _ => false);
        }

        return (new CriteriaStep(name, group, null, 0, 0), one => one.Criteria.Zip(own.Criteria).All(pair => pair.First.Mean == pair.Second.Mean));
    }

    (TieStep Step, Predicate<RankedNomination> StayEqual) ByJudges(string name, int[] group, RankedNomination own, RankedNomination other)
    {
        List<ComparedPair> Against(int number) => [.. group.Where(one => one != number).Select(one => sheets.Compare(number, one))];
        var (first, second) = (Against(own.Number), Against(other.Number));
        var step = new HeadToHeadStep(
            name, group, [.. first, .. second.Where(pair => pair.Second != own.Number)], first.Sum(pair => pair.Points), second.Sum(pair => pair.Points));
        return (step, one => Against(one.Number).Sum(pair => pair.Points) == step.Own);
    }

    (TieStep Step, Predicate<RankedNomination> StayEqual) ByCouncil(string name, int[] group, RankedNomination own)
    {
        var decision = Enumerable.Range(0, input.Ties.Count).Where(tie => group.All(input.Ties[tie].Order.Contains)).Select(tie => (int?)tie).LastOrDefault();
        return (new CouncilStep(name, group, decision), _ => true);
    }

    (TieStep Step, Predicate<RankedNomination> StayEqual) ByFigure(string name, int[] group, RankedNomination own, RankedNomination other)
    {
        decimal? Of(RankedNomination one) => nominations[one.Number].Figures.TryGetValue(name[Figure.Length..], out var figure) ? figure : null;
        var declared = Of(own);
        return (new FigureStep(name, group, declared, Of(other)), one => Of(one) == declared);
    }
}
