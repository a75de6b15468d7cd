using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports.Papers;

/// <summary>The receipt that a business gets for its dossier (giấy tiếp nhận hồ sơ): number, day, and what was in it.</summary>
public static class Receipt
{
    /// <summary>Writes it.</summary>
    /// <param name="T">The words of sections; they are said in Vietnamese.</param>
    /// <param name="programme">The year.</param>
    /// <param name="nomination">With its business, figures and certificates.</param>
    /// <param name="sections">How far each section is filled in.</param>
    /// <param name="track">Its track, with the checklist.</param>
    /// <param name="files">The names of the evidence files, in order.</param>
    /// <param name="receivedBy">The name of who entered it in the register; null when it is to be written in by hand.</param>
    /// <param name="today">The day of the paper.</param>
    public static OfficialDocument Of(
        IStringLocalizer<Words> T, Programme programme, Nomination nomination, IReadOnlyList<SectionState> sections, Track track, IReadOnlyList<string> files, string? receivedBy, DateOnly today)
    {
        using var vietnamese = Languages.InVietnamese();
        return new OfficialDocument
        {
            FileName = $"giay-tiep-nhan-{programme.Year}-{nomination.Number}",
            Head = Agency.Head("GTN-SCT", today.Year, today),
            Title = "GIẤY TIẾP NHẬN HỒ SƠ",
            Subject = $"Đăng ký xét chọn sản phẩm công nghiệp chủ lực thành phố Hà Nội năm {programme.Year}",
            Body =
            [
                .. Agency.Remarks(programme),
                new Prose($"{Agency.Name} đã tiếp nhận hồ sơ đăng ký xét chọn sau đây:"),
                new Facts(
                [
                    new Fact("Số đăng ký", $"{nomination.Number}/{programme.Year}"),
                    new Fact("Ngày tiếp nhận", Shown.Day(nomination.ReceivedOn)),
                    new Fact("Doanh nghiệp", nomination.Business.Name.Vietnamese),
                    new Fact("Mã số thuế", nomination.Business.TaxCode ?? "–"),
                    new Fact("Địa chỉ", $"{nomination.Business.Address}"),
                    new Fact("Sản phẩm", nomination.Product.Vietnamese),
                    new Fact("Diện đăng ký", track.Name.Vietnamese),
                ]),
                new Heading("1. Thành phần hồ sơ"),
                new Listed(Table.Of(sections.Select((section, place) => (Section: section, Place: place + 1)))
                    .Number("TT", one => one.Place, width: 4)
                    .Text("Phần", one => T[EnumWords.Of(one.Section.Section)], width: 34)
                    .Text("Đã có", one => $"{one.Section.Filled}/{one.Section.Expected} mục", width: 12)
                    .Text("Tình trạng", one => one.Section.IsComplete ? "Đủ" : "Chưa đủ", width: 12)
                    .Table()),
                new Heading("2. Tài liệu kèm theo"),
                files.Count == 0 ? new Prose("Không có tệp tài liệu minh chứng kèm theo.") : new Items([.. files], IsNumbered: true),
                .. track.Checklist.Count == 0 ? [] : Checked(T, nomination, track),
                new Prose($"Giấy này xác nhận việc nhận hồ sơ, không xác nhận hồ sơ đã đủ điều kiện. Khi cần bổ sung, {Agency.Name} sẽ thông báo bằng văn bản. Khi liên hệ, đề nghị nêu số đăng ký ở trên."),
            ],
            Signatures =
            [
                new Signature(["NGƯỜI NỘP HỒ SƠ"], null, "(Ký, ghi rõ họ tên)"),
                new Signature(["NGƯỜI TIẾP NHẬN"], receivedBy, "(Ký, ghi rõ họ tên)"),
            ],
        };
    }

    private static IEnumerable<Block> Checked(IStringLocalizer<Words> T, Nomination nomination, Track track) =>
    [
        new Heading("3. Danh mục kiểm tra của diện đăng ký"),
        new Listed(Table.Of(track.Checklist.Select((item, place) => (Item: item, Place: place + 1)))
            .Number("TT", one => one.Place, width: 4)
            .Text("Nội dung", one => one.Item.Name.Vietnamese, width: 42)
            .Text("Kết quả", one => nomination.AnswerTo(one.Item.Id) is { } answer ? T[EnumWords.Of(answer.Finding)] : "Chưa kiểm tra", width: 16)
            .Table()),
    ];
}
