using System.Globalization;
using System.Security.Claims;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Access;

/// <summary>Leads a judge who opens a sheet before having declared about its business to where that is done. Whatever else is closed stays a 404.</summary>
public sealed class DeclareFirst : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var (http, values) = (context.HttpContext, context.RouteData.Values);
        if (HttpMethods.IsGet(http.Request.Method) && Read(values["year"]) is { } year && Read(values["number"]) is { } number
            && Guid.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), out var userId)
            && await http.RequestServices.GetRequiredService<AppDbContext>().ToDeclareBy(userId).AnyAsync(pair => pair.Nomination.Programme.Year == year && pair.Nomination.Number == number))
        {
            context.Result = new RedirectResult($"/programmes/{year}/judging/declaration?for={number}");
            return;
        }

        await next();
    }

    private static int? Read(object? value) => int.TryParse(value?.ToString(), CultureInfo.InvariantCulture, out var number) ? number : null;
}
