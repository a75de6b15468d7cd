using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages.Screening;

/// <summary>Many nominations at once, after the list and the count.</summary>
public sealed class SelectionTests : IDisposable
{
    private const string Address = "/programmes/2027/screening";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Bulk_accept_shows_list_count_and_what_stands_in_the_way_and_asks_one_reason()
    {
        await ScreeningYear.OpenAsync(app, 4, (year, one) =>
        {
            if (one.Number <= 2)
            {
                ScreeningYear.Answer(year, one);
            }
            else if (one.Number == 4)
            {
                one.Reject(year, "Không đủ");
            }
        });
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync($"{Address}/accept?n=4&n=3&n=1&n=2&n=99");
        Assert.Contains("3 hồ sơ sẽ được chấp nhận", page.TextAt(".notice.warn"), StringComparison.Ordinal);
        Assert.Contains("Trong đó 1 hồ sơ còn vướng mắc", page.TextAt(".notice.warn"), StringComparison.Ordinal);
        Assert.Equal(
            [
                "1. Sản phẩm 01 – Công ty Cổ phần Đường Ế Ữ 01 Không vướng mắc",
                "2. Sản phẩm 02 – Công ty Cổ phần Đường Ế Ữ 02 Không vướng mắc",
                "3. Sản phẩm 03 – Công ty Cổ phần Đường Ế Ữ 03 Danh mục kiểm tra còn 1 mục chưa trả lời.",
                "4. Sản phẩm 04 – Công ty Cổ phần Đường Ế Ữ 04 Hồ sơ không còn ở trạng thái đã đăng ký.",
            ],
            page.TextsAt("ol.rows li"));
        Assert.Equal("Để lại: 1 hồ sơ không thể chấp nhận", page.TextAt("h2"));
        Assert.Empty((await officer.OpenAsync($"{Address}?tab=ready")).Errors);

        var mark = await app.HistoryMarkAsync();
        var refused = await officer.SubmitAsync(page);
        Assert.Equal((HttpStatusCode.BadRequest, "Hãy nêu lý do chấp nhận dù còn vướng mắc."), (refused.Status, refused.TextAt("#Input-Reason-error")));
        Assert.Empty(await app.HistorySinceAsync(mark));
        Assert.Equal(["Accepted 0"], await CountsAsync());

        var done = await officer.SubmitAsync(refused, ("Input.Reason", "Đã xem bản giấy"));
        Assert.Equal((Address, "Đã chấp nhận 3 hồ sơ."), (done.Address, done.TextAt(".notice.done")));
        Assert.Equal(["Accepted 3"], await CountsAsync());
        Assert.Equal(
            [("2027/1 Sản phẩm 01", null), ("2027/2 Sản phẩm 02", null), ("2027/3 Sản phẩm 03", "Đã xem bản giấy")],
            (await app.HistorySinceAsync(mark)).OrderBy(entry => entry.Subject, StringComparer.Ordinal).Select(entry => (entry.Subject, entry.Reason)));
        Assert.Equal(("Đã xem bản giấy", null), ((await ScreeningYear.StoredAsync(app, 3)).StatusReason, (await ScreeningYear.StoredAsync(app, 1)).StatusReason));
    }

    [Fact]
    public async Task Nothing_is_accepted_when_one_has_changed_meanwhile_and_the_page_says_which()
    {
        await ScreeningYear.OpenAsync(app, 3, ScreeningYear.Answer);
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync($"{Address}/accept?n=1&n=2&n=3");
        await app.ChangeAsync(async db =>
        {
            var (year, one) = await LoadAsync(db, 2);
            one.ChangeBrand(year, "Khác", null);
        });
        var mark = await app.HistoryMarkAsync();
        var refused = await officer.SubmitAsync(page);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(["Chưa thực hiện gì: từ lúc hiện danh sách đã có người thay đổi hồ sơ số 2. Hãy xem lại danh sách hiện tại rồi xác nhận lại."], refused.Errors);
        Assert.Equal(["Accepted 0"], await CountsAsync());
        Assert.Empty(await app.HistorySinceAsync(mark));

        // The list as it is now can be confirmed.
        await officer.SubmitAsync(refused);
        Assert.Equal(["Accepted 3"], await CountsAsync());
    }

