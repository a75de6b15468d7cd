namespace KeyProducts.Domain;

/// <summary>How a judge stands to a nomination.</summary>
public enum PairState
{
    /// <summary>Not assigned.</summary>
    NotAssigned,

    /// <summary>Assigned, because the judge scores all nominations or those of its industry.</summary>
    ByScope,

    /// <summary>Assigned by the draw.</summary>
    Drawn,

    /// <summary>Assigned by hand.</summary>
    Added,

    /// <summary>Taken off by hand.</summary>
    Removed,

    /// <summary>Recused: a conflict of interest.</summary>
    Recused,

    /// <summary>The judge has left the council.</summary>
    HasLeft,
}

/// <summary>A nomination to be scored, as far as its assignment goes.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Number">Its registration number.</param>
/// <param name="IndustryId">The key of its industry.</param>
public sealed record PanelNomination(Guid Id, int Number, Guid IndustryId);

/// <summary>Who scores what in a year: the council, the accepted nominations, the rows that assign or remove single pairs, and recusals.</summary>
public sealed class CouncilPanel
{
    private readonly Programme programme;
    private readonly Dictionary<JudgePair, Assignment> rows;
    private readonly HashSet<JudgePair> recused;

    /// <summary>Puts together what is stored.</summary>
    /// <param name="programme">The year.</param>
    /// <param name="judges">Its council with criteria, groups and industries; those who have left too.</param>
    /// <param name="nominations">The accepted nominations.</param>
    /// <param name="assignments">The rows of single pairs.</param>
    /// <param name="recused">Pairs whose recusal holds.</param>
    public CouncilPanel(
        Programme programme, IEnumerable<Judge> judges, IEnumerable<PanelNomination> nominations, IEnumerable<Assignment> assignments, IEnumerable<JudgePair> recused)
    {
        this.programme = programme;
        Judges = [.. judges.OrderBy(judge => judge.Id)];
        Nominations = [.. nominations.OrderBy(nomination => nomination.Number)];
        rows = assignments.ToDictionary(row => new JudgePair(row.JudgeId, row.NominationId));
        this.recused = [.. recused];
    }

    /// <summary>The council, by key.</summary>
    public IReadOnlyList<Judge> Judges { get; }

    /// <summary>The accepted nominations, by number.</summary>
    public IReadOnlyList<PanelNomination> Nominations { get; }

    /// <summary>How a judge stands to a nomination.</summary>
    public PairState Of(Judge judge, PanelNomination nomination)
    {
        var pair = new JudgePair(judge.Id, nomination.Id);
        return judge.HasLeft ? PairState.HasLeft
            : recused.Contains(pair) ? PairState.Recused
            : rows.GetValueOrDefault(pair)?.Kind switch
            {
                AssignmentKind.Drawn => PairState.Drawn,
                AssignmentKind.Added => PairState.Added,
                AssignmentKind.Removed => PairState.Removed,
                _ => programme.Judging.JudgesPerNomination is null && judge.Covers(nomination.IndustryId) ? PairState.ByScope : PairState.NotAssigned,
            };
    }

    /// <summary>Whether a judge is to score a nomination.</summary>
    public bool Scores(Judge judge, PanelNomination nomination) => Of(judge, nomination) is PairState.ByScope or PairState.Drawn or PairState.Added;

    /// <summary>The judges of a nomination.</summary>
    public IReadOnlyList<Judge> JudgesOf(PanelNomination nomination) => [.. Judges.Where(judge => Scores(judge, nomination))];

    /// <summary>The nominations of a judge.</summary>
    public IReadOnlyList<PanelNomination> NominationsOf(Judge judge) => [.. Nominations.Where(nomination => Scores(judge, nomination))];

    /// <summary>The criterion of a nomination that the fewest of its judges mark, and how many; null when judges mark none. The year must have its criteria.</summary>
    public (Criterion Criterion, int Judges)? LeastCovered(PanelNomination nomination) => LeastCovered(JudgesOf(nomination));

    /// <summary>The nominations that would have fewer judges on some criterion than the quorum, so that no score could come of them.</summary>
    public IReadOnlyList<PanelNomination> BelowQuorum(PanelPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var pairs = plan.Pairs.ToHashSet();
        return [.. Nominations.Where(nomination => LeastCovered([.. Judges.Where(judge => pairs.Contains(new JudgePair(judge.Id, nomination.Id)))])?.Judges < programme.Rules.Quorum)];
    }

