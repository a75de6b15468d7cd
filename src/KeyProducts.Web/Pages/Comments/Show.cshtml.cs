using System.Net.Mail;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Mail;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Comments;

/// <summary>A comment of the public: what it says, its answer, and what of it is public.</summary>
public sealed class ShowModel(AppDbContext db, MailQueue mails, MailSettings mail, SiteAddress site, TimeProvider clock) : AppPage
{
    private readonly DateTime now = clock.GetUtcNow().UtcDateTime;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute(Name = "comment")]
    public int Number { get; set; }

    [BindProperty]
    public CommentForm Input { get; set; } = new();

    public Comment Comment { get; private set; } = null!;

    public Programme Programme { get; private set; } = null!;

    /// <summary>The product that it is about; null for the list as a whole.</summary>
    public BilingualName? Product { get; private set; }

    /// <summary>Whether that product has been withdrawn.</summary>
    public bool IsWithdrawn { get; private set; }

    public Guid Version { get; private set; }

    public bool CanAct => IsStaff && (Programme.Stage == Stage.Consultation || (Programme.Stage == Stage.Recognised && Comment.State == CommentState.Open));

    /// <summary>Whether the answer can be sent to its sender.</summary>
    public bool CanMail => mail.Problem is null && MailAddress.TryCreate(Comment.Contact, out _);

    public async Task<IActionResult> OnPostAsync()
    {
        var (comment, programme) = await FindAsync();
        db.Expect(comment, Input.Version);
        comment.Close(programme, Input.State ?? CommentState.Open, Input.Answer, Me, now);
        if (Input.SendsMail && MailAddress.TryCreate(comment.Contact, out var address))
        {
            await mails.AddAsync(new OutgoingMail(address.Address, comment.Name ?? address.Address, AnswerMail.Subject(comment), AnswerMail.Body(comment, site.Of($"/consultation/receipt/{comment.Code}")), Me, now, programme.Id));
            return Go(Address, "The answer is stored, and a mail with it is on its way.");
        }

        await db.SaveChangesAsync();
        return Go(Address, "The answer is stored.");
    }

    public async Task<IActionResult> OnPostReopenAsync()
    {
        var (comment, programme) = await FindAsync();
        Because(Input.Reason);
        comment.Reopen(programme, Input.Reason);
        await db.SaveChangesAsync();
        return Go(Address, "The comment is open again.");
    }

    public async Task<IActionResult> OnPostReleaseAsync()
    {
        var (comment, _) = await FindAsync();
        comment.Release(Input.ReleasedText, now);
        await db.SaveChangesAsync();
        return Go(Address, "The public reads it now.");
    }

    public async Task<IActionResult> OnPostHideAsync()
    {
        var (comment, _) = await FindAsync();
        Because(Input.Reason);
        comment.Hide(Input.Reason);
        await db.SaveChangesAsync();
        return Go(Address, "The public reads it no more.");
    }

    protected override async Task LoadAsync()
    {
        (Comment, Programme) = await FindAsync();
        Version = VersionFor(Input.Version, Comment);
        if (Comment.NominationNumber is { } number
            && await db.Nominations.Where(one => one.ProgrammeId == Programme.Id && one.Number == number)
                .Select(one => new { one.Status, Name = new BilingualName(one.Product.Vietnamese, one.Product.English) }).FirstOrDefaultAsync() is { } nomination)
        {
            (Product, IsWithdrawn) = (nomination.Name, nomination.Status == NominationStatus.Withdrawn);
        }

        if (!HasInput)
        {
            Input = new CommentForm { Answer = Comment.Answer, State = Comment.State == CommentState.Open ? null : Comment.State, ReleasedText = Comment.ReleasedText ?? Comment.Text };
        }
    }

    private string Address => $"/programmes/{Year}/consultation/{Number}";

    private async Task<(Comment Comment, Programme Programme)> FindAsync() => (
        Found(await db.CommentsOpenTo(User).Include(comment => comment.Files).FirstOrDefaultAsync(comment => comment.Year == Year && comment.Number == Number)),
        Found(await db.Programmes.OfYearAsync(Year)));
}
