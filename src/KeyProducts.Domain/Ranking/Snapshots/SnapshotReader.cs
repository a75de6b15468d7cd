namespace KeyProducts.Domain;

/// <summary>
/// Reads a year in the format "keyproducts-snapshot/1". Lenient about form: null for nothing, the order of members and lists, trailing zeros, texts that are not composed, lists left out
/// because they are empty. What no year could have is a problem; what is missing or of another type ends the reading. The result is not read: it is computed.
/// </summary>
internal sealed class SnapshotReader(SnapshotProblems problems)
{
    // Far above any year, and low enough that a file made to tire the program does not.
    const int MostNominations = 5_000;
    const int MostOthers = 1_000;
    const int MostSteps = 20;
    const int MostItems = 2_000_000;
    const decimal HighestMax = 1_000_000m;

    readonly Dictionary<string, SnapshotCriterion> criteria = new(StringComparer.Ordinal);
    readonly HashSet<string> groups = new(StringComparer.Ordinal);
    readonly HashSet<string> judges = new(StringComparer.Ordinal);
    readonly HashSet<int> nominations = [];
    decimal markStep;

    /// <exception cref="SnapshotException">It is none.</exception>
    public SnapshotContent Read(SnapshotNode root)
    {
        var file = new SnapshotPart(
            root, problems, "format", "year", "replaces", "reason", "rules", "groups", "criteria", "nominations", "judges", "sheets", "recusals", "ties", "result");
        var (replaces, reason) = (file.OptionalText("replaces"), file.OptionalText("reason"));
        if (replaces is not null && (replaces.Length != 64 || !replaces.All(char.IsAsciiHexDigitLower)))
            problems.Add(file.Required("replaces"), SnapshotWords.Hash());
        if (replaces is not null && reason is null)
            problems.AddMissing(root.PlaceOf("reason"), SnapshotWords.ReasonNeeded());
        if (reason is not null && replaces is null)
            problems.AddMissing(root.PlaceOf("replaces"), SnapshotWords.ReplacedNeeded());

        // In this order: what is named must be known.
        return new SnapshotContent(
            file.Whole("year"),
            replaces,
            reason,
            Rules(file.Required("rules")),
            [.. file.List("groups", MostOthers).Select(Group)],
            [.. file.List("criteria", MostOthers).Select(Criterion)],
            [.. file.List("nominations", MostNominations).Select(Nomination)],
            [.. file.List("judges", MostOthers).Select(Judge)],
            Sheets(file.List("sheets", MostItems)),
            Recusals(file.OptionalList("recusals", MostItems)),
            [.. file.OptionalList("ties", MostOthers).Select(Tie)]);
    }

    SnapshotRules Rules(SnapshotNode node)
    {
        var part = new SnapshotPart(node, problems, "method", "decimals", "markStep", "quorum", "passMark", "topCount", "businessCap", "spreadLimit", "tieChain");
        var method = part.OneOf("method", [.. Enum.GetValues<ScoringMethod>().Select(SnapshotFormat.NameOf)]);
        markStep = part.Number("markStep");
        if (!ProgrammeRules.MarkSteps.Contains(markStep))
        {
            problems.Add(part.Required("markStep"), SnapshotWords.OneOf(string.Join(", ", ProgrammeRules.MarkSteps.Select(SnapshotNode.Written))));
            markStep = ProgrammeRules.MarkSteps.Min();
        }

        return new SnapshotRules(
            Enum.GetValues<ScoringMethod>().FirstOrDefault(one => SnapshotFormat.NameOf(one) == method),
            part.Whole("decimals", 0, 6),
            part.Whole("quorum", 1),
            part.OptionalNumber("passMark"),
            part.Whole("topCount", 0),
            part.OptionalWhole("businessCap", 1),
            [.. part.OptionalList("tieChain", MostSteps).Select(TieStep)],
            markStep,
            part.OptionalNumber("spreadLimit"));
    }

    string TieStep(SnapshotNode node)
    {
        var step = SnapshotPart.Text(node);
        if (!TieChain.Knows(step))
            problems.Add(node, SnapshotWords.TieStep());
        return step;
    }

    SnapshotGroup Group(SnapshotNode node)
    {
        var part = new SnapshotPart(node, problems, "id", "name", "minimum");
        var group = new SnapshotGroup(part.Text("id"), part.Text("name"), part.OptionalMinimum("minimum"));
        Once(groups.Add(group.Id), part.Required("id"));
        return group;
    }

    SnapshotCriterion Criterion(SnapshotNode node)
    {
        var part = new SnapshotPart(node, problems, "id", "group", "name", "max", "minimum", "kind", "figure", "bands");
        var isComputed = part.OneOf("kind", "judged", "computed") == "computed";
        foreach (var made in isComputed ? [] : new[] { "figure", "bands" })
        {
            if (part.Optional(made) is { } none)
                problems.Add(none, SnapshotWords.NotJudged());
        }

        var max = part.Number("max");
        if (max is < 0 or > HighestMax)
            problems.Add(part.Required("max"), SnapshotWords.MaximumBetween(HighestMax));
        var criterion = new SnapshotCriterion(
            part.Text("id"), part.Text("group"), part.Text("name"), max, part.OptionalMinimum("minimum"),
            isComputed ? part.Text("figure") : null, isComputed ? Bands(part.List("bands", MostOthers), max) : null);
        if (!groups.Contains(criterion.Group))
            problems.Add(part.Required("group"), SnapshotWords.KnownGroup());
        Once(criteria.TryAdd(criterion.Id, criterion), part.Required("id"));
        return criterion;
    }

