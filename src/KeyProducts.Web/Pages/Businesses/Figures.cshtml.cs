using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Businesses;

/// <summary>A business's figures per year, its places in lists of the largest, and its National Brand titles.</summary>
public sealed class FiguresModel(AppDbContext db) : AppPage
{
    // More than any figure: what is above cannot even be counted in cents.
    private const decimal MostDollars = 1_000_000_000_000m;

    [FromRoute]
    public int Number { get; set; }

    [BindProperty]
    public FiguresForm Input { get; set; } = new();

    // These only name the fields of the small forms. What is typed comes as an argument of their handlers, so that no form is checked
    // when another is sent; after a refusal the fields show it again.
    [Required, StringLength(100)]
    public string? List { get; }

    [Required]
    public int? Year { get; }

    public int? Place { get; }

    [Required]
    public int? TitleYear { get; }

    public Guid Version { get; private set; }

    public bool CameSecond => IsConflict;

    public Business Business { get; private set; } = null!;

    /// <summary>Years of the rows: those stored, and those typed that somebody else has taken out meanwhile.</summary>
    public IReadOnlyList<int> Years => [.. Business.Figures.Select(figure => figure.Year).Union(Input.Rows.Keys).OrderDescending()];

    protected override async Task LoadAsync()
    {
        Business = await LoadBusinessAsync();
        // Who opened the page before the record was merged into another is told so, with what was typed.
        if (Business.MergedIntoId is not null && !HttpMethods.IsPost(Request.Method))
        {
            throw new NotFoundException();
        }

        Version = VersionFor(Input.Version, Business);
        foreach (var figure in Business.Figures)
        {
            Input.Rows.TryAdd(figure.Year, new FigureRow { Revenue = figure.Revenue, Export = figure.ExportCents / 100m, Employees = figure.Employees });
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var business = await LoadBusinessAsync();
        business.RequireUnmerged();
        db.Expect(business, Input.Version);
        db.Renew(business);
        foreach (var (year, row) in Input.Rows)
        {
            if (row.IsEmpty)
            {
                business.RemoveFigures(year);
            }
            else
            {
                business.SetFigures(year, row.Revenue, Cents(row.Export, year), row.Employees);
            }
        }

        if (Input.FigureYear is { } newYear && !Input.New.IsEmpty)
        {
            business.AddFigures(newYear, Input.New.Revenue, Cents(Input.New.Export, newYear), Input.New.Employees);
        }
        else if (Input.FigureYear is not null || !Input.New.IsEmpty)
        {
            throw new RuleException("A new row needs its year and at least one figure.") { Field = nameof(FiguresForm.FigureYear) };
        }

        await db.SaveChangesAsync();
        return Back("The figures are saved.");
    }

    public Task<IActionResult> OnPostAddListingAsync([StringLength(100)] string? list, int? year, int? place) =>
        DoAsync("The place in the list is added.", business => business.AddListing(list?.Normalize(), Given(year, nameof(Year)), place));

    public Task<IActionResult> OnPostRemoveListingAsync(Guid id) =>
        DoAsync("The place in the list is removed.", business => business.Remove(Found(business.Listings.FirstOrDefault(one => one.Id == id))));

    public Task<IActionResult> OnPostAddTitleAsync(int? titleYear) =>
        DoAsync("The National Brand title is added.", business => business.AddTitle(Given(titleYear, nameof(TitleYear))));

    public Task<IActionResult> OnPostRemoveTitleAsync(Guid id) =>
        DoAsync("The National Brand title is removed.", business => business.Remove(Found(business.Titles.FirstOrDefault(one => one.Id == id))));

    private async Task<IActionResult> DoAsync(string done, Action<Business> act)
    {
        act(await LoadBusinessAsync());
        await db.SaveChangesAsync();
        return Back(done);
    }

    private async Task<Business> LoadBusinessAsync() => Found(await db.Businesses.WithParts().FirstOrDefaultAsync(business => business.Number == Number));

    private RedirectResult Back(string done) => Go($"/businesses/{Number}/figures", done);

    private static int Given(int? year, string field) => year ?? throw new RuleException("Give the year.") { Field = field };

    private static long? Cents(decimal? dollars, int year) => dollars is > MostDollars or < 0
        ? throw new RuleException(dollars < 0 ? "A figure of {0} is negative." : "A figure of {0} is too large for one business. Check its unit and zeros.", year)
        : (long?)(dollars * 100m);
}
