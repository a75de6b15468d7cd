using System.Text.RegularExpressions;

namespace KeyProducts.BrowserTests.Support;

/// <summary>The pages that a person reaches by following links, one of each kind: a page that is new is found without being named.</summary>
public static partial class Reachable
{
    /// <summary>Follows the links from the start page; calls back on each page of a new kind.</summary>
    public static async Task WalkAsync(Person person, Func<string, Task> onPage)
    {
        var known = new HashSet<string> { "/" };
        var toOpen = new Queue<string>(["/"]);
        while (toOpen.TryDequeue(out var address))
        {
            var answer = await person.Page.GotoAsync(address);
            Assert.True(answer!.Ok, $"{address}: {answer.Status}");
            var links = await person.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href]:not([download])')].map(a => a.getAttribute('href'))");
            // A file of evidence comes as a download; in its place there is no page to look at.
            foreach (var link in links.Where(link => link.StartsWith('/') && !link.StartsWith("/evidence/", StringComparison.Ordinal)))
            {
                if (known.Add(KindOf(link)))
                {
                    toOpen.Enqueue(link);
                }
            }

            await onPage(address);
        }
    }

    // "/programmes/2025/nominations/14?sort=name" is of the kind "/programmes/2025/nominations/#": each year is at another stage.
    private static string KindOf(string address) => Key().Replace(Number().Replace(address.Split('?', '#')[0], "/#"), "/#");

    [GeneratedRegex(@"/(?!20[0-9]{2}(?:/|$))\d+(?=/|$)")]
    private static partial Regex Number();

    [GeneratedRegex(@"/[0-9a-f]{8}-[0-9a-f-]{27}(?=/|$)")]
    private static partial Regex Key();
}
