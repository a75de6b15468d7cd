using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Operation;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Pages;

/// <summary>
/// What every page does: load what it shows or answer 404, answer an invalid form or a refused act with the same page, status 400 and
/// the reader's language, keeping what was typed.
/// </summary>
public abstract class AppPage : PageModel
{
    /// <summary>Sentences in the reader's language.</summary>
    public IStringLocalizer<Words> T => field ??= HttpContext.RequestServices.GetRequiredService<IStringLocalizer<Words>>();

    /// <summary>Whether the reader may change what staff change.</summary>
    public bool IsStaff => User.IsInRole(Roles.Administrator) || User.IsInRole(Roles.Officer);

    /// <summary>The key of the account that is signed in.</summary>
    public Guid UserId => HttpContext.RequestServices.GetRequiredService<AuditScope>().UserId ?? Guid.Empty;

    /// <summary>Who is signed in, for acts of the domain.</summary>
    public Person Me => new(UserId, HttpContext.RequestServices.GetRequiredService<AuditScope>().UserName);

    /// <summary>
    /// Whether the form's input came with this request; it is then kept, and otherwise filled from what is stored. A page that is closed
    /// to readers by now is still shown to a writer who opened it in time, with the refusal and what was typed.
    /// </summary>
    protected bool HasInput => Request.HasFormContentType && Request.Form.Keys.Any(key => key.StartsWith("Input.", StringComparison.Ordinal));

    /// <summary>Whether somebody else has saved the record since the form was opened.</summary>
    protected bool IsConflict { get; private set; }

    /// <summary>The sentence to show once after a redirect.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>Loads what the page shows. Runs before a GET and again after a refused POST; throws through <see cref="Found"/> for 404.</summary>
    protected virtual Task LoadAsync() => Task.CompletedTask;

    /// <summary>The record, or 404 when the reader may not see one there.</summary>
    protected static TRecord Found<TRecord>(TRecord? record)
        where TRecord : class => record ?? throw new NotFoundException();

    /// <summary>Notes the reason that the history will keep beside what is saved next.</summary>
    protected void Because(string? reason) =>
        HttpContext.RequestServices.GetRequiredService<AuditScope>().Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();

    /// <summary>The same for one record, where several are saved at once.</summary>
    protected void Because(string? reason, object record)
    {
        if (!string.IsNullOrWhiteSpace(reason))
        {
            HttpContext.RequestServices.GetRequiredService<AuditScope>().SetReason(record, reason.Trim());
        }
    }

    /// <summary>Says a sentence on the next page and goes there.</summary>
    protected RedirectResult Go(string address, string done, params object[] arguments)
    {
        Done = T[done, [.. arguments.Select(Shown.Argument)]];
        return new RedirectResult(address);
    }

    /// <summary>
    /// The version that the form carries on: the one its writer saw; after a conflict, which has shown what is stored now, the stored one.
    /// </summary>
    protected Guid VersionFor(Guid posted, object record) =>
        IsConflict || posted == Guid.Empty ? HttpContext.RequestServices.GetRequiredService<AppDbContext>().VersionOf(record) : posted;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        try
        {
            if (HttpContext.Features.Get<FormShownAgain>() is { } again)
            {
                IsValid(context.HandlerMethod?.Name);
                // A page that takes no form has none to show.
                context.Result = context.HandlerMethod is null ? BadRequest() : await ShowAgainAsync(again);
                return;
            }

            if (HttpMethods.IsPost(Request.Method) && context.HandlerMethod is null)
            {
                // A page that is only looked at: nothing was loaded, so there is nothing to show.
                context.Result = StatusCode(StatusCodes.Status405MethodNotAllowed);
                return;
            }

            if (HttpMethods.IsPost(Request.Method) && !IsValid(context.HandlerMethod?.Name))
            {
                context.Result = await RefuseAsync();
                return;
            }

            if (!HttpMethods.IsPost(Request.Method))
            {
                await LoadAsync();
            }

            var executed = await next();
            switch (executed.Exception)
            {
                case RuleException or DbUpdateConcurrencyException:
                case DbUpdateException save when save.IsBrokenRule():
                    Say(executed.Exception);
                    executed.ExceptionHandled = true;
                    executed.Result = await RefuseAsync();
                    break;
                case NotFoundException:
                    executed.ExceptionHandled = true;
                    executed.Result = NotFound();
                    break;
                // The store has failed under a form: what was typed stays in it, as long as the page can still be read.
                case { } error when HttpMethods.IsPost(Request.Method) && StorageFaults.Of(error) is { } fault && await ShowFaultAsync(fault) is { } page:
                    HttpContext.Log(error);
                    executed.ExceptionHandled = true;
                    executed.Result = page;
                    break;
            }
        }
        catch (NotFoundException)
        {
            context.Result = NotFound();
        }
    }

    /// <summary>Answers a form that came too late to be carried out: the page again, with what was typed.</summary>
    protected virtual Task<IActionResult> ShowAgainAsync(FormShownAgain again)
    {
        ModelState.AddModelError("", T[again.Sentence]);
        return RefuseAsync();
    }

    /// <summary>The same page with status 400, loaded afresh, the input kept.</summary>
    protected async Task<IActionResult> RefuseAsync()
    {
        HttpContext.RequestServices.GetRequiredService<AppDbContext>().ChangeTracker.Clear();
        try
        {
            await LoadAsync();
        }
        catch (NotFoundException)
        {
            return NotFound();
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<IActionResult?> ShowFaultAsync(StorageFault fault)
    {
        try
        {
            ModelState.AddModelError("", T[StorageFaults.Sentence(fault)] + " " + T["What you typed is still in the form. Send it again in a while; if it happens again, tell an administrator."]);
            var page = await RefuseAsync();
            Response.StatusCode = StorageFaults.Status(fault);
            return page;
        }
        catch (Exception unreadable) when (StorageFaults.Of(unreadable) is not null)
        {
            return null;
        }
    }

    // A button beside the form, such as "remove", has a handler of its own and posts none of the form's input.
    private bool IsValid(string? handler)
    {
        if (!string.IsNullOrEmpty(handler) && !HasInput)
        {
            ModelState.Keys.Where(key => !Request.Form.ContainsKey(key)).ToList().ForEach(key => ModelState.Remove(key));
        }

        return ModelState.IsValid;
    }

    private void Say(Exception refusal)
    {
        IsConflict = refusal is DbUpdateConcurrencyException or RuleException { Message: Versions.Changed };
        if (IsConflict)
        {
            Meters.Conflicts.Add(1);
        }

        if (refusal is RuleException rule)
        {
            var field = rule.Field is null ? "" : ModelState.ContainsKey("Input." + rule.Field) ? "Input." + rule.Field : rule.Field;
            ModelState.AddModelError(field, T[rule.Message, [.. rule.Arguments.Select(Shown.Argument)]]);
            return;
        }

        ModelState.AddModelError("", IsConflict ? T[Versions.Changed] : T["Something like this is stored already."]);
    }
}

/// <summary>There is no such record, or not for this reader; the answer is 404 in both cases.</summary>
public sealed class NotFoundException : Exception;
