using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.PastYears;

/// <summary>Adds, changes or removes a product of an old list, and says which business of the register it is of.</summary>
public sealed class ProductEditModel(AppDbContext db) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public ProductForm Input { get; set; } = new();

    public bool IsNew => Id == "new";

    /// <summary>Where one comes from: the page of the year.</summary>
    public string Home => Input.Year is { } year ? $"/past-years/{year}" : "/past-years";

    /// <summary>The business of the register that it may be of; null where none is found, or one is linked.</summary>
    public (int Number, string Name)? Suggested { get; private set; }

    protected override async Task LoadAsync()
    {
        var product = await FindAsync();
        if (!HasInput)
        {
            var linked = product?.BusinessId is { } key ? (await db.PastBusinessesAsync()).GetValueOrDefault(key)?.Number : null;
            Input = product is null ? new ProductForm { Year = int.TryParse(Request.Query["year"], out var year) ? year : null } : ProductForm.Of(product, linked, db.VersionOf(product));
        }
        else if (product is not null)
        {
            Input.Version = VersionFor(Input.Version, product);
            ModelState.Remove("Input.Version");
        }

        if (Input.BusinessNumber is null && (Input.Business ?? Input.TaxCode) is not null)
        {
            var (name, code) = (SearchText.Words(Input.Business), TaxCode.Tidy(Input.TaxCode));
            var found = (await db.Businesses.Unmerged().Select(one => new { one.Number, one.Name.Vietnamese, one.TaxCode }).ToListAsync())
                .Where(one => (code is not null && one.TaxCode == code) || (name.Length > 0 && SearchText.Words(one.Vietnamese) == name)).ToList();
            Suggested = found is [var only] ? (only.Number, only.Vietnamese) : null;
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var product = await FindAsync();
        var business = Input.BusinessNumber is { } number
            ? await db.Businesses.Unmerged().FirstOrDefaultAsync(one => one.Number == number) ?? throw new RuleException("The register has no business with this number.") { Field = nameof(Input.BusinessNumber) }
            : null;
        if (product is null)
        {
            db.Add(new PastProduct(Input.Content(), business));
        }
        else
        {
            db.Expect(product, Input.Version);
            RequireReason();
            product.Change(Input.Content(), business);
        }

        await db.SaveChangesAsync();
        return Go(Home, "“{0}” is saved.", Input.Product!);
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        var product = Found(await FindAsync());
        db.Expect(product, Input.Version);
        RequireReason();
        db.Remove(product);
        await db.SaveChangesAsync();
        return Go($"/past-years/{product.Year}", "“{0}” is removed.", product.Product);
    }

    private void RequireReason()
    {
        if (string.IsNullOrWhiteSpace(Input.Reason))
        {
            throw new RuleException("Give the reason.") { Field = nameof(Input.Reason) };
        }

        Because(Input.Reason);
    }

    private async Task<PastProduct?> FindAsync() =>
        IsNew ? null : Guid.TryParse(Id, out var key) ? Found(await db.PastProducts.FirstOrDefaultAsync(product => product.Id == key)) : throw new NotFoundException();
}
