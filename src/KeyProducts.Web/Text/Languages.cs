using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace KeyProducts.Web.Text;

/// <summary>Vietnamese first, English second; that of the address, then the chosen one, then the browser's.</summary>
public static class Languages
{
    /// <summary>The cookie that keeps the choice.</summary>
    public const string Cookie = "KeyProducts.Language";

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
            new CookieRequestCultureProvider { CookieName = Cookie },
            new AcceptLanguageHeaderRequestCultureProvider(),
        ];
        options.ApplyCurrentCultureToResponseHeaders = true;
    }

    /// <summary>Whatever is said until the end of the block is Vietnamese, as official papers are, whatever the reader prefers.</summary>
    public static IDisposable InVietnamese() => new VietnameseBlock();

    /// <summary>The value of the cookie for a language.</summary>
    public static string CookieValue(string language) => CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language));

    private sealed class VietnameseBlock : IDisposable
    {
        private readonly CultureInfo culture = CultureInfo.CurrentCulture;
        private readonly CultureInfo uiCulture = CultureInfo.CurrentUICulture;

        public VietnameseBlock() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi");

        public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
    }
}
