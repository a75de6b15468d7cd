using System.Globalization;
using KeyProducts.Domain;
using KeyProducts.Web.Reports.Papers;

namespace KeyProducts.Web.Pages.Notifications;

/// <summary>The mail that brings a business the letter with its result: Vietnamese, as all letters of the Department are.</summary>
public static class ResultMail
{
    private const string Person = "{người liên hệ}";
    private const string Business = "{doanh nghiệp}";
    private const string Product = "{sản phẩm}";
    private const string Number = "{số hồ sơ}";
    private const string Outcome = "{kết quả}";

    /// <summary>The places that are filled for each mail.</summary>
    public static readonly IReadOnlyList<string> Places = [Business, Person, Product, Number, Outcome];

    /// <summary>The subject that an officer begins with.</summary>
    public static string SubjectOf(int year) => $"Thông báo kết quả xét chọn sản phẩm công nghiệp chủ lực Hà Nội năm {year}: {Product}";

    /// <summary>The text that an officer begins with.</summary>
    /// <param name="year">The year.</param>
    /// <param name="officer">Whose name stands below.</param>
    public static string TextOf(int year, string officer) => $"""
        Kính gửi {Business},

        Sở Công Thương Hà Nội gửi kèm thư này thông báo kết quả đánh giá sản phẩm “{Product}”, hồ sơ số {Number}, trong chương trình xét chọn sản phẩm công nghiệp chủ lực thành phố Hà Nội năm {year}.

        Kết quả: {Outcome}.

        Nếu cần làm rõ, xin trả lời thư này và ghi rõ số hồ sơ {Number}.

        Trân trọng,
        {officer}
        {Agency.Name}
        """;

    /// <summary>What fills the places.</summary>
    /// <param name="programme">The year.</param>
    /// <param name="recipient">The recipient.</param>
    public static IReadOnlyDictionary<string, string> Values(Programme programme, NotificationRecipient recipient) => new Dictionary<string, string>
    {
        [Business] = recipient.Business,
        [Person] = recipient.Person ?? recipient.Business,
        [Product] = recipient.Product,
        [Number] = string.Create(CultureInfo.InvariantCulture, $"{recipient.Number}/{programme.Year}"),
        [Outcome] = (recipient.IsRecognised, programme.Stage == Stage.Recognised) switch
        {
            (true, true) => "được công nhận",
            (true, false) => "nằm trong danh sách dự kiến công nhận",
            (false, true) => "không được công nhận",
            _ => "không nằm trong danh sách dự kiến công nhận",
        },
    };

    /// <summary>The name of the letter's file.</summary>
    public static string FileName(int year, int number) => string.Create(CultureInfo.InvariantCulture, $"Thông báo kết quả năm {year} - hồ sơ {number}.pdf");
}
