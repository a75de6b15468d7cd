using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages.Programmes;

/// <summary>Frozen rules change by an administrator's hand, with a preview and a reason.</summary>
public sealed class AfterOpeningPageTests : IDisposable
{
    private const string Settings = "/programmes/2026/settings";
    private const string Address = Settings + "/after-opening";
    private const string Reason = "Kế hoạch ghi điểm đạt 75, nhập nhầm";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task The_preview_shows_what_it_would_do_and_stores_nothing_then_the_reason_stands_in_the_history()
    {
        var admin = await app.SignedInAsync("admin", "en");
        var (group, criterion) = await app.ReadAsync(async db => await db.Programmes.WithCriteria().SingleAsync(one => one.Year == 2026) is var year ? (year.Groups[0].Id, year.Criteria[1].Id) : default);
        var form = await admin.OpenAsync((await admin.OpenAsync(Settings)).Document.QuerySelectorAll("main a").Single(link => link.TextContent == "Change rules after judging has opened").GetAttribute("href")!);
        var (before, mark) = (await app.StateAsync(), await app.HistoryMarkAsync());

        var preview = await admin.SubmitAsync(
            Rules(form), "Show what it would do", ("Input.PassMark", "82,5"), ("Input.TopCount", "5"), ($"Input.Groups[{group}].Minimum", "20"), ($"Input.Criteria[{criterion}].Minimum", "60 %"));
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Equal(
            ["Pass mark 70 82.5", "Products in the top 10 5", "Minimum of the group “Scale and results of production” not set 20", "Minimum of “Scale of production” not set 60 %"],
            RankingPageTests.RowsOf(preview, 0).Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent.Trim()))));
        Assert.Contains("Products that reach recognition now and would not: ", preview.Text, StringComparison.Ordinal);
        Assert.Contains("No longer reaches recognition: below the pass mark", preview.Text, StringComparison.Ordinal);
        Assert.Equal(before, await app.StateAsync());
        Assert.Empty(await app.HistorySinceAsync(mark));

        var saved = await admin.SubmitAsync(Carrying(preview), null, ("Reason", Reason));
        Assert.Equal(Settings, saved.Address);
        Assert.Contains("The rules are changed.", saved.Text, StringComparison.Ordinal);
        var stored = await app.ReadAsync(db => db.Programmes.WithCriteria().SingleAsync(one => one.Year == 2026));
        Assert.Equal((82.5m, 5, "20", "60%"), (stored.Rules.PassMark, stored.Rules.TopCount, stored.Groups[0].Minimum?.ToString(), stored.Criteria[1].Minimum?.ToString()));
        var entries = await app.HistorySinceAsync(mark);
        Assert.Equal([nameof(Criterion), nameof(CriterionGroup), nameof(Programme)], entries.Select(entry => entry.Kind).Order());
        Assert.All(entries, entry => Assert.Equal((Reason, "Ngô Văn Quản", Address), (entry.Reason, entry.UserName, entry.Page)));
        Assert.Contains(entries.SelectMany(entry => entry.ReadChanges()), change => change is { Property: "Rules.PassMark", From: "70", To: "82.5" });
    }

    [Fact]
    public async Task Without_a_reason_nothing_is_changed_and_everything_stays()
    {
        var admin = await app.SignedInAsync("admin", "en");
        var preview = await PreviewAsync(admin, ("Input.PassMark", "75"), ("Input.Ties[0]", "council"), ("Input.Ties[1]", ""), ("Input.Ties[2]", ""), ("Input.Ties[3]", ""));
        var before = await app.StateAsync();

        var refused = await admin.SubmitAsync(Carrying(preview), null, ("Reason", " "));

        Assert.Equal((HttpStatusCode.BadRequest, "Give the reason for changing rules after judging has opened."), (refused.Status, refused.TextAt("#Reason-error")));
        Assert.Equal(before, await app.StateAsync());
        Assert.Equal(["Pass mark", "Equal scores are split by, in this order"], RankingPageTests.RowsOf(refused, 0).Select(row => row.Children[0].TextContent.Trim()));
        Assert.Equal(Settings, (await admin.SubmitAsync(Carrying(refused), null, ("Reason", Reason))).Address);
        Assert.Equal(("council", 75m), await app.ReadAsync(async db => await db.Programmes.SingleAsync(one => one.Year == 2026) is var year ? (year.Rules.TieChain, year.Rules.PassMark!.Value) : default));
    }

    [Theory]
    [InlineData("Input.PassMark", "70", "Nothing is changed yet.", null)]
    [InlineData("Input.PassMark", "101", "The pass mark must lie between 0 and the scale.", "The pass mark must lie between 0 and the scale.")]
    [InlineData("Input.Quorum", "", "Fill in this field.", "Fill in this field.")]
    [InlineData("Input.SpreadLimit", "x", "“x” is not a number.", "“x” is not a number.")]
    public async Task What_cannot_be_previewed_stays_typed_in_the_form(string field, string typed, string sentence, string? atField)
    {
        var admin = await app.SignedInAsync("admin", "en");
        var refused = await admin.SubmitAsync(Rules(await admin.OpenAsync(Address)), "Show what it would do", (field, typed));

        Assert.Equal((HttpStatusCode.BadRequest, typed), (refused.Status, refused.ValueOf(field)));
        Assert.Contains(refused.Errors, error => error.EndsWith(sentence, StringComparison.Ordinal));
        Assert.Equal(atField, refused.Document.QuerySelector($"#{field.Replace('.', '-')}-error")?.TextContent);
        Assert.Null(refused.Document.QuerySelector("#preview"));
    }

    [Fact]
    public async Task Only_what_the_preview_has_shown_is_carried_out()
    {
        var admin = await app.SignedInAsync("admin", "en");
        var preview = await PreviewAsync(admin, ("Input.PassMark", "75"));
        var before = await app.StateAsync();

        var forged = await admin.SubmitAsync(Carrying(preview), null, ("Input.PassMark", "10"), ("Reason", Reason));

        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Contains(forged.Errors, error => error.StartsWith("This is not what the preview showed, so nothing is changed.", StringComparison.Ordinal));
        Assert.Equal(before, await app.StateAsync());
        Assert.Equal(["Pass mark", "70", "10"], RankingPageTests.RowsOf(forged, 0)[0].Children.Select(cell => cell.TextContent.Trim()));
        Assert.Equal(Reason, forged.ValueOf("Reason"));
    }

    [Fact]
    public async Task What_somebody_else_has_changed_meanwhile_is_shown_before_anything_is_carried_out()
    {
        var admin = await app.SignedInAsync("admin", "en");
        var preview = await PreviewAsync(admin, ("Input.PassMark", "75"));
        var other = await app.SignedInAsync("admin", "en");
        await other.SubmitAsync(Carrying(await PreviewAsync(other, ("Input.Quorum", "4"))), null, ("Reason", "Người khác"));

        var refused = await admin.SubmitAsync(Carrying(preview), null, ("Reason", Reason));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(refused.Errors, error => error.StartsWith("Somebody else has saved this since you opened it.", StringComparison.Ordinal));
        Assert.Equal(["Quorum 4 5", "Pass mark 70 75"], RankingPageTests.RowsOf(refused, 0).Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent.Trim()))));
        Assert.Equal(Settings, (await admin.SubmitAsync(Carrying(refused), null, ("Reason", Reason))).Address);
    }

    [Fact]
    public async Task Maxima_scale_and_the_seal_have_no_field_and_forging_one_changes_nothing()
    {
        var admin = await app.SignedInAsync("admin", "en");
        var page = await admin.OpenAsync(Address);
        Assert.DoesNotContain(page.Document.QuerySelectorAll("[name]").Select(field => field.GetAttribute("name")!), name => name.EndsWith(".Max", StringComparison.Ordinal) || name is "Input.Scale" or "Input.MarkStep" or "Input.IsSealed" or "Input.OthersMarks");

        var criterion = await app.ReadAsync(async db => (await db.Programmes.WithCriteria().SingleAsync(one => one.Year == 2026)).Criteria[0].Id);
        using var answer = await admin.PostAsync(
            Address + "?handler=Preview", ("__RequestVerificationToken", page.ValueOf("__RequestVerificationToken")), ($"Input.Criteria[{criterion}].Max", "90"), ("Input.Scale", "500"), ("Input.IsSealed", "true"));
        Assert.Contains("Nothing is changed yet.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_an_administrator_s_page_and_open_only_while_marks_are_given_or_discussed()
    {
        foreach (var who in new[] { "officer", "auditor", "judge1" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedInAsync(who)).OpenAsync(Address)).Status);
        }

        Assert.DoesNotContain("/after-opening", (await (await app.SignedInAsync("officer")).OpenAsync(Settings)).Body, StringComparison.Ordinal);
        var admin = await app.SignedInAsync("admin");
        Assert.Equal(HttpStatusCode.NotFound, (await admin.OpenAsync(Address.Replace("2026", "2025", StringComparison.Ordinal))).Status);
        Assert.DoesNotContain("/after-opening", (await admin.OpenAsync("/programmes/2025/settings")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_marks_under_a_seal_the_preview_tells_nothing_and_the_rules_can_be_mended_all_the_same()
    {
        await SealedYear.AddAsync(app);
        await SealedYear.MarkAsync(app);
        var admin = await app.SignedInAsync("admin", "en");
        var address = $"/programmes/{SealedYear.Year}/settings/after-opening";

        var preview = await admin.SubmitAsync(Rules(await admin.OpenAsync(address)), "Show what it would do", ("Input.PassMark", "1"));

        Assert.Contains("The results of this year are not open to you, so this preview cannot show what the change would do to them.", preview.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(SealedYear.Secret, preview.Body, StringComparison.Ordinal);
        Assert.Single(preview.Document.QuerySelectorAll("main table:not(.inputs)"));
        Assert.DoesNotContain("recognition", preview.TextAt("section.panel"), StringComparison.OrdinalIgnoreCase);
        await admin.SubmitAsync(Carrying(preview), null, ("Reason", Reason));
        Assert.Equal(1m, await app.ReadAsync(async db => (await db.Programmes.SingleAsync(one => one.Year == SealedYear.Year)).Rules.PassMark));
    }

    [Fact]
    public async Task An_administrator_who_scores_sees_no_results_in_the_preview()
    {
        await app.ChangeAsync(async db =>
        {
            var user = await db.FindByEmailAsync("admin@demo.local");
            var judge = await db.Judges.FirstAsync(one => db.Programmes.Any(year => year.Id == one.ProgrammeId && year.Year == 2026));
            db.Entry(judge).Property(one => one.UserId).CurrentValue = user.Id;
        });
        var preview = await PreviewAsync(await app.SignedInAsync("admin", "en"), ("Input.TopCount", "1"));
        Assert.Contains("The results of this year are not open to you", preview.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Leaves the Top", preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bands_of_a_computed_criterion_are_mended_with_their_preview()
    {
        await YearOfRows.AddAsync(app, 3, change: year =>
        {
            year.Set(year.Rules with { Quorum = 1 });
            year.Change(year.Criteria[0], year.Criteria[0].Content with { Figure = "revenue", Bands = "0:2 5000000000:8" });
        });
        var admin = await app.SignedInAsync("admin", "en");
        var criterion = await app.ReadAsync(async db => (await db.Programmes.WithCriteria().SingleAsync(one => one.Year == 2027)).Criteria[0].Id);
        string Row(int row, string field) => $"Input.Criteria[{criterion}].Bands[{row}].{field}";
        var form = await admin.OpenAsync("/programmes/2027/settings/after-opening");

        var more = await admin.SubmitAsync(Rules(form), "More rows", (Row(1, "From"), "2,000,000,000"));
        Assert.Equal((8, "2,000,000,000"), (more.Document.QuerySelectorAll("table.bands tbody tr").Length, more.ValueOf(Row(1, "From"))));
        var wrong = await admin.SubmitAsync(Rules(more), "Show what it would do", (Row(2, "From"), "1000"), (Row(2, "Points"), "9"));
        Assert.Equal((HttpStatusCode.BadRequest, "The bands must rise: each begins above the one before."), (wrong.Status, wrong.TextAt($"#{wrong.At($"[name='{Row(2, "From")}']").Id}-error")));

        var preview = await admin.SubmitAsync(Rules(wrong), "Show what it would do", (Row(2, "From"), ""), (Row(2, "Points"), ""));
        Assert.Equal(["Bands of “Growth of production”", "from 0 billion đồng: 2 points; from 5 billion đồng: 8 points", "from 0 billion đồng: 2 points; from 2 billion đồng: 8 points"], RankingPageTests.RowsOf(preview, 0)[0].Children.Select(cell => cell.TextContent.Trim()));
        Assert.Contains("What the bands give: Growth of production", preview.Text, StringComparison.Ordinal);
        await admin.SubmitAsync(Carrying(preview), null, ("Reason", Reason));
        Assert.Equal("0:2 2000000000:8", await app.ReadAsync(async db => (await db.Programmes.WithCriteria().SingleAsync(one => one.Year == 2027)).Criteria[0].BandList));
    }

    private static AngleSharp.Html.Dom.IHtmlFormElement Rules(Page page) => page.Form("main form[action$='handler=Preview']");

    private static AngleSharp.Html.Dom.IHtmlFormElement Carrying(Page page) => page.Form("main form.panel");

    private static async Task<Page> PreviewAsync(Visitor admin, params (string Name, string? Value)[] fields)
    {
        var preview = await admin.SubmitAsync(Rules(await admin.OpenAsync(Address)), "Show what it would do", fields);
        Assert.NotNull(preview.Document.QuerySelector("#preview"));
        return preview;
    }
}
