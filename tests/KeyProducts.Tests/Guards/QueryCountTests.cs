using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Mail;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Guards;

/// <summary>A list of three rows asks no more of the database than a list of one.</summary>
public sealed class QueryCountTests(QueryCountTests.OneAndThree apps) : IClassFixture<QueryCountTests.OneAndThree>
{
    [Theory]
    [InlineData("officer", "/")]
    [InlineData("officer", "/programmes/2027")]
    [InlineData("officer", "/programmes/2027/nominations")]
    [InlineData("officer", "/programmes/2027/nominations/csv")]
    [InlineData("officer", "/programmes/2027/nominations/import")]
    [InlineData("officer", "/programmes/2027/nominations/workbook")]
    [InlineData("officer", "/programmes/2027/nominations/1")]
    [InlineData("officer", "/programmes/2027/nominations/1/sheets")]
    [InlineData("officer", "/programmes/2027/nominations/1/sheets/versions")]
    [InlineData("officer", "/programmes/2027/nominations/1/screening")]
    [InlineData("officer", "/programmes/2027/nominations/1/receipt")]
    [InlineData("officer", "/programmes/2027/screening")]
    [InlineData("officer", "/programmes/2027/screening?tab=all&q=duong")]
    [InlineData("officer", "/programmes/2027/screening/accept?n=1&n=2&n=3")]
    [InlineData("officer", "/programmes/2027/screening/return?n=1&n=2&n=3")]
    [InlineData("officer", "/programmes/2027/nominations/1/evidence")]
    [InlineData("officer", "/programmes/2027/criteria")]
    [InlineData("officer", "/programmes/2027/council")]
    [InlineData("officer", "/programmes/2027/council/conflicts")]
    [InlineData("officer", "/programmes/2027/council/assignment")]
    [InlineData("officer", "/programmes/2027/council/assignment/1")]
    [InlineData("officer", "/programmes/2027/council/assignment/draw")]
    [InlineData("officer", "/programmes/2027/council/workbook")]
    [InlineData("officer", "/programmes/2027/progress")]
    [InlineData("officer", "/programmes/2027/progress/reminders")]
    [InlineData("judge1", "/programmes/2027/judging/own")]
    [InlineData("officer", "/programmes/2027/paper")]
    [InlineData("officer", "/programmes/2027/paper/blank")]
    [InlineData("officer", "/programmes/2027/ranking")]
    [InlineData("officer", "/programmes/2027/ranking/line")]
    [InlineData("officer", "/programmes/2027/ranking/judges")]
    [InlineData("officer", "/programmes/2027/ranking/1")]
    [InlineData("officer", "/programmes/2027/ranking/1/csv")]
    [InlineData("officer", "/programmes/2027/ranking/1/business")]
    [InlineData("officer", "/programmes/2027/ranking/1/business/pdf")]
    [InlineData("officer", "/programmes/2027/ranking/summary")]
    [InlineData("officer", "/programmes/2027/ranking/summary/csv")]
    [InlineData("officer", "/programmes/2027/ranking/summary/word")]
    [InlineData("officer", "/programmes/2027/ranking/sheets")]
    [InlineData("officer", "/programmes/2027/ranking/sheets/pdf")]
    [InlineData("officer", "/programmes/2027/ranking/what-if?Input.TopCount=1")]
    [InlineData("officer", "/programmes/2027/ranking/what-if/csv?Input.TopCount=1")]
    [InlineData("officer", "/programmes/2027/ranking/what-if?marks=2025")]
    [InlineData("admin", "/programmes/2027/settings/after-opening")]
    [InlineData("officer", "/programmes/2027/papers")]
    [InlineData("officer", "/programmes/2027/papers/decision")]
    [InlineData("officer", "/programmes/2027/papers/result-letter")]
    [InlineData("officer", "/programmes/2027/papers/result-letter/pdf")]
    [InlineData("officer", "/programmes/2027/recognition")]
    [InlineData("officer", "/programmes/2027/recognition/excel")]
    [InlineData("officer", "/programmes/2027/certificates")]
    [InlineData("officer", "/programmes/2027/certificates/csv")]
    [InlineData("officer", "/recognitions")]
    [InlineData("officer", "/recognitions/reminders")]
    [InlineData("officer", "/businesses?q=duong+e+u")]
    [InlineData("officer", "/businesses/901")]
    [InlineData("officer", "/businesses/14")]
    [InlineData("officer", "/businesses/901/merge")]
    [InlineData("officer", "/businesses/901/merge/1")]
    [InlineData("officer", "/search?q=san+pham")]
    [InlineData("officer", "/search?q=2027&in=2027")]
    [InlineData("officer", "/search?q=business&in=businesses")]
    [InlineData("judge1", "/search?q=san+pham")]
    [InlineData("judge1", "/")]
    [InlineData("judge1", "/judging")]
    [InlineData("judge1", "/programmes/2027/judging/1")]
    [InlineData("judge1", "/programmes/2027/judging/offline")]
    [InlineData("judge1", "/programmes/2027/judging/paper")]
    [InlineData("judge1", "/programmes/2027/judging/1/submit")]
    [InlineData("judge1", "/programmes/2027/judging/1/versions")]
    [InlineData("judge1", "/judging?sort=total")]
    [InlineData("judge1", "/programmes/2027/judging/declaration")]
    public async Task Three_rows_ask_no_more_than_one(string who, string address)
    {
        var one = await QueriesAsync(apps.One, who, address);
        var three = await QueriesAsync(apps.Three, who, address);
        Assert.True(one.Count == three.Count, $"{address}: {one.Count} queries for 1 row, {three.Count} for 3:\n{string.Join("\n\n", three)}");
        Assert.InRange(three.Count, 1, 25);
    }

