using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages;

/// <summary>
/// Sets the reader's language and goes back to where they were. It takes the form without a token: it changes nothing but how the reader's own browser is
/// answered, and a token would put a cookie into every public page, which could then not be the same for everybody.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class LanguageModel : AppPage
{
    public IActionResult OnPost(string? to, string? returnUrl)
    {
        if (to is "vi" or "en")
        {
            Languages.Keep(HttpContext, to);
        }

        return Back(returnUrl);
    }

    private LocalRedirectResult Back(string? returnUrl) => LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
}
