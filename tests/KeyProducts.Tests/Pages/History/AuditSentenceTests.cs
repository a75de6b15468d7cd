using System.Globalization;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Pages.History;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Tests.Pages.History;

/// <summary>The history in words that a reader understands.</summary>
public sealed class AuditSentenceTests : IDisposable
{
    private readonly CultureInfo culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo uiCulture = CultureInfo.CurrentUICulture;
    private readonly ServiceProvider services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();

    public AuditSentenceTests() => Read("vi");

    private IStringLocalizer<Words> T => services.GetRequiredService<IStringLocalizer<Words>>();

    [Fact]
    public void Everything_that_the_history_tells_of_has_words()
    {
        using var db = new AppDbContext(new DbContextOptionsBuilder<AppDbContext>().UseSqlite("Data Source=:memory:").Options);
        var types = db.Model.GetEntityTypes()
            .Where(type => type.ClrType.Assembly == typeof(Programme).Assembly || type.ClrType == typeof(AppUser));
        var told = from type in types
                   where type.ClrType != typeof(JudgeCriterion)
                   from path in type.GetProperties().Select(one => (one.Name, Path: one.Name))
                       .Concat(type.GetComplexProperties().SelectMany(complex => complex.ComplexType.GetProperties().Select(one => (one.Name, Path: $"{complex.Name}.{one.Name}"))))
                   where AuditChanges.IsTold(type.ClrType, path.Name)
                   select (type.ClrType.Name, path.Path);
        var all = told.Append((nameof(JudgeCriterion), nameof(JudgeCriterion))).Append(("IdentityUserRole", "IdentityUserRole")).ToList();

        Assert.Equal([], all.Where(one => AuditWords.Of(one.Item1, one.Item2) is null));
        Assert.True(all.Count > 80, $"Only {all.Count} were looked at.");
    }

    [Fact]
    public void All_words_are_translated() => Assert.Equal([], AuditWords.Keys.Concat(RoleWords.Keys).Where(key => T[key].ResourceNotFound));

    [Fact]
    public void A_change_of_a_nomination_is_a_sentence()
    {
        var entry = Entry(AuditAct.Changed, nameof(Nomination), "2025/14 Tủ điện", new AuditChange("Status", "Registered", "Accepted"));
        Assert.Equal("đã chấp nhận hồ sơ 2025/14 Tủ điện: trạng thái từ “Đã đăng ký” thành “Đã chấp nhận”", Said(entry));
        Read("en");
        Assert.Equal("accepted nomination 2025/14 Tủ điện: status from “Registered” to “Accepted”", Said(entry));
    }

    [Theory]
    [InlineData(nameof(Programme), "Rules.PassMark", "65", "70.5", "điểm đạt từ 65 thành 70,5")]
    [InlineData(nameof(Programme), "Dates.JudgingUntil", null, "2026-11-30", "ngày cuối chấm điểm từ (trống) thành 30/11/2026")]
    [InlineData(nameof(Programme), "Stage", "Judging", "Deliberation", "giai đoạn từ “Chấm điểm” thành “Hội đồng xét chọn”")]
    [InlineData(nameof(Judge), "HasLeft", "False", "True", "đã rời Hội đồng: Có")]
    [InlineData(nameof(Criterion), "Minimum", "12", "50%", "mức tối thiểu từ 12 thành 50%")]
    [InlineData(nameof(Business), "Ownership", "Private", "State", "loại hình sở hữu từ “Tư nhân” thành “Nhà nước”")]
    [InlineData(nameof(AppUser), "PasswordHash", null, null, "mật khẩu (không hiển thị)")]
    public void Values_are_written_for_the_reader(string kind, string property, string? from, string? to, string expected) =>
        Assert.Equal(expected, Assert.Single(AuditSentence.Of(Entry(AuditAct.Changed, kind, "X", new AuditChange(property, from, to)), true, T).Changes), ignoreCase: true);

    [Fact]
    public void Money_is_written_in_its_unit()
    {
        var entry = Entry(
            AuditAct.Changed,
            nameof(Nomination),
            "2025/14 Tủ điện",
            new AuditChange("Revenue", "1000000", "2500000", "2024/Product", nameof(NominationFigure)),
            new AuditChange("ExportCents", "150", null, "2024/Product", nameof(NominationFigure)));
        Assert.Equal(
            ["doanh thu (2024, của sản phẩm) từ 1.000.000 đồng thành 2.500.000 đồng", "xuất khẩu (2024, của sản phẩm) từ 1,50 USD thành (trống)"],
            AuditSentence.Of(entry, true, T).Changes);
    }

