using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Security;

/// <summary>Staff who sit on a council themselves, and have recused themselves from a nomination: no page shows them by another way what is closed to them, nor lets them change it.</summary>
public sealed class CouncilStaffTests : IDisposable
{
    private const int Number = 14;
    private const string Sheet = "/programmes/2026/judging/14", Remark = "Nhận xét Ẩn Kín Ỷ", Contact = "Bùi Thị Liên Hệ Ỹ", Activity = "Đúc gang kín Ỹ";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData("officer")]
    [InlineData("admin")]
    public async Task The_history_tells_them_who_changed_the_dossier_and_nothing_of_what_it_says(string name)
    {
        await SitAsync(name);
        await DescribeAsync(name == "admin" ? "officer" : "admin", "Đổi vì biên bản mật Ữ");
        var told = await TextAsync(name, "/history?year=2026&kind=Nomination");
        Assert.Contains("2026/14: nội dung thay đổi được ẩn vì bạn đã khai xung đột lợi ích.", told, StringComparison.Ordinal);
        Assert.DoesNotContain(Activity, told, StringComparison.Ordinal);
        Assert.DoesNotContain("biên bản mật", told, StringComparison.Ordinal);

        var others = await TextAsync("auditor", "/history?year=2026&kind=Nomination");
        Assert.Contains(Activity, others, StringComparison.Ordinal);
        Assert.Contains("biên bản mật Ữ", others, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_shows_and_changes_nothing_of_a_dossier_that_is_closed_to_them()
    {
        await SitAsync("officer");
        object?[] headers = ["Số đăng ký", "Tên sản phẩm", "Tên doanh nghiệp", "Ngành", "Diện đăng ký", "Mô tả sản phẩm"];
        var stored = await app.ReadAsync(db => DossierAsync(db, one => new string?[] { one.Product.Vietnamese, one.Business.Name.Vietnamese, db.Set<Industry>().Single(industry => industry.Id == one.IndustryId).Name.Vietnamese, db.Set<Track>().Single(track => track.Id == one.TrackId).Name.Vietnamese, one.Description }));
        var officer = await app.SignedInAsync("officer");
        foreach (var row in new object?[][] { [Number, .. stored[..4], "Do người có xung đột viết"], [null, .. stored[..4], "Do người có xung đột viết"], [Number, null, null, null, null, null] })
        {
            var preview = await officer.SendAsync(ImportFile.Xlsx(headers, row), year: 2026);
            Assert.Equal("1 0 0 0", preview.Sums());
            Assert.Contains("Hồ sơ số 14 không mở cho bạn vì bạn đã khai xung đột lợi ích", preview.TextAt(".preview"), StringComparison.Ordinal);
            Assert.DoesNotContain(stored[4]!, preview.Text, StringComparison.Ordinal);
            Assert.Empty(preview.Document.QuerySelectorAll("[name='Input.Fingerprint']"));
            if (row[1] is null)
            {
                // Nor whose it is.
                Assert.DoesNotContain(stored[0]!, preview.Text, StringComparison.Ordinal);
                Assert.DoesNotContain(stored[1]!, preview.Text, StringComparison.Ordinal);
            }
        }

        Assert.Equal(stored[4], await app.ReadAsync(db => DossierAsync(db, one => one.Description)));
        // Whoever is free of a conflict imports it.
        var free = await (await app.SignedInAsync("admin")).SendAsync(ImportFile.Xlsx(headers, [Number, .. stored[..4], "Mô tả mới Đ Ữ"]), year: 2026);
        Assert.Equal("0 0 1 0", free.Sums());
    }

    [Fact]
    public async Task They_do_not_choose_by_the_judge_either_who_scores_the_nomination()
    {
        await SitAsync("officer");
        var (judge, nomination) = await app.ReadAsync(async db => (
            (await JudgeOfAsync(db, "judge1")).Id, await DossierAsync(db, one => one.Id)));
        var officer = await app.SignedInAsync("officer");
        var address = $"/programmes/2026/council/{judge}/nominations";
        var page = await officer.OpenAsync(address);
        Assert.Contains("1 hồ sơ được ẩn đi", page.Text.Replace("Một", "1", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain($"{nomination}", page.Body, StringComparison.Ordinal);
        var before = await app.StateAsync();

        using var taken = await officer.PostAsync(address, ("Input.Sent", "true"), ("Input.Shown", $"{nomination}"), ("Input.Reason", "Chọn người chấm"), ("__RequestVerificationToken", page.ValueOf("__RequestVerificationToken")));
        Assert.Equal(HttpStatusCode.NotFound, taken.StatusCode);
        Assert.Equal(before, await app.StateAsync());
        Assert.Contains($"{nomination}", (await (await app.SignedInAsync("admin")).OpenAsync(address)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_for_a_person_finds_neither_remarks_of_a_year_that_is_not_open_nor_a_dossier_that_is_closed()
    {
        await RemarkAsync();
        await DescribeAsync("admin", "Bổ sung");
        var open = await SearchAsync("admin", Remark);
        Assert.Contains(Remark, open.TextAt("#place-Text + dl + ul"), StringComparison.Ordinal);
        Assert.Contains("1", open.TextAt("#place-history .count"), StringComparison.Ordinal);
        Assert.Contains(Contact, (await SearchAsync("admin", Contact)).TextAt("#place-DossierContact + dl + ul"), StringComparison.Ordinal);

        await SitAsync("admin");
        foreach (var sought in new[] { Remark, Contact, "Không ai tên như vậy" })
        {
            var closed = await SearchAsync("admin", sought);
            // The same is said whatever was looked for: the answer tells nothing of what is there.
            Assert.Equal(["Chưa tìm trong điểm và nhận xét của thành viên hội đồng năm 2026: kết quả chưa mở cho bạn.", "Một hồ sơ được ẩn đi vì bạn đã khai xung đột lợi ích trong hội đồng."], closed.TextsAt("main .notice"));
            Assert.Contains("Không lưu dữ liệu nào", closed.TextAt(".empty"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_finds_a_sealed_mark_or_remark_by_looking_for_it_as_a_person()
    {
        await SealedYear.AddAsync(app);
        await SealedYear.MarkAsync(app);
        var entry = await app.ReadAsync(db => db.AuditEntries.Where(one => one.Kind == nameof(ScoreSheet) && one.Year == SealedYear.Year).OrderBy(one => one.Sequence).FirstAsync());
        var mark = entry.ReadChanges().First(change => change.Part == nameof(Mark)).To!;
        foreach (var sought in new[] { "Nhận xét kín", mark })
        {
            var closed = await SearchAsync("admin", sought);
            Assert.Contains("năm 2030", closed.TextAt("main .notice"), StringComparison.Ordinal);
            Assert.DoesNotContain(entry.Subject, closed.Text, StringComparison.Ordinal);
            Assert.Contains("Không lưu dữ liệu nào", closed.TextAt(".empty"), StringComparison.Ordinal);
        }

        await app.ChangeAsync(db => SealedYear.FinishAsync(db, SealedYear.Year, app.Clock.Now.UtcDateTime));
        Assert.Contains("Nhận xét kín", (await SearchAsync("admin", "Nhận xét kín")).TextAt("#place-Text + dl + ul"), StringComparison.Ordinal);
        Assert.Contains(entry.Subject, (await SearchAsync("admin", mark)).TextAt("section[aria-labelledby=place-history]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_that_stepped_back_to_screening_keeps_its_marks_from_those_who_sit_on_its_council()
    {
        await SitAsync("officer");
        await app.ChangeAsync(async db => (await db.Programmes.WithTables().SingleAsync(one => one.Year == 2026)).StepBack("Sửa danh mục", isMarked: true));
        var officer = await app.SignedInAsync("officer");
        foreach (var address in new[] { "/programmes/2026/ranking", "/programmes/2026/ranking/judges" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync(address)).Status);
            Assert.Equal(HttpStatusCode.OK, (await (await app.SignedInAsync("admin")).OpenAsync(address)).Status);
        }
    }

    private Task SitAsync(string name) => app.ChangeAsync(async db =>
    {
        var user = await db.FindByEmailAsync($"{name}@demo.local");
        var year = await db.Programmes.WithTables().SingleAsync(one => one.Year == 2026);
        var judge = new Judge(year, user.Id, new JudgeDetails(user.FullName, null, null, CouncilRole.Member));
        db.Add(judge);
        db.Add(new Recusal(year, await db.Nominations.SingleAsync(one => one.ProgrammeId == year.Id && one.Number == Number), judge, ConflictKind.Family, null, app.Clock.Now.UtcDateTime));
    });

    private async Task DescribeAsync(string name, string reason)
    {
        var free = await app.SignedInAsync(name);
        var page = await free.OpenAsync($"/programmes/2026/nominations/{Number}/sections/business");
        var saved = await free.SubmitAsync(page, ("Input.Business.ContactName", Contact), ("Input.Business.Activity", Activity), ("Input.Reason", reason));
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Empty(saved.Errors);
    }

    private async Task RemarkAsync()
    {
        var judge = await app.SignedInAsync("judge1");
        var saved = await judge.SubmitAsync((await judge.OpenAsync(Sheet)).Form("form[data-sheet]"), null, ("Input.Remark", Remark));
        Assert.Equal(Remark, saved.ValueOf("Input.Remark"));
    }

    private async Task<string> TextAsync(string name, string address) => (await (await app.SignedInAsync(name)).OpenAsync(address)).TextAt("main");

    private async Task<Page> SearchAsync(string name, string sought)
    {
        var reader = await app.SignedInAsync(name);
        return await reader.SubmitAsync(await reader.OpenAsync("/personal-data"), ("Input.Name", sought));
    }

    private static Task<TResult> DossierAsync<TResult>(AppDbContext db, System.Linq.Expressions.Expression<Func<Nomination, TResult>> shown) =>
        db.Nominations.Where(one => one.Programme.Year == 2026 && one.Number == Number).Select(shown).SingleAsync();

    private static async Task<Judge> JudgeOfAsync(AppDbContext db, string name)
    {
        var user = await db.FindByEmailAsync($"{name}@demo.local");
        return await db.Judges.SingleAsync(one => one.UserId == user.Id && db.Programmes.Any(year => year.Id == one.ProgrammeId && year.Year == 2026));
    }
}