    /// <summary>
    /// Assigns and takes off single nominations by hand. What stands so already is left alone. Marks of a pair taken off stay stored, count nowhere, and come back when
    /// it is assigned again.
    /// </summary>
    /// <param name="add">Pairs to assign.</param>
    /// <param name="remove">Pairs to take off.</param>
    /// <param name="marked">Pairs that have marks.</param>
    /// <param name="reason">Why; needed when marks are to count no more.</param>
    /// <returns>The rows to store.</returns>
    /// <exception cref="RuleException">A judge is recused or has left, the reason is missing, or judging is over; nothing is changed then.</exception>
    public IReadOnlyList<Assignment> Change(
        IReadOnlyCollection<JudgePair> add, IReadOnlyCollection<JudgePair> remove, IReadOnlySet<JudgePair> marked, string? reason)
    {
        var (added, removed) = (Those(add, scores: false), Those(remove, scores: true));
        if (programme.Stage >= Stage.Deliberation)
        {
            throw new RuleException("Judging is over; the council changes no more.");
        }

        foreach (var (judge, nomination) in added)
        {
            switch (Of(judge, nomination))
            {
                case PairState.Recused:
                    throw new RuleException("{0} has a conflict of interest with no. {1}; the recusal must be lifted first.", judge.Name, nomination.Number);
                case PairState.HasLeft:
                    throw new RuleException("{0} has left the council.", judge.Name);
            }
        }

        if (string.IsNullOrWhiteSpace(reason) && removed.Any(pair => marked.Contains(new JudgePair(pair.Judge.Id, pair.Nomination.Id))))
        {
            throw new RuleException("Marks are given already: give the reason why they are to count no more.") { Field = "Reason" };
        }

        return [.. added.Select(pair => Put(pair.Judge, pair.Nomination, AssignmentKind.Added)).Concat(removed.Select(pair => Put(pair.Judge, pair.Nomination, AssignmentKind.Removed))).OfType<Assignment>()];
    }

    /// <summary>How things stand, with nothing changed. A nomination counts as short when nobody scores it; why judges are apart is not asked.</summary>
    public Distribution Standing() => Standing([.. from nomination in Nominations from judge in JudgesOf(nomination) select new JudgePair(judge.Id, nomination.Id)]);

    /// <summary>Draws judges for nominations that have too few, in a year that draws them; what is assigned stays.</summary>
    /// <returns>The rows to store.</returns>
    public IReadOnlyList<Assignment> Fill() =>
        programme.Stage >= Stage.Deliberation || programme.Judging.JudgesPerNomination is not { } count ? [] : Carry(Plan(count, anew: false, new HashSet<JudgePair>())).Added;

    /// <summary>What another way of assigning would change.</summary>
    /// <param name="perNomination">How many judges are drawn for each nomination; null when every judge scores what their part covers.</param>
    /// <param name="anew">Whether pairs drawn before may be drawn anew, as far as they have no marks.</param>
    /// <param name="marked">Pairs that have marks.</param>
    public PanelPlan Plan(int? perNomination, bool anew, IReadOnlySet<JudgePair> marked)
    {
        ArgumentNullException.ThrowIfNull(marked);
        return perNomination is { } count ? Drawn(count, anew, marked) : ByScope(marked);
    }

    /// <summary>Carries a plan into the rows.</summary>
    /// <returns>The rows to store and those to delete.</returns>
    /// <exception cref="RuleException">Judging is over.</exception>
    public (IReadOnlyList<Assignment> Added, IReadOnlyList<Assignment> Gone) Carry(PanelPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        List<Assignment> gone = [.. plan.Gone.Select(pair => rows[pair])];
        plan.Gone.ToList().ForEach(pair => rows.Remove(pair));
        plan.ByHand.ToList().ForEach(pair => rows[pair].Change(programme, AssignmentKind.Added));
        List<Assignment> added = [.. plan.Added.Select(pair => rows[pair] = new Assignment(programme, pair, AssignmentKind.Drawn))];
        return (added, gone);
    }

    private (Criterion Criterion, int Judges)? LeastCovered(IReadOnlyList<Judge> judges) =>
        programme.JudgedCriteria.Select(criterion => ((Criterion, int)?)(criterion, judges.Count(judge => judge.Marks(criterion)))).MinBy(one => one!.Value.Item2);

    private Distribution Standing(IReadOnlyCollection<JudgePair> pairs) => Balance.Of(new BalanceInput(
        1,
        [.. Judges.Where(judge => !judge.HasLeft).Select(judge => judge.Id)],
        [.. Nominations.Select(nomination => new BalanceNomination(nomination.Id, nomination.IndustryId, []))],
        pairs));

