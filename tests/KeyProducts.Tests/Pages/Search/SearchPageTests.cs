using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages.Search;

public sealed class SearchPageTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task The_box_in_the_head_of_any_page_finds_without_diacritics_and_by_the_beginning_of_words()
    {
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync("/history");
        var found = await officer.SubmitAsync(page.Form("form.search-box"), null, ("q", "tue qu"));
        Assert.Equal((HttpStatusCode.OK, "/search?q=tue+qu"), (found.Status, found.Address));
        Assert.Equal(["Công ty Cổ phần Dây cáp điện Tuệ Quang Lâm"], found.TextsAt("#businesses + ol li > a"));
        Assert.Equal(["Tuệ", "Qu"], found.TextsAt("#businesses + ol mark"));
        Assert.Equal("tue qu", found.ValueOf("q"));
        // In the middle of a word nothing is found.
        Assert.Empty((await officer.OpenAsync("/search?q=ue+qu")).TextsAt(".found a"));
    }

    [Fact]
    public async Task Products_are_found_by_product_in_both_languages_business_and_number_newest_year_first()
    {
        var officer = await app.SignedInAsync("officer");
        var found = await officer.OpenAsync("/search?q=bo+dieu+khien+tuoi");
        Assert.Equal(["Sản phẩm năm 2026 (1)", "Sản phẩm năm 2025 (1)"], found.TextsAt("section h2"));
        Assert.Equal(["/programmes/2026/nominations/21", "/programmes/2025/nominations/34"], Links(found));

        Assert.Equal("2026/21 · Công ty TNHH Thiết bị thông minh Mầm Nắng Bãi · Đã chấp nhận", found.TextsAt("#year-2026 + ol p.quiet")[0]);

        found = await officer.OpenAsync("/search?q=Mam%20smart%20irrig");
        Assert.Equal(["/programmes/2026/nominations/21", "/programmes/2025/nominations/34"], Links(found));
        Assert.Contains("Mam smart irrigation controller", found.Text, StringComparison.Ordinal);

        foreach (var typed in new[] { "2026/14", "2026-14", "14/2026", "14 2026" })
        {
            Assert.Equal("/programmes/2026/nominations/14", Links(await officer.OpenAsync("/search?q=" + Uri.EscapeDataString(typed)))[0]);
        }

        // Of every year the number itself stands first.
        found = await officer.OpenAsync("/search?q=14");
        Assert.Equal(["2026/14", "2025/14", "2024/14"], found.TextsAt("section ol li:first-child mark.code"));
    }

    [Theory]
    [InlineData("0199027467")]
    [InlineData("0199 027 467")]
    [InlineData("01990274")]
    public async Task A_business_and_its_products_are_found_by_the_beginning_of_the_tax_code(string typed)
    {
        var found = await (await app.SignedInAsync("auditor")).OpenAsync("/search?q=" + Uri.EscapeDataString(typed));
        Assert.Equal(["Công ty Cổ phần Dệt May Vân Kỳ Hồng"], found.TextsAt("#businesses + ol li > a"));
        Assert.Contains("/programmes/2026/nominations/1", Links(found));
        Assert.Contains("/programmes/2026/nominations/2", Links(found));
    }

    [Fact]
    public async Task The_best_match_is_first()
    {
        await app.ChangeAsync(db =>
        {
            db.AddRange(Business(901, "Công ty Đá Vôi Ế"), Business(902, "Đá Vôi Ế"), Business(903, "Vôi và đá Ế"), Business(904, "Nhà máy Đàn Vôi Ế", "0100233488"));
            return Task.CompletedTask;
        });
        var officer = await app.SignedInAsync("officer");
        Assert.Equal(["Đá Vôi Ế", "Công ty Đá Vôi Ế", "Nhà máy Đàn Vôi Ế", "Vôi và đá Ế"], (await officer.OpenAsync("/search?q=da+voi+e")).TextsAt("#businesses + ol li > a"));
        // Whole words go before the beginnings of longer ones.
        Assert.Equal(["Công ty TNHH Điện tử Kazeshiro Hà Nội", "Công ty Cổ phần Dây cáp điện Tuệ Quang Lâm"], (await officer.OpenAsync("/search?q=dien+tu")).TextsAt("#businesses + ol li > a"));
        Assert.Equal("Nhà máy Đàn Vôi Ế", (await officer.OpenAsync("/search?q=0100233488")).TextsAt("#businesses + ol li > a")[0]);
    }

    [Fact]
    public async Task A_group_shows_twenty_and_leads_to_all_of_it_in_pages()
    {
        await app.ChangeAsync(db =>
        {
            db.AddRange(Enumerable.Range(1, 53).Select(row => Business(900 + row, $"Xưởng Ữ Đoài {row:00}")));
            return Task.CompletedTask;
        });
        var officer = await app.SignedInAsync("officer");
        var found = await officer.OpenAsync("/search?q=xuong+u");
        Assert.Equal(20, found.TextsAt("#businesses + ol li").Count);
        var link = found.Document.QuerySelectorAll("main a").Single(one => one.TextContent == "Tất cả 53 doanh nghiệp").GetAttribute("href")!;
        var all = await officer.OpenAsync(link);
        Assert.Equal(50, all.TextsAt("#businesses + ol li").Count);
        var second = await officer.OpenAsync(all.At(".paging a[rel=next]").GetAttribute("href")!);
        Assert.Equal(["Xưởng Ữ Đoài 51", "Xưởng Ữ Đoài 52", "Xưởng Ữ Đoài 53"], second.TextsAt("#businesses + ol li > a"));

        // The products of a year.
        var year = await officer.OpenAsync("/search?q=2026");
        var total = await app.ReadAsync(db => db.Nominations.CountAsync(one => one.Programme.Year == 2026));
        Assert.Contains($"Sản phẩm năm 2026 ({total})", year.TextsAt("h2"));
        Assert.Equal(20, year.TextsAt("#year-2026 + ol li").Count);
        Assert.Equal(total, (await officer.OpenAsync("/search?q=2026&in=2026")).TextsAt("#year-2026 + ol li").Count);
    }

    [Theory]
    [InlineData("", "Hãy gõ nội dung cần tìm vào ô ở đầu trang.")]
    [InlineData("   ", "Hãy gõ nội dung cần tìm vào ô ở đầu trang.")]
    [InlineData("%", "“%” không có chữ cái hay chữ số nào.")]
    [InlineData("_%'\"\\", "không có chữ cái hay chữ số nào.")]
    [InlineData("zzzz không có", "Không có kết quả nào cho “zzzz không có”.")]
    [InlineData("<script>zzz</script>", "Không có kết quả nào cho “<script>zzz</script>”.")]
    [InlineData("d", "kết quả cho “d”")]
    [InlineData("Đ", "kết quả cho “Đ”")]
    [InlineData("' OR 1=1 --", "Không có kết quả nào")]
    public async Task Whatever_is_typed_is_answered_with_a_sentence(string typed, string sentence)
    {
        var page = await (await app.SignedInAsync("officer")).OpenAsync("/search?q=" + Uri.EscapeDataString(typed));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main script"));
        Assert.Equal(typed.Trim(), page.ValueOf("q"));
    }

    [Fact]
    public async Task Five_hundred_signs_and_an_address_of_nonsense_are_answered()
    {
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync("/search?q=" + Uri.EscapeDataString(string.Concat(Enumerable.Repeat("Điện tử ", 63)).Trim()));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("chỉ tìm theo 200 ký tự và 2 từ đầu tiên", page.Text, StringComparison.Ordinal);
        Assert.NotEmpty(page.TextsAt("#businesses + ol li"));
        Assert.Equal(HttpStatusCode.OK, (await officer.OpenAsync("/search?q=dien&in=1066&p=-3")).Status);
        Assert.Equal(HttpStatusCode.OK, (await officer.OpenAsync("/search?q=dien&in=businesses&p=999999999999")).Status);
        Assert.Equal(HttpStatusCode.OK, (await officer.OpenAsync("/search?p=x&in=<b>")).Status);
    }

    [Fact]
    public async Task A_visitor_is_asked_to_sign_in_and_sees_no_box()
    {
        var visitor = app.Visitor();
        Assert.StartsWith("/account/sign-in", (await visitor.OpenAsync("/search?q=dien")).Address, StringComparison.Ordinal);
        Assert.Empty((await visitor.OpenAsync("/")).Document.QuerySelectorAll("form.search-box"));
    }

    [Fact]
    public async Task A_judge_finds_what_they_score_and_nothing_else()
    {
        // judge9 has recused from 2026/27 and judge8 has not; 2026/19 is rejected; businesses are not the judges'.
        var judge9 = await app.SignedInAsync("judge9");
        var judge8 = await app.SignedInAsync("judge8");
        const string Mine = "/search?q=NBS-MES";
        Assert.Equal(["/programmes/2026/judging/27"], Links(await judge8.OpenAsync(Mine)));
        Assert.Equal(HttpStatusCode.OK, (await judge8.OpenAsync("/programmes/2026/judging/27")).Status);
        var recused = await judge9.OpenAsync(Mine);
        Assert.Empty(Links(recused));
        Assert.Contains("Không có kết quả nào", recused.Text, StringComparison.Ordinal);

        var all8 = await judge8.OpenAsync("/search?q=2026");
        var all9 = await judge9.OpenAsync("/search?q=2026");
        var accepted = await app.ReadAsync(db => db.Nominations.CountAsync(one => one.Programme.Year == 2026 && one.Status == NominationStatus.Accepted));
        Assert.Contains($"Sản phẩm năm 2026 ({accepted})", all8.TextsAt("h2"));
        Assert.Contains($"Sản phẩm năm 2026 ({accepted - 1})", all9.TextsAt("h2"));

        Assert.Empty(Links(await judge8.OpenAsync("/search?q=2026/19")));
        Assert.Empty(Links(await judge8.OpenAsync("/search?q=0199027467")));
        Assert.Empty((await judge8.OpenAsync("/search?q=van+ky+hong")).Document.QuerySelectorAll("#businesses, a[href^='/businesses']"));
        Assert.DoesNotContain("0199027467", (await judge8.OpenAsync("/search?q=van+ky+hong")).Body, StringComparison.Ordinal);
        Assert.Contains("Vân Kỳ Hồng", (await judge8.OpenAsync("/search?q=van+ky+hong")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_judge_finds_nothing_of_a_year_whose_judging_has_not_opened_or_whose_council_they_have_left()
    {
        var every = new EveryStage();
        await every.InitializeAsync();
        Assert.Empty(Links(await (await every.App.SignedInAsync("judge1")).OpenAsync("/search?q=dong+ho+nuoc+dien+tu")));
        Assert.Equal(["/programmes/2027/nominations/1"], Links(await (await every.App.SignedInAsync("auditor")).OpenAsync("/search?q=dong+ho+nuoc+dien+tu")));
        await every.DisposeAsync();

        var judge8 = await app.SignedInAsync("judge8");
        await app.ChangeAsync(async db =>
        {
            var year = await db.Programmes.SingleAsync(one => one.Year == 2026);
            (await db.Judges.SingleAsync(one => one.ProgrammeId == year.Id && db.Users.Any(user => user.Id == one.UserId && user.Email == "judge8@demo.local"))).Leave(year, "Nghỉ công tác");
        });
        Assert.Empty(Links(await judge8.OpenAsync("/search?q=NBS-MES")));
    }

    [Fact]
    public async Task A_recused_judge_who_is_an_officer_too_finds_all_but_that_nomination()
    {
        await app.ChangeAsync(async db =>
        {
            var user = await db.FindByEmailAsync("judge9@demo.local");
            var role = await db.Roles.SingleAsync(one => one.Name == "Officer");
            db.Add(new IdentityUserRole<Guid> { UserId = user.Id, RoleId = role.Id });
        });
        var both = await app.SignedInAsync("judge9");
        var officer = await app.SignedInAsync("officer");
        Assert.Equal(["/programmes/2026/nominations/27"], Links(await officer.OpenAsync("/search?q=NBS-MES")));
        Assert.Empty(Links(await both.OpenAsync("/search?q=NBS-MES")));
        Assert.Empty(Links(await both.OpenAsync("/search?q=2026/27")));
        // A rejected nomination is no judge's, but an officer's; and the number of hits is the number of what is shown.
        Assert.Equal(["/programmes/2026/nominations/19"], Links(await both.OpenAsync("/search?q=2026/19")));
        var total = await app.ReadAsync(db => db.Nominations.CountAsync(one => one.Programme.Year == 2026));
        Assert.Contains($"Sản phẩm năm 2026 ({total})", (await officer.OpenAsync("/search?q=2026")).TextsAt("h2"));
        Assert.Contains($"Sản phẩm năm 2026 ({total - 1})", (await both.OpenAsync("/search?q=2026")).TextsAt("h2"));
    }

    [Fact]
    public async Task Lists_find_as_the_search_does()
    {
        var officer = await app.SignedInAsync("officer");
        Assert.Empty((await officer.OpenAsync("/businesses?q=ue")).TextsAt("tbody tr"));
        Assert.Single((await officer.OpenAsync("/businesses?q=tue+quang")).TextsAt("tbody tr"));
        Assert.Empty((await officer.OpenAsync("/businesses?q=%25")).TextsAt("tbody tr"));
        Assert.Single((await officer.OpenAsync("/programmes/2026/nominations?Filter.Text=2026/14")).TextsAt("tbody tr"));
        Assert.Empty((await officer.OpenAsync("/programmes/2026/nominations?Filter.Text=2025/14")).TextsAt("tbody tr"));
    }

    private static List<string> Links(Page page) => [.. page.Document.QuerySelectorAll("section:not(:has(#businesses)) .found li > a").Select(link => link.GetAttribute("href")!)];

    private static Business Business(int number, string name, string? code = null) => new(number, new BusinessDetails(
        BilingualName.Of(name, null), code, null, new Address(null, null, null, null), new Contact(null, null, null), Ownership.Private, null));
}