    [Fact]
    public async Task A_setting_of_the_year_that_raises_a_new_doubt_counts_as_a_change()
    {
        await ScreeningYear.OpenAsync(app, 2, (year, one) =>
        {
            one.Declare(year, 2026, FigureBase.Product, new FigureContent(120_000_000_000, 500_000_000_00), null);
            one.Declare(year, 2026, FigureBase.Business, new FigureContent(200_000_000_000, 500_000_000_00, 90), null);
            ScreeningYear.Answer(year, one);
        });
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync($"{Address}/accept?n=1");
        await app.ChangeAsync(async db =>
        {
            var (year, _) = await LoadAsync(db, 1);
            year.Set(year.Screening with { DongPerDollar = 25_000m });
        });
        Assert.Contains("hồ sơ số 1", Assert.Single((await officer.SubmitAsync(page)).Errors), StringComparison.Ordinal);
        Assert.Equal(["Accepted 0"], await CountsAsync());
    }

    [Fact]
    public async Task Under_the_two_person_rule_own_checks_and_unchecked_dossiers_are_left_out_of_the_bulk()
    {
        var me = await app.ReadAsync(async db => (await db.FindByEmailAsync("officer@demo.local")).Id);
        await ScreeningYear.OpenAsync(app, 3, (year, one) =>
        {
            ScreeningYear.Answer(year, one);
            if (one.Number > 1)
            {
                one.MarkChecked(year, one.Number == 2 ? new Person(me, "Tôi") : Officers.Thang);
            }
        }, ScreeningRules.Usual with { TwoPersons = true });
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync($"{Address}/accept?n=1&n=2&n=3");
        Assert.Contains("1 hồ sơ sẽ được chấp nhận", page.Text, StringComparison.Ordinal);
        Assert.Equal(3, page.TextsAt("ol.rows li").Count);
        Assert.EndsWith("năm nay một người kiểm tra, người khác chấp nhận.", page.TextsAt("ol.rows li")[1], StringComparison.Ordinal);
        Assert.EndsWith("người khác phải chấp nhận.", page.TextsAt("ol.rows li")[2], StringComparison.Ordinal);
        await officer.SubmitAsync(page);
        Assert.Equal([NominationStatus.Registered, NominationStatus.Registered, NominationStatus.Accepted], await StatusesAsync());
    }

    [Fact]
    public async Task Bulk_return_takes_reasons_for_all_and_of_each_and_keeps_them_when_the_day_is_past()
    {
        await ScreeningYear.OpenAsync(app, 3, (year, one) =>
        {
            if (one.Number == 1)
            {
                one.Answer(year, year.Tracks[0].Checklist[0].Id, Finding.NotMet, "Chưa ký", Officers.Hoa, app.Clock.Now.UtcDateTime);
            }
            else if (one.Number == 3)
            {
                one.Accept(year, [], Officers.Hoa, "Đủ");
            }
        });
        var officer = await app.SignedInAsync("officer", "en");
        var page = await officer.OpenAsync($"{Address}/return?n=1&n=2&n=3");
        // Ten days are usual; the letter's words are Vietnamese also for an English reader.
        Assert.Equal("2026-12-02", page.ValueOf("Input.DueOn"));
        Assert.Equal("Báo cáo môi trường có chữ ký: Chưa ký", page.ValueOf("Input.Items[0].Reasons").Trim());
        Assert.Contains("3 Product 03 (Accepted)", page.Text, StringComparison.Ordinal);

        var refused = await officer.SubmitAsync(page, ("Input.DueOn", "2026-11-21"), ("Input.Reasons", "Nộp bản gốc"), ("Input.Items[1].Reasons", "Thiếu ảnh"));
        Assert.Equal((HttpStatusCode.BadRequest, "The last day for the supplement cannot be past."), (refused.Status, refused.TextAt("#Input-DueOn-error")));
        Assert.Equal(("2026-11-21", "Nộp bản gốc", "Thiếu ảnh"), (refused.ValueOf("Input.DueOn"), refused.ValueOf("Input.Reasons"), refused.ValueOf("Input.Items[1].Reasons").Trim()));
        refused = await officer.SubmitAsync(refused, ("Input.DueOn", "2026-12-05"), ("Input.Reasons", ""), ("Input.Items[1].Reasons", " "));
        Assert.Equal(["Nomination 2: Say what nomination 2 must supplement, here or in the reasons for all."], refused.Errors);

        var mark = await app.HistoryMarkAsync();
        var done = await officer.SubmitAsync(refused, ("Input.Reasons", "Nộp bản gốc"));
        Assert.Equal($"{Address}?tab=returned", done.Address);
        Assert.Equal(
            [("2027/1 Sản phẩm 01", "Báo cáo môi trường có chữ ký: Chưa ký\nNộp bản gốc"), ("2027/2 Sản phẩm 02", "Nộp bản gốc")],
            (await app.HistorySinceAsync(mark)).OrderBy(entry => entry.Subject, StringComparer.Ordinal).Select(entry => (entry.Subject, entry.Reason!)));
        Assert.Equal((new DateOnly(2026, 12, 5), "Nộp bản gốc"), ((await ScreeningYear.StoredAsync(app, 2)).OpenSupplement!.DueOn, (await ScreeningYear.StoredAsync(app, 2)).OpenSupplement!.Reasons));
        Assert.Equal([NominationStatus.Returned, NominationStatus.Returned, NominationStatus.Accepted], await StatusesAsync());
    }

