using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Text;

namespace KeyProducts.Web.Reports.Papers;

/// <summary>A score sheet to be filled in by hand (phiếu chấm điểm).</summary>
public static class BlankSheet
{
    /// <summary>Longer guidance is cut: the whole of it stands in the year's criteria.</summary>
    private const int MostGuidance = 420;

    internal static readonly string[] Roman = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

    /// <summary>Writes it.</summary>
    /// <param name="programme">The year, with its criteria.</param>
    /// <param name="nomination">With its business.</param>
    /// <param name="judge">With the criteria assigned.</param>
    /// <param name="code">Its code.</param>
    public static OfficialDocument Of(Programme programme, Nomination nomination, Judge judge, SheetCode code)
    {
        using var vietnamese = Languages.InVietnamese();
        return new OfficialDocument
        {
            FileName = $"phieu-cham-{programme.Year}-{nomination.Number:000}-J{code.Judge:00}",
            Head = new Letterhead(Agency.Superior, CouncilWords.Head, "", Agency.Place, programme.Year) { Code = $"Mã phiếu: {code}" },
            RunningHead = $"Mã phiếu: {code}",
            Title = "PHIẾU CHẤM ĐIỂM",
            Subject = $"Xét chọn sản phẩm công nghiệp chủ lực\nthành phố Hà Nội năm {programme.Year}",
            Body =
            [
                .. Agency.Remarks(programme).OfType<Prose>().Select(remark => new SmallPrint(remark.Text.Plain)),
                new Facts(FactsOf(programme, nomination, judge)),
                new SmallPrint(HowTo(programme, judge)),
                Form(programme, judge),
                .. LeftOut(programme, judge),
                new WritingRoom("Tổng điểm bằng chữ: ", 0),
                new WritingRoom("Nhận xét chung về sản phẩm: ", 3),
                new SmallPrint("Tôi không có quan hệ lợi ích với doanh nghiệp có sản phẩm nêu trên và chịu trách nhiệm về điểm đã chấm."),
            ],
            Signatures =
            [
                new Signature(["THÀNH VIÊN HỘI ĐỒNG"], judge.Name, "(Ký tên)") { Dated = $"…………………, ngày …… tháng …… năm {programme.Year}" },
            ],
            Recipients = programme.JudgingUntil(judge.ExtendedUntil) is { } until ? [$"Thư ký Hội đồng (phiếu ký chậm nhất ngày {Shown.Day(until)})"] : ["Thư ký Hội đồng"],
        };
    }

    /// <summary>What is scored, and by whom.</summary>
    internal static List<Fact> FactsOf(Programme programme, Nomination nomination, Judge judge)
    {
        var facts = new List<Fact>
        {
            new("Mã sản phẩm", $"{nomination.Number}/{programme.Year}"),
            new("Sản phẩm", nomination.Product.Vietnamese),
            new("Doanh nghiệp", nomination.Business.Name.Vietnamese),
            new("Người chấm điểm", $"{judge.Name} – {CouncilWords.Of(judge.Role)}"),
        };
        var post = string.Join(", ", new[] { judge.Title, judge.Organisation }.Where(one => !string.IsNullOrWhiteSpace(one)));
        if (post.Length > 0)
        {
            facts.Add(new("Chức vụ, đơn vị", post));
        }

        return facts;
    }

    private static string HowTo(Programme programme, Judge judge)
    {
        var criteria = programme.Criteria.Where(judge.Marks).ToList();
        var part = criteria.Count == programme.JudgedCriteria.Count ? ""
            : $" Phiếu chỉ có {criteria.Count} tiêu chí phân công cho người chấm.";
        return $"Ghi điểm bằng chữ số vào mọi ô, từ 0 đến điểm tối đa, bước điểm {Shown.Points(programme.Rules.MarkStep)}. Khi sửa, gạch số cũ, ghi số mới bên cạnh và ký vào chỗ sửa.{part}";
    }

    private static FillIn Form(Programme programme, Judge judge)
    {
        var rows = new List<FillRow>();
        var number = 0;
        foreach (var (group, place) in programme.Groups.Select((group, i) => (group, i + 1)))
        {
            var criteria = group.Criteria.Where(judge.Marks).ToList();
            if (criteria.Count == 0)
            {
                continue;
            }

            rows.Add(new FillRow(
                [new(place < Roman.Length ? Roman[place] : $"{place}"), new(group.Name.Vietnamese), new(Shown.Points(criteria.Sum(criterion => criterion.Max))), new(), new()], RowStyle.Group));
            rows.AddRange(criteria.Select(criterion => new FillRow(
                [new($"{++number}"), new(criterion.Name.Vietnamese, GuidanceOf(criterion)), new(Shown.Points(criterion.Max)), new(), new()])));
        }

        rows.Add(new FillRow([new(), new("TỔNG CỘNG"), new(Shown.Points(programme.Criteria.Where(judge.Marks).Sum(criterion => criterion.Max))), new(), new()], RowStyle.Total));
        return new FillIn(
            [new("TT", 10, IsCentred: true), new("Tiêu chí", 0), new("Điểm tối đa", 16, IsCentred: true), new("Điểm chấm", 21, IsCentred: true), new("Nhận xét", 42)], rows);
    }

    private static string? GuidanceOf(Criterion criterion)
    {
        if (string.IsNullOrWhiteSpace(criterion.Guidance))
        {
            return null;
        }

        var guidance = criterion.Guidance.ReplaceLineEndings(" ").Trim();
        if (guidance.Length <= MostGuidance)
        {
            return guidance;
        }

        var end = guidance.LastIndexOf(' ', MostGuidance);
        return guidance[..(end > MostGuidance / 2 ? end : MostGuidance)].TrimEnd(' ', ',', ';', '.') + "…";
    }

    /// <summary>What is no judge's to mark.</summary>
    internal static IEnumerable<Block> LeftOut(Programme programme, Judge judge)
    {
        var computed = programme.Criteria.Where(criterion => criterion.IsComputed).Select(criterion => $"{criterion.Name.Vietnamese} ({Shown.Points(criterion.Max)} điểm)").ToList();
        if (computed.Count > 0)
        {
            yield return new SmallPrint($"Tính từ số liệu hồ sơ theo khung điểm của năm, không chấm trên phiếu: {string.Join("; ", computed)}.");
        }
    }
}
