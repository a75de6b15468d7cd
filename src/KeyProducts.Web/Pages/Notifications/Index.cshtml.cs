using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Mail;
using KeyProducts.Web.Reports.Papers;
using KeyProducts.Web.Reports.Papers.Templates;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Notifications;

/// <summary>Tells businesses their result by mail, each with its letter: whom, with which words, seen and counted before it is sent; and what became of each mail.</summary>
public sealed class IndexModel(AppDbContext db, YearPapers papers, MailQueue queue, MailSettings settings, TimeProvider clock) : AppPage
{
    private readonly DateTime now = clock.GetUtcNow().UtcDateTime;
    private PaperFacts facts = null!;

    [FromRoute]
    public int Year { get; set; }

    [BindProperty]
    public BusinessMailForm Input { get; set; } = new();

    // A text, so that nonsense is page 1 and no error.
    [FromQuery(Name = "p")]
    public string? PageNumber { get; set; }

    public MailSettings Settings => settings;

    public Stage Stage => facts.Programme.Stage;
    public string? Sha256 => facts.Year.Snapshot?.Sha256;

    public IReadOnlyList<NotificationRecipient> Recipients { get; private set; } = [];

    /// <summary>The mails exactly as they would be sent; none before the officer asks for them.</summary>
    public IReadOnlyList<OutgoingMail> Previews { get; private set; } = [];

    /// <summary>The letter of the first.</summary>
    public OfficialDocument? Letter { get; private set; }

    public DeliveryLog Log { get; private set; } = null!;

    public string Home => $"/programmes/{Year}/notifications";
    protected override async Task LoadAsync()
    {
        await FindAsync();
        if (!IsOpen && !HasInput)
        {
            throw new NotFoundException();
        }

        Log = await DeliveryLog.LoadAsync(db, User, facts.Programme, Sha256, int.TryParse(PageNumber, out var page) ? page : 1, T);
        if (!HasInput)
        {
            Input = new BusinessMailForm { To = Chosen("all"), Subject = ResultMail.SubjectOf(Year), Text = ResultMail.TextOf(Year, Me.Name) };
        }
        else if (Previews.Count == 0 && Input.CanBeShown && IsOpen)
        {
            // What was seen is no longer what would be sent: shown again, as it is now.
            Previews = await new ResultMails(papers, facts, Me, now).ComposeAsync(Recipients, Input, letter => Letter = letter);
            Input.Seen = Previews.Count == 0 ? null : Digest(Previews);
        }
    }

    /// <summary>Ticks others; what was typed stays.</summary>
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
        Previews = await RequiredAsync();
        Input.Seen = Digest(Previews);
        return Page();
    }

    public async Task<IActionResult> OnPostSendAsync()
    {
        await FindAsync();
        var mails = await RequiredAsync();
        if (Digest(mails) != Input.Seen)
        {
            throw new RuleException("The mails are no longer those that you saw: the text, the choice, an address or the result has changed, or they were just sent. Look at them again below.");
        }

        await queue.AddAsync([.. mails]);
        return Go($"{Home}#log", "{0} mails to {1} businesses are in the queue.", mails.Count, mails.DistinctBy(mail => mail.BusinessId).Count());
    }

    private bool IsOpen => Stage is Stage.Consultation or Stage.Recognised && Sha256 is not null;

    private async Task FindAsync()
    {
        facts = await papers.FactsAsync(Found(await db.ResultsOpenTo(User).WithCriteriaAndIndustries().OfYearAsync(Year)));
        Recipients = await NotificationRecipient.LoadAsync(db, facts, [.. await papers.NumbersAsync(facts, User)]);
    }

    private List<Guid> Chosen(string who) => [.. Recipients.Where(one => one.Fits(who, Sha256)).Select(one => one.NominationId)];

    private string Digest(IEnumerable<OutgoingMail> mails) => BusinessMailForm.DigestOf(mails, Recipients.Where(one => Input.To.Contains(one.NominationId)).Select(one => one.Last?.Id));

    private async Task<IReadOnlyList<OutgoingMail>> RequiredAsync()
    {
        if (!IsOpen)
        {
            throw new RuleException("Businesses are told the result of {0} from the public consultation on.", Year);
        }

        MailPlaces.RequireKnown(nameof(Input.Subject), Input.Subject, ResultMail.Places);
        MailPlaces.RequireKnown(nameof(Input.Text), Input.Text, ResultMail.Places);
        var mails = await new ResultMails(papers, facts, Me, now).ComposeAsync(Recipients, Input, letter => Letter = letter);
        return mails.Count > 0 ? mails : throw new RuleException("Choose at least one business that has an address.") { Field = "To" };
    }
}
