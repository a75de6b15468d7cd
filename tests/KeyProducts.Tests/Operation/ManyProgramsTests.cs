using System.Net;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Storage;

namespace KeyProducts.Tests.Operation;

/// <summary>Three programs behind nginx on one PostgreSQL and one data folder; every request goes to another one than the last.</summary>
public sealed class ManyProgramsTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly string database = PostgresCluster.IsThere ? PostgresCluster.Create() : "";
    private readonly Balancer balancer = new();
    private readonly List<AppProcess> programs = [];
    private readonly HashSet<string> answered = [];

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
        var judge = await SignInAsync("judge1");
        var address = "/programmes/2026/judging/14";
        var saved = new Dictionary<string, string>();
        var fields = (await judge.OpenAsync(address)).Document.QuerySelectorAll("[data-mark]").Select(one => one.GetAttribute("name")!).ToList();
        Assert.True(fields.Count >= 4);
        for (var round = 0; round < 24; round++)
        {
            if (round == 8)
            {
                await programs[1].KillAsync();
            }

            if (round == 16)
            {
                await programs[1].StartAsync();
            }

            var field = fields[round % fields.Count];
            var typed = round % 2 == 0 ? "4" : "3";
            var page = await judge.OpenAsync(address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.EndsWith(address, page.Address, StringComparison.Ordinal);
            Assert.All(saved, one => Assert.Equal(one.Value, page.ValueOf(one.Key)));
            var after = await judge.SubmitAsync(page, (field, typed));
            if (after.Status == HttpStatusCode.BadGateway)
            {
                // It was under way to the one that died: the judge sends it again.
                after = await judge.SubmitAsync(await judge.OpenAsync(address), (field, typed));
            }

            Assert.Equal(HttpStatusCode.OK, after.Status);
            saved[field] = after.ValueOf(field);
            Assert.Equal(typed, saved[field]);
        }

        Assert.Equal(3, answered.Count);
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

    private async Task<Visitor> SignInAsync(string who, string address)
    {
        var visitor = Visitor(address);
        await visitor.SignInAsync($"{who}@demo.local", Seeding.Password);
        return visitor;
    }

    private Visitor Visitor(string address)
    {
        var cookies = new CookieContainer();
        var handler = new Listening(answered) { InnerHandler = new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false } };
        return new Visitor(new HttpClient(handler) { BaseAddress = new Uri(address) }, "vi", cookies);
    }

    private sealed class Listening(HashSet<string> answered) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (answer.Headers.TryGetValues("X-Program", out var programs))
            {
                answered.UnionWith(programs.Where(one => !one.Contains(',', StringComparison.Ordinal)));
            }

            return answer;
        }
    }
}
