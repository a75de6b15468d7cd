namespace KeyProducts.Domain;

/// <summary>
/// Walks the ranks and chooses the top (scoring.md, Official score 6), a whole group of equals at a time, so that nothing depends on the order inside it.
/// <list type="bullet">
/// <item>Of a group, those whose business had reached the cap before it are passed over: no order inside the group could have helped them. The others recognised are admissible.</item>
/// <item>The choice depends on the order, and the group is undecided, exactly when more are admissible than places are left, or a business has more admissible products in the group than the cap
/// leaves it. Otherwise all the admissible are chosen.</item>
/// <item>The walk ends there: nothing of that group or below is chosen or reported as passed over, so there is never more than one undecided group.</item>
/// <item>An undecided group lists every member, recognised or not: the council's decision applies when it names them all (5).</item>
/// <item>"While places were left" is asked when the walk comes to a group: one passed over there is reported even if its equals take the last places.</item>
/// </list>
/// </summary>
internal sealed class TopList
{
    readonly int cap;
    readonly Dictionary<string, List<int>> chosen = new(StringComparer.Ordinal);
    int placesLeft;

    public TopList(IEnumerable<EqualGroup> groups, RankingRules rules)
    {
        cap = rules.BusinessCap ?? int.MaxValue;
        placesLeft = rules.TopCount;
        foreach (var group in groups)
        {
            if (placesLeft == 0 || !Walk(group))
                break;
        }
    }

    /// <summary>Recognised, and kept out by the cap alone, by rank, then by number.</summary>
    public List<PassedOver> PassedOver { get; } = [];

    /// <summary>The group the walk stopped at, if it had to.</summary>
    public List<IReadOnlyList<int>> Undecided { get; } = [];

    /// <summary>Whether a nomination was chosen.</summary>
    public bool Has(RankingNomination nomination) => chosen.TryGetValue(nomination.Business, out var numbers) && numbers.Contains(nomination.Number);

    /// <summary>Chooses from a group. False when the walk must stop.</summary>
    bool Walk(EqualGroup group)
    {
        var recognised = group.Members.Where(member => member.Recognised).Select(member => member.Nomination);
        var byRoom = recognised.ToLookup(nomination => ChosenFrom(nomination.Business) < cap);
        var admissible = byRoom[true].ToList();
        var capBinds = admissible.GroupBy(nomination => nomination.Business, StringComparer.Ordinal)
            .Any(products => products.Count() > cap - ChosenFrom(products.Key));
        if (admissible.Count > placesLeft || capBinds)
        {
            Undecided.Add([.. group.Members.Select(member => member.Nomination.Number)]);
            return false;
        }

        foreach (var nomination in byRoom[false])
            PassedOver.Add(new PassedOver(nomination.Number, nomination.Business, chosen[nomination.Business]));
        foreach (var nomination in admissible)
        {
            if (!chosen.TryAdd(nomination.Business, [nomination.Number]))
                chosen[nomination.Business].Add(nomination.Number);
        }

        placesLeft -= admissible.Count;
        return true;
    }

    int ChosenFrom(string business) => chosen.TryGetValue(business, out var numbers) ? numbers.Count : 0;
}
