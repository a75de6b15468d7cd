using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Storage.Personal;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.PersonalData;

/// <summary>Erases what is held about a person where the law allows it: first what goes and what stays, and why; then the act, which cannot be undone.</summary>
public sealed class EraseModel(AppDbContext db, PersonalErasure erasure) : AppPage
{
    [BindProperty]
    public PersonForm Input { get; set; } = new();

    public IReadOnlyList<PersonalItem> Items { get; private set; } = [];

    public IReadOnlyDictionary<string, ErasureOutcome> Outcomes { get; private set; } = new Dictionary<string, ErasureOutcome>();

    public int Mentions { get; private set; }

    public bool CanErase => Outcomes.Values.Any(outcome => outcome is ErasureOutcome.Goes or ErasureOutcome.ContactGoes);

    protected override async Task LoadAsync()
    {
        if (HasInput)
        {
            var found = await db.PersonalDataAsync(User, Input.Query(), Input.Items);
            Items = found.Items;
            Outcomes = await erasure.OutcomesAsync(Items);
            Mentions = found.History.Count;
        }
    }

    public async Task<IActionResult> OnPostPreviewAsync()
    {
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (string.IsNullOrWhiteSpace(Input.Reason))
        {
            throw new RuleException("Give the reason.") { Field = "Reason" };
        }

        if (Input.Query().Matches(Input.Reason))
        {
            throw new RuleException("The history keeps this reason for ever: it must not name the person.") { Field = "Reason" };
        }

        Because(Input.Reason);
        int count;
        using (Languages.InVietnamese())
        {
            count = await erasure.EraseAsync(Items, place => T[PlaceWords.Of[place].Name]);
        }

        return Go("/personal-data", "{0} records are erased.", count);
    }
}