    [Fact]
    public async Task Nothing_is_returned_when_one_has_changed_meanwhile_and_what_was_typed_stays()
    {
        await ScreeningYear.OpenAsync(app, 2);
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync($"{Address}/return?n=1&n=2");
        await app.ChangeAsync(async db =>
        {
            var (year, one) = await LoadAsync(db, 1);
            one.Accept(year, [], Officers.Hoa, "Đủ");
        });
        var refused = await officer.SubmitAsync(page, ("Input.Reasons", "Thiếu bản gốc"), ("Input.Items[1].Reasons", "Thiếu ảnh"));
        Assert.Contains("hồ sơ số 1.", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal([NominationStatus.Accepted, NominationStatus.Registered], await StatusesAsync());
        Assert.Equal(("Thiếu bản gốc", "2", "Thiếu ảnh"), (refused.ValueOf("Input.Reasons"), refused.ValueOf("Input.Items[0].Number"), refused.ValueOf("Input.Items[0].Reasons").Trim()));
    }

    [Fact]
    public async Task Nothing_selected_is_said_and_a_year_past_screening_takes_no_bulk()
    {
        var officer = await app.SignedInAsync("officer");
        await ScreeningYear.OpenAsync(app, 1);
        Assert.StartsWith("Chưa chọn hồ sơ nào.", (await officer.OpenAsync($"{Address}/accept")).TextAt(".empty"), StringComparison.Ordinal);
        Assert.StartsWith("Chưa chọn hồ sơ nào.", (await officer.OpenAsync($"{Address}/return?n=5")).TextAt(".empty"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync("/programmes/2025/screening/accept?n=14")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync("/programmes/2025/screening/return?n=14")).Status);
    }

    private static async Task<(Programme Year, Nomination Nomination)> LoadAsync(AppDbContext db, int number)
    {
        var year = await db.Programmes.WithTables().SingleAsync(one => one.Year == ScreeningYear.Year);
        return (year, await db.Nominations.WithDossier().SingleAsync(one => one.ProgrammeId == year.Id && one.Number == number));
    }

    private Task<string[]> CountsAsync() => app.ReadAsync(async db => new[] { $"Accepted {await db.Nominations.CountAsync(one => one.Programme.Year == ScreeningYear.Year && one.Status == NominationStatus.Accepted)}" });

    private Task<List<NominationStatus>> StatusesAsync() => app.ReadAsync(db => db.Nominations.Where(one => one.Programme.Year == ScreeningYear.Year).OrderBy(one => one.Number).Select(one => one.Status).ToListAsync());
}
