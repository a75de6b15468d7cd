using KeyProducts.Domain;
using KeyProducts.Web.Mail;
using KeyProducts.Web.Reports.Papers;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Ranking;

/// <summary>Reminds judges of what is left: whom, with which words, each mail seen before it is sent.</summary>
public sealed class RemindersModel(AppDbContext db, MailQueue queue, MailSettings settings, TimeProvider clock) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [BindProperty]
    public RemindersForm Input { get; set; } = new();

    public MailSettings Settings => settings;

    public string Answers { get; private set; } = "";

    public IReadOnlyList<ReminderRecipient> Recipients { get; private set; } = [];

    /// <summary>The mails exactly as they would be sent; none before the officer asks for them.</summary>
    public IReadOnlyList<OutgoingMail> Previews { get; private set; } = [];

    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.Programmes.AsNoTracking().WithCriteria().OfYearAsync(Year));
        if (programme.Stage != Stage.Judging && !HasInput)
        {
            throw new NotFoundException();
        }

        Recipients = await ReminderRecipient.LoadAsync(db, programme);
        Answers = await db.Users.Where(user => user.Id == UserId).Select(user => user.Email).FirstOrDefaultAsync() ?? "";
        if (!HasInput)
        {
            Input = new RemindersForm { To = Chosen("owing"), Subject = ReminderLetter.SubjectOf(Year), Text = ReminderLetter.TextOf(Year, Me.Name) };
        }
        else if (Previews.Count == 0 && Input.CanBeShown)
        {
            // What was seen is no longer what would be sent: shown again, as it is now.
            Previews = Compose();
            Input.Seen = Previews.Count == 0 ? null : RemindersForm.DigestOf(Previews, Recipients);
        }
    }

    /// <summary>Ticks other judges; what was typed stays.</summary>
    public async Task<IActionResult> OnPostChooseAsync(string who)
    {
        Input.Seen = null;
        await LoadAsync();
        Input.To = Chosen(who);
        return Page();
    }

    public async Task<IActionResult> OnPostPreviewAsync()
    {
        Input.Seen = null;
        await LoadAsync();
        Input.RequireKnownPlaces();
        Previews = Required(Compose());
        Input.Seen = RemindersForm.DigestOf(Previews, Recipients);
        return Page();
    }

    public async Task<IActionResult> OnPostSendAsync()
    {
        var programme = Found(await db.Programmes.AsNoTracking().WithCriteria().OfYearAsync(Year));
        if (programme.Stage != Stage.Judging)
        {
            throw new RuleException("Judging of {0} is not open.", Year);
        }

        Input.RequireKnownPlaces();
        Recipients = await ReminderRecipient.LoadAsync(db, programme);
        var mails = Required(Compose());
        if (RemindersForm.DigestOf(mails, Recipients) != Input.Seen)
        {
            throw new RuleException("The mails are no longer those that you saw: the text, the choice or what is left has changed, or they were just sent. Look at them again below.");
        }

        await queue.AddAsync([.. mails]);
        return Go($"/programmes/{Year}/progress/reminders", "{0} reminders are in the queue.", mails.Count);
    }

    private List<Guid> Chosen(string who) => [.. Recipients.Where(one => one.CanBeReminded && one.Fits(who)).Select(one => one.JudgeId)];

    private List<OutgoingMail> Compose()
    {
        var address = $"{settings.Address ?? $"{Request.Scheme}://{Request.Host}{Request.PathBase}"}/judging";
        return [.. Recipients.Where(one => one.CanBeReminded && Input.To.Contains(one.JudgeId)).Select(one => new OutgoingMail(
            one.Email!, one.Name, ReminderLetter.Fill(Input.Subject ?? "", one.Name, one.Duties, address), ReminderLetter.Fill(Input.Text ?? "", one.Name, one.Duties, address),
            Me, Now, one.ProgrammeId, one.JudgeId) { Id = Input.KeyFor(one.JudgeId) })];
    }

    private static List<OutgoingMail> Required(List<OutgoingMail> mails) =>
        mails.Count > 0 ? mails : throw new RuleException("Choose at least one judge who can be reached.") { Field = "To" };
}
