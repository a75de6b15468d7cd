using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Storage.Personal;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.PersonalData;

/// <summary>How long each kind of personal data is kept, what is past its term, and the act that erases it.</summary>
public sealed class RetentionModel(AppDbContext db, PersonalErasure erasure, TimeProvider clock) : AppPage
{
    private readonly DateTime now = clock.GetUtcNow().UtcDateTime;

    [BindProperty]
    public RetentionForm Input { get; set; } = new();

    public PrivacySettings Settings { get; private set; } = null!;

    public IReadOnlyDictionary<PersonalKind, IReadOnlyList<Guid>> Past { get; private set; } = new Dictionary<PersonalKind, IReadOnlyList<Guid>>();

    public int Total => Past.Values.Sum(keys => keys.Count);

    protected override async Task LoadAsync()
    {
        Settings = await db.PrivacyAsync();
        Past = await db.PastTermAsync(Settings, now);
        if (!HasInput)
        {
            Input = new RetentionForm
            {
                Version = await db.Privacy.AnyAsync() ? db.VersionOf(await db.Privacy.SingleAsync()) : Guid.Empty,
                Contact = Settings.Contact,
                BusinessContact = Settings.ContactMonths,
                DossierContact = Settings.DossierMonths,
                Comment = Settings.CommentMonths,
                Mail = Settings.MailMonths,
                Request = Settings.RequestMonths,
            };
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var settings = await db.Privacy.FirstOrDefaultAsync();
        if (settings is null)
        {
            db.Add(settings = new PrivacySettings());
        }
        else
        {
            db.Expect(settings, Input.Version);
        }

        settings.Change(Input.Contact, Input.Months());
        await db.SaveChangesAsync();
        return Go("/personal-data/retention", "The terms are stored. Nothing is erased by itself.");
    }

    /// <summary>Erases what is past its term, if it is still as many as were seen.</summary>
    public async Task<IActionResult> OnPostEraseAsync()
    {
        await LoadAsync();
        if (Input.Seen != Total)
        {
            throw new RuleException("What is past its term has changed meanwhile. Look at it again.");
        }

        if (string.IsNullOrWhiteSpace(Input.Reason))
        {
            throw new RuleException("Give the reason.") { Field = "Reason" };
        }

        Because(Input.Reason);
        using (Languages.InVietnamese())
        {
            await erasure.EraseAsync(Past, kind => T[EnumWords.Of(kind)]);
        }

        return Go("/personal-data/retention", "{0} records are erased.", Input.Seen);
    }
}
