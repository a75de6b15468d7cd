using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Text;

namespace KeyProducts.Web.Reports.Papers;

/// <summary>A judge's sheet as it was submitted, to be printed, signed and filed (phiếu chấm điểm đã chấm).</summary>
public static class FilledSheet
{
    /// <summary>Writes it.</summary>
    /// <param name="programme">The year, with its criteria.</param>
    /// <param name="sheet">Submitted, with its judge, nomination, business, marks, remarks and versions.</param>
    /// <param name="code">Its code.</param>
    /// <param name="counts">Whether it counts in the result.</param>
    /// <param name="source">What the result comes from.</param>
    public static OfficialDocument Of(Programme programme, ScoreSheet sheet, SheetCode code, bool counts, string source)
    {
        using var vietnamese = Languages.InVietnamese();
        var (nomination, judge) = (sheet.Nomination, sheet.Judge);
        return new OfficialDocument
        {
            FileName = $"phieu-da-cham-{programme.Year}-{nomination.Number:000}-J{code.Judge:00}",
            Head = new Letterhead(Agency.Superior, CouncilWords.Head, "", Agency.Place, programme.Year) { Code = $"Mã phiếu: {code}" },
            RunningHead = $"Mã phiếu: {code}",
            Title = "PHIẾU CHẤM ĐIỂM",
            Subject = $"Xét chọn sản phẩm công nghiệp chủ lực\nthành phố Hà Nội năm {programme.Year}",
            Body =
            [
                .. Agency.Remarks(programme).OfType<Prose>().Select(remark => new SmallPrint(remark.Text.Plain)),
                .. counts ? Array.Empty<Block>() : [new SmallPrint("(Phiếu này không được tính vào kết quả.)")],
                new Facts([.. BlankSheet.FactsOf(programme, nomination, judge), .. Submission(sheet)]),
                Marks(programme, sheet),
                .. BlankSheet.LeftOut(programme, judge),
                new Facts(
                [
                    new("Tổng điểm", $"{Shown.Points(sheet.Total)}/{Shown.Points(programme.Criteria.Where(judge.Marks).Sum(criterion => criterion.Max))} điểm"),
                    new("Tổng điểm bằng chữ", $"{Capital(VietnameseNumber.InWords(sheet.Total))} điểm"),
                    new("Nhận xét chung về sản phẩm", string.IsNullOrWhiteSpace(sheet.Remark) ? "Không có" : sheet.Remark),
                ]),
                new SmallPrint("Tôi không có quan hệ lợi ích với doanh nghiệp có sản phẩm nêu trên và chịu trách nhiệm về điểm đã chấm."),
            ],
            Signatures =
            [
                new Signature(["THÀNH VIÊN HỘI ĐỒNG"], judge.Name, "(Ký tên)") { Dated = $"…………………, ngày …… tháng …… năm {HanoiTime.DayOf(sheet.SubmittedAt!.Value).Year}" },
            ],
            Recipients = ["Thư ký Hội đồng (lưu hồ sơ)"],
            Source = source,
        };
    }

    private static IEnumerable<Fact> Submission(ScoreSheet sheet)
    {
        var at = $"{Shown.Moment(sheet.SubmittedAt!.Value)} (giờ Hà Nội)";
        if (sheet.Versions is not [.., var last])
        {
            yield return new("Nộp phiếu", at);
            yield break;
        }

        yield return last.Origin switch
        {
            SheetOrigin.Paper => new("Nộp phiếu", $"chấm trên giấy; hai cán bộ nhập độc lập, {last.By} xác nhận lúc {at}"),
            SheetOrigin.Discussion => new("Nộp phiếu", $"trực tuyến, chấm lại sau thảo luận của Hội đồng, lúc {at}"),
            _ => new("Nộp phiếu", $"trực tuyến, lúc {at}"),
        };
        yield return new("Phiên bản", last.Reason is { } reason ? $"{last.Number}, lý do thay đổi: {reason}" : $"{last.Number}");
    }

    private static FillIn Marks(Programme programme, ScoreSheet sheet)
    {
        var rows = new List<FillRow>();
        var number = 0;
        foreach (var (place, group) in programme.Groups.Index())
        {
            var criteria = group.Criteria.Where(sheet.Judge.Marks).ToList();
            if (criteria.Count == 0)
            {
                continue;
            }

            rows.Add(new FillRow(
                [
                    new(RecognitionTables.Roman(place + 1)), new(group.Name.Vietnamese), new(Shown.Points(criteria.Sum(criterion => criterion.Max))),
                    new(Shown.Points(criteria.Sum(criterion => sheet.On(criterion.Id) ?? 0))), new(),
                ],
                RowStyle.Group));
            rows.AddRange(criteria.Select(criterion => new FillRow(
                [
                    new($"{++number}"), new(criterion.Name.Vietnamese), new(Shown.Points(criterion.Max)),
                    new(sheet.On(criterion.Id) is { } mark ? Shown.Points(mark) : "–"), new(sheet.RemarkOn(criterion.Id) ?? ""),
                ])));
        }

        rows.Add(new FillRow([new(), new("TỔNG CỘNG"), new(Shown.Points(programme.Criteria.Where(sheet.Judge.Marks).Sum(criterion => criterion.Max))), new(Shown.Points(sheet.Total)), new()], RowStyle.Total));
        return new FillIn(
            [new("TT", 10, IsCentred: true), new("Tiêu chí", 0), new("Điểm tối đa", 16, IsCentred: true), new("Điểm chấm", 16, IsCentred: true), new("Nhận xét", 52)], rows);
    }

    private static string Capital(string words) => char.ToUpper(words[0], System.Globalization.CultureInfo.CurrentCulture) + words[1..];
}