    [Fact]
    public void Parts_are_added_and_removed_as_one()
    {
        var entry = Entry(
            AuditAct.Changed,
            nameof(Business),
            "Công ty Đế Ữ",
            new AuditChange("Year", null, "2022", "2022", nameof(NationalBrandTitle)),
            new AuditChange("List", "VNR500", null, "VNR500 2024", nameof(Listing)),
            new AuditChange("Year", "2024", null, "VNR500 2024", nameof(Listing)),
            new AuditChange("Place", "128", null, "VNR500 2024", nameof(Listing)));
        Assert.Equal(["bỏ thứ hạng: VNR500 2024, thứ hạng 128", "thêm danh hiệu Thương hiệu quốc gia: 2022"], AuditSentence.Of(entry, true, T).Changes);
    }

    [Fact]
    public void Roles_are_given_and_taken_by_name()
    {
        var entry = Entry(
            AuditAct.Changed,
            nameof(AppUser),
            "Trần Ữ (u@demo.local)",
            new AuditChange("IdentityUserRole", null, "Auditor", Part: "IdentityUserRole"),
            new AuditChange("IdentityUserRole", "Officer", null, Part: "IdentityUserRole"));
        Assert.Equal(["thêm vai trò: “Thanh tra, giám sát”", "bỏ vai trò: “Chuyên viên”"], AuditSentence.Of(entry, true, T).Changes);
    }

    [Fact]
    public void Marks_are_veiled_until_judging_is_over()
    {
        var entry = Entry(
            AuditAct.Changed,
            nameof(ScoreSheet),
            "2026/3 Bút – Vũ Thị Ngữ",
            new AuditChange("Remark", null, "Rất bí mật"),
            new AuditChange("Points", null, "7.5", "Quy mô sản xuất", nameof(Mark)),
            new AuditChange("Points", "3.5", "4", "Năng suất lao động", nameof(Mark)));

        var veiled = AuditSentence.Of(entry, false, T);
        Assert.Equal(["2 điểm, chỉ hiện khi đã kết thúc chấm điểm", "nhận xét, chỉ hiện khi đã kết thúc chấm điểm"], veiled.Changes);
        Assert.DoesNotContain("bí mật", veiled.Did + string.Concat(veiled.Changes), StringComparison.Ordinal);

        Assert.Equal(
            ["nhận xét từ (trống) thành “Rất bí mật”", "điểm (“Quy mô sản xuất”) từ (trống) thành 7,5", "điểm (“Năng suất lao động”) từ 3,5 thành 4"],
            AuditSentence.Of(entry, true, T).Changes);
    }

    [Fact]
    public void A_sheet_is_submitted_and_reopened()
    {
        Assert.StartsWith("đã nộp phiếu chấm điểm 2026/3", Said(Entry(AuditAct.Changed, nameof(ScoreSheet), "2026/3", new AuditChange("SubmittedAt", null, "2026-10-12T03:00:00.0000000Z"))), StringComparison.Ordinal);
        Assert.StartsWith("đã mở lại phiếu chấm điểm 2026/3", Said(Entry(AuditAct.Changed, nameof(ScoreSheet), "2026/3", new AuditChange("SubmittedAt", "2026-10-12T03:00:00.0000000Z", null))), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_tried_a_wrong_password_is_not_said_to_be_the_owner_of_the_account()
    {
        var sentence = AuditSentence.Of(Entry(AuditAct.SignInFailed, nameof(AppUser), "judge9@demo.local"), false, T);
        Assert.Equal(("Người chưa đăng nhập", "đăng nhập không thành công với judge9@demo.local"), (sentence.Who, sentence.Did));
    }

    [Fact]
    public void Every_act_has_its_sentence_in_both_languages()
    {
        foreach (var language in new[] { "vi", "en" })
        {
            Read(language);
            var said = Enum.GetValues<AuditAct>().Select(act => Said(Entry(act, nameof(AppUser), "x"))).ToList();
            Assert.Equal(said.Count, said.Distinct().Count());
            Assert.DoesNotContain(said, sentence => Enum.GetNames<AuditAct>().Any(name => sentence.StartsWith(name, StringComparison.Ordinal)));
        }
    }

    public void Dispose()
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        services.Dispose();
    }

    private static void Read(string language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

    private static AuditEntry Entry(AuditAct act, string kind, string subject, params AuditChange[] changes) =>
        new(new DateTime(2026, 10, 12, 3, 0, 0, DateTimeKind.Utc), Guid.NewGuid(), "Đinh Thị Hữu Hạnh", "/x", act, kind, subject, 2025, changes, null);

    private string Said(AuditEntry entry)
    {
        var sentence = AuditSentence.Of(entry, true, T);
        return sentence.Did + (sentence.IsShort && sentence.Changes.Count > 0 ? ": " + string.Join("; ", sentence.Changes) : "");
    }
}
