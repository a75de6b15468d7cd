using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KeyProducts.Web.Access;

/// <summary>What becomes of a request whose sender is no longer signed in: nothing that was typed is lost.</summary>
public static class EndedSignIn
{
    /// <summary>The page for signing in.</summary>
    public const string Page = "/account/sign-in";

    /// <summary>Keeps forms that come too late, and shows them again.</summary>
    public static void AddKeptForms(this IServiceCollection services)
    {
        services.AddSingleton<KeptForms>();
        var tokens = services.Last(service => service.ServiceType == typeof(IAntiforgery)).ImplementationType!;
        services.Replace(ServiceDescriptor.Singleton<IAntiforgery>(provider =>
            new FormTokens((IAntiforgery)ActivatorUtilities.CreateInstance(provider, tokens), provider.GetRequiredService<KeptForms>())));
    }

    /// <summary>Asks for a sign-in: scripts by the status alone, readers on the page for it, with what they have just typed if they have.</summary>
    public static async Task AskAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        if (http.Request.IsFromScript())
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else if (await http.RequestServices.GetRequiredService<KeptForms>().ReadAsync(http) is { } form)
        {
            http.Features.Set(form);
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else
        {
            http.Response.Redirect(context.RedirectUri);
        }
    }

    /// <summary>
    /// Shows the page for signing in where a form has come too late, or the one for a second factor where it has come too early, without a redirect that would send it a second time.
    /// </summary>
    public static void UseKeptForms(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Features.Get<KeptForm>() is not { } form || context.Response.HasStarted)
        {
            return;
        }

        var request = context.Request;
        (request.Method, request.Path, request.QueryString) = form.AwaitedFactor
            ? (HttpMethods.Get, SecondFactorDemand.Page, QueryString.Empty)
            : (HttpMethods.Get, Page, QueryString.Create("returnUrl", form.Address));
        (request.Body, request.ContentType, request.ContentLength) = (Stream.Null, null, null);
        context.Features.Set<IFormFeature>(null);
        context.SetEndpoint(null);
        request.RouteValues.Clear();
        await next(context);
    });
}
