using System.Net;
using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages.Programmes;

/// <summary>From a file to the council: accounts known by their address, a preview, the confirmation.</summary>
public sealed class CouncilImportTests : IAsyncLifetime, IDisposable
{
    private const string Home = "/programmes/2027/council";

    private static readonly object?[] Headers = ["TT", "Email", "Họ và tên", "Chức vụ", "Đơn vị", "Vai trò", "Tiêu chí", "Ngành"];

    private readonly TestApp app = new();
    private Visitor officer = null!;

    public async Task InitializeAsync()
    {
        await app.OpenYearAsync();
        officer = await app.SignedInAsync("officer");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Judges_with_accounts_join_with_criteria_and_industries_by_number_and_name()
    {
        var before = await app.StateAsync();
        var preview = await SendAsync(
            officer, Headers,
            ["Ví dụ", "a@vidu.example", "Nguyễn Văn A", null, null, null, null, null],
            [1, "JUDGE4@demo.local", "Phạm Hữu Đằng", "PGS. TS.", "Viện nghiên cứu chế tạo", "Chủ tịch", null, null],
            [2, "judge5@demo.local", "Vũ Thị Ngữ", null, null, null, "1; 2.1", "2; thủ công mỹ nghệ"],
            [3, "judge6@demo.local", "Đặng Quốc Thiều", null, null, "Thư ký", "Năng suất lao động", "chỉ định"]);
        Assert.Equal(before, await app.StateAsync());
        Assert.Equal(["Mới", "Mới", "Mới"], preview.TextsAt(".preview .badge"));

        var mark = await app.HistoryMarkAsync();
        var done = await officer.SubmitAsync(preview);
        Assert.Equal(Home, done.Address);
        Assert.Contains("Đã nhập: 3 thành viên mới, 0 thành viên thay đổi.", done.Text, StringComparison.Ordinal);
        Assert.Equal(
            [
                "judge4: Phạm Hữu Đằng, PGS. TS., Viện nghiên cứu chế tạo, Chair, all, all",
                "judge5: Vũ Thị Ngữ, , , Member, 1; 2.1, 2; 8",
                "judge6: Đặng Quốc Thiều, , , Secretary, 1.3, by hand",
            ],
            await CouncilAsync());
        var history = await app.HistorySinceAsync(mark);
        Assert.Equal(3, history.Count(entry => entry is { Kind: nameof(Judge), Act: AuditAct.Added }));
        Assert.All(history, entry => Assert.Equal("nhập từ tệp “hoi-dong.xlsx”", entry.Reason));
    }

    [Fact]
    public async Task Wrong_cells_are_told_by_name_in_the_readers_language_and_nothing_is_imported()
    {
        var preview = await SendAsync(
            officer, Headers,
            [1, "judge4", null, null, null, "Trưởng ban", "99", "Hàng không"],
            [2, "auditor@demo.local", "Kiểm tra viên", null, null, null, null, null],
            [3, "judge5@demo.local", "A", null, null, null, null, null],
            [4, "judge5@demo.local", "B", null, null, null, null, null]);
        Assert.Equal(
            [
                "B2 Thư điện tử: “judge4” – Đây không phải là địa chỉ thư điện tử.",
                "C2 Họ và tên: Ô này phải điền.",
                "F2 Vai trò: “Trưởng ban” – Nội dung này không có trong danh mục của năm. Hãy chọn trong danh mục.",
                "G2 Tiêu chí chấm: “99” – “99” không phải là tiêu chí hay nhóm tiêu chí do hội đồng chấm của năm.",
                "H2 Ngành chấm: “Hàng không” – “Hàng không” không phải là ngành của năm.",
                "B3 Thư điện tử: “auditor@demo.local” – Có tài khoản này nhưng chưa có vai trò Thành viên hội đồng. Quản trị cần giao vai trò đó trước.",
                "Thư điện tử: “judge5@demo.local” – Cùng một địa chỉ có ở các dòng 4, 5. Hãy bỏ bớt.",
                "Thư điện tử: “judge5@demo.local” – Cùng một địa chỉ có ở các dòng 4, 5. Hãy bỏ bớt.",
            ],
            preview.TextsAt(".preview .error").Select(text => text.Replace("⚠ ", "", StringComparison.Ordinal)));
        Assert.Empty(preview.Document.QuerySelectorAll("[name='Input.Fingerprint']"));
        var before = await app.StateAsync();
        using var forged = await officer.PostAsync(preview.Address, ("Input.Fingerprint", "x"), ("__RequestVerificationToken", await TokenAsync()));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal(before, await app.StateAsync());
    }

    [Fact]
    public async Task An_officer_is_told_which_accounts_are_missing_and_imports_the_others()
    {
        var preview = await SendAsync(officer, Headers, [1, "moi@demo.local", "Lý Thị Mới", null, null, null, null, null], [2, "judge4@demo.local", "Phạm Hữu Đằng", null, null, null, null, null]);
        Assert.Equal("Lý Thị Mới – moi@demo.local", preview.TextAt(".panel.stop li"));
        Assert.Empty(preview.Document.QuerySelectorAll("[name='Input.MakeAccounts']"));

        // The box of an administrator, ticked by a forger, makes no account.
        using var forged = await officer.PostAsync(preview.Address, ("Input.Fingerprint", preview.ValueOf("Input.Fingerprint")), ("Input.MakeAccounts", "true"), ("__RequestVerificationToken", preview.ValueOf("__RequestVerificationToken")));
        Assert.Equal(HttpStatusCode.Found, forged.StatusCode);
        Assert.Equal(["judge4: Phạm Hữu Đằng, , , Member, all, all"], await CouncilAsync());
        Assert.False(await app.ReadAsync(db => db.Users.AnyAsync(user => user.Email == "moi@demo.local")));
    }

    [Fact]
    public async Task An_administrator_may_have_the_accounts_made_and_gives_each_a_link()
    {
        var admin = await app.SignedInAsync("admin");
        var preview = await SendAsync(admin, Headers, [1, "Moi.Ly@demo.local", "Lý Thị Mới", null, null, null, null, null]);
        var mark = await app.HistoryMarkAsync();
        var done = await admin.SubmitAsync(preview, ("Input.MakeAccounts", "true"));
        Assert.Equal("/users", done.Address);
        Assert.Contains("Đã tạo 1 tài khoản chưa có mật khẩu", done.Text, StringComparison.Ordinal);
        Assert.Equal(["Moi.Ly: Lý Thị Mới, , , Member, all, all"], await CouncilAsync());
        var user = await app.ReadAsync(db => db.FindByEmailAsync("Moi.Ly@demo.local"));
        Assert.Equal((null, true, "MOI.LY@DEMO.LOCAL"), (user.PasswordHash, user.IsActive, user.NormalizedUserName));
        Assert.Equal(["AppUser", "Judge"], (await app.HistorySinceAsync(mark)).Select(entry => entry.Kind).Order());

        var link = await admin.SubmitAsync(await admin.OpenAsync($"/users/{user.Id}/link"));
        Assert.Contains("/account/reset", link.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_import_changes_what_differs_removes_nobody_and_lists_who_is_missing()
    {
        await officer.SubmitAsync(await SendAsync(officer, Headers, [1, "judge4@demo.local", "Phạm Hữu Đằng", "TS.", "Viện A", null, "1", null], [2, "judge5@demo.local", "Vũ Thị Ngữ", null, null, null, null, null]));
        var preview = await SendAsync(officer, ["Thư điện tử", "Họ tên", "Chức danh"], ["judge4@demo.local", "Phạm Hữu Đằng", "PGS. TS."]);
        Assert.Equal(["Chức danh: TS. → PGS. TS."], preview.TextsAt(".changes li"));
        Assert.Contains("Có trong hội đồng nhưng không có trong tệp, giữ nguyên như hiện tại: Vũ Thị Ngữ.", preview.TextsAt(".notices li"));
        await officer.SubmitAsync(preview);
        Assert.Equal(["judge4: Phạm Hữu Đằng, PGS. TS., Viện A, Member, 1, all", "judge5: Vũ Thị Ngữ, , , Member, all, all"], await CouncilAsync());
    }

    [Fact]
    public async Task The_workbook_of_a_council_comes_back_as_it_went_out()
    {
        await officer.SubmitAsync(await SendAsync(officer, Headers, [1, "judge4@demo.local", "Phạm Hữu Đằng", "TS.", "Viện A", "Chủ tịch", "1; 2.1", "2; 3"], [2, "judge5@demo.local", "Vũ Thị Ngữ", null, null, null, null, "chỉ định"]));
        using var file = await officer.GetAsync(Home + "/workbook");
        var preview = await UploadAsync(officer, await file.Content.ReadAsByteArrayAsync());
        Assert.Equal(["Không đổi", "Không đổi"], preview.TextsAt(".preview .badge"));
        Assert.Empty(preview.Document.QuerySelectorAll("[name='Input.Fingerprint']"));
    }

    [Fact]
    public async Task The_template_names_criteria_and_industries_with_their_numbers_and_reads_as_empty()
    {
        using var file = await officer.GetAsync(Home + "/workbook?empty=true");
        var bytes = await file.Content.ReadAsByteArrayAsync();
        var sheets = SheetReader.Read(new MemoryStream(bytes), "mau.xlsx");
        var guide = sheets.SelectMany(sheet => sheet.Rows).Select(row => string.Join(" ", row.Cells.Select(cell => cell.Text))).ToList();
        var criterion = await app.ReadAsync(async db => (await db.Programmes.WithTables().SingleAsync(one => one.Year == 2027)).Groups[0].Criteria[1].Name.Vietnamese);
        Assert.Contains(guide, line => line.StartsWith($"1.2 {criterion}", StringComparison.Ordinal));
        var refused = await UploadAsync(officer, bytes);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
    }

    [Fact]
    public async Task When_the_store_has_changed_since_the_preview_nothing_is_imported()
    {
        var preview = await SendAsync(officer, Headers, [1, "judge4@demo.local", "Phạm Hữu Đằng", null, null, null, null, null]);
        await app.ChangeAsync(async db =>
        {
            var year = await db.Programmes.SingleAsync(one => one.Year == 2027);
            db.Add(new Judge(year, (await db.FindByEmailAsync("judge4@demo.local")).Id, new JudgeDetails("Đằng", null, null, CouncilRole.Member)));
        });
        var refused = await officer.SubmitAsync(preview);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.StartsWith("Dữ liệu đang lưu đã thay đổi sau khi bạn xem trước", refused.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal(["Họ và tên: Đằng → Phạm Hữu Đằng"], refused.TextsAt(".changes li"));
        await officer.SubmitAsync(refused);
        Assert.Equal(["judge4: Phạm Hữu Đằng, , , Member, all, all"], await CouncilAsync());
    }

    [Fact]
    public async Task Criteria_are_frozen_once_judging_has_opened_and_titles_are_not()
    {
        var preview = await SendAsync(officer, 2026, Headers, [1, "judge4@demo.local", "Phạm Hữu Đằng", "GS.", null, null, "1", null]);
        Assert.Equal("G2 Tiêu chí chấm: “1” – Việc phân công tiêu chí đã khóa kể từ khi mở chấm điểm.", preview.TextAt(".preview .error").Replace("⚠ ", "", StringComparison.Ordinal));
        Assert.DoesNotContain("Đằng", preview.TextAt(".notices"), StringComparison.Ordinal);
        preview = await SendAsync(officer, 2026, ["Email", "Họ tên", "Chức danh"], ["judge4@demo.local", "Phạm Hữu Đằng", "GS."]);
        Assert.Single(preview.TextsAt(".changes li"));
    }

    private static Task<Page> SendAsync(Visitor visitor, params object?[][] rows) => SendAsync(visitor, 2027, rows);

    private static Task<Page> SendAsync(Visitor visitor, int year, params object?[][] rows) => UploadAsync(visitor, ImportFile.Xlsx(rows), year);

    private static async Task<Page> UploadAsync(Visitor visitor, byte[] file, int year = 2027)
    {
        var page = await visitor.OpenAsync($"/programmes/{year}/council/import");
        return await visitor.UploadAsync(page.Form("form[enctype]"), "Input.File", [new ChosenFile("hoi-dong.xlsx", file)]);
    }

    private async Task<string> TokenAsync() => (await officer.OpenAsync(Home + "/import")).ValueOf("__RequestVerificationToken");

    // The council with the numbers of criteria and industries.
    private Task<List<string>> CouncilAsync() => app.ReadAsync(async db =>
    {
        var year = await db.Programmes.WithTables().SingleAsync(one => one.Year == 2027);
        var words = new KeyProducts.Web.Import.CouncilWords(year);
        var judges = await db.Judges.WithScope().Where(judge => judge.ProgrammeId == year.Id).ToListAsync();
        var users = await db.Users.ToDictionaryAsync(user => user.Id, user => user.Email!.Split('@')[0]);
        return judges.OrderBy(judge => users[judge.UserId], StringComparer.Ordinal)
            .Select(judge => $"{users[judge.UserId]}: {judge.Name}, {judge.Title}, {judge.Organisation}, {judge.Role}, {words.WriteCriteria(judge) ?? "all"}, {(judge.ScoresAllNominations ? "all" : judge.Industries.Count == 0 ? "by hand" : words.WriteIndustries(judge))}").ToList();
    });
}
