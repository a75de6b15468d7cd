using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KeyProducts.Benchmarks;

/// <summary>A council of 40 judges who save marks at once, and a judge who opens a sheet with a full dossier, all through the real pages.</summary>
internal static partial class Judging
{
    /// <summary>How many save at once.</summary>
    public const int Judges = 40;

    private const int Nominations = 3, Year = MeasuredYears.OfForty;

    private static readonly Person Officer = new(Guid.Empty, "Đo tốc độ");

    /// <summary>Draws five judges of 40 for each of 200 nominations, of which each judge may score two in three.</summary>
    public static Task<Measured> DrawAsync()
    {
        Guid[] Keys(int count) => [.. Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7())];
        var (judges, industries, chance) = (Keys(Judges), Keys(8), new Random(7));
        var input = new BalanceInput(5, judges, [.. Keys(200).Select(id => new BalanceNomination(id, industries[chance.Next(8)], [.. judges.Where(_ => chance.Next(3) > 0)]))], []);
        return Measured.OfAsync("Draw of 5 judges of 40 for 200 nominations", TimeSpan.FromSeconds(8), 1, () => Task.FromResult(Balance.Of(input)));
    }

    /// <summary>Measures both. The floor is the page of the sign-in, which reads no row.</summary>
    public static async Task<List<Percentiles>> MeasureAsync(WebApplicationFactory<Program> app)
    {
        var now = DateTime.UtcNow;
        var criteria = await AddYearAsync(app.Services, now);
        using var visitor = Browser(app);
        await TimesAsync(visitor, "/account/sign-in", 30);
        var floor = await TimesAsync(visitor, "/account/sign-in", 200);

        using var judge = await SignedInAsync(app, "judge1@demo.local");
        // No. 14 of the demonstration has every section, figures of three years, certificates and files.
        await TimesAsync(judge, "/programmes/2026/judging/14", 30);
        var sheet = new Percentiles(
            "Sheet page with a full dossier", 0.95, TimeSpan.FromMilliseconds(50), await TimesAsync(judge, "/programmes/2026/judging/14", 200), Percentiles.Of(floor, 0.95));
        using var officer = await SignedInAsync(app, "officer@demo.local");
        var rankings = new List<Percentiles>();
        foreach (var (what, address) in new[] { ("published, from its snapshot", "/programmes/2025/ranking"), ("while judges score, computed anew", "/programmes/2026/ranking") })
        {
            await TimesAsync(officer, address, 60);
            rankings.Add(new Percentiles($"Ranking page of a year, {what}", 0.95, TimeSpan.FromMilliseconds(30), await TimesAsync(officer, address, 200), Percentiles.Of(floor, 0.95)));
        }

        return [sheet, .. rankings, .. await SavesAsync(app, criteria, Percentiles.Of(floor, 0.99))];
    }

    // As a script does while people type: every mark of every sheet, each once more to change it. First all judges send at the same instant, again and again; then each
    // at their own pace, two or three marks a second, which is faster than anybody reads a dossier.
    private static async Task<List<Percentiles>> SavesAsync(WebApplicationFactory<Program> app, IReadOnlyList<Guid> criteria, TimeSpan floor)
    {
        var browsers = await Task.WhenAll(Enumerable.Range(1, Judges).Select(async judge =>
        {
            var browser = await SignedInAsync(app, Email(judge));
            return (Browser: browser, Token: TokenOf(await browser.GetStringAsync($"/programmes/{Year}/judging/1")));
        }));
        var wrong = new ConcurrentBag<string>();
        async Task SaveAsync((HttpClient Browser, string Token) judge, Step step, ConcurrentBag<TimeSpan> times)
        {
            using var content = new FormUrlEncodedContent(
            [
                new("__RequestVerificationToken", judge.Token), new($"Input.SeenMarks[{step.Criterion}]", step.Seen), new($"Input.Marks[{step.Criterion}]", step.Value),
            ]);
            var start = Stopwatch.GetTimestamp();
            using var answer = await judge.Browser.PostAsync(new Uri($"/programmes/{Year}/judging/{step.Number}?handler=Changes", UriKind.Relative), content);
            times.Add(Stopwatch.GetElapsedTime(start));
            var text = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode != HttpStatusCode.OK || !text.Contains("\"saved\"", StringComparison.Ordinal))
            {
                wrong.Add($"{answer.StatusCode}: {text[..Math.Min(300, text.Length)]}");
            }
        }

        ConcurrentBag<TimeSpan> warmUp = [], burst = [], paced = [];
        foreach (var (number, times) in new[] { (1, warmUp), (2, burst) })
        {
            foreach (var step in Steps(criteria, number))
            {
                await Task.WhenAll(browsers.Select(judge => SaveAsync(judge, step, times)));
            }
        }

        await Task.WhenAll(browsers.Select(async judge =>
        {
            foreach (var step in Steps(criteria, 3))
            {
                await Task.Delay(Random.Shared.Next(800));
                await SaveAsync(judge, step, paced);
            }
        }));

        Array.ForEach(browsers, one => one.Browser.Dispose());
        Require.That(wrong.IsEmpty, $"{wrong.Count} saves failed, such as {wrong.FirstOrDefault()}");
        await RequireEveryMarkOnceAsync(app.Services, criteria);
        return
        [
            new Percentiles($"{Judges} judges saving, each 2.5 marks a second", 0.99, TimeSpan.FromMilliseconds(100), [.. paced], floor),
            new Percentiles($"{Judges} judges saving in the same instant", 0.99, TimeSpan.FromMilliseconds(500), [.. burst], floor),
        ];
    }

    private static IEnumerable<Step> Steps(IReadOnlyList<Guid> criteria, int number) =>
        from change in new[] { (Seen: "", Value: "2"), (Seen: "2", Value: "3") }
        from criterion in criteria
        select new Step(number, criterion, change.Seen, change.Value);

    private static Task RequireEveryMarkOnceAsync(IServiceProvider services, IReadOnlyList<Guid> criteria) => InAsync(services, async db =>
    {
        var marks = await db.Sheets.Where(sheet => sheet.Nomination.Programme.Year == Year).SelectMany(sheet => sheet.Marks, (sheet, mark) => new { sheet.Id, mark.CriterionId, mark.Points }).ToListAsync();
        Require.That(marks.Count == Judges * Nominations * criteria.Count && marks.DistinctBy(mark => (mark.Id, mark.CriterionId)).Count() == marks.Count, $"{marks.Count} marks are stored, or one twice.");
        Require.That(marks.All(mark => mark.Points == 3m), "A mark is lost: an older value stands.");
        var told = await db.AuditEntries.CountAsync(entry => entry.Year == Year && entry.Kind == nameof(ScoreSheet));
        Require.That(told == Judges * criteria.Count * 2 * Nominations, $"The history tells of {told} saves.");
    });

    /// <summary>Opens a year of three nominations that 40 judges score; its criteria.</summary>
    public static async Task<IReadOnlyList<Guid>> AddYearAsync(IServiceProvider services, DateTime now)
    {
        List<Guid> criteria = [];
        await InAsync(services, async db =>
        {
            var year = (await db.Programmes.WithTables().SingleAsync(one => one.Year == 2026)).CopyFor(Year);
            db.Add(year);
            criteria = [.. year.Criteria.Select(criterion => criterion.Id)];
            year.Advance(ProgrammeCounts.None, "Đo tốc độ");
            var nominations = Enumerable.Range(1, Nominations).Select(row => Nominate(year, row)).ToList();
            db.AddRange(nominations);
            var counts = new ProgrammeCounts(0, Nominations, Judges, Judges, 0, 0, 0, 0);
            year.Advance(counts, "Đo tốc độ");
            year.Advance(counts, "Đo tốc độ");
            var role = await db.Roles.SingleAsync(one => one.Name == Roles.Judge);
            var hash = (await db.Users.FirstAsync(user => user.Email == "judge1@demo.local")).PasswordHash;
            foreach (var row in Enumerable.Range(1, Judges))
            {
                var email = Email(row);
                var user = new AppUser
                {
                    UserName = email,
                    NormalizedUserName = email.ToUpperInvariant(),
                    Email = email,
                    NormalizedEmail = email.ToUpperInvariant(),
                    EmailConfirmed = true,
                    FullName = $"Thành viên Ế Ữ {row}",
                    PasswordHash = hash,
                    SecurityStamp = Guid.NewGuid().ToString("N"),
                };
                var judge = new Judge(year, user.Id, new JudgeDetails(user.FullName, null, null, CouncilRole.Member));
                db.AddRange(user, new IdentityUserRole<Guid> { UserId = user.Id, RoleId = role.Id }, judge);
                db.AddRange(nominations.Select(one => new ConflictDeclaration(year, judge, one.BusinessId, null, null, now)));
            }

            await db.SaveChangesAsync();
        });
        return criteria;
    }

    private static Nomination Nominate(Programme year, int row)
    {
        var business = new Business(9000 + row, new BusinessDetails(
            new BilingualName($"Công ty Ế Ữ {row}", null), null, null, new Address(null, null, null, null), new Contact(null, null, null), Ownership.Private, null));
        var nomination = new Nomination(
            year, business, new NominationContent(new BilingualName($"Máy bơm Ế Ữ {row}", null), null, year.Industries[0].Id, year.Tracks[0].Id, null), new DateOnly(Year, 3, row));
        nomination.Accept(year, [], Officer, "Đo tốc độ");
        return nomination;
    }

    /// <summary>The account of one of the 40.</summary>
    public static string Email(int judge) => string.Create(CultureInfo.InvariantCulture, $"council{judge}@demo.local");

    private static HttpClient Browser(WebApplicationFactory<Program> app)
    {
        var client = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add("X-Requested-With", "XMLHttpRequest");
        client.DefaultRequestHeaders.Add("Accept-Language", "vi");
        return client;
    }

    private static async Task<HttpClient> SignedInAsync(WebApplicationFactory<Program> app, string email)
    {
        var client = Browser(app);
        var page = await client.GetStringAsync("/account/sign-in");
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", TokenOf(page)), new("Input.Email", email), new("Input.Password", Seeding.Password)]);
        using var answer = await client.PostAsync(new Uri("/account/sign-in", UriKind.Relative), content);
        Require.That(answer.StatusCode == HttpStatusCode.Redirect, $"{email} could not sign in: {answer.StatusCode}");
        return client;
    }

    private static async Task<List<TimeSpan>> TimesAsync(HttpClient client, string address, int times)
    {
        var measured = new List<TimeSpan>();
        for (var time = 0; time < times; time++)
        {
            var start = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
            await answer.Content.ReadAsByteArrayAsync();
            measured.Add(Stopwatch.GetElapsedTime(start));
            Require.That(answer.StatusCode == HttpStatusCode.OK, $"{address} answers {answer.StatusCode}.");
        }

        return measured;
    }

    private static string TokenOf(string page) => Token().Match(page).Groups[1].Value;

    private static async Task InAsync(IServiceProvider services, Func<AppDbContext, Task> act)
    {
        await using var scope = services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<AppDbContext>());
    }

    private sealed record Step(int Number, Guid Criterion, string Seen, string Value);

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
