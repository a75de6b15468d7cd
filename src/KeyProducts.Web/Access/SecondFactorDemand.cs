using System.Security.Claims;
using KeyProducts.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KeyProducts.Web.Access;

/// <summary>
/// Whose role asks for a second factor: "KeyProducts:SecondFactor:" and the role, true or false; unless it is set, administrators and officers in
/// Production. Who has signed in by the password alone is led to set one up, and nothing else is open before.
/// </summary>
public sealed class SecondFactorDemand(IConfiguration configuration, IHostEnvironment environment)
{
    /// <summary>Where a second factor is set up.</summary>
    public const string Page = "/account/second-factor";

    /// <summary>Whether one of the roles asks for it.</summary>
    public bool Asks(IEnumerable<string> roles) => roles.Any(role =>
        bool.TryParse(configuration[$"KeyProducts:SecondFactor:{role}"], out var set) ? set : environment.IsProduction() && role is Roles.Administrator or Roles.Officer);

    /// <summary>Whether somebody's role asks for it.</summary>
    public bool Asks(ClaimsPrincipal person) => Asks(Roles.All.Where(person.IsInRole));

    /// <summary>Whether somebody has still to set one up before anything else.</summary>
    public bool IsMissing(ClaimsPrincipal person) => person.Identity?.IsAuthenticated == true && person.HasClaim(Sessions.Way, nameof(SignInWay.Password)) && Asks(person);
}

/// <summary>Says of a page that it is open to who has still to set up a second factor.</summary>
public sealed class OpenToPasswordAlone;

/// <summary>Stands between the sign-in and the pages.</summary>
public static class SecondFactorGate
{
    /// <summary>Leads whoever has still to set up a second factor there, and to nothing else.</summary>
    public static void UseSecondFactor(this IApplicationBuilder app)
    {
        var demand = app.ApplicationServices.GetRequiredService<SecondFactorDemand>();
        var forms = app.ApplicationServices.GetRequiredService<KeptForms>();
        app.Use(async (context, next) =>
        {
            var metadata = context.GetEndpoint()?.Metadata;
            // Styles and scripts are for everybody; pages for everybody show more to who is signed in.
            var isOpen = metadata is null || metadata.GetMetadata<OpenToPasswordAlone>() is not null
                || (metadata.GetMetadata<IAllowAnonymous>() is not null && metadata.GetMetadata<PageActionDescriptor>() is null);
            if (isOpen || !demand.IsMissing(context.User))
            {
                await next(context);
            }
            else if (context.Request.IsFromScript())
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
            }
            else if (KnownSessions.PersonOf(context.User) is { } reader && await forms.AwaitingAsync(context, reader) is { } form)
            {
                // What was typed goes along until the second factor is there.
                context.Features.Set(form);
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
            }
            else
            {
                context.Response.Redirect(SecondFactorDemand.Page);
            }
        });
    }
}
