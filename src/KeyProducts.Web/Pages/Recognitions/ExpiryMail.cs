using KeyProducts.Domain;
using KeyProducts.Web.Mail;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Reports.Papers;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Recognitions;

/// <summary>The mail that reminds a business that a recognition ends: Vietnamese, as all letters of the Department are.</summary>
public static class ExpiryMail
{
    private const string Person = "{người liên hệ}";
    private const string Business = "{doanh nghiệp}";
    private const string Product = "{sản phẩm}";
    private const string Number = "{số giấy chứng nhận}";
    private const string Until = "{ngày hết hạn}";

    /// <summary>The places that are filled for each mail.</summary>
    public static readonly IReadOnlyList<string> Places = [Business, Person, Product, Number, Until];

    /// <summary>The subject that an officer begins with.</summary>
    public const string Subject = $"Giấy chứng nhận số {Number} hết hạn ngày {Until}";

    /// <summary>The text that an officer begins with.</summary>
    /// <param name="officer">Whose name stands below.</param>
    public static string TextOf(string officer) => $"""
        Kính gửi {Business},

        Giấy chứng nhận sản phẩm công nghiệp chủ lực thành phố Hà Nội số {Number} cấp cho sản phẩm “{Product}” có hiệu lực đến hết ngày {Until}.

        Nếu muốn được công nhận lại, đề nghị Quý doanh nghiệp chuẩn bị hồ sơ đăng ký xét chọn trong kỳ tới. Nếu cần hướng dẫn, xin trả lời thư này.

        Trân trọng,
        {officer}
        {Agency.Name}
        """;

    /// <summary>What fills the places.</summary>
    public static IReadOnlyDictionary<string, string> Values(ExpiryRecipient recipient) => new Dictionary<string, string>
    {
        [Business] = recipient.Recognition.Business.Vietnamese,
        [Person] = recipient.Person ?? recipient.Recognition.Business.Vietnamese,
        [Product] = recipient.Recognition.Product.Vietnamese,
        [Number] = recipient.Recognition.Code.ToString(),
        [Until] = Shown.Day(recipient.Recognition.ValidUntil),
    };
}

/// <summary>A recognition that ends soon, whose business can be reminded, or cannot for want of an address.</summary>
/// <param name="Recognition">The recognition.</param>
/// <param name="Person">Whom to address; null when nobody is known.</param>
/// <param name="Email">Where mails go; null when there is no address.</param>
/// <param name="Last">The last reminder about it.</param>
public sealed record ExpiryRecipient(Recognition Recognition, string? Person, string? Email, LastMail? Last)
{
    /// <summary>Whether it was reminded within the term already.</summary>
    /// <param name="now">The instant, UTC.</param>
    /// <param name="months">The term.</param>
    public bool IsReminded(DateTime now, int months) => Last is { Counts: true } last && last.QueuedAt > now.AddMonths(-months);

    /// <summary>Those that end within a term of months, soonest first.</summary>
    public static async Task<IReadOnlyList<ExpiryRecipient>> LoadAsync(AppDbContext db, DateOnly day, int months)
    {
        var ending = (await db.RecognitionsAsync()).Where(one => one.StateOn(day, months) == RecognitionState.EndsSoon).OrderBy(one => one.ValidUntil).ThenBy(one => one.Code.Year).ThenBy(one => one.Code.Number).ToList();
        var keys = ending.ConvertAll(one => one.NominationId);
        var contacts = await db.Nominations.AsNoTracking().Where(one => keys.Contains(one.Id)).Select(one => new
        {
            one.Id,
            Person = one.Business.Contact.Name ?? one.Establishment.ContactName,
            one.Business.Contact.Email,
            Other = one.Establishment.ContactEmail,
        }).ToDictionaryAsync(one => one.Id);
        var last = await LastMail.ExpiriesAsync(db);
        return [.. ending.Select(one => new ExpiryRecipient(one, contacts[one.NominationId].Person, LastMail.AddressOf(contacts[one.NominationId].Email, contacts[one.NominationId].Other), last.GetValueOrDefault(one.Id)))];
    }
}
