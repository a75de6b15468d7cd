using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace KeyProducts.Tests.Operation;

/// <summary>How often the program is killed: a few times in each run; KEYPRODUCTS_KILLS=100 makes it that many, and as many of them while it works, makes its database and upgrades one as stands here.</summary>
internal static class Kills
{
    /// <summary>Of all.</summary>
    public static readonly int Total = int.TryParse(Environment.GetEnvironmentVariable("KEYPRODUCTS_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 5;

    /// <summary>While judges mark, files arrive and results are made final.</summary>
    public static readonly int Working = Total - (2 * Migrating);

    /// <summary>Whether there are so many that whatever can happen has happened.</summary>
    public static readonly bool AreMany = Total >= 50;

    /// <summary>While it makes its database, and as often while it upgrades one.</summary>
    public static int Migrating => Math.Max(1, Total / 5);
}

/// <summary>
/// The program is killed at random moments while judges mark, files are uploaded, nominations imported, results finalised and backups made, and while it makes its database: what it answered
/// as saved is there, nothing is half there, and it starts again by itself. See docs/operations.md.
/// </summary>
public sealed class KillTests : IAsyncLifetime, IAsyncDisposable
{
    private const int RowsOfAnImport = 15;

    // The years whose results are finalised: as many as there are kills, again from the first after that.
    private const int FirstYear = 2040, Years = 30;

    // Each fourth time it is not killed but told to stop.
    private static readonly int Rounds = Kills.Working + (Kills.Working / 3);

    private readonly AppProcess program = new();
    private readonly Random random = new(20261123);

    // What stands in a field of a sheet: what was answered as saved, and what was sent and not answered.
    private readonly ConcurrentDictionary<(string Judge, string Field), (string Saved, string? Sent)> marks = [];
    private readonly Dictionary<string, string> sheets = [];
    private readonly ConcurrentBag<string> files = [];
    private readonly ConcurrentDictionary<int, bool> imports = [];
    private readonly ConcurrentDictionary<int, bool> finals = [];
    private readonly ConcurrentBag<string> backups = [];

    // Before this an answer that is none is a fault of the program.
    private volatile bool dies;

    public async Task InitializeAsync()
    {
        program.Settings["KeyProducts__SignInsPerMinute"] = "100000";
        await using (var app = new WebApplicationFactory<Program>().WithWebHostBuilder(builder => builder
            .UseEnvironment("Development").UseSetting("Logging:LogLevel:Default", "Error").UseSetting("KeyProducts:DataFolder", program.Folder)))
        {
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            await ImportFile.OpenYearAsync(db);
            var now = DateTime.UtcNow;
            for (var number = FirstYear; number < FirstYear + Math.Min(Years, Rounds); number++)
            {
                await SealedYear.AddAsync(db, number, now, withFile: false);
                await db.SaveChangesAsync();
                await SealedYear.MarkAsync(db, number, now);
                await db.SaveChangesAsync();
                await SealedYear.FinishAsync(db, number, now);
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
        }

        SqliteConnection.ClearAllPools();
    }

    public async Task DisposeAsync() => await program.DisposeAsync();

    ValueTask IAsyncDisposable.DisposeAsync() => program.DisposeAsync();

    [Fact]
    public async Task Whatever_moment_it_is_killed_at_acknowledged_writes_are_there_nothing_is_half_there_and_it_starts_by_itself()
    {
        var killed = 0;
        for (var kill = 0; kill < Rounds; kill++)
        {
            dies = false;
            await program.StartAsync();
            await SeeAsync(kill);
            await FindSheetsAsync();
            using var stop = new CancellationTokenSource();
            using var ready = new SemaphoreSlim(0);
            var writers = sheets.Keys.Select(judge => Task.Run(() => MarkAsync(judge, ready, stop.Token)))
                .Append(Task.Run(() => UploadAsync(kill, ready, stop.Token))).Append(Task.Run(() => ImportAsync(kill, ready, stop.Token)))
                .Append(Task.Run(() => FinaliseAsync(kill, ready))).Append(Task.Run(() => BackUpAsync(ready, stop.Token))).ToList();
            foreach (var _ in writers)
            {
                if (!await ready.WaitAsync(TimeSpan.FromSeconds(60)))
                {
                    await Task.WhenAll(writers.Where(writer => writer.IsFaulted));
                    Assert.Fail("A writer could not begin.");
                }
            }

            await Task.Delay(random.Next(50, 2000), CancellationToken.None);
            dies = true;
            if (kill % 4 == 2)
            {
                // As a service manager stops it: what runs is finished, and it ends well.
                Assert.Equal(0, await program.StopAsync());
            }
            else
            {
                await program.KillAsync();
                killed++;
            }

            await stop.CancelAsync();
            await Task.WhenAll(writers);
        }

        dies = false;
        await program.StartAsync();
        await SeeAsync(Rounds);
        Assert.Equal(Kills.Working, killed);
        Assert.NotEmpty(marks);
        Assert.NotEmpty(files);
        // In a few rounds the longer works may all be cut off; in many each was finished at times, and cut off at times.
        if (Kills.AreMany)
        {
            Assert.NotEmpty(backups);
            Assert.Contains(imports, import => import.Value);
            Assert.Contains(imports, import => !import.Value);
            Assert.Contains(finals, year => year.Value);
        }

        // Whatever stage finalising was killed at, it goes on from there.
        for (var kill = 0; kill < Math.Min(Rounds, Years); kill++)
        {
            using var ready = new SemaphoreSlim(0);
            await FinaliseAsync(kill, ready);
        }

        Assert.All(finals, year => Assert.True(year.Value, $"The result of {year.Key} cannot be finalised."));
        await SeeAsync(Rounds);
    }

    [Fact]
    public async Task Killed_while_it_makes_its_database_it_starts_by_itself_the_next_time()
    {
        await using var fresh = new AppProcess("Production");
        for (var kill = 0; kill < Kills.Migrating; kill++)
        {
            fresh.Begin();
            await Task.Delay(random.Next(50, 2500));
            await fresh.KillAsync();
            if (kill % 3 == 2)
            {
                Directory.Delete(fresh.Folder, recursive: true);
                Directory.CreateDirectory(fresh.Folder);
            }
        }

        await fresh.StartAsync();
        Assert.True(await fresh.RunAsync("check") == 0, string.Join('\n', fresh.Said));
    }

    // What is stored, as its writers see it and as the check sees it.
    private async Task SeeAsync(int kill)
    {
        Assert.True(await program.RunAsync("check") == 0, $"After kill {kill}: " + string.Join('\n', program.Said));
        foreach (var sheet in marks.GroupBy(one => one.Key.Judge))
        {
            var judge = await SignInAsync(sheet.Key);
            var page = await judge.OpenAsync(sheets[sheet.Key]);
            foreach (var (key, value) in sheet)
            {
                var stored = page.ValueOf(key.Field);
                Assert.True(stored == value.Saved || stored == value.Sent, $"After kill {kill}: {key.Judge} was told {value.Saved} (sent {value.Sent}), stored is {stored}.");
                marks[key] = (stored, null);
            }
        }

        var officer = await SignInAsync("officer");
        var text = (await officer.OpenAsync("/programmes/2026/nominations/3/evidence")).Text;
        Assert.All(files, name => Assert.Contains(name, text, StringComparison.Ordinal));
        // Backups of before are deleted when there are enough; the check has read those that are there.
        var folder = Path.Combine(program.Folder, "backups");
        var there = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.zip").Select(Path.GetFileName).ToList() : [];
        Assert.True(there.Count >= Math.Min(14, backups.Distinct().Count()), $"After kill {kill}: backups that were there are gone.");
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(program.Folder, "keyproducts.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        foreach (var (year, isFinal) in finals)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) || ' ' || (SELECT count(*) FROM SnapshotProposals q WHERE q.ProgrammeId = p.Id) FROM Programmes p JOIN Snapshots s ON s.ProgrammeId = p.Id WHERE p.Year = $year";
            command.Parameters.AddWithValue("$year", year);
            var stored = (string)(await command.ExecuteScalarAsync())!;
            Assert.True(stored == "1 0" || (stored.StartsWith("0 ", StringComparison.Ordinal) && !isFinal), $"After kill {kill}: the result of {year} was {(isFinal ? "final" : "not final")}; snapshots and proposals: {stored}.");
        }

        foreach (var (import, isSaved) in imports)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM Nominations WHERE Product_Vietnamese LIKE $like";
            command.Parameters.AddWithValue("$like", $"Máy bơm đợt {import} số %");
            var rows = Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
            Assert.True(rows == RowsOfAnImport || (rows == 0 && !isSaved), $"After kill {kill}: import {import} has {rows} of {RowsOfAnImport} rows.");
        }
    }

    private Task FinaliseAsync(int kill, SemaphoreSlim ready) => UntilKilledAsync(async () =>
    {
        var year = FirstYear + (kill % Years);
        var address = $"/programmes/{year}/ranking/finalise";
        var (officer, admin) = (await SignInAsync("officer"), await SignInAsync("admin"));
        ready.Release();
        if (finals.TryGetValue(year, out var isFinal) && isFinal)
        {
            return;
        }

        finals[year] = false;
        var page = await officer.OpenAsync(address);
        if (page.Document.QuerySelector("main form") is null)
        {
            // It was stored, and its answer was lost.
            finals[year] = true;
            return;
        }

        if (page.Document.QuerySelector("form[action*='handler=Confirm'], form[action*='handler=TakeBack']") is null)
        {
            await officer.SubmitAsync(page, ("Input.Password", Seeding.Password));
        }

        var final = await admin.SubmitAsync((await admin.OpenAsync(address)).Form("form[action*='handler=Confirm']"), null, ("Input.Password", Seeding.Password));
        finals[year] = final.Status == HttpStatusCode.OK && final.Document.QuerySelector("form[action*='handler=Confirm']") is null;
    });

    private Task BackUpAsync(SemaphoreSlim ready, CancellationToken stop) => UntilKilledAsync(async () =>
    {
        var admin = await SignInAsync("admin");
        ready.Release();
        while (!stop.IsCancellationRequested)
        {
            var page = await admin.OpenAsync("/backups");
            foreach (var link in page.Document.QuerySelectorAll("main table a[href*='/backups/']"))
            {
                backups.Add(Path.GetFileName(link.GetAttribute("href")!));
            }

            if (page.Document.QuerySelector("form[action='/backups']") is not null)
            {
                await admin.SubmitAsync(page.Form("form[action='/backups']"));
            }

            await Task.Delay(100, stop);
        }
    });

    private Task MarkAsync(string who, SemaphoreSlim ready, CancellationToken stop) => UntilKilledAsync(async () =>
    {
        var judge = await SignInAsync(who);
        var address = sheets[who];
        var page = await judge.OpenAsync(address);
        var token = page.At("form [name=__RequestVerificationToken]").GetAttribute("value")!;
        var fields = page.Document.QuerySelectorAll("[data-mark]").Select(one => one.GetAttribute("name")!).Take(4).ToList();
        ready.Release();
        for (var round = 1; !stop.IsCancellationRequested; round++)
        {
            var field = fields[round % fields.Count];
            var before = marks.TryGetValue((who, field), out var known) ? known.Saved : page.ValueOf(field);
            var typed = before == "1" ? "2" : "1";
            marks[(who, field)] = (before, typed);
            using var content = new FormUrlEncodedContent(new Dictionary<string, string> { [field] = typed, [field.Replace("Input.", "Input.Seen", StringComparison.Ordinal)] = before, ["__RequestVerificationToken"] = token });
            using var answer = await judge.PostAsync($"{address}?handler=Changes", content, "application/json");
            var body = await answer.Content.ReadAsStringAsync(stop);
            Assert.True(answer.StatusCode == HttpStatusCode.OK || dies, $"{answer.StatusCode}: {body}");
            var said = JsonDocument.Parse(body).RootElement.GetRawText();
            Assert.True(answer.StatusCode == HttpStatusCode.OK && said.Contains("\"saved\"", StringComparison.Ordinal), said);
            marks[(who, field)] = (typed, null);
        }
    });

    private Task UploadAsync(int kill, SemaphoreSlim ready, CancellationToken stop) => UntilKilledAsync(async () =>
    {
        var officer = await SignInAsync("officer");
        ready.Release();
        for (var number = 0; !stop.IsCancellationRequested; number++)
        {
            var name = $"dot-{kill}-tep-{number}.pdf";
            var page = await officer.OpenAsync("/programmes/2026/nominations/3/evidence");
            page = await officer.UploadAsync(
                page.Form("main form[enctype='multipart/form-data']"), "Input.Files", [new ChosenFile(name, SampleFiles.Pdf(name))], null, ("Input.Place", "Brand"), ("Input.Reason", "Doanh nghiệp bổ sung"));
            if (page.Status == HttpStatusCode.OK && page.Text.Contains(name, StringComparison.Ordinal))
            {
                files.Add(name);
            }
        }
    });

    private Task ImportAsync(int kill, SemaphoreSlim ready, CancellationToken stop) => UntilKilledAsync(async () =>
    {
        var officer = await SignInAsync("admin");
        ready.Release();
        for (var number = 0; !stop.IsCancellationRequested && number < 3; number++)
        {
            var import = (kill * 10) + number;
            var rows = Enumerable.Range(1, RowsOfAnImport).Select(row => new object?[] { $"Công ty TNHH Đợt {import} số {row}", $"Máy bơm đợt {import} số {row}", "Cơ khí, chế tạo", "Sản phẩm công nghệ cao" });
            var preview = await officer.SendAsync(ImportFile.Xlsx([["Tên doanh nghiệp", "Tên sản phẩm", "Ngành", "Diện đăng ký"], .. rows]));
            imports[import] = false;
            imports[import] = (await officer.ConfirmAsync(preview)).Status == HttpStatusCode.OK;
        }
    });

    private async Task UntilKilledAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception gone) when (dies && gone is (HttpRequestException or IOException or OperationCanceledException or JsonException))
        {
            // Killed in the middle of an answer.
        }
    }

    // Three judges, each with the first sheet that is open to them.
    private async Task FindSheetsAsync()
    {
        for (var number = 1; number <= 9 && sheets.Count < 3; number++)
        {
            var judge = await SignInAsync($"judge{number}");
            var addresses = (await judge.OpenAsync("/judging")).Document.QuerySelectorAll("main a[href^='/programmes/2026/judging/']").Select(link => link.GetAttribute("href")!)
                .Where(address => address.Split('/').Length == 5 && address.Split('/')[4].All(char.IsAsciiDigit)).Distinct();
            foreach (var address in addresses)
            {
                if ((await judge.OpenAsync(address)).Document.QuerySelector("[data-mark]") is not null)
                {
                    sheets[$"judge{number}"] = address;
                    break;
                }
            }
        }

        Assert.Equal(3, sheets.Count);
    }

    private async Task<Visitor> SignInAsync(string who)
    {
        var cookies = new CookieContainer();
        var visitor = new Visitor(new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = new Uri(program.Address) }, "vi", cookies);
        await visitor.SignInAsync($"{who}@demo.local", Seeding.Password);
        return visitor;
    }
}
