using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Pages.Account;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Users;

/// <summary>How somebody signs in, for administrators: sessions to end, the last sign-ins, and the reset of a lost second factor.</summary>
public sealed class SecurityModel(AppDbContext db, UserManager<AppUser> users, Sessions sessions, SecondFactors factors, AuditLog log) : AppPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public AppUser Person { get; private set; } = null!;

    public int Passkeys { get; private set; }

    public SessionList Sessions { get; private set; } = null!;

    public IReadOnlyList<SignInLine> SignIns { get; private set; } = [];

    private string Here => $"/users/{Id}/security";

    protected override async Task LoadAsync()
    {
        Person = Found(await db.Users.FirstOrDefaultAsync(user => user.Id == Id));
        Passkeys = (await users.GetPasskeysAsync(Person)).Count;
        Sessions = new SessionList(await sessions.OfAsync(Id), sessions.Current, Here);
        SignIns = await SignInLine.OfAsync(db, Id);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (Id == UserId)
        {
            throw new RuleException("You cannot reset your own second factor. Another administrator can.");
        }

        if (!Person.TwoFactorEnabled && Passkeys == 0)
        {
            throw new RuleException("This account has no second factor.");
        }

        Because(Input.Reason);
        await factors.ResetAsync(Person, AuditSubject.Of(db, Person).Subject);
        return Go(Here, "The second factor is reset, and all sessions of the person have ended. The password is as it was.");
    }

    public Task<IActionResult> OnPostEndAsync(Guid session) => EndAsync(session);

    public Task<IActionResult> OnPostEndOthersAsync() => EndAsync(null);

    private async Task<IActionResult> EndAsync(Guid? only)
    {
        await LoadAsync();
        var ended = await sessions.EndAsync(Id, except: sessions.Current, only);
        if (ended > 0)
        {
            await log.RecordAsync(AuditAct.SessionEnded, nameof(AppUser), AuditSubject.Of(db, Person).Subject);
        }

        return Go(Here, "Sessions ended: {0}.", ended);
    }

    public sealed class Form
    {
        [Required, StringLength(500)]
        public string Reason { get; set; } = "";
    }
}
