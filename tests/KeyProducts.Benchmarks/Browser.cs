using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using KeyProducts.Web.Storage;

namespace KeyProducts.Benchmarks;

/// <summary>Somebody behind the proxy who signs in and sends forms. Its cookies are kept by hand: they are for HTTPS alone, which the proxy would bring.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly Dictionary<string, string> cookies = [];
    private readonly HttpClient client;

    public Browser(int port)
    {
        client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")),
            Timeout = TimeSpan.FromSeconds(60),
        };
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("vi");
    }

    /// <summary>The cookies as a request brings them.</summary>
    public string Cookies => string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

    /// <summary>Opens a page or file: status, where it leads to, and what it says.</summary>
    public async Task<(HttpStatusCode Status, string? To, byte[] Body)> SendAsync(string address, HttpContent? form = null)
    {
        using var request = new HttpRequestMessage(form is null ? HttpMethod.Get : HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = form };
        if (cookies.Count > 0)
        {
            request.Headers.Add("Cookie", Cookies);
        }

        using var answer = await client.SendAsync(request);
        foreach (var set in answer.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
        {
            var pair = set.Split(';')[0].Split('=', 2);
            cookies[pair[0]] = pair[1];
        }

        return (answer.StatusCode, answer.Headers.Location?.OriginalString, await answer.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Opens a page that must be there; the token of its form.</summary>
    public async Task<string> TokenAsync(string address) => Token().Match(await OpenAsync(address)).Groups[1].Value;

    /// <summary>Opens a page that must be there.</summary>
    public async Task<string> OpenAsync(string address)
    {
        var (status, _, body) = await SendAsync(address);
        Require.That(status == HttpStatusCode.OK, $"{address} answers {status}.");
        return System.Text.Encoding.UTF8.GetString(body);
    }

    /// <summary>Signs in by the real form.</summary>
    public async Task SignInAsync(string email)
    {
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", await TokenAsync("/account/sign-in")), new("Input.Email", email), new("Input.Password", Seeding.Password)]);
        var (status, _, _) = await SendAsync("/account/sign-in", form);
        Require.That(status == HttpStatusCode.Redirect, $"{email} could not sign in: {status}.");
    }

    /// <summary>Signs out.</summary>
    public async Task SignOutAsync()
    {
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", await TokenAsync("/account/sign-out"))]);
        var (status, _, _) = await SendAsync("/account/sign-out", form);
        Require.That(status == HttpStatusCode.Redirect, $"Could not sign out: {status}.");
    }

    public void Dispose() => client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
