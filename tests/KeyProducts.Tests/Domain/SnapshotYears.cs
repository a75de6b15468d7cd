using System.Text;
using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

/// <summary>Years with all that a snapshot holds.</summary>
internal static class SnapshotYears
{
    /// <summary>A random year with names. Marks on computed criteria, which the ranking ignores and a snapshot never has, are left out.</summary>
    public static SnapshotContent Random(int seed) => Of(RankingRandomYears.Of(seed).Input, 0.01m);

    public static SnapshotContent Of(RankingInput input, decimal markStep)
    {
        var judged = input.Criteria.Where(criterion => criterion.Figure is null).Select(criterion => criterion.Id).ToHashSet();
        return new SnapshotContent(
            2025,
            null,
            null,
            new SnapshotRules(
                input.Rules.Method, input.Rules.Decimals, input.Rules.Quorum, input.Rules.PassMark, input.Rules.TopCount, input.Rules.BusinessCap, input.Rules.TieChain, markStep, input.Rules.Quorum > 1 ? 12.5m : null),
            [.. input.Groups.Select(group => new SnapshotGroup(group.Id, $"Nhóm {group.Id}", group.Minimum))],
            [.. input.Criteria.Select(c => new SnapshotCriterion(c.Id, c.Group, $"Tiêu chí {c.Id}", c.Max, c.Minimum, c.Figure, c.Bands))],
            [.. input.Nominations.Select(n => new SnapshotNomination(
                n.Number, $"2025-{n.Number:000}", $"Sản phẩm {n.Number}", n.Business, $"Công ty {n.Business}", "Cơ khí", n.Eligible, n.Figures))],
            [.. input.Sheets.Select(sheet => sheet.Judge).Concat(input.Recusals.Select(recusal => recusal.Judge)).Distinct().Select(judge => new SnapshotJudge(judge, "Member"))],
            [.. input.Sheets.Select(sheet => new SnapshotSheet(
                sheet.Nomination, sheet.Judge, 1, sheet.Marks.Where(mark => judged.Contains(mark.Key)).ToDictionary(mark => mark.Key, mark => mark.Value)))],
            [.. input.Recusals.Select(recusal => new SnapshotRecusal(recusal.Nomination, recusal.Judge, "Family"))],
            [.. input.Ties.Select(tie => new SnapshotTie(tie.Order, "Xuất khẩu nhiều hơn", "15/BB-HĐ"))]);
    }

    /// <summary>
    /// Four products, three judges, three criteria of which revenue makes one, a recusal, a tie that the council decided, a product without a score: something of everything.
    /// </summary>
    public static SnapshotContent Small { get; } = new(
        2025,
        null,
        null,
        new SnapshotRules(ScoringMethod.CriterionMeans, 2, 2, 60, 2, 1, ["criteria", "council"], 0.5m, 10),
        [new SnapshotGroup("g1", "Công nghệ", new Minimum(50, true)), new SnapshotGroup("g2", "Thị trường")],
        [
            new SnapshotCriterion("c1", "g1", "Đổi mới", 60, new Minimum(20, false)),
            new SnapshotCriterion("c2", "g2", "Thương hiệu", 20),
            new SnapshotCriterion("c3", "g2", "Doanh thu", 20, null, "revenue", [new Band(1_000_000_000, 7.5m), new Band(50_000_000_000, 20)]),
        ],
        [
            Nomination(1, "0100100001", "Máy biến áp", 61_000_000_000m),
            Nomination(2, "0100100002", "Khóa cửa", 2_500_000_000m),
            Nomination(3, "0100100003", "Ống nhựa", 2_500_000_000m),
            Nomination(7, "0100100001", "Tủ điện", null),
        ],
        [new SnapshotJudge("j1", "Chair"), new SnapshotJudge("j2", "Member"), new SnapshotJudge("j3", "Secretary")],
        [
            Sheet(1, "j1", 50, 18), Sheet(1, "j2", 48.5m, 15), Sheet(1, "j3", 41, 20),
            Sheet(2, "j1", 44, 16), Sheet(2, "j2", 46, 12), Sheet(3, "j1", 46, 12), Sheet(3, "j2", 44, 16), Sheet(3, "j3", 60, 20),
            Sheet(7, "j1", 30, 10), Sheet(7, "j3", 30, 10.5m),
        ],
        [new SnapshotRecusal(3, "j3", "Family")],
        [new SnapshotTie([3, 2], "Xuất khẩu nhiều hơn", "15/BB-HĐ")]);

    public static byte[] File(this SnapshotContent content) => SnapshotFormat.Write(content, Ranking.Of(content.Input));

    public static string Text(this byte[] file) => Encoding.UTF8.GetString(file);

    public static byte[] Bytes(this string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>The file with a piece of it, which must stand there once, changed.</summary>
    public static byte[] With(this byte[] file, string piece, string other)
    {
        var text = file.Text();
        Assert.Equal(2, text.Split(piece).Length);
        return text.Replace(piece, other, StringComparison.Ordinal).Bytes();
    }

    static SnapshotNomination Nomination(int number, string business, string product, decimal? revenue) =>
        new(number, $"2025-{number:000}", product, business, $"Công ty {business}", "Cơ khí", true, revenue is { } dong ? new Dictionary<string, decimal> { ["revenue"] = dong } : []);

    static SnapshotSheet Sheet(int nomination, string judge, decimal first, decimal second) =>
        new(nomination, judge, 1, new Dictionary<string, decimal> { ["c1"] = first, ["c2"] = second });
}
