using KeyProducts.Web.Access;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages;

/// <summary>Sets the reader's language and goes back to where they were.</summary>
public sealed class LanguageModel : AppPage
{
    public IActionResult OnPost(string? to, string? returnUrl)
    {
        if (to is "vi" or "en")
        {
            Response.Cookies.Append(Languages.Cookie, Languages.CookieValue(to), new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = Request.IsHttps,
            });
        }

        return Back(returnUrl);
    }

    // This page shows nothing: the reader is where they were, on a page whose buttons work.
    protected override Task<IActionResult> ShowAgainAsync(FormShownAgain again) => Task.FromResult<IActionResult>(Back(Request.Form["returnUrl"]));

    private LocalRedirectResult Back(string? returnUrl) => LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
}
