using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Access;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages.Judging;

/// <summary>2027 in judging: four nominations of three businesses, judges 1 and 2 on its council, nothing declared yet.</summary>
public sealed class DeclarationPageTests : IAsyncLifetime, IDisposable
{
    private const int Year = 2027;
    private const string Home = "/programmes/2027/judging";
    private const string Declaration = Home + "/declaration";

    private readonly TestApp app = new();

    public Task InitializeAsync() => app.ChangeAsync(async db =>
    {
        var year = (await db.Programmes.WithTables().SingleAsync(one => one.Year == 2026)).CopyFor(Year);
        var counts = new ProgrammeCounts(0, 9, 9, 9, 0, 0, 0, 0);
        year.Advance(counts, "Thử khai báo");
        Business twice = Firm(901, "Công ty Cổ phần Đường Ế Ữ", "https://www.duong-eu.example"), plain = Firm(902, "Công ty TNHH Gốm Đại Thắng", null), other = Firm(903, "Công ty TNHH Thép Cửa Nam", null);
        var nominations = new[] { (twice, "Máy bơm Ế"), (twice, "Máy nén Ữ"), (plain, "Gốm kỹ thuật Đ"), (other, "Thép hộp Ư") }.Select((one, place) =>
        {
            var nomination = new Nomination(year, one.Item1, new NominationContent(BilingualName.Of(one.Item2, $"Product {place + 1}"), "Mô tả bí mật " + one.Item2, year.Industries[0].Id, year.Tracks[0].Id, null), new DateOnly(2027, 3, 1));
            nomination.Change(year, new Establishment(null, null, null, "Ông Lê Văn Ấn", null, one.Item1 == plain ? "Bà Nguyễn Thị Hồng Vượng" : "Nguyễn Thị Khác", "024 7777 0000", null), null);
            nomination.Accept(year, [], Officers.Hoa, "Thử");
            return nomination;
        }).ToList();
        db.Add(year);
        db.AddRange(nominations);
        db.Add(await EvidenceAsync(db, year, nominations[0]));
        year.Advance(counts, "Thử khai báo");
        year.Advance(counts, "Thử khai báo");
        db.Add(new Judge(year, (await db.FindByEmailAsync("judge1@demo.local")).Id, new JudgeDetails("Nguyễn Thị Hồng Vượng", "Lãnh đạo", "Sở Công Thương Hà Nội", CouncilRole.Chair)));
        db.Add(new Judge(year, (await db.FindByEmailAsync("judge2@demo.local")).Id, new JudgeDetails("Trần Đức Lưỡng", null, "Trung tâm nghiên cứu, Công ty CP Đường Ế Ữ", CouncilRole.Member)));
    });

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Before_declaring_nothing_opens_and_a_sheets_address_leads_to_the_declaration()
    {
        var judge = await app.SignedInAsync("judge2");
        var page = await judge.OpenAsync(Home + "/1");
        Assert.Equal((HttpStatusCode.OK, Declaration + "?for=1"), (page.Status, page.Address));
        Assert.DoesNotContain("bí mật", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("024 7777", page.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await judge.OpenAsync(Home + "/99")).Status);
        Assert.Empty((await judge.OpenAsync("/search?q=may+bom")).Document.QuerySelectorAll(".found a[href*='/2027/']"));
        using var file = await judge.GetAsync($"/evidence/{await FileAsync()}");
        Assert.Equal(HttpStatusCode.NotFound, file.StatusCode);
        using var forged = await judge.PostAsync(Home + "/1", ("__RequestVerificationToken", page.ValueOf("__RequestVerificationToken")), ("Input.Remark", "x"));
        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
        var list = await judge.OpenAsync("/judging");
        Assert.Contains("bạn chưa khai xem mình có liên hệ với 3 doanh nghiệp hay không", list.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await judge.OpenAsync(list.At(".notice a.button").GetAttribute("href")!)).Status);
        Assert.Contains("còn 3 doanh nghiệp chưa khai", (await judge.OpenAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_declared_opens_and_the_rest_only_by_a_conscious_act()
    {
        var judge = await app.SignedInAsync("judge2");
        var mark = await app.HistoryMarkAsync();
        var page = await judge.OpenAsync(Declaration + "?for=4");
        var steel = RowOf(page, "Thép Cửa Nam");
        var sheet = await judge.SubmitAsync(Form(page), null, ($"{steel}.Choice", "None"));
        Assert.Equal((HttpStatusCode.OK, Home + "/4"), (sheet.Status, sheet.Address));
        Assert.Equal("Bạn đã khai về 1 doanh nghiệp, trong đó 0 doanh nghiệp có xung đột. Còn 2 doanh nghiệp chưa khai.", sheet.TextAt(".notice.done"));
        var entry = Assert.Single(await app.HistorySinceAsync(mark), one => one.Kind == nameof(ConflictDeclaration));
        Assert.Equal((AuditAct.Added, "2027: Trần Đức Lưỡng – Công ty TNHH Thép Cửa Nam"), (entry.Act, entry.Subject));
        Assert.Equal(Declaration, (await judge.OpenAsync(Home + "/3")).Address.Split('?')[0]);

        // The rest at once: but not where something was found.
        page = await judge.OpenAsync(Declaration);
        var refused = await judge.SubmitAsync(Form(page), null, ("Input.RestIsNone", "true"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(["Công ty Cổ phần Đường Ế Ữ: Hãy chọn mối liên hệ của bạn với doanh nghiệp, hoặc chọn không có."], refused.Errors);
        var twice = RowOf(refused, "Đường Ế Ữ");
        refused = await judge.SubmitAsync(Form(refused), null, ($"{twice}.Choice", "None"));
        Assert.Equal(["Công ty Cổ phần Đường Ế Ữ: Hãy nêu ngắn gọn vì sao đây không phải là xung đột lợi ích."], refused.Errors);
        var done = await judge.SubmitAsync(Form(refused), null, ($"{RowOf(refused, "Đường Ế Ữ")}.Text", "Trùng tên, không phải công ty này"));
        Assert.Equal("/judging", done.Address);
        Assert.Equal("Bạn đã khai về 2 doanh nghiệp, trong đó 0 doanh nghiệp có xung đột. Không còn gì phải khai.", done.TextAt(".notice.done"));
        Assert.Equal(4, done.Document.QuerySelectorAll($"a[href^='{Home}/']").Select(link => link.GetAttribute("href")!).Where(address => int.TryParse(address[(Home.Length + 1)..], out _)).Distinct().Count());
    }

    [Fact]
    public async Task What_the_program_finds_is_proposed_and_nobody_is_named()
    {
        var chair = await (await app.SignedInAsync("judge1")).OpenAsync(Declaration);
        Assert.Equal(["Người liên hệ của doanh nghiệp trùng họ tên với bạn."], chair.TextsAt("form .mark-wait"));
        Assert.Contains("Gốm Đại Thắng", chair.At("form .mark-wait").Closest("fieldset")!.TextContent, StringComparison.Ordinal);
        var member = await (await app.SignedInAsync("judge2")).OpenAsync(Declaration);
        Assert.Equal(["Cơ quan công tác của bạn ghi trong danh sách hội đồng trùng tên với doanh nghiệp."], member.TextsAt("form .mark-wait"));
        // Nothing is chosen for the judge.
        Assert.Empty(member.Document.QuerySelectorAll("form input[type=radio][checked]"));
    }

    [Fact]
    public async Task Recusal_removes_dossier_sheet_search_hits_counts_and_downloads_of_that_nomination_for_that_judge_at_once()
    {
        var judge = await app.SignedInAsync("judge2");
        await DeclareNothingAsync(judge);
        await app.ChangeAsync(async db => db.Add(new IdentityUserRole<Guid>
        {
            UserId = (await db.FindByEmailAsync("judge2@demo.local")).Id,
            RoleId = (await db.Roles.SingleAsync(role => role.Name == Roles.Officer)).Id,
        }));
        judge = await app.SignedInAsync("judge2");
        var sheet = await judge.OpenAsync(Home + "/1");
        var saved = await judge.SubmitAsync(sheet.Form("form[data-sheet]"), null, (sheet.At("[data-mark]").GetAttribute("name")!, "5"));
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.NotEmpty((await judge.OpenAsync("/search?q=may+bom")).Document.QuerySelectorAll(".found a[href*='/2027/']"));
        Assert.Equal(HttpStatusCode.OK, (await judge.OpenAsync($"/evidence/{await FileAsync()}")).Status);

        var recuse = await judge.OpenAsync(Home + "/1/recuse");
        Assert.Contains("số 1, 2.", recuse.Text, StringComparison.Ordinal);
        var mark = await app.HistoryMarkAsync();
        var list = await judge.SubmitAsync(recuse, ("Input.Kind", "Ownership"), ("Input.Text", "Nắm cổ phần"));
        Assert.Equal("Bạn không chấm số 1, 2; các sản phẩm này đã ra khỏi danh sách của bạn.", list.TextAt(".notice.done"));
        Assert.Equal(
            [(nameof(ConflictDeclaration), AuditAct.Changed), (nameof(Recusal), AuditAct.Added), (nameof(Recusal), AuditAct.Added)],
            (await app.HistorySinceAsync(mark)).Select(entry => (entry.Kind, entry.Act)).Order());

        // Both products of the business, as judge and as the officer that the judge is by now.
        var both = await app.SignedInAsync("judge2");
        foreach (var number in new[] { 1, 2 })
        {
            foreach (var address in new[]
            {
                $"{Home}/{number}", $"{Home}/{number}/submit", $"{Home}/{number}/recuse", $"/programmes/2027/nominations/{number}", $"/programmes/2027/nominations/{number}/sections/technology",
                $"/programmes/2027/nominations/{number}/screening", $"/programmes/2027/nominations/{number}/receipt", $"/programmes/2027/nominations/{number}/evidence", $"/programmes/2027/nominations/{number}/decide",
            })
            {
                using var answer = await both.GetAsync(address);
                Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{address}: {answer.StatusCode}");
            }
        }

        using var file = await both.GetAsync($"/evidence/{await FileAsync()}");
        Assert.Equal(HttpStatusCode.NotFound, file.StatusCode);
        Assert.Empty((await both.OpenAsync("/search?q=may+bom")).Document.QuerySelectorAll(".found a[href*='/2027/']"));
        foreach (var address in new[] { "/programmes/2027/nominations", "/programmes/2027/screening?tab=all", "/programmes/2027/nominations/csv", "/programmes/2027/screening/return?n=1&n=3", "/businesses/901" })
        {
            var page = await both.OpenAsync(address);
            Assert.DoesNotContain("Máy bơm Ế", page.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("Máy nén Ữ", page.Body, StringComparison.Ordinal);
        }

        Assert.Contains("2 hồ sơ được ẩn đi vì bạn đã khai xung đột lợi ích", (await both.OpenAsync("/programmes/2027/nominations")).Text, StringComparison.Ordinal);
        Assert.Contains("2 hồ sơ được ẩn đi vì bạn đã khai xung đột lợi ích", (await both.OpenAsync("/programmes/2027/screening")).Text, StringComparison.Ordinal);
        Assert.Contains("Máy bơm Ế", (await (await app.SignedInAsync("officer")).OpenAsync("/programmes/2027/nominations")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await (await app.SignedInAsync("officer")).OpenAsync("/programmes/2027/nominations/1")).Status);
    }

    [Fact]
    public async Task Marks_given_earlier_stay_stored_as_stray_out_of_every_result_and_return_when_the_recusal_is_undone_with_a_reason()
    {
        var judge = await app.SignedInAsync("judge2");
        await DeclareNothingAsync(judge);
        await app.ChangeAsync(async db =>
        {
            var year = await db.Programmes.WithCriteria().SingleAsync(one => one.Year == Year);
            var sheet = new ScoreSheet(await db.Nominations.SingleAsync(one => one.ProgrammeId == year.Id && one.Number == 1), await db.Judges.Include(one => one.Assigned).SingleAsync(one => one.ProgrammeId == year.Id && one.Name == "Trần Đức Lưỡng"));
            sheet.Save(year, year.JudgedCriteria.ToDictionary(one => one.Id, _ => (decimal?)5), null, app.Clock.Now.UtcDateTime);
            sheet.Submit(year, app.Clock.Now.UtcDateTime);
            db.Add(sheet);
        });
        Assert.Equal(1, await CountedAsync());
        await judge.SubmitAsync(await judge.OpenAsync(Home + "/1/recuse"), ("Input.Kind", "Family"));
        Assert.Equal(0, await CountedAsync());
        Assert.Equal(9, await app.ReadAsync(db => db.Sheets.Where(sheet => sheet.Nomination.Programme.Year == Year).SelectMany(sheet => sheet.Marks).CountAsync()));

        var officer = await app.SignedInAsync("officer");
        var conflicts = await officer.OpenAsync("/programmes/2027/council/conflicts");
        Assert.Contains("Công ty Cổ phần Đường Ế Ữ", conflicts.Text, StringComparison.Ordinal);
        var lift = await officer.OpenAsync(conflicts.At("a[href*=recusals]").GetAttribute("href")!);
        Assert.Contains("của cùng doanh nghiệp", lift.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await officer.SubmitAsync(lift, ("Input.Reason", " "))).Status);
        var mark = await app.HistoryMarkAsync();
        var lifted = await officer.SubmitAsync(lift, ("Input.Reason", "Khai nhầm doanh nghiệp"));
        Assert.Equal("Trần Đức Lưỡng có thể chấm lại hồ sơ số 1, 2.", lifted.TextAt(".notice.done"));
        Assert.Equal(["Khai nhầm doanh nghiệp", "Khai nhầm doanh nghiệp"], (await app.HistorySinceAsync(mark)).Select(entry => entry.Reason!));
        Assert.Equal(1, await CountedAsync());
        Assert.Equal(Home + "/1", (await judge.OpenAsync(Home + "/1")).Address);
        Assert.Contains("đã được Sở gỡ", (await judge.OpenAsync(Declaration)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_nomination_of_that_business_that_is_accepted_or_registered_later_is_closed_too()
    {
        var judge = await app.SignedInAsync("judge2");
        await DeclareNothingAsync(judge);
        await judge.SubmitAsync(await judge.OpenAsync(Home + "/1/recuse"), ("Input.Kind", "OwnEmployer"));
        await app.ChangeAsync(async db =>
        {
            var year = await db.Programmes.WithTables().SingleAsync(one => one.Year == Year);
            year.StepBack("Nhận thêm hồ sơ", isMarked: false);
            var late = new Nomination(year, await db.Businesses.SingleAsync(one => one.Number == 901), new NominationContent(BilingualName.Of("Van Ế", null), null, year.Industries[0].Id, year.Tracks[0].Id, null), new DateOnly(2027, 4, 1));
            late.Accept(year, [], Officers.Hoa, "Nhận muộn");
            db.Add(late);
            year.Advance(new ProgrammeCounts(0, 9, 9, 9, 0, 0, 0, 0), "Chấm tiếp");
        });
        Assert.Equal(HttpStatusCode.NotFound, (await judge.OpenAsync(Home + "/5")).Status);
        Assert.DoesNotContain("Van Ế", (await judge.OpenAsync("/judging")).Text, StringComparison.Ordinal);
        Assert.False(await app.ReadAsync(db => db.Panel().AnyAsync(pair => pair.Nomination.Number == 5 && pair.Nomination.Programme.Year == Year && pair.Judge.Name == "Trần Đức Lưỡng")));
    }

    [Fact]
    public async Task Merging_two_businesses_opens_no_dossier()
    {
        var judge = await app.SignedInAsync("judge2");
        await DeclareNothingAsync(judge);
        // A conflict with 903; 902, about which nothing was declared, turns out to be the same business.
        await judge.SubmitAsync(await judge.OpenAsync(Home + "/4/recuse"), ("Input.Kind", "Family"));
        Assert.Equal(HttpStatusCode.OK, (await judge.OpenAsync(Home + "/3")).Status);
        var officer = await app.SignedInAsync("officer");
        var merged = await officer.SubmitAsync(await officer.OpenAsync("/businesses/902/merge/903"), ("Input.Reason", "Một doanh nghiệp"));
        Assert.Equal("/businesses/902", merged.Address);
        foreach (var number in new[] { 3, 4 })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await judge.OpenAsync($"{Home}/{number}")).Status);
        }
    }

    [Fact]
    public async Task The_Department_sees_who_has_declared_each_conflict_and_each_explanation()
    {
        var judge = await app.SignedInAsync("judge2");
        await DeclareNothingAsync(judge);
        await judge.SubmitAsync(await judge.OpenAsync(Home + "/3/recuse"), ("Input.Kind", "Adviser"), ("Input.Text", "Tư vấn lò nung"));
        var page = await (await app.SignedInAsync("auditor")).OpenAsync("/programmes/2027/council/conflicts");
        Assert.Contains("1 trên 2 thành viên chưa khai đủ các doanh nghiệp", page.Text, StringComparison.Ordinal);
        var tables = page.Document.QuerySelectorAll("main table").ToList();
        Assert.Equal(["Nguyễn Thị Hồng Vượng", "3", "0", "0", "3", "–", "Tất cả"], Cells(tables[0], 0));
        Assert.Equal(["Trần Đức Lưỡng", "3", "3", "1", "0"], Cells(tables[0], 1)[..5]);
        Assert.Equal(["Trần Đức Lưỡng", "Công ty TNHH Gốm Đại Thắng", "3", "Tôi đã tư vấn cho doanh nghiệp trong hai năm gần đây: Tư vấn lò nung"], Cells(tables[1], 0)[..4]);
        Assert.Equal("Trùng tên, không phải công ty này", Cells(tables[2], 0)[3]);
        Assert.Empty(page.Document.QuerySelectorAll("a[href*=recusals]"));
    }

    private static List<string> Cells(IElement table, int row) => [.. table.QuerySelectorAll("tbody tr")[row].Children.Select(cell => cell.TextContent.Trim())];

    private static IHtmlFormElement Form(Page page) => page.Form("form:has([name='Input.Rows[0].BusinessId'])");

    private static string RowOf(Page page, string business) =>
        page.Document.QuerySelectorAll("form fieldset").Single(row => row.QuerySelector("legend")!.TextContent.Contains(business, StringComparison.Ordinal))
            .QuerySelector("input[type=hidden]")!.GetAttribute("name")!.Replace(".BusinessId", "", StringComparison.Ordinal);

    private static async Task DeclareNothingAsync(Visitor judge)
    {
        var page = await judge.OpenAsync(Declaration);
        var twice = RowOf(page, "Đường Ế Ữ");
        await judge.SubmitAsync(Form(page), null, ("Input.RestIsNone", "true"), ($"{twice}.Choice", "None"), ($"{twice}.Text", "Trùng tên, không phải công ty này"));
    }

    private Task<int> CountedAsync() => app.ReadAsync(async db => await db.CountedSheets((await db.Programmes.SingleAsync(one => one.Year == Year)).Id).CountAsync());

    private Task<Guid> FileAsync() => app.ReadAsync(db => db.Evidence.Where(one => one.Name == "Chứng nhận kín.pdf").Select(one => one.Id).SingleAsync());

    private static async Task<Evidence> EvidenceAsync(AppDbContext db, Programme year, Nomination nomination)
    {
        var file = await db.Evidence.Select(one => new StoredFile(one.Sha256, one.Size, one.ContentType)).FirstAsync();
        return new Evidence(year, nomination, "Chứng nhận kín.pdf", file, EvidencePlace.Of(DossierSection.Standards), 0, Officers.Hoa, new DateTime(2026, 11, 20, 0, 0, 0, DateTimeKind.Utc), null);
    }

    private static Business Firm(int number, string name, string? website) => new(number, new BusinessDetails(
        BilingualName.Of(name, $"Business {number}"), null, null, new Address(null, null, null, null), new Contact(null, null, null), Ownership.Private, website));
}