    // It asks for the progress and for the result at once.
    [Fact]
    public async Task Closing_judging_asks_no_more_for_three_rows_than_for_one() => Assert.Equal(
        (await QueriesAsync(apps.One, "officer", "/programmes/2027/move")).Count, (await QueriesAsync(apps.Three, "officer", "/programmes/2027/move")).Count);

    [Theory]
    [InlineData("admin", "/programmes")]
    [InlineData("admin", "/users")]
    [InlineData("admin", "/businesses")]
    [InlineData("admin", "/history")]
    [InlineData("admin", "/history?kind=SignIns")]
    [InlineData("admin", "/account/security")]
    [InlineData("admin", "/mail")]
    [InlineData("admin", "/backups")]
    [InlineData("admin", "/personal-data")]
    [InlineData("admin", "/personal-data/requests")]
    [InlineData("admin", "/personal-data/retention")]
    [InlineData("admin", "/personal-data/exports")]
    public async Task Lists_of_everything_ask_no_more_when_there_is_more(string who, string address)
    {
        // The second app has more businesses; each sign-in and each download adds to the history.
        var few = await QueriesAsync(apps.One, who, address);
        await apps.One.SignedInAsync("judge3");
        await apps.One.ChangeAsync(async db =>
        {
            var last = await db.Programmes.MaxAsync(programme => programme.Year);
            for (var row = 1; row <= 2; row++)
            {
                var email = $"{Guid.NewGuid():N}@demo.local";
                db.Add(new AppUser { UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email, NormalizedEmail = email.ToUpperInvariant(), FullName = "Đỗ Ế Ữ" });
                db.Add(new Programme(last + row));
                db.Add(new OutgoingMail(email, "Đỗ Ế Ữ", "Thư Ế Ữ", "Thân thư", Officers.Hoa, apps.One.Clock.Now.UtcDateTime));
            }
        });
        var more = await QueriesAsync(apps.One, who, address);
        Assert.True(few.Count == more.Count, $"{address}: {few.Count} queries, {more.Count} with more rows:\n{string.Join("\n\n", more)}");
    }

    private static async Task<IReadOnlyList<string>> QueriesAsync(TestApp app, string who, string address)
    {
        var visitor = await app.SignedInAsync(who);
        // Once before, for what the program asks once and keeps.
        (await visitor.GetAsync(address)).Dispose();
        return await app.Queries.OfAsync(async () =>
        {
            using var answer = await visitor.GetAsync(address);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {(int)answer.StatusCode}");
        });
    }

    /// <summary>Two programs whose year 2027 has one row of everything, and three.</summary>
    public sealed class OneAndThree : IAsyncLifetime
    {
        public TestApp One { get; } = new();

        public TestApp Three { get; } = new();

        public async Task InitializeAsync()
        {
            await YearOfRows.AddAsync(One, 1);
            await YearOfRows.AddAsync(Three, 3);
        }

        public async Task DisposeAsync()
        {
            await One.DisposeAsync();
            await Three.DisposeAsync();
        }
    }
}
