using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages.Nominations;

/// <summary>From a file to nominations: the preview, the mending, the confirmation.</summary>
public sealed class ImportPageTests : IAsyncLifetime, IDisposable
{
    private const string Track = "Sản phẩm công nghệ cao", Industry = "Cơ khí, chế tạo", Home = "/programmes/2027/nominations";

    private static readonly object?[] Headers = ["Số đăng ký", "Tên doanh nghiệp", "Mã số thuế", "Tên sản phẩm", "Ngành", "Diện đăng ký", "Ngày nhận", "Doanh thu sản phẩm 2026", "Điện thoại", "Email"];

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
    public async Task Forty_rows_with_five_wrong_are_mended_in_the_preview_and_imported()
    {
        var rows = Enumerable.Range(1, 40).Select(i => Row(i)).ToArray();
        rows[1][2] = "0100000004";
        rows[8][4] = "Cơ khi";
        rows[15][7] = "120 tỷ";
        rows[22][6] = "31/02/2026";
        rows[22][9] = "không có";
        rows[30][3] = null;
        var before = await app.StateAsync();
        var preview = await officer.SendAsync(ImportFile.Xlsx([Headers, .. rows]), "Danh sách đợt 1.xlsx");

        Assert.Equal("5 35 0 0", preview.Sums());
        Assert.Equal(["C3", "E10", "H17", "G24", "J24", "D32"], preview.TextsAt(".mend .address"));
        Assert.Equal("⚠ “120 tỷ” – Hãy ghi số đầy đủ với mọi số 0, không dùng chữ tỷ, triệu hay nghìn.".Replace("⚠ ", "", StringComparison.Ordinal), preview.TextAt("#cell-17-0-error"));
        Assert.Empty(preview.Document.QuerySelectorAll("[name='Input.Fingerprint']"));
        Assert.Equal(before, await app.StateAsync());

        // One is mended wrongly, and asked again; the rest stays mended.
        var form = preview.Form("form[action$='Check']");
        preview = await officer.SubmitAsync(form, null, ("Input.Cells[C3]", "0100000003"), ("Input.Cells[E10]", Industry), ("Input.Cells[H17]", "120.000.000.000"), ("Input.Cells[G24]", "30/02/2026"), ("Input.Cells[J24]", "a@vidu.example"), ("Input.Cells[D32]", "Máy mài Ế Ữ"));
        Assert.Equal("1 39 0 0", preview.Sums());
        Assert.Equal(["G24"], preview.TextsAt(".mend .address"));
        Assert.Equal("30/02/2026", preview.ValueOf("Input.Cells[G24]"));
        preview = await officer.SubmitAsync(preview.Form("form[action$='Check']"), null, ("Input.Cells[G24]", "28/02/2026"));
        Assert.Equal("0 40 0 0", preview.Sums());
        Assert.Contains("H17 Doanh thu sản phẩm 2026 (đồng): “120 tỷ” → “120.000.000.000”", (await officer.RowsAsync(preview))[15], StringComparison.Ordinal);
        Assert.Equal(before, await app.StateAsync());

        var mark = await app.HistoryMarkAsync();
        var done = await officer.ConfirmAsync(preview);
        Assert.Equal(Home, done.Address);
        Assert.Contains("Đã nhập: 40 hồ sơ mới, 0 hồ sơ thay đổi.", done.Text, StringComparison.Ordinal);
        var nominations = await NominationsAsync();
        Assert.Equal(Enumerable.Range(1, 40), nominations.Select(one => one.Number));
        Assert.Equal((120_000_000_000L, new DateOnly(2026, 2, 28), "Máy mài Ế Ữ"), (nominations[15].Figures.Single().Revenue, nominations[22].ReceivedOn, nominations[30].Product.Vietnamese));
        var history = await app.HistorySinceAsync(mark);
        Assert.Equal(40, history.Count(entry => entry is { Kind: nameof(Nomination), Act: AuditAct.Added }));
        Assert.Equal(40, history.Count(entry => entry is { Kind: nameof(Business), Act: AuditAct.Added }));
        Assert.Equal(80, history.Count);
        Assert.All(history, entry => Assert.Equal("nhập từ tệp “Danh sách đợt 1.xlsx”", entry.Reason));
        Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync(preview.Address)).Status);
    }

    [Fact]
    public async Task A_forged_confirmation_of_wrong_rows_stores_nothing()
    {
        var preview = await officer.SendAsync(ImportFile.Xlsx(Headers, Row(1), With(Row(2), 4, "Không có ngành này")));
        var before = await app.StateAsync();
        using var answer = await officer.PostAsync(preview.Address, ("Input.Fingerprint", "x"), ("__RequestVerificationToken", preview.ValueOf("__RequestVerificationToken")));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(before, await app.StateAsync());
    }

    [Fact]
    public async Task When_the_store_has_changed_since_the_preview_nothing_is_imported_and_the_new_preview_is_shown()
    {
        await officer.ConfirmAsync(await officer.SendAsync(ImportFile.Xlsx(Headers, Row(1))));
        var preview = await officer.SendAsync(ImportFile.Xlsx(Headers, With(With(Row(1), 0, 1), 3, "Tên mới")));
        await app.ChangeAsync(async db => (await db.Businesses.SingleAsync(one => one.TaxCode == Code(1))).Change(
            new BusinessDetails(new BilingualName("Công ty đổi tên", null), Code(1), null, new Address(null, null, null, null), new Contact(null, null, null), Ownership.Private, null)));
        var before = await app.StateAsync();

        var refused = await officer.ConfirmAsync(preview);
        Assert.Equal((HttpStatusCode.BadRequest, before.Count), (refused.Status, (await app.StateAsync()).Count));
        Assert.StartsWith("Dữ liệu đang lưu đã thay đổi sau khi bạn xem trước", refused.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("Tên doanh nghiệp: Công ty đổi tên → Công ty TNHH Đặng Ế Ữ 1", refused.TextAt(".changes"), StringComparison.Ordinal);
        Assert.Equal(before, await app.StateAsync());
        var done = await officer.ConfirmAsync(refused);
        Assert.Contains("Đã nhập: 0 hồ sơ mới, 1 hồ sơ thay đổi.", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_changed_row_would_change_is_shown_with_the_old_and_the_new_value_and_only_that_is_changed()
    {
        await officer.ConfirmAsync(await officer.SendAsync(ImportFile.Xlsx(Headers, Row(1), Row(2))));
        var preview = await officer.SendAsync(ImportFile.Xlsx(["Số đăng ký", "Doanh thu sản phẩm 2026", "Mô tả", "Điện thoại"], [1, "99.000.000.000", "Mới tả", "0243 555 777"], [2, 100_000_000_002L, null, "0243 555 002"]));
        Assert.Equal("0 0 1 1", preview.Sums());
        Assert.Equal(
            ["Điện thoại doanh nghiệp: 0243 555 001 → 0243 555 777", "Doanh thu sản phẩm 2026 (đồng): 100.000.000.001 → 99.000.000.000", "Mô tả sản phẩm: (trống) → Mới tả"],
            (await officer.OpenAsync(preview.Address + "?show=Changed")).TextsAt(".changes li"));
        var mark = await app.HistoryMarkAsync();
        await officer.ConfirmAsync(preview);
        var history = await app.HistorySinceAsync(mark);
        Assert.Equal([("Business", "Contact.Phone"), ("Nomination", "Description,Revenue")], history.OrderBy(entry => entry.Kind).Select(entry => (entry.Kind, string.Join(',', entry.ReadChanges().Select(change => change.Property).Order()))));
    }

    [Fact]
    public async Task An_empty_cell_empties_the_entry_of_a_row_with_a_number_and_leaves_it_in_one_without()
    {
        await officer.ConfirmAsync(await officer.SendAsync(ImportFile.Xlsx(Headers, Row(1), Row(2))));
        var preview = await officer.SendAsync(ImportFile.Xlsx(Headers, With(With(Row(1), 0, 1), 7, null), With(Row(2), 7, null)));
        Assert.Equal("0 0 1 1", preview.Sums());
        await officer.ConfirmAsync(preview);
        Assert.Equal([[], [100_000_000_002L]], (await NominationsAsync()).Select(one => one.Figures.Select(figure => figure.Revenue ?? 0)));
    }

    [Fact]
    public async Task A_nomination_without_its_number_is_known_by_tax_code_and_product_and_a_business_by_its_name()
    {
        await officer.ConfirmAsync(await officer.SendAsync(ImportFile.Xlsx(Headers, Row(1))));
        var preview = await officer.SendAsync(ImportFile.Xlsx(
            Headers,
            [null, "CONG TY TNHH DANG E U 1", Code(1), "may bom e u 1", Industry, Track, null, 5, null, null],
            [null, "Công ty TNHH  đặng ế ữ 1", null, "Sản phẩm khác", Industry, Track, null, 6, null, null]));
        Assert.Equal("0 1 1 0", preview.Sums());
        await officer.ConfirmAsync(preview);
        var nominations = await NominationsAsync();
        Assert.Equal([5L, 6], nominations.Select(one => one.Figures.Single().Revenue));
        Assert.Single(nominations.Select(one => one.BusinessId).Distinct());
        Assert.Equal("Công ty TNHH Đặng Ế Ữ 1", nominations[0].Business.Name.Vietnamese);
    }

    [Fact]
    public async Task Rows_of_one_new_business_share_it_and_must_not_contradict_each_other()
    {
        var preview = await officer.SendAsync(ImportFile.Xlsx(
            Headers,
            With(With(Row(1), 3, "A"), 8, "024 1"),
            With(With(Row(1), 3, "B"), 8, "024 2"),
            With(With(Row(1), 3, "C"), 8, null)));
        Assert.Equal("2 1 0 0", preview.Sums());
        Assert.Equal(["“024 1” – Dòng 3 ghi “024 2” cho cùng doanh nghiệp này.", "“024 2” – Dòng 2 ghi “024 1” cho cùng doanh nghiệp này."], preview.TextsAt(".mend .error"));
        preview = await officer.SubmitAsync(preview.Form("form[action$='Check']"), null, ("Input.Cells[I3]", "024 1"));
        await officer.ConfirmAsync(preview);
        Assert.Equal("024 1", Assert.Single((await NominationsAsync()).Select(one => one.Business).DistinctBy(one => one.Id)).Contact.Phone);
    }

    [Fact]
    public async Task The_same_product_twice_in_the_file_is_wrong_in_both_rows_and_one_can_be_left_out()
    {
        var preview = await officer.SendAsync(ImportFile.Xlsx(Headers, Row(1), Row(2), With(Row(1), 3, "máy  bơm ế ữ 1")));
        Assert.Equal("2 1 0 0", preview.Sums());
        Assert.All(preview.TextsAt(".mend .error"), error => Assert.EndsWith("Cùng một hồ sơ có ở các dòng 2, 4. Hãy bỏ bớt.", error, StringComparison.Ordinal));
        preview = await officer.SubmitAsync(preview.Form("form[action$='Check']"), null, ("Input.LeftOut", "4"));
        Assert.Equal("0 2 0 0", preview.Sums());
        Assert.Contains("Các dòng bỏ qua theo yêu cầu của bạn: 4.", preview.TextsAt(".notices li"));
        var back = await officer.SubmitAsync(preview.Form("form[action$='TakeBack']"));
        Assert.Equal("2 1 0 0", back.Sums());
    }

    [Fact]
    public async Task A_dropped_zero_of_a_tax_code_is_restored_and_said_and_a_doubtful_code_asks_for_a_reason()
    {
        object?[] headers = [.. Headers, "Lý do giữ mã số thuế"];
        var preview = await officer.SendAsync(ImportFile.Xlsx(headers, [.. With(Row(1), 2, 100000003L), null], [.. With(Row(2), 2, "0100000004"), null]));
        Assert.Equal("1 1 0 0", preview.Sums());
        Assert.Contains("Mã số thuế 100000003 được đọc là 0100000003: trang tính đã bỏ mất số 0 ở đầu.", (await officer.RowsAsync(preview))[0], StringComparison.Ordinal);
        Assert.Equal(["C3", "K3"], preview.TextsAt(".mend .address"));
        preview = await officer.SubmitAsync(preview.Form("form[action$='Check']"), null, ("Input.Cells[K3]", "Đã đối chiếu giấy phép"));
        Assert.Equal("0 2 0 0", preview.Sums());
        await officer.ConfirmAsync(preview);
        Assert.Equal([("0100000003", null), ("0100000004", "Đã đối chiếu giấy phép")], (await NominationsAsync()).Select(one => (one.Business.TaxCode!, one.Business.TaxCodeReason)));
    }

    [Fact]
    public async Task A_number_that_is_not_there_and_a_tax_code_of_another_business_are_wrong()
    {
        await officer.ConfirmAsync(await officer.SendAsync(ImportFile.Xlsx(Headers, Row(1), Row(2))));
        var preview = await officer.SendAsync(ImportFile.Xlsx(Headers, With(Row(3), 0, 77), With(With(Row(1), 0, 1), 2, Code(2)), With(Row(1), 2, Code(9))));
        Assert.Equal(
            [
                "“77” – Năm này không có hồ sơ số 77. Hồ sơ mới thì để trống ô này.",
                $"“{Code(2)}” – Đây là mã số thuế của “Công ty TNHH Đặng Ế Ữ 2”, còn hồ sơ số 1 là của “Công ty TNHH Đặng Ế Ữ 1”. Hồ sơ không chuyển sang doanh nghiệp khác.",
                $"“{Code(9)}” – “Công ty TNHH Đặng Ế Ữ 1” đang lưu với mã số thuế {Code(1)}. Hãy sửa tại đây, hoặc sửa trước ở trang của doanh nghiệp.",
            ],
            preview.TextsAt(".mend .error"));
    }

    [Fact]
    public async Task A_file_belongs_to_who_sent_it_and_to_its_year_and_is_forgotten_after_two_days()
    {
        var preview = await officer.SendAsync(ImportFile.Xlsx(Headers, Row(1)));
        var admin = await app.SignedInAsync("admin");
        Assert.Equal(HttpStatusCode.NotFound, (await admin.OpenAsync(preview.Address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync(preview.Address.Replace("2027", "2026", StringComparison.Ordinal))).Status);
        app.Clock.Now += TimeSpan.FromHours(47);
        officer = await app.SignedInAsync("officer");
        await officer.SendAsync(ImportFile.Xlsx(Headers, Row(2)));
        Assert.Equal(HttpStatusCode.OK, (await officer.OpenAsync(preview.Address)).Status);
        app.Clock.Now += TimeSpan.FromHours(2);
        await officer.SendAsync(ImportFile.Xlsx(Headers, Row(2)));
        Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync(preview.Address)).Status);
        Assert.Equal(4, Directory.GetFiles(Path.Combine(app.Folder, "imports")).Length);
    }

    [Fact]
    public async Task A_year_in_judging_asks_for_a_reason_and_takes_no_new_nominations()
    {
        var number = await app.ReadAsync(db => db.Nominations.Where(one => one.Programme.Year == 2026).MinAsync(one => one.Number));
        var wrong = await officer.SendAsync(ImportFile.Xlsx(Headers, Row(1)), year: 2026);
        Assert.Equal(["Chỉ có thể đăng ký hồ sơ trong giai đoạn nhận hoặc thẩm định hồ sơ."], wrong.TextsAt(".preview .error"));

        var preview = await officer.SendAsync(ImportFile.Xlsx(["Số đăng ký", "Mô tả sản phẩm"], [number, "Mô tả đính chính"]), year: 2026);
        var refused = await officer.ConfirmAsync(preview);
        Assert.Equal((HttpStatusCode.BadRequest, "Hãy nêu lý do."), (refused.Status, refused.TextAt("#Input-Reason-error")));
        var mark = await app.HistoryMarkAsync();
        await officer.ConfirmAsync(refused, ("Input.Reason", "Theo công văn 12"));
        Assert.Equal("Theo công văn 12 (nhập từ tệp “ho-so.xlsx”)", Assert.Single(await app.HistorySinceAsync(mark)).Reason);
    }

    [Fact]
    public async Task A_recognised_year_imports_nothing_and_auditors_do_not_either()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync("/programmes/2025/nominations/import")).Status);
        Assert.Empty((await officer.OpenAsync("/programmes/2025/nominations")).Document.QuerySelectorAll("a[href$='/import']"));
        Assert.Single((await officer.OpenAsync(Home)).Document.QuerySelectorAll("a[href$='/import']"));
        var auditor = await app.SignedInAsync("auditor");
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.OpenAsync(Home + "/import")).Status);
        Assert.Empty((await auditor.OpenAsync(Home)).Document.QuerySelectorAll("a[href*='/workbook'], a[href$='/import']"));
    }

    [Fact]
    public async Task Who_edits_the_same_dossier_meanwhile_notices()
    {
        await officer.ConfirmAsync(await officer.SendAsync(ImportFile.Xlsx(Headers, Row(1))));
        var version = await app.ReadAsync(async db => db.VersionOf(await db.Nominations.SingleAsync(one => one.Programme.Year == ImportFile.Year)));
        await officer.ConfirmAsync(await officer.SendAsync(ImportFile.Xlsx(Headers, With(Row(1), 7, 7))));
        Assert.NotEqual(version, await app.ReadAsync(async db => db.VersionOf(await db.Nominations.SingleAsync(one => one.Programme.Year == ImportFile.Year))));
    }

    [Fact]
    public async Task A_preview_of_thirty_rows_asks_no_more_of_the_database_than_one_of_one()
    {
        var one = await officer.SendAsync(ImportFile.Xlsx(Headers, Row(1)));
        var thirty = await officer.SendAsync(ImportFile.Xlsx([Headers, .. Enumerable.Range(1, 30).Select(i => Row(i))]));
        var few = await app.Queries.OfAsync(() => officer.OpenAsync(one.Address));
        var more = await app.Queries.OfAsync(() => officer.OpenAsync(thirty.Address));
        Assert.True(few.Count == more.Count, string.Join("\n\n", more));
    }

    private static object?[] Row(int i) => [null, $"Công ty TNHH Đặng Ế Ữ {i}", Code(i), $"Máy bơm Ế Ữ {i}", Industry, Track, new DateOnly(2026, 10, 15), 100_000_000_000L + i, $"0243 555 {i:000}", $"lienhe{i}@vidu.example"];

    private static object?[] With(object?[] row, int column, object? value)
    {
        row[column] = value;
        return row;
    }

    // The i-th code of those that begin with 01 and fit their last digit.
    private static string Code(int i) => Enumerable.Range(1, 10_000).SelectMany(n => Enumerable.Range(0, 10).Select(digit => $"015{n:000000}{digit}"))
        .Where(code => TaxCode.DoubtOf(code) == TaxCodeDoubt.None && TaxCode.DoubtOf(code[..9] + ((code[9] - '0' + 1) % 10)) == TaxCodeDoubt.CheckDigit).ElementAt(i);

    private Task<List<Nomination>> NominationsAsync() => app.ReadAsync(db => db.Nominations.Include(one => one.Figures).Include(one => one.Business)
        .Where(one => one.Programme.Year == ImportFile.Year).OrderBy(one => one.Number).AsNoTracking().ToListAsync());
}
