using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages.Nominations;

public sealed class NominationPageTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData("Filter.Text=ao khoac", new[] { "1" })]
    [InlineData("Filter.Text=14", new[] { "14" })]
    [InlineData("Filter.Text=0199370716", new[] { "14" })]
    [InlineData("Filter.Status=Withdrawn", null)]
    [InlineData("Filter.Text=%25", new string[0])]
    public async Task The_list_is_narrowed_by_text_without_diacritics_number_tax_code_and_status(string query, string[]? numbers)
    {
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync("/programmes/2026/nominations?" + query);
        Assert.Empty(page.Errors);
        if (numbers is null)
        {
            Assert.Equal(["Đã rút", "Đã rút"], page.TextsAt("tbody td:last-child"));
        }
        else
        {
            Assert.Equal(numbers, page.TextsAt("tbody td:first-child"));
        }
    }

    [Fact]
    public async Task The_list_is_sorted_by_the_column_that_was_clicked_and_turned_round()
    {
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync("/programmes/2026/nominations");
        var link = page.Document.QuerySelectorAll("thead a").Single(one => one.TextContent.StartsWith("Doanh thu", StringComparison.Ordinal));
        page = await officer.OpenAsync(link.GetAttribute("href")!);
        var rising = Revenues(page);
        Assert.Equal(rising.Order(), rising);

        link = page.Document.QuerySelectorAll("thead a").Single(one => one.TextContent.StartsWith("Doanh thu", StringComparison.Ordinal));
        Assert.Equal(rising.OrderDescending(), Revenues(await officer.OpenAsync(link.GetAttribute("href")!)));
    }

    [Fact]
    public async Task A_nomination_is_registered_with_the_next_number_after_bad_input_was_mended()
    {
        var officer = await app.SignedInAsync("officer");
        await OpenYearAsync(officer);
        var form = await officer.OpenAsync("/programmes/2027/nominations/new");
        var refused = await officer.SubmitAsync(form, ("Input.Product.NameEnglish", "Press"), ("Input.Product.RenewsYear", "năm kia"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("Hãy điền mục này.", refused.TextAt("#Input-Product-Name-error"));
        Assert.Equal("“năm kia” không phải là số.", refused.TextAt("#Input-Product-RenewsYear-error"));
        Assert.Equal(("Press", "năm kia"), (refused.ValueOf("Input.Product.NameEnglish"), refused.ValueOf("Input.Product.RenewsYear")));
        Assert.Equal(0, await app.ReadAsync(db => db.Nominations.CountAsync(one => one.Programme.Year == 2027)));

        var mark = await app.HistoryMarkAsync();
        var shown = await officer.SubmitAsync(
            refused,
            ("Input.Product.Name", "Máy ép thủy lực Đại Thắng"),
            ("Input.Business", "5"),
            ("Input.Product.RenewsYear", ""),
            ("Input.Product.IndustryId", OptionOf(refused, "Input-Product-IndustryId", 1)),
            ("Input.Product.TrackId", OptionOf(refused, "Input-Product-TrackId", 1)));
        Assert.Equal("/programmes/2027/nominations/1", shown.Address);
        Assert.Contains("Máy ép thủy lực Đại Thắng", shown.TextAt("h1"), StringComparison.Ordinal);
        Assert.Equal([("Nomination", AuditAct.Added, "2027/1 Máy ép thủy lực Đại Thắng")], (await app.HistorySinceAsync(mark)).Where(entry => entry.Kind == "Nomination").Select(entry => (entry.Kind, entry.Act, entry.Subject)));
    }

    [Fact]
    public async Task A_decision_without_its_reason_is_refused_and_with_it_is_in_the_history()
    {
        var officer = await app.SignedInAsync("officer");
        var form = await officer.OpenAsync("/programmes/2026/nominations/14/decide?act=withdraw");
        var refused = await officer.SubmitAsync(form);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("Hãy nêu lý do.", refused.TextAt("#Input-Reason-error"));
        Assert.Equal("Withdraw", refused.ValueOf("Input.Act"));

        var mark = await app.HistoryMarkAsync();
        var shown = await officer.SubmitAsync(refused, ("Input.Reason", "Doanh nghiệp có đơn rút"));
        Assert.Contains("Đã rút", shown.Text, StringComparison.Ordinal);
        var entry = Assert.Single(await app.HistorySinceAsync(mark));
        Assert.Equal("Doanh nghiệp có đơn rút", entry.Reason);
        Assert.Contains(new AuditChange("Status", "Accepted", "Withdrawn"), entry.ReadChanges());
        // What is withdrawn leaves the judges' lists at once.
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedInAsync("judge1")).OpenAsync("/programmes/2026/judging/14")).Status);
    }

    [Theory]
    [InlineData("sections/product", "Input.Product.Description")]
    [InlineData("decide", "Input.Reason")]
    public async Task A_form_that_comes_after_the_year_was_recognised_is_refused_and_keeps_what_was_typed(string page, string field)
    {
        var officer = await app.SignedInAsync("officer");
        var form = await officer.OpenAsync($"/programmes/2026/nominations/14/{page}");
        await app.ChangeAsync(async db =>
        {
            var programme = await db.Programmes.WithTables().SingleAsync(one => one.Year == 2026);
            programme.Set(programme.Plan, programme.CouncilDecision, programme.Plan, programme.ValidityMonths);
            while (programme.Stage != Stage.Recognised)
            {
                programme.Advance(ProgrammeCounts.None with { Final = FinalState.Current }, "Thử năm đã công nhận");
            }
        });
        var mark = await app.HistoryMarkAsync();
        var typed = page != "decide" ? new[] { (field, "Mô tả đã gõ"), ("Input.Reason", "Lý do") } : [("Input.Act", "Withdraw"), (field, "Mô tả đã gõ")];
        var refused = await officer.SubmitAsync(form, [.. typed.Select(one => (one.Item1, (string?)one.Item2))]);

        Assert.Equal((HttpStatusCode.BadRequest, "Mô tả đã gõ"), (refused.Status, refused.ValueOf(field)));
        Assert.Single(refused.Errors);
        Assert.Empty(await app.HistorySinceAsync(mark));
    }

    [Fact]
    public async Task A_move_of_a_year_that_is_recognised_by_now_answers_404_and_not_an_empty_page()
    {
        var officer = await app.SignedInAsync("officer");
        var form = await officer.OpenAsync("/programmes/2026/move");
        using var answer = await officer.PostAsync(
            "/programmes/2025/move",
            ("__RequestVerificationToken", form.ValueOf("__RequestVerificationToken")), ("Input.From", "Judging"), ("Input.Reason", "Lý do"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static List<decimal> Revenues(Page page) =>
        [.. page.TextsAt("tbody td:nth-child(6)").Where(text => text.Length > 0).Select(text => decimal.Parse(text, System.Globalization.CultureInfo.GetCultureInfo("vi-VN")))];

    private static string OptionOf(Page page, string id, int place) => page.Document.QuerySelectorAll($"#{id} option")[place].GetAttribute("value")!;

    // A year that takes nominations: 2027, with 2026's settings.
    private async Task OpenYearAsync(Visitor officer)
    {
        await officer.SubmitAsync(await officer.OpenAsync("/programmes/new"));
        await officer.SubmitAsync(await officer.OpenAsync("/programmes/2027/move"), ("Input.Reason", "Kế hoạch sắp ký"));
        Assert.Equal(Stage.Nominations, await app.ReadAsync(db => db.Programmes.Where(one => one.Year == 2027).Select(one => one.Stage).SingleAsync()));
    }
}
