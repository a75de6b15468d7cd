using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace KeyProducts.BrowserTests.Support;

/// <summary>Deque's axe, put into a page once and asked as often as its look changes.</summary>
public static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Puts axe into the page that is open.</summary>
    public static Task AddAsync(IPage page) => page.EvaluateAsync(Script + "; null");

    /// <summary>What it finds wrong, a line for each element.</summary>
    /// <param name="page">A page that axe has been put into.</param>
    /// <param name="rules">Some of its rules; none for all.</param>
    public static async Task<IReadOnlyList<string>> FindAsync(IPage page, params string[] rules)
    {
        var only = rules.Length == 0 ? "" : $"runOnly: {JsonSerializer.Serialize(rules)}, ";
        return await page.EvaluateAsync<string[]>($$"""
            async () => (await axe.run(document, { {{only}}resultTypes: ['violations'] })).violations
                .flatMap(one => one.nodes.map(node => `${one.id} (${one.help}): ${node.html}`))
            """);
    }
}
