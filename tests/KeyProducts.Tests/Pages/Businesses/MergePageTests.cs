using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages.Businesses;

/// <summary>Business 9 of the demonstration, and 901, which somebody entered for it a second time.</summary>
public sealed class MergePageTests : IAsyncLifetime, IDisposable
{
    private const string Twin = "Cty CP Thiết bị Điện Hạ Vân Quang";

    private readonly TestApp app = new();

    public Task InitializeAsync() => app.ChangeAsync(async db =>
    {
        var twin = new Business(901, new BusinessDetails(
            BilingualName.Of(Twin, "Ha Van Quang Electrical Equipment JSC"), "0100233488", null, new Address("Số 1", "Phường Láng", null, "Hà Nội"),
            new Contact("Ông Đế", "024 9999 9999", null), Ownership.Private, null));
        var nine = await db.Businesses.WithParts().SingleAsync(one => one.Number == 9);
        twin.SetFigures(2015, 5_000_000_000, null, 7);
        twin.SetFigures(nine.Figures.Max(one => one.Year), 1, null, null);
        twin.AddTitle(2001);
        db.Add(twin);
        // One of its products was registered on the second record, in a year that is recognised and in one that is judged.
        foreach (var nomination in await db.Nominations.Where(one => one.Business.Number == 9 && (one.Programme.Year == 2026 || (one.Programme.Year == 2025 && one.Number == 15))).ToListAsync())
        {
            db.Entry(nomination).Property(one => one.BusinessId).CurrentValue = twin.Id;
        }
    });

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Likely_twins_come_first_and_others_are_searched_for()
    {
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync((await officer.OpenAsync("/businesses/9")).At("a[href$='/merge']").GetAttribute("href")!);
        Assert.Equal([Twin], page.TextsAt("ul.rows li > div > a"));
        Assert.Contains("cùng tên", page.TextAt("ul.rows li"), StringComparison.Ordinal);
        var found = await officer.SubmitAsync(page.Form("main form.filter"), null, ("with", "det may van ky"));
        Assert.Equal("/businesses/9/merge/2", found.Document.QuerySelectorAll("ul.rows a.button")[^1].GetAttribute("href"));
        Assert.Empty((await officer.OpenAsync("/businesses/9/merge?with=ha+van+quang+thiet+bi")).Document.QuerySelectorAll("a[href='/businesses/9/merge/9']"));
    }

    [Fact]
    public async Task The_dry_run_shows_what_would_happen_and_changes_nothing()
    {
        var before = await app.StateAsync();
        var page = await (await app.SignedInAsync("officer")).OpenAsync("/businesses/9/merge/901");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Không thể hoàn tác việc này.", page.Text, StringComparison.Ordinal);
        Assert.Equal(["2026", "2025"], page.TextsAt("main table tbody td:first-child").Distinct());
        Assert.Contains("Từ đó, các năm đã công nhận hiển thị tên của bản ghi được giữ: 2025.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Số liệu năm 2015: 5.000.000.000 đồng · 7 lao động", page.TextsAt("main li"));
        Assert.Contains("Thương hiệu quốc gia năm 2001", page.TextsAt("main li"));
        Assert.Equal(["Tên tiếng Việt", "Mã số thuế", "Địa chỉ", "Người liên hệ"], page.TextsAt("fieldset.choices legend").Take(4).Select(text => text == "Liên hệ" ? "Người liên hệ" : text));
        Assert.Empty(page.Document.QuerySelectorAll(".notice.wrong"));
        Assert.StartsWith("Hai bản ghi không có gì giống nhau", (await (await app.SignedInAsync("officer")).OpenAsync("/businesses/9/merge/2")).TextAt(".notice.wrong"), StringComparison.Ordinal);
        Assert.Equal(before, await app.StateAsync());
    }

