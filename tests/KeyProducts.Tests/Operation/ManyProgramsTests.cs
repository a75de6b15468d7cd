using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Storage;

namespace KeyProducts.Tests.Operation;

/// <summary>Three programs behind nginx on one PostgreSQL and one data folder; every request goes to another one than the last.</summary>
public sealed class ManyProgramsTests : IAsyncLifetime, IAsyncDisposable
{
    private const string DayOfJudge = "/programmes/2026/judging/14";
    private const int Writers = 6;

    private readonly string database = PostgresCluster.IsThere ? PostgresCluster.Create() : "";
    private readonly Balancer balancer = new();
    private readonly List<AppProcess> programs = [];

    public Task InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        await balancer.DisposeAsync();
        foreach (var program in Enumerable.Reverse(programs))
        {
            await program.DisposeAsync();
        }

        if (database.Length > 0)
        {
            PostgresCluster.Drop(database);
        }
    }

    [PostgresFact("nginx")]
    public async Task A_judges_day_changes_instance_at_each_request_one_is_killed_in_the_middle_nothing_is_lost_and_nobody_is_signed_out()
    {
        await StartAsync();
        var answers = new ConcurrentQueue<string>();
        var judge = await SignInAsync("judge1", balancer.Address.ToString(), answers);
        var saved = new Dictionary<string, string>();
        var fields = (await judge.OpenAsync(DayOfJudge)).Document.QuerySelectorAll("[data-mark]").Select(one => one.GetAttribute("name")!).ToList();
        Assert.True(fields.Count >= 4);
        var writers = await BeginWritersAsync();

        answers.Clear();
        await MarkAsync(judge, fields, saved, rounds: 8);
        // No answer came from the program that gave the one before.
        Assert.All(answers.Zip(answers.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
        Assert.Equal(Names(programs), answers.Distinct().Order(StringComparer.Ordinal));

        await KillUnderSavesAsync(programs[1], writers);
        answers.Clear();
        await MarkAsync(judge, fields, saved, rounds: 8);
        Assert.Equal(Names([programs[0], programs[2]]), answers.Distinct().Order(StringComparer.Ordinal));

        await programs[1].StartAsync();
        var killed = Names([programs[1]]).Single();
        for (var tries = 0; answers.All(answer => answer != killed); tries++)
        {
            Assert.True(tries < 100, "The program that was started again gets no request.");
            await Task.Delay(100);
            await judge.OpenAsync(DayOfJudge);
        }

        answers.Clear();
        await MarkAsync(judge, fields, saved, rounds: 8);
        Assert.All(answers.Zip(answers.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
        Assert.Equal(Names(programs), answers.Distinct().Order(StringComparer.Ordinal));
        foreach (var writer in writers)
        {
            await writer.SeeAsync();
        }

        // An upload lies in the shared folder; a withdrawn session ends at all of them.
        var officer = await SignInAsync("officer");
        var evidence = await officer.OpenAsync("/programmes/2026/nominations/3/evidence");
        await officer.UploadAsync(
            evidence.Form("main form[enctype='multipart/form-data']"), "Input.Files", [new ChosenFile("ban-chung.pdf", SampleFiles.Pdf("bản chứng"))], null, ("Input.Place", "Brand"), ("Input.Reason", "Bổ sung"));
        for (var i = 0; i < 3; i++)
        {
            Assert.Contains("ban-chung.pdf", (await officer.OpenAsync("/programmes/2026/nominations/3/evidence")).Text, StringComparison.Ordinal);
        }

        var other = await SignInAsync("officer");
        await officer.SubmitAsync((await officer.OpenAsync("/account/security")).Form("form[action$='handler=EndOthers']"));
        await Task.Delay(TimeSpan.FromSeconds(6));
        for (var i = 0; i < 3; i++)
        {
            Assert.StartsWith("/account/sign-in", (await other.OpenAsync("/programmes")).Address, StringComparison.Ordinal);
            Assert.Equal("/programmes", (await officer.OpenAsync("/programmes")).Address);
        }

        Assert.True(await programs[0].RunAsync("check") == 0, string.Join('\n', programs[0].Said));
        Assert.All(programs, program => Assert.DoesNotContain(program.Said, line => line.Contains("Unhandled", StringComparison.Ordinal)));
    }

    [PostgresFact]
    public async Task What_one_program_publishes_or_takes_back_visitors_of_another_see_at_once()
    {
        await StartAsync(2, behindNginx: false);
        var (here, there) = (await SignInAsync("officer", programs[0].Address), Visitor(programs[1].Address));
        Assert.Equal(HttpStatusCode.OK, (await there.OpenAsync("/recognised/2025")).Status);
        var form = (await here.OpenAsync("/past-years/figures/new?year=2011")).Form("main form[method=post]");
        Assert.Equal(HttpStatusCode.NotFound, (await there.OpenAsync("/statistics/2011")).Status);
        Assert.DoesNotContain("2011", (await there.OpenAsync("/statistics")).Text, StringComparison.Ordinal);
        await here.SubmitAsync(form, null, ("Input.Measure", "RecognisedProducts"), ("Input.Value", "17"), ("Input.Source", "Báo cáo năm"), ("Input.IsPublic", "true"));
        for (var tries = 0; !(await there.OpenAsync("/statistics")).Text.Contains("2011", StringComparison.Ordinal); tries++)
        {
            Assert.True(tries < 40, "The other program still shows what it had kept.");
            await Task.Delay(50);
        }
    }

    // Each mark is typed into a fresh page, which shows all that was saved before, whichever program gives it.
    private static async Task MarkAsync(Visitor judge, List<string> fields, Dictionary<string, string> saved, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            var field = fields[round % fields.Count];
            var typed = saved.GetValueOrDefault(field) == "4" ? "3" : "4";
            var page = await judge.OpenAsync(DayOfJudge);
            Assert.Equal((HttpStatusCode.OK, DayOfJudge), (page.Status, page.Address));
            Assert.All(saved, one => Assert.Equal(one.Value, page.ValueOf(one.Key)));
            var after = await judge.SubmitAsync(page, (field, typed));
            Assert.Equal((HttpStatusCode.OK, typed), (after.Status, after.ValueOf(field)));
            saved[field] = typed;
        }
    }

    // Six sheets that are open, each with a browser of its own.
    private async Task<List<MarkWriter>> BeginWritersAsync()
    {
        var writers = new List<MarkWriter>();
        for (var number = 1; number <= 9 && writers.Count < Writers; number++)
        {
            var sheets = (await (await SignInAsync($"judge{number}")).OpenAsync("/judging")).Document.QuerySelectorAll("main a[href^='/programmes/2026/judging/']").Select(link => link.GetAttribute("href")!)
                .Where(address => address != DayOfJudge && address.Split('/') is { Length: 5 } parts && parts[4].All(char.IsAsciiDigit)).Distinct().Take(4);
            foreach (var address in sheets)
            {
                var writer = new MarkWriter(await SignInAsync($"judge{number}"), address);
                if (writers.Count < Writers && await writer.BeginAsync())
                {
                    writers.Add(writer);
                }
            }
        }

        Assert.Equal(Writers, writers.Count);
        return writers;
    }

    // While all of them save it is killed, again if by chance it was answering none; they go on saving with the others.
    private static async Task KillUnderSavesAsync(AppProcess program, List<MarkWriter> writers)
    {
        using var stop = new CancellationTokenSource();
        var work = writers.Select(writer => Task.Run(() => writer.RunAsync(stop.Token))).ToList();
        async Task UntilAsync(Func<bool> isSo)
        {
            for (var waited = Stopwatch.StartNew(); !isSo(); await Task.Delay(1))
            {
                await Task.WhenAll(work.Where(one => one.IsFaulted));
                Assert.True(waited.Elapsed < TimeSpan.FromMinutes(1), "The saves do not go on.");
            }
        }

        for (var kill = 0; writers.All(writer => writer.CutOffAt.IsEmpty); kill++)
        {
            Assert.True(kill < 5, "No kill cut off a save.");
            if (kill > 0)
            {
                await program.StartAsync();
            }

            await AllSaveAsync(2);
            await UntilAsync(() => writers.All(writer => writer.IsWaiting));
            await program.KillAsync();
            await AllSaveAsync(5);
        }

        await stop.CancelAsync();
        await Task.WhenAll(work);
        // Nobody else's saves failed.
        Assert.All(writers.SelectMany(writer => writer.CutOffAt).Where(at => at.Length > 0), at => Assert.Equal(Names([program]).Single(), at));
        foreach (var writer in writers)
        {
            await writer.SeeAsync();
        }

        Task AllSaveAsync(int more)
        {
            var before = writers.Select(writer => writer.Saves).ToList();
            return UntilAsync(() => writers.Zip(before).All(one => one.First.Saves >= one.Second + more));
        }
    }

    private static IEnumerable<string> Names(IEnumerable<AppProcess> programs) => programs.Select(program => new Uri(program.Address).Authority).Order(StringComparer.Ordinal);

    private async Task StartAsync(int count = 3, bool behindNginx = true)
    {
        for (var number = 0; number < count; number++)
        {
            var program = new AppProcess(shared: programs.FirstOrDefault()?.Folder);
            program.Settings["KeyProducts__Database"] = PostgresCluster.ConnectionTo(database);
            program.Settings["KeyProducts__SignInsPerMinute"] = "100000";
            programs.Add(program);
        }

        // The first loads the demonstration; the others start together.
        await programs[0].StartAsync();
        await Task.WhenAll(programs.Skip(1).Select(program => program.StartAsync()));
        if (behindNginx)
        {
            await balancer.StartAsync(programs);
        }
    }

    private Task<Visitor> SignInAsync(string who) => SignInAsync(who, balancer.Address.ToString());

    private static async Task<Visitor> SignInAsync(string who, string address, ConcurrentQueue<string>? answers = null)
    {
        var visitor = Visitor(address, answers);
        await visitor.SignInAsync($"{who}@demo.local", Seeding.Password);
        return visitor;
    }

    private static Visitor Visitor(string address, ConcurrentQueue<string>? answers = null)
    {
        var cookies = new CookieContainer();
        var handler = new Listening(answers ?? []) { InnerHandler = new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false } };
        return new Visitor(new HttpClient(handler) { BaseAddress = new Uri(address) }, "vi", cookies);
    }

    // Notes which program gave each answer.
    private sealed class Listening(ConcurrentQueue<string> answers) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (Balancer.ProgramOf(answer) is { } program)
            {
                answers.Enqueue(program);
            }

            return answer;
        }
    }
}
