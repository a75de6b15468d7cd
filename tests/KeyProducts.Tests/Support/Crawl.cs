using System.Net;

namespace KeyProducts.Tests.Support;

/// <summary>A page as somebody saw it.</summary>
public sealed record Seen(string Who, string Language, SitePage Place, Page Page)
{
    public override string ToString() => $"{Place.Name} as {Who} in {Language}";
}

/// <summary>Every page, opened once by everybody to whom it opens, in both languages.</summary>
public sealed class Crawl : IAsyncLifetime
{
    private readonly EveryStage every = new();

    /// <summary>The program.</summary>
    public TestApp App => every.App;

    /// <summary>What was seen; downloads are left out.</summary>
    public IReadOnlyList<Seen> All { get; private set; } = [];

    /// <summary>What was stored before, and after.</summary>
    public (SortedDictionary<string, string> Before, SortedDictionary<string, string> After) State { get; private set; }

    public async Task InitializeAsync()
    {
        await every.InitializeAsync();
        var pages = await SiteMap.PagesAsync(App);
        var seen = new List<Seen>();
        var visitors = new List<(string Who, string Language, Visitor Visitor)>();
        foreach (var who in SiteMap.Everybody)
        {
            foreach (var language in new[] { "vi", "en" })
            {
                visitors.Add((who, language, await App.AsAsync(who, language)));
            }
        }

        var before = await App.StateAsync();
        foreach (var (who, language, visitor) in visitors)
        {
            foreach (var place in pages)
            {
                using var answer = await visitor.GetAsync(place.Address);
                if (!place.IsDownload && (answer.StatusCode == HttpStatusCode.OK || place.Name.StartsWith("/error/", StringComparison.Ordinal)))
                {
                    seen.Add(new Seen(who, language, place, await Page.ReadAsync(answer)));
                }
            }
        }

        All = seen;
        State = (before, await App.StateAsync());
    }

    public Task DisposeAsync() => every.DisposeAsync();
}
