namespace KeyProducts.Domain;

/// <summary>A year and its result as the format "keyproducts-snapshot/1" has them, sorted as it says.</summary>
internal static class SnapshotTree
{
    public static SnapshotNode Of(SnapshotContent content, RankingResult result) =>
        SnapshotNode.Object(
            ("format", SnapshotNode.Of(SnapshotFormat.Name)),
            ("year", SnapshotNode.Of(content.Year)),
            ("replaces", Optional(content.Replaces)),
            ("reason", Optional(content.Reason)),
            ("rules", Of(content.Rules)),
            ("groups", SnapshotNode.List(content.Groups.Select(Of))),
            ("criteria", SnapshotNode.List(content.Criteria.Select(Of))),
            ("nominations", SnapshotNode.List(content.Nominations.OrderBy(nomination => nomination.Number).Select(Of))),
            ("judges", SnapshotNode.List(content.Judges.OrderBy(judge => SnapshotNode.Composed(judge.Id), CodePointOrder.Instance).Select(Of))),
            ("sheets", SnapshotNode.List(ByPair(content.Sheets).Select(Of))),
            ("recusals", SnapshotNode.List(ByPair(content.Recusals).Select(Of))),
            ("ties", SnapshotNode.List(content.Ties.Select(Of))),
            ("result", Of(result, content.Rules.Decimals)));

    public static SnapshotNode Of(RankingResult result, int decimals) =>
        SnapshotNode.Object(
            ("ranked", SnapshotNode.List(result.Ranked.OrderBy(line => line.Rank).ThenBy(line => line.Number).Select(line => Of(line, decimals)))),
            ("unscored", SnapshotNode.List(result.Unscored.OrderBy(line => line.Number).Select(line => SnapshotNode.Object(
                ("number", SnapshotNode.Of(line.Number)),
                ("reason", SnapshotNode.Of(line.Reason)))))),
            ("passedOver", SnapshotNode.List(result.PassedOver.Select(line => SnapshotNode.Object(
                ("number", SnapshotNode.Of(line.Number)),
                ("business", SnapshotNode.Of(line.Business)))))),
            ("undecided", SnapshotNode.List(result.Undecided.Select(group => SnapshotNode.List(group.Select(SnapshotNode.Of))))));

    static SnapshotNode Of(RankedNomination line, int decimals) =>
        SnapshotNode.Object(
            ("number", SnapshotNode.Of(line.Number)),
            ("score", SnapshotNode.Of(line.Score.ToString("F" + decimals, System.Globalization.CultureInfo.InvariantCulture))),
            ("rank", SnapshotNode.Of(line.Rank)),
            ("recognised", SnapshotNode.Of(line.Recognised)),
            ("top", SnapshotNode.Of(line.Top)),
            ("tieBreak", Optional(line.TieBreak)));

    static SnapshotNode Of(SnapshotRules rules) =>
        SnapshotNode.Object(
            ("method", SnapshotNode.Of(SnapshotFormat.NameOf(rules.Method))),
            ("decimals", SnapshotNode.Of(rules.Decimals)),
            ("markStep", SnapshotNode.Of(rules.MarkStep)),
            ("quorum", SnapshotNode.Of(rules.Quorum)),
            ("passMark", Optional(rules.PassMark)),
            ("topCount", SnapshotNode.Of(rules.TopCount)),
            ("businessCap", rules.BusinessCap is { } cap ? SnapshotNode.Of(cap) : null),
            ("spreadLimit", Optional(rules.SpreadLimit)),
            ("tieChain", SnapshotNode.List(rules.TieChain.Select(SnapshotNode.Of))));

    static SnapshotNode Of(SnapshotGroup group) =>
        SnapshotNode.Object(("id", SnapshotNode.Of(group.Id)), ("name", SnapshotNode.Of(group.Name)), ("minimum", Optional(group.Minimum)));

    static SnapshotNode Of(SnapshotCriterion criterion) =>
        SnapshotNode.Object(
            ("id", SnapshotNode.Of(criterion.Id)),
            ("group", SnapshotNode.Of(criterion.Group)),
            ("name", SnapshotNode.Of(criterion.Name)),
            ("max", SnapshotNode.Of(criterion.Max)),
            ("minimum", Optional(criterion.Minimum)),
            ("kind", SnapshotNode.Of(criterion.Figure is null ? "judged" : "computed")),
            ("figure", Optional(criterion.Figure)),
            ("bands", criterion.Figure is null ? null : SnapshotNode.List((criterion.Bands ?? []).Select(band => SnapshotNode.Object(
                ("from", SnapshotNode.Of(band.From)),
                ("points", SnapshotNode.Of(band.Points)))))));

    static SnapshotNode Of(SnapshotNomination nomination) =>
        SnapshotNode.Object(
            ("number", SnapshotNode.Of(nomination.Number)),
            ("code", SnapshotNode.Of(nomination.Code)),
            ("product", SnapshotNode.Of(nomination.Product)),
            ("business", SnapshotNode.Of(nomination.Business)),
            ("businessName", SnapshotNode.Of(nomination.BusinessName)),
            ("industry", SnapshotNode.Of(nomination.Industry)),
            ("eligible", SnapshotNode.Of(nomination.Eligible)),
            ("figures", Of(nomination.Figures)));

    static SnapshotNode Of(SnapshotJudge judge) => SnapshotNode.Object(("id", SnapshotNode.Of(judge.Id)), ("role", SnapshotNode.Of(judge.Role)));

    static SnapshotNode Of(SnapshotSheet sheet) =>
        SnapshotNode.Object(
            ("nomination", SnapshotNode.Of(sheet.Nomination)),
            ("judge", SnapshotNode.Of(sheet.Judge)),
            ("version", SnapshotNode.Of(sheet.Version)),
            ("marks", Of(sheet.Marks)));

    static SnapshotNode Of(SnapshotRecusal recusal) =>
        SnapshotNode.Object(("nomination", SnapshotNode.Of(recusal.Nomination)), ("judge", SnapshotNode.Of(recusal.Judge)), ("kind", SnapshotNode.Of(recusal.Kind)));

    static SnapshotNode Of(SnapshotTie tie) =>
        SnapshotNode.Object(
            ("order", SnapshotNode.List(tie.Order.Select(SnapshotNode.Of))),
            ("reason", SnapshotNode.Of(tie.Reason)),
            ("minutes", SnapshotNode.Of(tie.Minutes)));

    static SnapshotNode Of(IReadOnlyDictionary<string, decimal> numbers) =>
        SnapshotNode.Object(numbers.Select(number => (number.Key, (SnapshotNode?)SnapshotNode.Of(number.Value))));

    static SnapshotNode? Optional(string? text) => text is null ? null : SnapshotNode.Of(text);

    static SnapshotNode? Optional(decimal? number) => number is { } value ? SnapshotNode.Of(value) : null;

    static SnapshotNode? Optional(Minimum? minimum) =>
        minimum is { } value ? SnapshotNode.Of(SnapshotNode.Written(value.Value) + (value.IsPercent ? "%" : "")) : null;

    static IEnumerable<SnapshotSheet> ByPair(IEnumerable<SnapshotSheet> sheets) =>
        sheets.OrderBy(sheet => sheet.Nomination).ThenBy(sheet => SnapshotNode.Composed(sheet.Judge), CodePointOrder.Instance);

    static IEnumerable<SnapshotRecusal> ByPair(IEnumerable<SnapshotRecusal> recusals) =>
        recusals.OrderBy(recusal => recusal.Nomination).ThenBy(recusal => SnapshotNode.Composed(recusal.Judge), CodePointOrder.Instance);
}
