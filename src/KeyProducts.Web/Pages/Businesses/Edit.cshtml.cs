using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Businesses;

/// <summary>A new business, or the details of one there is: New.cshtml and Edit.cshtml share it.</summary>
public sealed class EditModel(AppDbContext db) : AppPage
{
    [FromRoute]
    public int? Number { get; set; }

    [BindProperty]
    public BusinessForm Input { get; set; } = new();

    public Guid Version { get; private set; }

    /// <summary>What is stored; null for a new business.</summary>
    public Business? Stored { get; private set; }

    /// <summary>Whether to show what is stored beside what was typed.</summary>
    public bool CameSecond => IsConflict;

    /// <summary>Whether to ask why a doubtful tax code is right.</summary>
    public bool AsksReason => Input.TaxCodeReason is not null || TaxCode.DoubtOf(TaxCode.Tidy(Input.TaxCode)) != TaxCodeDoubt.None;

    /// <summary>Records that may be of the business that is being entered.</summary>
    public IReadOnlyList<Twin> Twins { get; private set; } = [];

    /// <summary>Whether to ask if the business is another one than those with a name like it.</summary>
    public bool AsksWhetherAnother => Input.IsAnother || Twins.Any(HasLikeName);

    protected override async Task LoadAsync()
    {
        if (Number is null)
        {
            Twins = HasInput ? await FindTwinsAsync() : [];
            return;
        }

        // Who opened the form before the record was merged into another is told so, with what was typed.
        Stored = Found(await db.Businesses.FirstOrDefaultAsync(business => business.Number == Number && (business.MergedIntoId == null || HasInput)));
        Version = VersionFor(Input.Version, Stored);
    }

    public void OnGet() => Input = Stored is null ? new BusinessForm { City = "Hà Nội" } : BusinessForm.Of(Stored);

    public async Task<IActionResult> OnPostAsync()
    {
        var details = Input.Details();
        await RequireNewCodeAsync(TaxCode.Tidy(details.TaxCode));
        if (Number is null)
        {
            if (!Input.IsAnother && (await FindTwinsAsync()).Any(HasLikeName))
            {
                throw new RuleException("A business with this name is entered already. Look at it; if yours is another one, say so below.") { Field = nameof(BusinessForm.Name) };
            }

            // The unique index refuses the second of two who take the same number; sending the form again takes the next.
            var added = new Business((await db.Businesses.MaxAsync(business => (int?)business.Number) ?? 0) + 1, details);
            db.Add(added);
            await db.SaveChangesAsync();
            return Go($"/businesses/{added.Number}", "The business is entered.");
        }

        var business = Found(await db.Businesses.FirstOrDefaultAsync(business => business.Number == Number));
        business.RequireUnmerged();
        db.Expect(business, Input.Version);
        business.Change(details);
        await db.SaveChangesAsync();
        return Go($"/businesses/{Number}", "The business is saved.");
    }

    private static bool HasLikeName(Twin twin) => twin.Signs.Contains(TwinSign.Name) || twin.Signs.Contains(TwinSign.NameWithoutForm);

    private Task<IReadOnlyList<Twin>> FindTwinsAsync() => BusinessTwins.FindAsync(
        db, null, new BilingualName(Input.Name ?? "", Input.NameEnglish), TaxCode.Tidy(Input.TaxCode), Input.Website, Input.ContactPhone);

    private async Task RequireNewCodeAsync(string? code)
    {
        var other = code is null ? null : await db.Businesses.AsNoTracking().FirstOrDefaultAsync(business => business.TaxCode == code && business.Number != Number);
        if (other is not null)
        {
            throw new RuleException("“{0}” has this tax code already.", other.Name.In(Languages.Current)) { Field = nameof(BusinessForm.TaxCode) };
        }
    }
}