    List<Band> Bands(List<SnapshotNode> nodes, decimal max)
    {
        var bands = new List<Band>();
        foreach (var node in nodes)
        {
            var part = new SnapshotPart(node, problems, "from", "points");
            var band = new Band(part.Number("from"), part.Number("points"));
            if (bands.Count > 0 && band.From <= bands[^1].From)
                problems.Add(part.Required("from"), SnapshotWords.Ascending());
            if (band.Points < 0 || band.Points > max || band.Points != decimal.Round(band.Points, 6))
                problems.Add(part.Required("points"), SnapshotWords.PointsUpTo(max));
            bands.Add(band);
        }

        return bands;
    }

    SnapshotNomination Nomination(SnapshotNode node)
    {
        var part = new SnapshotPart(node, problems, "number", "code", "product", "business", "businessName", "industry", "eligible", "figures");
        var nomination = new SnapshotNomination(
            part.Whole("number"), part.Text("code"), part.Text("product"), part.Text("business"), part.Text("businessName"), part.Text("industry"), part.Flag("eligible"),
            part.Names("figures", isOptional: true).ToDictionary(figure => figure.Key, figure => part.Number(figure.Value), StringComparer.Ordinal));
        Once(nominations.Add(nomination.Number), part.Required("number"));
        return nomination;
    }

    SnapshotJudge Judge(SnapshotNode node)
    {
        var part = new SnapshotPart(node, problems, "id", "role");
        var judge = new SnapshotJudge(part.Text("id"), part.Text("role"));
        Once(judges.Add(judge.Id), part.Required("id"));
        return judge;
    }

    List<SnapshotSheet> Sheets(List<SnapshotNode> nodes)
    {
        var (sheets, pairs) = (new List<SnapshotSheet>(), new HashSet<(int, string)>());
        foreach (var node in nodes)
        {
            var part = new SnapshotPart(node, problems, "nomination", "judge", "version", "marks");
            var (nomination, judge) = Pair(part, pairs);
            var marks = new Dictionary<string, decimal>(StringComparer.Ordinal);
            foreach (var (id, mark) in part.Names("marks"))
                marks.Add(id, Mark(part, id, mark));
            sheets.Add(new SnapshotSheet(nomination, judge, part.Whole("version", 1), marks));
        }

        return sheets;
    }

    decimal Mark(SnapshotPart sheet, string id, SnapshotNode node)
    {
        var mark = sheet.Number(node);
        if (!criteria.TryGetValue(id, out var criterion))
            problems.Add(node, SnapshotWords.KnownCriterion());
        else if (criterion.Figure is not null)
            problems.Add(node, SnapshotWords.NoMark());
        else if (mark < 0 || mark > criterion.Max || mark % markStep != 0)
            problems.Add(node, SnapshotWords.MarkUpTo(criterion.Max, markStep));
        return mark;
    }

    List<SnapshotRecusal> Recusals(List<SnapshotNode> nodes)
    {
        var (recusals, pairs) = (new List<SnapshotRecusal>(), new HashSet<(int, string)>());
        foreach (var node in nodes)
        {
            var part = new SnapshotPart(node, problems, "nomination", "judge", "kind");
            var (nomination, judge) = Pair(part, pairs);
            recusals.Add(new SnapshotRecusal(nomination, judge, part.Text("kind")));
        }

        return recusals;
    }

    (int Nomination, string Judge) Pair(SnapshotPart part, HashSet<(int, string)> pairs)
    {
        var pair = (Nomination: part.Whole("nomination"), Judge: part.Text("judge"));
        if (!nominations.Contains(pair.Nomination))
            problems.Add(part.Required("nomination"), SnapshotWords.KnownNomination());
        if (!judges.Contains(pair.Judge))
            problems.Add(part.Required("judge"), SnapshotWords.KnownJudge());
        Once(pairs.Add(pair), part.Node);
        return pair;
    }

    SnapshotTie Tie(SnapshotNode node)
    {
        var part = new SnapshotPart(node, problems, "order", "reason", "minutes");
        var order = new List<int>();
        var named = new HashSet<int>();
        foreach (var item in part.List("order", MostNominations))
        {
            var number = part.Whole(item);
            if (!nominations.Contains(number))
                problems.Add(item, SnapshotWords.KnownNomination());
            Once(named.Add(number), item);
            order.Add(number);
        }

        return new SnapshotTie(order, part.Text("reason"), part.Text("minutes"));
    }

    void Once(bool isFirst, SnapshotNode node)
    {
        if (!isFirst)
            problems.Add(node, SnapshotWords.Other());
    }
}
