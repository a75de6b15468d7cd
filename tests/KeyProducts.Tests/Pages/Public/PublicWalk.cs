using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using KeyProducts.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KeyProducts.Tests.Pages;

/// <summary>Everything that a visitor can read: each address that asks for no sign-in, as the running program lists them, and each address that a page or file of these leads to.</summary>
public sealed partial class PublicWalk
{
    // Products have numbers up to 60 in the demonstration's years.
    private const int MostNumbers = 60, MostAddresses = 4_000;

    private static readonly string[] Years = ["2023", "2024", "2025", "2026", "2027"];

    private readonly Dictionary<string, string> read = new(StringComparer.Ordinal);

    /// <summary>What was read, by address: pages as they came, the text of workbooks and papers.</summary>
    public IReadOnlyDictionary<string, string> Read => read;

    /// <summary>Walks.</summary>
    /// <param name="app">The program.</param>
    /// <param name="more">Addresses besides, such as those of records that must not open.</param>
    public static async Task<PublicWalk> OfAsync(TestApp app, params IEnumerable<string> more)
    {
        var walk = new PublicWalk();
        var visitor = app.Visitor("vi");
        var waiting = new Queue<string>(Routes(app).Concat(more).Distinct());
        var seen = new HashSet<string>(waiting, StringComparer.Ordinal);
        while (waiting.TryDequeue(out var address))
        {
            Assert.True(seen.Count < MostAddresses, $"More than {MostAddresses} addresses: {address}");
            foreach (var link in await walk.OpenAsync(visitor, address))
            {
                if (seen.Add(link))
                {
                    waiting.Enqueue(link);
                }
            }
        }

        return walk;
    }

    /// <summary>The addresses whose content has a text, with the text.</summary>
    public IEnumerable<string> With(IEnumerable<string> texts) =>
        from text in texts
        from page in read
        where Has(page.Value, text)
        select $"{page.Key}: {text}";

    // A number is not found within a longer one.
    private static bool Has(string content, string text)
    {
        for (var at = content.IndexOf(text, StringComparison.OrdinalIgnoreCase); at >= 0; at = content.IndexOf(text, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            bool IsDigit(int place) => place >= 0 && place < content.Length && char.IsAsciiDigit(content[place]);
            bool GoesOn(int sign, int digit) => IsDigit(sign) || (sign >= 0 && sign < content.Length && content[sign] is ('.' or ',') && IsDigit(digit));
            if (!char.IsAsciiDigit(text[0]) || (!GoesOn(at - 1, at - 2) && !GoesOn(at + text.Length, at + text.Length + 1)))
            {
                return true;
            }
        }

        return false;
    }

    // Every endpoint that lets anybody in, with samples of its parameters; one that has no sample fails.
    private static IEnumerable<string> Routes(TestApp app) =>
        app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") != false)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(route => !IsAsset().IsMatch(route)).Distinct().SelectMany(Samples);

    private static IEnumerable<string> Samples(string route)
    {
        var parameter = Parameter().Match(route);
        if (!parameter.Success)
        {
            return [route];
        }

        IEnumerable<string> values = parameter.Groups["name"].Value switch
        {
            "year" => Years,
            "number" => Enumerable.Range(1, MostNumbers).Select(number => $"{number}"),
            "format" when route.StartsWith("/open-data", StringComparison.Ordinal) => ["csv", "json", "xlsx"],
            "format" => ["", "excel", "csv", "pdf", "word"],
            "dataset" => ["recognised-products", "businesses", "statistics", "history"],
            "certificate" => ["", "2025-0001", "2024-0003", "2026-0001"],
            "code" => ["404"],
            "receipt" => [new string('a', 32)],
            "token" or "other" or "user" => ["x"],
            var name => throw new InvalidOperationException($"{route}: give a sample for {{{name}}} in PublicWalk."),
        };
        return values.SelectMany(value => Samples(route[..parameter.Index].TrimEnd('/') is var before && value.Length == 0 ? before + route[(parameter.Index + parameter.Length)..] : route[..parameter.Index] + value + route[(parameter.Index + parameter.Length)..]));
    }

    private async Task<IEnumerable<string>> OpenAsync(Visitor visitor, string address)
    {
        using var answer = await visitor.GetAsync(address);
        Assert.True((int)answer.StatusCode < 500, $"{address}: {(int)answer.StatusCode}");
        if (answer.StatusCode is HttpStatusCode.Found or HttpStatusCode.MovedPermanently)
        {
            var target = answer.Headers.Location!.IsAbsoluteUri ? answer.Headers.Location.PathAndQuery : answer.Headers.Location.OriginalString;
            return target.StartsWith("/account", StringComparison.Ordinal) ? [] : [target];
        }

        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var type = answer.Content.Headers.ContentType?.MediaType ?? "";
        var body = TextOf(bytes, type);
        // What the headers say counts too: the name of a file, for instance.
        read[address] = $"{answer.Headers}{answer.Content.Headers}\n{body}";
        return type switch
        {
            "text/html" => Links(await Page.ReadAsync(answer)),
            _ when type.Contains("json", StringComparison.Ordinal) || type.Contains("xml", StringComparison.Ordinal) && body.StartsWith('<') =>
                Address().Matches(body).Select(match => match.Groups[1].Value).Where(path => !path.Contains('{', StringComparison.Ordinal)),
            _ => [],
        };
    }

    private static IEnumerable<string> Links(Page page) =>
        page.Document.QuerySelectorAll("a[href], link[href], img[src], script[src], form[method=get]")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("action"))
            .OfType<string>().Select(link => link.Split('#')[0])
            .Select(link => link.StartsWith("http://localhost/", StringComparison.Ordinal) ? link["http://localhost".Length..] : link)
            .Select(link => link.StartsWith('?') ? page.Address.Split('?')[0] + link : link)
            .Where(link => link.StartsWith('/') && !link.Contains(".css", StringComparison.Ordinal) && !link.Contains(".js?", StringComparison.Ordinal) && !link.Contains(".woff2", StringComparison.Ordinal));

    private static string TextOf(byte[] bytes, string type)
    {
        if (type == "application/pdf")
        {
            var file = Path.GetTempFileName();
            try
            {
                File.WriteAllBytes(file, bytes);
                return InstalledTool.PdfToText.Run("-layout", file, "-");
            }
            finally
            {
                File.Delete(file);
            }
        }

        if (!type.Contains("openxml", StringComparison.Ordinal))
        {
            return WebUtility.HtmlDecode(Encoding.UTF8.GetString(bytes));
        }

        using var parts = new ZipArchive(new MemoryStream(bytes));
        var text = new StringBuilder();
        foreach (var part in parts.Entries)
        {
            using var reader = new StreamReader(part.Open());
            text.Append(WebUtility.HtmlDecode(Tag().Replace(reader.ReadToEnd(), " ")));
        }

        return text.ToString();
    }

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)(?:(?::\w+(?:\((?:[^(){}]|\((?:[^(){}]|\([^(){}]*\))*\)|\{\d+\})*\))?)*)\??\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\.(?:css|js|svg|woff2|txt(?:\.gz)?|map)(?:\.gz|\.br)?$|^/fonts/|^/health|^/_")]
    private static partial Regex IsAsset();

    [GeneratedRegex("""(?:https?://localhost)(/[^"<\s]*)""")]
    private static partial Regex Address();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
