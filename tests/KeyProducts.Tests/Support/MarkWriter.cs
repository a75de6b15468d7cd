using System.Collections.Concurrent;
using System.Net;

namespace KeyProducts.Tests.Support;

/// <summary>A judge who saves one mark after the other, as the page's script does while somebody types, and remembers what was answered as saved.</summary>
/// <param name="judge">The judge, signed in.</param>
/// <param name="address">A sheet that is open to them.</param>
internal sealed class MarkWriter(Visitor judge, string address)
{
    private readonly Dictionary<string, string> saved = [];
    private string token = "";
    private volatile bool isWaiting;
    private volatile int saves;

    /// <summary>Whether a save is under way.</summary>
    public bool IsWaiting => isWaiting;

    /// <summary>How many saves were acknowledged.</summary>
    public int Saves => saves;

    /// <summary>Which program, as the balancer names it, had each save that was cut off; empty where the answer itself broke off.</summary>
    public ConcurrentQueue<string> CutOffAt { get; } = [];

    /// <summary>Opens the sheet; false when there is nothing to mark.</summary>
    public async Task<bool> BeginAsync()
    {
        var page = await judge.OpenAsync(address);
        foreach (var name in page.Document.QuerySelectorAll("[data-mark]").Select(one => one.GetAttribute("name")!).Take(4))
        {
            saved[name] = page.ValueOf(name);
        }

        token = page.Document.QuerySelector("form [name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
        return saved.Count > 0;
    }

    /// <summary>Saves until told to stop. What was cut off is looked up: it is stored, or what was saved before.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var fields = saved.Keys.ToList();
        for (var round = 0; !stop.IsCancellationRequested; round++)
        {
            var field = fields[round % fields.Count];
            var typed = saved[field] == "1" ? "2" : "1";
            var (status, body, program) = await SaveAsync(field, typed);
            if (status is HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout)
            {
                CutOffAt.Enqueue(program);
                // What the one that died has handed over to the database may still be carried out.
                await Task.Delay(300, CancellationToken.None);
                var stored = (await OpenAsync()).ValueOf(field);
                Assert.True(stored == saved[field] || stored == typed, $"{address}: {saved[field]} was saved, {typed} was sent, {stored} is stored.");
                saved[field] = stored;
                continue;
            }

            Assert.True(status == HttpStatusCode.OK && body.Contains("\"saved\"", StringComparison.Ordinal), $"{address}: {status} {body}");
            saved[field] = typed;
            saves++;
        }
    }

    /// <summary>Every acknowledged mark is there, and the judge still signed in.</summary>
    public async Task SeeAsync()
    {
        var page = await OpenAsync();
        Assert.All(saved, one => Assert.Equal(one.Value, page.ValueOf(one.Key)));
    }

    private async Task<(HttpStatusCode Status, string Body, string Program)> SaveAsync(string field, string typed)
    {
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            [field] = typed,
            [field.Replace("Input.", "Input.Seen", StringComparison.Ordinal)] = saved[field],
            ["__RequestVerificationToken"] = token,
        });
        isWaiting = true;
        try
        {
            using var answer = await judge.PostAsync($"{address}?handler=Changes", content, "application/json");
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync(), Balancer.ProgramOf(answer) ?? "");
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            return (HttpStatusCode.BadGateway, "", "");
        }
        finally
        {
            isWaiting = false;
        }
    }

    private async Task<Page> OpenAsync()
    {
        var page = await judge.OpenAsync(address);
        Assert.Equal((HttpStatusCode.OK, address), (page.Status, page.Address));
        return page;
    }
}
