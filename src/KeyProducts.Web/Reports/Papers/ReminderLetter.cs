using System.Text;
using System.Text.RegularExpressions;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Text;

namespace KeyProducts.Web.Reports.Papers;

/// <summary>
/// The mail that reminds a judge of what is left (thư nhắc chấm điểm). It tells counts and the deadline: no product, no mark, nothing
/// that stands on somebody else's sheets.
/// </summary>
public static partial class ReminderLetter
{
    private const string Name = "{họ tên}";
    private const string Left = "{việc còn lại}";
    private const string Until = "{hạn chấm}";
    private const string Address = "{địa chỉ}";

    /// <summary>The places that are filled for each judge.</summary>
    public static readonly IReadOnlyList<string> Places = [Name, Left, Until, Address];

    /// <summary>The subject that an officer begins with.</summary>
    public static string SubjectOf(int year) => $"Nhắc chấm điểm sản phẩm công nghiệp chủ lực Hà Nội năm {year}";

    /// <summary>The text that an officer begins with.</summary>
    /// <param name="year">The year.</param>
    /// <param name="officer">Whose name stands below.</param>
    public static string TextOf(int year, string officer) => $"""
        Kính gửi ông/bà {Name},

        Hội đồng xét chọn sản phẩm công nghiệp chủ lực thành phố Hà Nội năm {year} đang chấm điểm. Đến nay ông/bà còn:
        {Left}

        Hạn chấm điểm: {Until}.
        Địa chỉ đăng nhập: {Address}

        Phiếu chấm điểm chỉ được tính sau khi đã nộp; phiếu đang lưu nháp không được tính. Nếu cần thêm thời gian hoặc gặp vướng mắc, xin ông/bà trả lời thư này.

        Trân trọng,
        {officer}
        {Agency.Name}
        """;

    /// <summary>The first place in a text that none is; null when all are known.</summary>
    public static string? Unknown(string text) => Place().Matches(text.Normalize(NormalizationForm.FormC)).Select(match => match.Value).FirstOrDefault(place => !Places.Contains(place));

    /// <summary>A text with its places filled for a judge.</summary>
    /// <param name="text">The officer's text.</param>
    /// <param name="judge">The judge's name.</param>
    /// <param name="duties">What is left for the judge.</param>
    /// <param name="address">Where to sign in.</param>
    public static string Fill(string text, string judge, JudgeDuties duties, string address) => Place().Replace(
        text.Normalize(NormalizationForm.FormC),
        place => place.Value switch
        {
            Name => judge,
            Left => string.Join('\n', LeftFor(duties)),
            Until => duties.Until is { } day ? $"24 giờ 00 ngày {Shown.Day(day)} (giờ Hà Nội, UTC+7)" : "chưa ấn định, sẽ thông báo sau",
            Address => address,
            var other => other,
        });

    private static IEnumerable<string> LeftFor(JudgeDuties duties)
    {
        if (duties.Undeclared > 0)
        {
            yield return $"- {duties.Undeclared} doanh nghiệp chưa kê khai xung đột lợi ích (hồ sơ chỉ mở sau khi kê khai);";
        }

        if (duties.Open > 0)
        {
            string[] parts =
            [
                duties.NotBegun > 0 ? $"{duties.NotBegun} phiếu chưa chấm" : "",
                duties.InPart > 0 ? $"{duties.InPart} phiếu đang chấm" : "",
                duties.Complete > 0 ? $"{duties.Complete} phiếu đã chấm đủ nhưng chưa nộp" : "",
            ];
            yield return $"- {duties.Open} trong số {duties.Due} phiếu chấm điểm chưa nộp ({string.Join(", ", parts.Where(part => part.Length > 0))}).";
        }

        if (!duties.IsOwing)
        {
            yield return $"- không còn việc nào: đã nộp đủ {duties.Due} phiếu chấm điểm.";
        }
    }

    [GeneratedRegex(@"\{[^{}\n]*\}")]
    private static partial Regex Place();
}
