using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Access;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KeyProducts.Tests.Pages;

/// <summary>
/// Goes through every page, download, search, count and mail of a sealed year whose marks are stored, as everybody. What is looked for is in the database, and is
/// found once the seal is open: so a test that finds nothing has looked at the right places.
/// </summary>
public sealed partial class LeakTests : IAsyncLifetime, IDisposable
{
    private static readonly string[] Everybody = ["officer", "admin", "auditor", "judge1", "judge2", "judge3", "judge4"];

    private readonly TestApp app = new();
    private readonly Dictionary<string, Visitor> visitors = [];
    private IReadOnlyList<string> addresses = [];

    public async Task InitializeAsync()
    {
        await SealedYear.AddAsync(app);
        foreach (var who in Everybody)
        {
            visitors.Add(who, await app.SignedInAsync(who));
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Under_seal_nobody_sees_a_mark_a_total_or_an_average_anywhere_until_two_people_have_opened_it()
    {
        // Figures that stand on a page by another reason, such as a deadline or another year's score, say nothing.
        addresses = await AddressesAsync();
        var before = await ReadAllAsync();
        await SealedYear.MarkAsync(app);
        addresses = await AddressesAsync();
        var secrets = (await SecretsAsync()).Where(secret => !before.Values.Any(text => Says(text, secret.Text))).ToList();
        Assert.True(secrets.Select(secret => secret.Text).Distinct().Count() > 80, "The year has too few figures of its own.");

        await RemindAsync();
        await NobodySeesAsync(secrets, "in judging");
        await SealedYear.CloseAsync(app);
        await NobodySeesAsync(secrets, "after judging");
        await TurnAsync("officer");
        await NobodySeesAsync(secrets, "with one key turned");
        await TurnAsync("admin");

        var open = await ReadAllAsync();
        foreach (var who in new[] { "officer", "admin", "auditor" })
        {
            var seen = secrets.Where(secret => open.Any(page => page.Key.Who == who && Says(page.Value, secret.Text))).Select(secret => secret.What).ToHashSet();
            Assert.Superset(new HashSet<string> { "mark", "total", "score", "remark" }, seen);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_conflicted_judge_meets_nothing_of_the_nomination_on_any_page_in_any_file_search_or_count(bool isOfficerToo)
    {
        await SealedYear.MarkAsync(app);
        addresses = await AddressesAsync();
        if (isOfficerToo)
        {
            await app.ChangeAsync(async db => db.Add(new IdentityUserRole<Guid>
            {
                UserId = (await db.FindByEmailAsync("judge2@demo.local")).Id,
                RoleId = await db.Roles.Where(role => role.Name == Roles.Officer).Select(role => role.Id).SingleAsync(),
            }));
            visitors["judge2"] = await app.SignedInAsync("judge2");
        }

        var conflicted = await ReadAllAsync("judge2");
        var leaks = conflicted.Where(page => page.Value.Contains(SealedYear.Secret, StringComparison.Ordinal) && !MayName(page.Key.Address, isOfficerToo)).Select(page => page.Key.Address).ToList();
        Assert.True(leaks.Count == 0, $"judge2 reads of the nomination at {string.Join(", ", leaks)}");

        var another = await ReadAllAsync("judge3");
        Assert.Contains(another, page => page.Key.Address == $"/programmes/{SealedYear.Year}/judging/1" && page.Value.Contains(SealedYear.Secret, StringComparison.Ordinal));
        Assert.Contains(another, page => page.Key.Address.StartsWith("/search", StringComparison.Ordinal) && page.Value.Contains(SealedYear.Secret, StringComparison.Ordinal));
    }

    // A judge's own words about what ties them name the business; an officer knows the register of businesses, progress and history without their dossiers.
    private static bool MayName(string address, bool isOfficer) => address == "/judging" || address.EndsWith("/judging/declaration", StringComparison.Ordinal)
        || (isOfficer && (address.StartsWith("/businesses", StringComparison.Ordinal) || address.StartsWith("/history", StringComparison.Ordinal)
            || address.Contains("/progress", StringComparison.Ordinal) || address.Contains("/council", StringComparison.Ordinal)));

    private async Task NobodySeesAsync(IReadOnlyList<Hidden> secrets, string when)
    {
        var leaks = new List<string>();
        foreach (var (page, text) in await ReadAllAsync())
        {
            leaks.AddRange(secrets.Where(secret => secret.Owner != page.Who && !secret.AreKnownTo.Contains(page.Who) && Says(text, secret.Text))
                .Select(secret => $"{page.Who} reads the {secret.What} {secret.Text} at {page.Address}"));
        }

        Assert.True(leaks.Count == 0, $"{when}: {string.Join("\n", leaks.Take(20))}");
    }

    // The one judge who owes a sheet is reminded by a mail that tells of it.
    private async Task RemindAsync()
    {
        var officer = visitors["officer"];
        var preview = await officer.SubmitAsync(await officer.OpenAsync($"/programmes/{SealedYear.Year}/progress/reminders"));
        await officer.SubmitAsync(preview.Form("main form[method=post]"), "Gửi 1 thư");
        Assert.Equal("judge3@demo.local", await app.ReadAsync(db => db.Mails.Select(mail => mail.To).SingleAsync()));
    }

    private async Task TurnAsync(string who)
    {
        var visitor = visitors[who];
        var page = await visitor.SubmitAsync(await visitor.OpenAsync($"/programmes/{SealedYear.Year}/seal"), ("Input.Password", Seeding.Password));
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    // Everything that says something of the marks: each with who may know it.
    private async Task<List<Hidden>> SecretsAsync() => await app.ReadAsync(async db =>
    {
        var year = await db.Programmes.WithTables().SingleAsync(programme => programme.Year == SealedYear.Year);
        var secrets = new List<Hidden>();
        foreach (var judge in Enumerable.Range(1, 3))
        {
            var own = Enumerable.Range(1, 2).ToDictionary(number => number, number => SealedYear.Marks(year, judge, number));
            foreach (var (number, marks) in own)
            {
                secrets.AddRange(marks.Values.SelectMany(mark => SealedYear.Written(mark!.Value)).Select(text => new Hidden("mark", text, $"judge{judge}")));
                secrets.AddRange(SealedYear.Written(marks.Values.Sum()!.Value).Select(text => new Hidden("total", text, $"judge{judge}")));
            }
        }

        var names = await db.Judges.Where(judge => judge.ProgrammeId == year.Id).Join(db.Users, judge => judge.UserId, user => user.Id, (judge, user) => new { judge.Name, user.Email }).ToListAsync();
        secrets.AddRange(names.SelectMany(judge => Enumerable.Range(1, 2).Select(number => new Hidden("remark", $"Nhận xét kín {judge.Name} {number}", judge.Email!.Split('@')[0]))));
        var result = (await new ScoringService(db, new FinalResults(), new LiveResults(), TimeProvider.System).LiveAsync(year)).Result;
        Assert.Equal(2, result.Ranked.Count);
        secrets.AddRange(result.Ranked.SelectMany(ranked => SealedYear.Written(ranked.Score).Select(text => new Hidden("score", text, ""))));
        secrets.AddRange(result.Ranked.SelectMany(ranked => ranked.Criteria).SelectMany(criterion => SealedYear.Written(criterion.Mean).Select(text => new Hidden("mean", text, ""))));
        secrets.AddRange(result.Ranked.Where(ranked => ranked.Spread is not null).SelectMany(ranked => SealedYear.Written(ranked.Spread!.Value).Select(text => new Hidden("spread", text, ""))));

        // What a judge can work out from their own marks alone, such as the middle of two, is theirs.
        foreach (var judge in Enumerable.Range(1, 3))
        {
            var marks = Enumerable.Range(1, 2).Select(number => SealedYear.Marks(year, judge, number)).ToList();
            var ownFigures = marks.SelectMany(one => one.Values.Select(mark => mark!.Value).Append(one.Values.Sum()!.Value))
                .Concat(year.Criteria.Select(criterion => (marks[0][criterion.Id] + marks[1][criterion.Id])!.Value / 2)).SelectMany(SealedYear.Written).ToHashSet();
            secrets = [.. secrets.Select(secret => ownFigures.Contains(secret.Text) ? secret with { AreKnownTo = [.. secret.AreKnownTo, $"judge{judge}"] } : secret)];
        }

        return secrets;
    });

    private async Task<Dictionary<(string Who, string Address), string>> ReadAllAsync(string? only = null)
    {
        var all = new Dictionary<(string, string), string>();
        foreach (var (who, visitor) in visitors.Where(one => only is null || one.Key == only))
        {
            foreach (var address in addresses)
            {
                using var answer = await visitor.GetAsync(address);
                if (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest)
                {
                    all.Add((who, address), await TextAsync(answer));
                }
            }
        }

        // Mails go to people outside: nobody may read more in them than on a page.
        all.Add(("mail", "mail"), string.Join('\n', await app.ReadAsync(db => db.Mails.Select(mail => mail.Subject + "\n" + mail.Body).ToListAsync())));
        return all;
    }

    // Every page of the program at every address that the sealed year has, every file, and the searches that could find something.
    private async Task<IReadOnlyList<string>> AddressesAsync()
    {
        var keys = await app.ReadAsync(async db =>
        {
            var year = await db.Programmes.SingleAsync(programme => programme.Year == SealedYear.Year);
            return new List<Guid>(
            [
                .. await db.Judges.Where(judge => judge.ProgrammeId == year.Id).Select(judge => judge.Id).ToListAsync(),
                .. await db.Recusals.Where(recusal => db.Nominations.Any(nomination => nomination.Id == recusal.NominationId && nomination.ProgrammeId == year.Id)).Select(recusal => recusal.Id).ToListAsync(),
                .. await db.Evidence.Where(evidence => db.Nominations.Any(nomination => nomination.Id == evidence.NominationId && nomination.ProgrammeId == year.Id)).Select(evidence => evidence.Id).ToListAsync(),
                .. await db.Declarations.Where(one => db.Judges.Any(judge => judge.Id == one.JudgeId && judge.ProgrammeId == year.Id)).Select(one => one.Id).Take(2).ToListAsync(),
            ]);
        });
        var found = new List<string> { $"/search?q={Uri.EscapeDataString(SealedYear.Sought)}", "/search?q=7%2C21", $"/history?year={SealedYear.Year}", $"/history?year={SealedYear.Year}&p=2" };
        foreach (var page in app.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>())
        {
            IEnumerable<string> filled = [""];
            foreach (var segment in page.AttributeRouteInfo!.Template!.Split('/', StringSplitOptions.RemoveEmptyEntries))
            {
                var name = Parameter().Match(segment).Groups[1].Value;
                string[] values = name switch
                {
                    "" => [segment],
                    "year" => [$"{SealedYear.Year}"],
                    "number" => page.AttributeRouteInfo.Template.Contains("{year", StringComparison.Ordinal) ? ["1", "2"] : ["931"],
                    "other" => ["932"],
                    "code" => ["404"],
                    "section" => ["technology"],
                    "item" => ["new"],
                    "format" => ["", "excel", "csv", "pdf"],
                    // What belongs to a year's tables has no key of a judge or a file.
                    _ when NamesNoMark().IsMatch(page.AttributeRouteInfo.Template) => ["new"],
                    _ => [.. keys.Select(key => $"{key}"), "new"],
                };
                filled = [.. filled.SelectMany(start => values.Select(value => value.Length == 0 ? start : $"{start}/{value}"))];
            }

            found.AddRange(filled.Select(address => address.Length == 0 ? "/" : address).Where(address => address is not "/account/sign-out"));
        }

        return [.. found.Distinct()];
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        var content = await answer.Content.ReadAsByteArrayAsync();
        var type = answer.Content.Headers.ContentType?.MediaType ?? "";
        if (type == "application/pdf")
        {
            var file = Path.GetTempFileName();
            await File.WriteAllBytesAsync(file, content);
            var text = InstalledTool.PdfToText.Run("-layout", file, "-");
            File.Delete(file);
            return text;
        }

        if (!type.StartsWith("application/vnd.openxmlformats", StringComparison.Ordinal))
        {
            // A search marks what it has found in the middle of the words.
            return Encoding.UTF8.GetString(content).Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal);
        }

        await using var zip = new ZipArchive(new MemoryStream(content));
        var parts = new StringBuilder();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            parts.AppendLine(await reader.ReadToEndAsync());
        }

        return parts.ToString();
    }

    // As a figure of its own, not as a part of a longer one.
    private static bool Says(string text, string secret)
    {
        for (var at = text.IndexOf(secret, StringComparison.Ordinal); at >= 0; at = text.IndexOf(secret, at + 1, StringComparison.Ordinal))
        {
            var before = at == 0 ? ' ' : text[at - 1];
            var after = at + secret.Length == text.Length ? ' ' : text[at + secret.Length];
            if (!char.IsDigit(before) && before is not ('.' or ',') && !char.IsDigit(after))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"^\{\*{0,2}(\w+)")]
    private static partial Regex Parameter();

    [GeneratedRegex("(criteria|tables|groups|checklist|import)/|^users/")]
    private static partial Regex NamesNoMark();

    private sealed record Hidden(string What, string Text, string Owner)
    {
        public IReadOnlyList<string> AreKnownTo { get; init; } = [];
    }
}
