using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Mail;

using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Recognitions;

/// <summary>Reminds businesses that a recognition ends: whom, with which words, seen and counted before it is sent.</summary>
public sealed class RemindersModel(AppDbContext db, MailQueue queue, MailSettings settings, TimeProvider clock) : AppPage
{
    private readonly DateTime now = clock.GetUtcNow().UtcDateTime;

    [BindProperty]
    public Form Input { get; set; } = new();

    // A text, so that nonsense is no error.
    [FromQuery(Name = "months")]
    public string? ChosenMonths { get; set; }

    public MailSettings Settings => settings;

    public IReadOnlyList<ExpiryRecipient> Recipients { get; private set; } = [];

    /// <summary>The mails exactly as they would be sent; none before the officer asks for them.</summary>
    public IReadOnlyList<OutgoingMail> Previews { get; private set; } = [];

    public DateOnly Today => HanoiTime.DayOf(now);

    public bool WasReminded(ExpiryRecipient one) => one.IsReminded(now, Input.Months);

    protected override async Task LoadAsync()
    {
        if (!HasInput)
        {
            Input = new Form { Months = int.TryParse(ChosenMonths, out var months) && months is >= 1 and <= Form.MostMonths ? months : Reports.Recognitions.Term, Subject = ExpiryMail.Subject, Text = ExpiryMail.TextOf(Me.Name) };
        }

        Recipients = await ExpiryRecipient.LoadAsync(db, Today, Math.Clamp(Input.Months, 1, Form.MostMonths));
        if (!HasInput)
        {
            Input.To = Chosen();
        }
        else if (Previews.Count == 0 && Input.CanBeShown)
        {
            // What was seen is no longer what would be sent: shown again, as it is now.
            Previews = Compose();
            Input.Seen = Previews.Count == 0 ? null : Digest(Previews);
        }
    }

    /// <summary>Takes another term, and ticks whoever was not reminded within it; what was typed stays.</summary>
    public async Task<IActionResult> OnPostChooseAsync()
    {
        Input.Seen = null;
        await LoadAsync();
        Input.To = Chosen();
        return Page();
    }

    public async Task<IActionResult> OnPostPreviewAsync()
    {
        Input.Seen = null;
        await LoadAsync();
        Previews = Required();
        Input.Seen = Digest(Previews);
        return Page();
    }

    public async Task<IActionResult> OnPostSendAsync()
    {
        Recipients = await ExpiryRecipient.LoadAsync(db, Today, Input.Months);
        var mails = Required();
        if (Digest(mails) != Input.Seen)
        {
            throw new RuleException("The mails are no longer those that you saw: the text, the choice, an address or the result has changed, or they were just sent. Look at them again below.");
        }

        await queue.AddAsync([.. mails]);
        return Go($"/recognitions/reminders?months={Input.Months}", "{0} mails to {1} businesses are in the queue.", mails.Count, mails.DistinctBy(mail => mail.BusinessId).Count());
    }

    private List<Guid> Chosen() => [.. Recipients.Where(one => one.Email is not null && !WasReminded(one)).Select(one => one.Recognition.Id)];

    private string Digest(IEnumerable<OutgoingMail> mails) => BusinessMailForm.DigestOf(mails, Recipients.Where(one => Input.To.Contains(one.Recognition.Id)).Select(one => one.Last?.Id));

    private List<OutgoingMail> Compose() => [.. Recipients.Where(one => one.Email is not null && Input.To.Contains(one.Recognition.Id)).Select(one =>
    {
        var (recognition, values) = (one.Recognition, ExpiryMail.Values(one));
        return new OutgoingMail(one.Email!, one.Person ?? recognition.Business.Vietnamese, MailPlaces.Fill(Input.Subject ?? "", values), MailPlaces.Fill(Input.Text ?? "", values), Me, now) { Id = Input.KeyFor(recognition.Id) }
            .ToBusiness(MailKind.ExpiryReminder, recognition.BusinessId, recognition.NominationId, recognition.Id);
    })];

    private List<OutgoingMail> Required()
    {
        MailPlaces.RequireKnown(nameof(Input.Subject), Input.Subject, ExpiryMail.Places);
        MailPlaces.RequireKnown(nameof(Input.Text), Input.Text, ExpiryMail.Places);
        return Compose() is { Count: > 0 } mails ? mails : throw new RuleException("Choose at least one business that has an address.") { Field = "To" };
    }

    public sealed class Form : BusinessMailForm
    {
        public const int MostMonths = 60;

        [Range(1, MostMonths)]
        public int Months { get; set; } = Reports.Recognitions.Term;
    }
}
