using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace KeyProducts.Web.Text;

/// <summary>Vietnamese first, English second; that of the address, then the chosen one, then the browser's.</summary>
public static class Languages
{
    private const string Cookie = "KeyProducts.Language";

    // By HTTPS: browsers then take it from this very host alone.
    private const string HostCookie = "__Host-" + Cookie;

    /// <summary>The part of an address that names a language, so that each can be sent and found: "?lang=en".</summary>
    public const string Query = "lang";

    /// <summary>"vi" or "en", of the reader of this request.</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "vi";

    /// <summary>Sets up the localisation of requests.</summary>
    public static void Configure(RequestLocalizationOptions options)
    {
        options.SetDefaultCulture("vi").AddSupportedCultures("vi", "en").AddSupportedUICultures("vi", "en");
        options.RequestCultureProviders =
        [
            new QueryStringRequestCultureProvider { QueryStringKey = Query, UIQueryStringKey = Query },
            new CookieRequestCultureProvider { CookieName = HostCookie },
            new CookieRequestCultureProvider { CookieName = Cookie },
            new AcceptLanguageHeaderRequestCultureProvider(),
        ];
        options.ApplyCurrentCultureToResponseHeaders = true;
    }

    /// <summary>Whatever is said until the end of the block is Vietnamese, as official papers are, whatever the reader prefers.</summary>
    public static IDisposable InVietnamese() => new VietnameseBlock();

    /// <summary>Keeps a choice, "vi" or "en", in the reader's browser for a year.</summary>
    public static void Keep(HttpContext context, string language) => context.Response.Cookies.Append(
        context.Request.IsHttps ? HostCookie : Cookie,
        CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)),
        new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });

    private sealed class VietnameseBlock : IDisposable
    {
        private readonly CultureInfo culture = CultureInfo.CurrentCulture;
        private readonly CultureInfo uiCulture = CultureInfo.CurrentUICulture;

        public VietnameseBlock() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi");

        public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
    }
}