    [Fact]
    public async Task Merging_moves_nominations_takes_what_was_chosen_and_tells_both_histories()
    {
        var officer = await app.SignedInAsync("officer");
        var form = await officer.OpenAsync("/businesses/9/merge/901");
        var year = await app.ReadAsync(db => db.Businesses.Where(one => one.Number == 9).SelectMany(one => one.Figures).MaxAsync(one => one.Year));
        var revenue = await app.ReadAsync(db => db.Businesses.Where(one => one.Number == 9).SelectMany(one => one.Figures).Where(one => one.Year == year).Select(one => one.Revenue).SingleAsync());
        var ranking = Ranking(await officer.OpenAsync("/programmes/2025/ranking"));
        var mark = await app.HistoryMarkAsync();

        var refused = await officer.SubmitAsync(form, ("Input.Fields[TaxCode]", "true"));
        Assert.Equal((HttpStatusCode.BadRequest, "Hãy nêu lý do."), (refused.Status, Assert.Single(refused.Errors)));
        Assert.True(refused.Document.QuerySelector("[name='Input.Fields[TaxCode]'][value=true]")!.HasAttribute("checked"));
        Assert.Empty(await app.HistorySinceAsync(mark));

        var done = await officer.SubmitAsync(refused, ("Input.Fields[TaxCode]", "true"), ("Input.Reason", "Một doanh nghiệp, nhập hai lần"));
        Assert.Equal((HttpStatusCode.OK, "/businesses/9", $"Đã gộp “Ha Van Quang” vào bản ghi này."), (done.Status, done.Address, done.TextAt(".notice.done").Replace(Twin, "Ha Van Quang", StringComparison.Ordinal)));
        Assert.Contains("0100233488", done.Text, StringComparison.Ordinal);
        Assert.Contains($"Đã gộp vào bản ghi này: “{Twin}”.", done.Text, StringComparison.Ordinal);

        var (kept, gone) = await app.ReadAsync(async db => (await db.Businesses.WithParts().SingleAsync(one => one.Number == 9), await db.Businesses.WithParts().SingleAsync(one => one.Number == 901)));
        Assert.Equal((kept.Id, null, Twin, 2), (gone.MergedIntoId, gone.TaxCode, gone.Name.Vietnamese, gone.Figures.Count));
        Assert.Equal((revenue, 5_000_000_000L), (kept.Figures.Single(one => one.Year == year).Revenue, kept.Figures.Single(one => one.Year == 2015).Revenue));
        Assert.Equal(0, await app.ReadAsync(db => db.Nominations.CountAsync(one => one.BusinessId == gone.Id)));
        // The published result is what it was, with the surviving name.
        var after = await officer.OpenAsync("/programmes/2025/ranking");
        Assert.Equal(ranking, Ranking(after));
        Assert.DoesNotContain(Twin, after.Text, StringComparison.Ordinal);

        var entries = await app.HistorySinceAsync(mark);
        Assert.All(entries, entry => Assert.Equal("Một doanh nghiệp, nhập hai lần", entry.Reason));
        Assert.Contains(entries, entry => entry.Act == AuditAct.Merged && entry.Subject.Contains(Twin, StringComparison.Ordinal) && entry.Subject.Contains(kept.Name.Vietnamese, StringComparison.Ordinal));
        Assert.Contains(entries, entry => entry.Subject == Twin && entry.ReadChanges().Any(change => change.Property == "MergedIntoId" && change.To == kept.Name.Vietnamese));
        Assert.Contains(entries, entry => entry.Kind == "Nomination" && entry.Year == 2025 && entry.ReadChanges().Any(change => change is { Property: "BusinessId", From: Twin } && change.To == kept.Name.Vietnamese));
        var history = await officer.OpenAsync("/history?kind=Business");
        Assert.Contains($"đã gộp hai bản ghi của một doanh nghiệp: “{Twin}” → “{kept.Name.Vietnamese}”. Lý do: Một doanh nghiệp, nhập hai lần", history.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merged_record_leaves_lists_search_and_choices_and_its_address_leads_to_the_other()
    {
        var officer = await app.SignedInAsync("officer");
        Assert.Contains("Cty CP", (await officer.OpenAsync("/businesses?q=ha+van+quang")).Text, StringComparison.Ordinal);
        var edit = await officer.OpenAsync("/businesses/901/edit");
        var figures = await officer.OpenAsync("/businesses/901/figures");
        var second = await officer.OpenAsync("/businesses/901/merge/9");
        await app.ChangeAsync(async db =>
        {
            var year = (await db.Programmes.WithTables().SingleAsync(one => one.Year == 2026)).CopyFor(2027);
            year.Advance(ProgrammeCounts.None, "Thử");
            db.Add(year);
        });
        var register = await officer.OpenAsync("/programmes/2027/nominations/new");
        await officer.SubmitAsync(await officer.OpenAsync("/businesses/9/merge/901"), ("Input.Reason", "Trùng"));

        Assert.Equal(["Công ty Cổ phần Thiết bị Điện Hạ Vân Quang"], (await officer.OpenAsync("/businesses?q=ha+van+quang")).TextsAt("tbody td:first-child"));
        Assert.DoesNotContain("Cty CP", (await officer.OpenAsync("/businesses/csv?q=ha+van+quang")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain(Twin, (await officer.OpenAsync("/search?q=ha+van+quang")).Text, StringComparison.Ordinal);
        Assert.Single((await officer.OpenAsync("/search?q=ha+van+quang")).TextsAt("#businesses + ol li"));
        Assert.DoesNotContain("/merge/901", (await officer.OpenAsync("/businesses/9/merge?with=ha+van+quang")).Body, StringComparison.Ordinal);

        using var answer = await officer.GetAsync("/businesses/901");
        Assert.Equal((HttpStatusCode.Found, "/businesses/9"), (answer.StatusCode, $"{answer.Headers.Location}"));
        foreach (var address in new[] { "/businesses/901/edit", "/businesses/901/figures", "/businesses/901/merge", "/businesses/901/merge/9", "/businesses/9/merge/901", "/businesses/9/merge/9" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync(address)).Status);
        }

        // What was opened before is refused with a sentence, and what was typed is kept.
        var refused = await officer.SubmitAsync(edit, ("Input.ContactName", "Bà Ữ"));
        Assert.Equal((HttpStatusCode.BadRequest, "Bà Ữ"), (refused.Status, refused.ValueOf("Input.ContactName")));
        Assert.Contains("đã được gộp vào bản ghi khác", Assert.Single(refused.Errors), StringComparison.Ordinal);
        refused = await officer.SubmitAsync(figures.Form("main form[data-guard]"), null, ("Input.FigureYear", "2014"), ("Input.New.Revenue", "77"));
        Assert.Equal((HttpStatusCode.BadRequest, "77"), (refused.Status, refused.ValueOf("Input.New.Revenue")));
        refused = await officer.SubmitAsync(second, ("Input.Reason", "Trùng, lần hai"));
        Assert.Equal((HttpStatusCode.BadRequest, "Trùng, lần hai"), (refused.Status, refused.ValueOf("Input.Reason")));

        refused = await officer.SubmitAsync(
            register, ("Input.Business", "901"), ("Input.Product.Name", "Tủ điện Ế Ữ"), ("Input.Product.IndustryId", FirstOf(register, "Input.Product.IndustryId")), ("Input.Product.TrackId", FirstOf(register, "Input.Product.TrackId")));
        Assert.Equal((HttpStatusCode.BadRequest, "Tủ điện Ế Ữ"), (refused.Status, refused.ValueOf("Input.Product.Name")));
        Assert.Contains("đã được gộp vào bản ghi khác", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Empty(refused.Document.QuerySelectorAll("[name='Input.Business'] option[value='901']"));

        // Its code is free again.
        var entered = await officer.SubmitAsync(await officer.OpenAsync("/businesses/new"), ("Input.Name", "Xưởng Đúc Ế Ữ"), ("Input.Ownership", "Private"), ("Input.TaxCode", "0100233488"));
        Assert.Equal(HttpStatusCode.OK, entered.Status);
    }

    [Fact]
    public async Task Who_changed_one_of_the_two_meanwhile_is_not_written_over()
    {
        var officer = await app.SignedInAsync("officer");
        var form = await officer.OpenAsync("/businesses/9/merge/901");
        await officer.SubmitAsync(await officer.OpenAsync("/businesses/901/edit"), ("Input.ContactName", "Bà Ữ"));
        var refused = await officer.SubmitAsync(form, ("Input.Reason", "Trùng"));
        Assert.Equal((HttpStatusCode.BadRequest, "Trùng"), (refused.Status, refused.ValueOf("Input.Reason")));
        Assert.Contains("Bà Ữ", refused.Text, StringComparison.Ordinal);
        Assert.Null(await app.ReadAsync(db => db.Businesses.Where(one => one.Number == 901).Select(one => one.MergedIntoId).SingleAsync()));
        Assert.Equal(HttpStatusCode.OK, (await officer.SubmitAsync(refused)).Status);
        Assert.NotNull(await app.ReadAsync(db => db.Businesses.Where(one => one.Number == 901).Select(one => one.MergedIntoId).SingleAsync()));
    }

    [Fact]
    public async Task The_same_product_in_the_same_year_is_warned_of()
    {
        await app.ChangeAsync(async db =>
        {
            var nomination = await db.Nominations.SingleAsync(one => one.Programme.Year == 2025 && one.Number == 19);
            db.Entry(nomination).Property(one => one.BusinessId).CurrentValue = await db.Businesses.Where(one => one.Number == 901).Select(one => one.Id).SingleAsync();
            db.Entry(nomination).ComplexProperty(one => one.Product).Property(one => one.Vietnamese).CurrentValue = "Máy biến áp phân phối LÕI THÉP vô định hình";
        });
        var page = await (await app.SignedInAsync("officer")).OpenAsync("/businesses/9/merge/901");
        Assert.Contains("Cả hai đều có “Máy biến áp phân phối LÕI THÉP vô định hình” năm 2025: số 19 và số 14.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merge_that_would_change_a_recognised_top_is_refused()
    {
        // With at most one product of a business, two in the top of 2025 cannot be of one.
        var officer = await app.SignedInAsync("officer");
        var top = Ranking(await officer.OpenAsync("/programmes/2025/ranking")).Take(2).Select(cells => int.Parse(cells.Split('|')[^1], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        await app.ChangeAsync(async db =>
        {
            var year = await db.Programmes.SingleAsync(one => one.Year == 2025);
            db.Entry(year).ComplexProperty(one => one.Rules).Property(one => one.BusinessCap).CurrentValue = 1;
            foreach (var (number, business) in new[] { (top[0], 9), (top[1], 901) })
            {
                var nomination = await db.Nominations.SingleAsync(one => one.Programme.Year == 2025 && one.Number == number);
                db.Entry(nomination).Property(one => one.BusinessId).CurrentValue = await db.Businesses.Where(one => one.Number == business).Select(one => one.Id).SingleAsync();
            }
        });
        var page = await officer.OpenAsync("/businesses/9/merge/901");
        Assert.Contains("Năm 2025, mỗi doanh nghiệp có tối đa 1 sản phẩm trong nhóm dẫn đầu.", page.Text, StringComparison.Ordinal);
        var before = await app.StateAsync();
        var refused = await officer.SubmitAsync(page, ("Input.Reason", "Trùng"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.StartsWith("Nếu tính là một doanh nghiệp", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(before, await app.StateAsync());
    }

    [Fact]
    public async Task A_business_that_is_entered_again_is_told_of_with_a_link_and_entered_when_it_is_another()
    {
        var officer = await app.SignedInAsync("officer");
        var form = await officer.OpenAsync("/businesses/new");
        var refused = await officer.SubmitAsync(form, ("Input.Name", "Công ty CP Dệt may Vân kỳ hồng"), ("Input.Ownership", "Private"));
        Assert.Equal((HttpStatusCode.BadRequest, "Công ty CP Dệt may Vân kỳ hồng"), (refused.Status, refused.ValueOf("Input.Name")));
        Assert.Equal(["/businesses/2"], refused.Document.QuerySelectorAll(".notice.warn a").Select(link => link.GetAttribute("href")!));
        var entered = await officer.SubmitAsync(refused, ("Input.IsAnother", "true"));
        Assert.Equal(HttpStatusCode.OK, entered.Status);

        refused = await officer.SubmitAsync(form, ("Input.Name", "Xưởng Đúc Ế Ữ"), ("Input.Ownership", "Private"), ("Input.TaxCode", "0199027467"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("“Công ty Cổ phần Dệt May Vân Kỳ Hồng” đã có mã số thuế này.", refused.TextAt("#Input-TaxCode-error"));
        Assert.Equal(["/businesses/2"], refused.Document.QuerySelectorAll(".notice.warn a").Select(link => link.GetAttribute("href")!));
    }

    private static string FirstOf(Page page, string name) =>
        page.Document.QuerySelectorAll($"[name='{name}'] option").Select(option => option.GetAttribute("value")!).First(value => value.Length > 0);

    private static List<string> Ranking(Page page) => [.. page.Document.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr")
        .Select(row => row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList()).Where(cells => cells.Count > 4)
        .Select(cells => $"{cells[0]}|{cells[1]}|{cells[3]}|{cells[5]}|{cells[^1]}")];
}
