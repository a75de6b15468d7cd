using KeyProducts.Documents;
using KeyProducts.Web.Text;

namespace KeyProducts.Web.Reports.Papers.Templates;

/// <summary>The tables of a year's papers.</summary>
public static class PaperTables
{
    private const string None = "(Không có sản phẩm.)";

    /// <summary>The recognised products by industry, as the annex of a decision prints them.</summary>
    public static Table Products(PaperFacts facts)
    {
        var industries = facts.Products.Select(product => product.Industry.Id).Distinct().ToList();
        return Table.Of(facts.Products)
            .Number("TT", product => product.Item, width: 5)
            .Text("Tên sản phẩm", product => product.Name.Vietnamese, 32)
            .Text("Doanh nghiệp", product => product.Business.Vietnamese, 32)
            .Text("Địa chỉ", product => product.Address, 34)
            .Text("Công nhận", product => product.RenewsYear is { } year ? $"Lại, sau năm {year}" : "Lần đầu", 12)
            .GroupBy(product => $"{RecognitionTables.Roman(industries.IndexOf(product.Industry.Id) + 1)}. {product.Industry.Name.Vietnamese}")
            .Table(null, None);
    }

    /// <summary>The products in the top, best first.</summary>
    public static Table Top(PaperFacts facts) =>
        Table.Of(facts.Top)
            .Number("Thứ hạng", product => product.Ranked.Rank, width: 7)
            .Text("Tên sản phẩm", product => product.Name.Vietnamese, 34)
            .Text("Doanh nghiệp", product => product.Business.Vietnamese, 36)
            .Text("Ngành", product => product.Industry.Name.Vietnamese, 22)
            .Table(null, None);

    /// <summary>The recognised products with the figures of their industries.</summary>
    public static Table ByIndustry(PaperFacts facts)
    {
        var table = Table.Of(facts.Products.GroupBy(product => product.Industry))
            .Text("Ngành", group => group.Key.Name.Vietnamese, 34)
            .Number("Sản phẩm", group => group.Count(), width: 9)
            .Number("Doanh nghiệp", group => group.DistinctBy(product => product.BusinessId).Count(), width: 9)
            .Number($"Doanh thu {facts.Programme.DataYear} (tỷ đồng)", Revenue, 1, 13)
            .Number($"Xuất khẩu {facts.Programme.DataYear} (triệu USD)", Export, 2, 13)
            .Table(null, None);
        return facts.Products.Count == 0 ? table : table with
        {
            Rows =
            [
                .. table.Rows,
                new Row([new("Tổng cộng"), new(facts.Products.Count), new(facts.Products.DistinctBy(product => product.BusinessId).Count()), new(Revenue(facts.Products)), new(Export(facts.Products))], RowStyle.Total),
            ],
        };
    }

    /// <summary>Everything that is ranked, best first, with its score.</summary>
    public static Table Results(PaperFacts facts)
    {
        var names = facts.Year.Content.Nominations.ToDictionary(nomination => nomination.Number);
        return Table.Of(facts.Year.Result.Ranked)
            .Number("Thứ hạng", ranked => ranked.Rank, width: 7)
            .Text("Tên sản phẩm", ranked => names[ranked.Number].Product, 34)
            .Text("Doanh nghiệp", ranked => names[ranked.Number].BusinessName, 34)
            .Number("Điểm bình quân", ranked => ranked.Score, facts.Year.Content.Rules.Decimals, 10)
            .Text("Kết quả", ranked => ranked.Top ? $"Đạt, Top {facts.Programme.Rules.TopCount}" : ranked.Recognised ? "Đạt" : "Không đạt", 13)
            .Table(null, None);
    }

    /// <summary>Registered products that have no score, with the reason; empty when there is none.</summary>
    public static IReadOnlyList<Block> Unscored(PaperFacts facts)
    {
        var names = facts.Year.Content.Nominations.ToDictionary(nomination => nomination.Number);
        var unscored = facts.Year.Result.Unscored;
        return unscored.Count == 0
            ? [new Prose("Không có sản phẩm nào thiếu phiếu chấm điểm.")]
            : [new Prose("Các sản phẩm chưa đủ phiếu chấm điểm, không xếp hạng:"), new Items([.. unscored.Select(one => (RichText)$"{names[one.Number].Product} ({names[one.Number].BusinessName})")])];
    }

    /// <summary>The council's decisions on equal scores, a sentence each.</summary>
    public static IReadOnlyList<Block> Ties(PaperFacts facts)
    {
        var names = facts.Year.Content.Nominations.ToDictionary(nomination => nomination.Number, nomination => nomination.Product);
        return facts.Year.Content.Ties.Count == 0
            ? [new Prose("Không có trường hợp điểm bằng nhau nào phải do Hội đồng quyết định thứ tự.")]
            : [.. facts.Year.Content.Ties.Select(tie => new Prose($"Các sản phẩm bằng điểm được Hội đồng xếp theo thứ tự: {string.Join("; ", tie.Order.Select((number, i) => $"{i + 1}) {names[number]}"))}. Lý do: {tie.Reason}"))];
    }

    /// <summary>Members of the council with their posts.</summary>
    public static IReadOnlyList<Block> Members(IEnumerable<(PaperMember Member, string? Remark)> members, string whenNone)
    {
        var list = members.ToList();
        return list.Count == 0 ? [new Prose(whenNone)] :
        [
            new Items([.. list.Select(one => (RichText)string.Concat(
                one.Member.Name, one.Member.Post.Length == 0 ? "" : ", " + one.Member.Post, " – ", one.Member.RoleName, string.IsNullOrWhiteSpace(one.Remark) ? "" : $" (lý do: {one.Remark})"))], IsNumbered: true),
        ];
    }

    private static decimal? Revenue(IEnumerable<RecognisedProduct> products) => Shown.Billions(products.Sum(product => (decimal)(product.Revenue ?? 0)));

    private static decimal? Export(IEnumerable<RecognisedProduct> products) => Shown.Millions(products.Sum(product => (decimal)(product.ExportCents ?? 0)));
}
