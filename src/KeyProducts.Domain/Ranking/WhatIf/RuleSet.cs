namespace KeyProducts.Domain;

/// <summary>The settings of a year that decide its result, without a mark: what marks can be replayed under.</summary>
/// <param name="Rules">How marks become scores and ranks.</param>
/// <param name="Groups">Groups of criteria, in the year's order.</param>
/// <param name="Criteria">Criteria, in the year's order.</param>
public sealed record RuleSet(SnapshotRules Rules, IReadOnlyList<SnapshotGroup> Groups, IReadOnlyList<SnapshotCriterion> Criteria)
{
    /// <summary>Most decimals of a scaled mark: as many as the ranking counts with.</summary>
    const int Decimals = 6;

    /// <summary>The settings under which a content stands.</summary>
    public static RuleSet Of(SnapshotContent content) => new(content.Rules, content.Groups, content.Criteria);

    /// <summary>What all maxima add up to, in points.</summary>
    public decimal Points => Criteria.Sum(criterion => criterion.Max);

    /// <summary>A criterion with another maximum; the points of its bands grow and shrink with it, as marks do.</summary>
    public static SnapshotCriterion WithMax(SnapshotCriterion criterion, decimal max) =>
        criterion with { Max = max, Bands = Scaled(criterion.Bands, criterion.Max, max) };

    /// <summary>
    /// The marks of a year, the same or another, under these settings.
    /// <list type="bullet">
    /// <item>A criterion is the marks' year's criterion of the same key or, when there is none, of the same Vietnamese name, whatever its capitals.</item>
    /// <item>Where the maxima differ, a mark is multiplied by the new one and divided by the old one, to six decimals.</item>
    /// <item>A computed criterion is computed anew from the declared figures, whether the marks' year has it or not.</item>
    /// <item>One that is to be judged and was computed then keeps that year's bands, scaled: there are no other marks.</item>
    /// <item>One that nobody has marked is left out: absent is never 0. So are the marks on criteria that these settings do not have, and a group of which nothing else is left.</item>
    /// </list>
    /// </summary>
    public ReplayedYear Replay(SnapshotContent marks)
    {
        var criteria = Criteria.Select(criterion => new ReplayedCriterion(criterion, Source(criterion, marks.Criteria))).ToList();
        var kept = criteria.Where(criterion => !criterion.IsLeftOut).ToList();
        return new ReplayedYear(
            marks with
            {
                Rules = Rules,
                Groups = [.. Groups.Where(group => criteria.TrueForAll(one => !one.IsLeftOut || one.Criterion.Group != group.Id) || kept.Exists(one => one.Criterion.Group == group.Id))],
                Criteria = [.. kept.Select(Replayed)],
                Sheets = [.. marks.Sheets.Select(sheet => sheet with { Marks = Marks(sheet, kept) })],
            },
            criteria,
            [.. marks.Criteria.Where(marked => criteria.TrueForAll(one => one.Source?.Id != marked.Id))]);
    }

    /// <summary>Points of one maximum as points of another.</summary>
    internal static decimal Scale(decimal points, decimal from, decimal to) =>
        from == to || from == 0 ? points : decimal.Round(points * to / from, Decimals, MidpointRounding.AwayFromZero);

    static SnapshotCriterion? Source(SnapshotCriterion criterion, IReadOnlyList<SnapshotCriterion> marked) =>
        marked.FirstOrDefault(one => one.Id == criterion.Id)
        ?? marked.FirstOrDefault(one => string.Equals(Name(one), Name(criterion), StringComparison.OrdinalIgnoreCase));

    static string Name(SnapshotCriterion criterion) => criterion.Name.Trim().Normalize();

    static SnapshotCriterion Replayed(ReplayedCriterion one) => one.WasComputed
        ? one.Criterion with { Figure = one.Source!.Figure, Bands = Scaled(one.Source.Bands, one.Source.Max, one.Criterion.Max) }
        : one.Criterion;

    static Dictionary<string, decimal> Marks(SnapshotSheet sheet, IEnumerable<ReplayedCriterion> criteria)
    {
        var marks = new Dictionary<string, decimal>();
        foreach (var one in criteria.Where(one => one.HasMarks))
        {
            if (sheet.Marks.TryGetValue(one.Source!.Id, out var mark))
                marks.Add(one.Criterion.Id, Scale(mark, one.Source.Max, one.Criterion.Max));
        }

        return marks;
    }

    static IReadOnlyList<Band>? Scaled(IReadOnlyList<Band>? bands, decimal from, decimal to) =>
        bands is null ? null : [.. bands.Select(band => band with { Points = Scale(band.Points, from, to) })];
}

/// <summary>Marks under other settings.</summary>
/// <param name="Content">The year as it would stand; nothing of it is stored.</param>
/// <param name="Criteria">Each criterion of the settings with where its points come from.</param>
/// <param name="Ignored">Criteria of the marks' year that the settings do not have, in that year's order.</param>
public sealed record ReplayedYear(SnapshotContent Content, IReadOnlyList<ReplayedCriterion> Criteria, IReadOnlyList<SnapshotCriterion> Ignored);

/// <summary>A criterion of the settings.</summary>
/// <param name="Criterion">As the settings have it.</param>
/// <param name="Source">The criterion of the marks' year that is its; null when there is none.</param>
public sealed record ReplayedCriterion(SnapshotCriterion Criterion, SnapshotCriterion? Source)
{
    /// <summary>Whether nobody has marked it and no figure makes its points.</summary>
    public bool IsLeftOut => Source is null && Criterion.Figure is null;

    /// <summary>Whether its points come from marks.</summary>
    public bool HasMarks => Criterion.Figure is null && Source is { Figure: null };

    /// <summary>Whether judges are to mark it, and the marks' year computed it.</summary>
    public bool WasComputed => Criterion.Figure is null && Source is { Figure: not null };

    /// <summary>Whether it is to be computed, and judges marked it then.</summary>
    public bool WasMarked => Criterion.Figure is not null && Source is { Figure: null };

    /// <summary>Whether marks, or points of bands that stand in for them, are multiplied by new over old maximum.</summary>
    public bool IsScaled => Criterion.Figure is null && Source is not null && Source.Max != Criterion.Max;
}