    private PanelPlan Drawn(int count, bool anew, IReadOnlySet<JudgePair> marked)
    {
        var (council, accepted) = (Judges.Where(judge => !judge.HasLeft).ToList(), Nominations.Select(nomination => nomination.Id).ToHashSet());
        var here = council.Select(judge => judge.Id).ToHashSet();
        var counted = rows.Where(row => row.Value.Kind != AssignmentKind.Removed && here.Contains(row.Key.Judge) && accepted.Contains(row.Key.Nomination) && !recused.Contains(row.Key)).ToList();
        var kept = counted.Where(row => !anew || row.Value.Kind == AssignmentKind.Added || marked.Contains(row.Key)).Select(row => row.Key).ToHashSet();
        // Marks given while everybody scored by scope keep their pair.
        var scored = (from nomination in Nominations from judge in council where Of(judge, nomination) == PairState.ByScope select new JudgePair(judge.Id, nomination.Id)).Where(marked.Contains).ToList();
        kept.UnionWith(scored);
        var result = Balance.Of(new BalanceInput(
            count,
            [.. council.Select(judge => judge.Id)],
            [.. Nominations.Select(nomination => new BalanceNomination(nomination.Id, nomination.IndustryId, [.. council.Where(judge => MayBeDrawn(judge, nomination)).Select(judge => judge.Id)]))],
            kept));
        var drawn = result.Added.ToHashSet();
        return new PanelPlan(
            count, result,
            [.. result.Added.Concat(scored).Where(pair => !rows.ContainsKey(pair))],
            [.. counted.Select(row => row.Key).Where(pair => !kept.Contains(pair) && !drawn.Contains(pair))],
            [],
            [.. kept, .. drawn]);
    }

    private bool MayBeDrawn(Judge judge, PanelNomination nomination)
    {
        var pair = new JudgePair(judge.Id, nomination.Id);
        return judge.Covers(nomination.IndustryId) && !recused.Contains(pair) && rows.GetValueOrDefault(pair)?.Kind != AssignmentKind.Removed;
    }

    // What was drawn is then assigned by scope; a drawn pair outside it stays, by hand, when it has marks.
    private PanelPlan ByScope(IReadOnlySet<JudgePair> marked)
    {
        var industries = Nominations.ToDictionary(nomination => nomination.Id, nomination => nomination.IndustryId);
        var judges = Judges.ToDictionary(judge => judge.Id);
        var drawn = rows.Where(row => row.Value.Kind == AssignmentKind.Drawn).Select(row => row.Key).ToList();
        var byHand = drawn.Where(pair => marked.Contains(pair) && !(industries.TryGetValue(pair.Nomination, out var industry) && judges[pair.Judge].Covers(industry))).ToHashSet();
        var gone = drawn.Where(pair => !byHand.Contains(pair)).ToHashSet();
        bool Will(Judge judge, PanelNomination nomination)
        {
            var pair = new JudgePair(judge.Id, nomination.Id);
            var kind = gone.Contains(pair) ? null : rows.GetValueOrDefault(pair)?.Kind;
            return !recused.Contains(pair) && (kind is null ? judge.Covers(nomination.IndustryId) : kind != AssignmentKind.Removed);
        }

        var council = Judges.Where(judge => !judge.HasLeft).ToList();
        List<JudgePair> pairs = [.. from nomination in Nominations from judge in council where Will(judge, nomination) select new JudgePair(judge.Id, nomination.Id)];
        return new PanelPlan(null, Standing(pairs), [], [.. gone], [.. byHand], pairs);
    }

    private List<(Judge Judge, PanelNomination Nomination)> Those(IReadOnlyCollection<JudgePair> pairs, bool scores) =>
    [
        .. from pair in pairs.Distinct()
           join judge in Judges on pair.Judge equals judge.Id
           join nomination in Nominations on pair.Nomination equals nomination.Id
           where Scores(judge, nomination) == scores
           select (judge, nomination),
    ];

    private Assignment? Put(Judge judge, PanelNomination nomination, AssignmentKind kind)
    {
        var pair = new JudgePair(judge.Id, nomination.Id);
        if (rows.TryGetValue(pair, out var row))
        {
            row.Change(programme, kind);
            return null;
        }

        return rows[pair] = new Assignment(programme, pair, kind);
    }
}

/// <summary>What another way of assigning would change.</summary>
/// <param name="PerNomination">How many judges are drawn for each nomination; null when every judge scores what their part covers.</param>
/// <param name="Result">How things would stand.</param>
/// <param name="Added">Pairs to draw.</param>
/// <param name="Gone">Drawn pairs that would be drawn no longer. Who has given marks stays assigned all the same.</param>
/// <param name="ByHand">Drawn pairs that would stay as if added by hand, because they have marks.</param>
/// <param name="Pairs">Who would score what.</param>
public sealed record PanelPlan(
    int? PerNomination,
    Distribution Result,
    IReadOnlyList<JudgePair> Added,
    IReadOnlyList<JudgePair> Gone,
    IReadOnlyList<JudgePair> ByHand,
    IReadOnlyCollection<JudgePair> Pairs);
