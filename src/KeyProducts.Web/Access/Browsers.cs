namespace KeyProducts.Web.Access;

/// <summary>What a browser says it is, in plain words.</summary>
public static class Browsers
{
    // Most say that they are also the ones below them.
    private static readonly (string Sign, string Name)[] Names =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("coc_coc_browser", "Cốc Cốc"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"),
        ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
        [("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <summary>Browser and operating system; empty for what is not known.</summary>
    public static (string Browser, string System) Of(string userAgent) => (Find(Names, userAgent), Find(Systems, userAgent));

    private static string Find((string Sign, string Name)[] known, string text) => known.FirstOrDefault(one => text.Contains(one.Sign, StringComparison.Ordinal)).Name ?? "";
}
