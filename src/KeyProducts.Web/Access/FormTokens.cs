using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace KeyProducts.Web.Access;

/// <summary>
/// The check of a form's token. A form that its own reader sent from a page of ours with a token that no longer holds is not thrown away:
/// the page is told to carry out nothing and to show the form again, with a token that holds.
/// </summary>
public sealed class FormTokens(IAntiforgery tokens, KeptForms forms) : IAntiforgery
{
    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) => tokens.GetAndStoreTokens(httpContext);

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => tokens.GetTokens(httpContext);

    public Task<bool> IsRequestValidAsync(HttpContext httpContext) => tokens.IsRequestValidAsync(httpContext);

    public void SetCookieTokenAndHeader(HttpContext httpContext) => tokens.SetCookieTokenAndHeader(httpContext);

    public async Task ValidateRequestAsync(HttpContext httpContext)
    {
        if (await KeptInAsync(httpContext.Request) is { } text)
        {
            ShowKept(httpContext, forms.Open(text));
            return;
        }

        try
        {
            await tokens.ValidateRequestAsync(httpContext);
        }
        catch (AntiforgeryValidationException)
        {
            if (!IsOfItsReader(httpContext))
            {
                httpContext.LogRefusal("a form without a token that holds");
                throw;
            }

            httpContext.Features.Set(new FormShownAgain(SignInEnded: false, httpContext.Request.Form.Files.Count > 0));
        }
    }

    // Behind the page for signing in, which sends it here: what is kept takes the place of what came with it, and is never carried out.
    private static void ShowKept(HttpContext http, KeptForm? form)
    {
        if (form is null || !http.Request.ComesFromUs() || form.Address != http.Request.OwnAddress() || form.Writer != ReaderOf(http))
        {
            throw new AntiforgeryValidationException("What was kept is not of this reader, not for this page, or too old");
        }

        var fields = form.Fields.GroupBy(field => field.Key).ToDictionary(same => same.Key, same => new StringValues([.. same.Select(field => field.Value)]));
        http.Features.Set<IFormFeature>(new FormFeature(new FormCollection(fields)));
        http.Features.Set(new FormShownAgain(SignInEnded: true, form.HadFiles, form.AwaitedFactor));
    }

    private static async Task<string?> KeptInAsync(HttpRequest request) =>
        request.HasFormContentType && !request.Path.Equals(EndedSignIn.Page, StringComparison.OrdinalIgnoreCase)
            && (await request.ReadFormAsync(request.HttpContext.RequestAborted)).TryGetValue(KeptForms.Field, out var kept)
                ? kept.ToString()
                : null;

    // Pages for everybody hold nothing of anybody's.
    private static bool IsOfItsReader(HttpContext http) =>
        http.Request.HasFormContentType && http.Request.ComesFromUs() && !http.Request.IsFromScript()
        && (http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null
            || (ReaderOf(http) is { } reader && Guid.TryParse(http.Request.Form[KeptForms.Writer].ToString(), out var writer) && writer == reader));

    private static Guid? ReaderOf(HttpContext http) => Guid.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;
}
