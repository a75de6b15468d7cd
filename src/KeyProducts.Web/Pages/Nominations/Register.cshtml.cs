using System.ComponentModel.DataAnnotations;
using System.Globalization;
using KeyProducts.Domain;
using KeyProducts.Web.Pages.Nominations.Sections;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Nominations;

/// <summary>Enters a nomination in the year's register, with the next number.</summary>
public sealed class RegisterModel(AppDbContext db, TimeProvider clock) : AppPage
{
    private static readonly StringComparer ByName = StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true);

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public int NextNumber { get; private set; }

    public IReadOnlyList<SelectListItem> Businesses { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.Programmes.AsNoTracking().WithIndustriesAndTracks().OfYearAsync(Year));
        if (programme.Stage is not (Stage.Nominations or Stage.Screening) && !HasInput)
        {
            throw new NotFoundException();
        }

        NextNumber = programme.LastNumber + 1;
        Input.Product.Offer(programme);
        Input.ReceivedOn ??= HanoiTime.DayOf(clock.GetUtcNow().UtcDateTime);
        var businesses = await db.Businesses.Unmerged().Select(business => new { business.Number, business.Name, business.TaxCode }).ToListAsync();
        Businesses =
        [
            .. businesses.OrderBy(business => business.Name.In(Languages.Current), ByName)
                .Select(business => new SelectListItem($"{business.Name.In(Languages.Current)} ({business.TaxCode ?? "–"})", $"{business.Number}")),
        ];
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var programme = Found(await db.Programmes.WithIndustriesAndTracks().OfYearAsync(Year));
        var business = Found(await db.Businesses.FirstOrDefaultAsync(one => one.Number == Input.Business));
        var nomination = new Nomination(programme, business, Input.Product.ToContent(), Input.ReceivedOn!.Value);
        db.Add(nomination);
        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/nominations/{nomination.Number}", "The nomination is registered with the number {0}.", nomination.Number);
    }

    public sealed class Form
    {
        public ProductForm Product { get; set; } = new();

        [Required]
        public int? Business { get; set; }

        [Required]
        public DateOnly? ReceivedOn { get; set; }
    }
}
