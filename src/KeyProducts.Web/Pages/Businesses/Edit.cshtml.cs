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

    protected override async Task LoadAsync()
    {
        if (Number is null)
        {
            return;
        }

        Stored = Found(await db.Businesses.FirstOrDefaultAsync(business => business.Number == Number));
        Version = VersionFor(Input.Version, Stored);
    }

    public void OnGet() => Input = Stored is null ? new BusinessForm { City = "Hà Nội" } : BusinessForm.Of(Stored);

    public async Task<IActionResult> OnPostAsync()
    {
        var details = Input.Details();
        await RequireNewCodeAsync(TaxCode.Tidy(details.TaxCode));
        if (Number is null)
        {
            // The unique index refuses the second of two who take the same number; sending the form again takes the next.
            var added = new Business((await db.Businesses.MaxAsync(business => (int?)business.Number) ?? 0) + 1, details);
            db.Add(added);
            await db.SaveChangesAsync();
            return Go($"/businesses/{added.Number}", "The business is entered.");
        }

        var business = Found(await db.Businesses.FirstOrDefaultAsync(business => business.Number == Number));
        db.Expect(business, Input.Version);
        business.Change(details);
        await db.SaveChangesAsync();
        return Go($"/businesses/{Number}", "The business is saved.");
    }

    private async Task RequireNewCodeAsync(string? code)
    {
        var other = code is null ? null : await db.Businesses.AsNoTracking().FirstOrDefaultAsync(business => business.TaxCode == code && business.Number != Number);
        if (other is not null)
        {
            throw new RuleException("“{0}” has this tax code already.", other.Name.In(Languages.Current)) { Field = nameof(BusinessForm.TaxCode) };
        }
    }
}
