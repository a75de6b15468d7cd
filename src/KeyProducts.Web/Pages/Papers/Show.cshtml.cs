using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Reports.Papers;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KeyProducts.Web.Pages.Papers;

/// <summary>A paper as it reads now, what is missing in it, and its files.</summary>
public sealed class ShowModel(AppDbContext db, YearPapers papers, Downloads downloads) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string Kind { get; set; } = "";

    [FromRoute]
    public string? Format { get; set; }

    /// <summary>Of letters, the nomination whose letter is shown.</summary>
    [FromQuery]
    public int? Number { get; set; }

    public YearPaper Paper { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Letters { get; private set; } = [];

    public OfficialDocument? Shown => Paper.Documents.Count > 0 ? Paper.Documents[0] : null;

    /// <summary>Whether the reader may change the words.</summary>
    public bool CanWrite => User.IsInRole(Roles.Administrator);

    public string Home => $"/programmes/{Year}/papers/{Kind}";

    public async Task<IActionResult> OnGetAsync() =>
        Format is null || !Paper.IsReady ? Page() : await downloads.FileAsync(Paper.File(T[EnumWords.Of(Paper.Kind)], Year), Year, Format);

    protected override async Task LoadAsync()
    {
        var kind = PaperAddress.Read(Kind) ?? throw new NotFoundException();
        var facts = await papers.FactsAsync(Found(await db.ResultsOpenTo(User).WithCriteriaAndIndustries().OfYearAsync(Year)));
        IReadOnlyList<int> numbers = [];
        if (kind == PaperKind.ResultLetter)
        {
            var products = facts.Year.Content.Nominations.ToDictionary(one => one.Number, one => one.Product);
            var open = await papers.NumbersAsync(facts, User);
            Letters = [.. open.Select(one => new SelectListItem($"{one}/{Year} – {products[one]}", $"{one}"))];
            // A page shows one letter; a file holds all of them unless one is asked for.
            numbers = Number is { } asked ? open.Contains(asked) ? [asked] : throw new NotFoundException() : Format is null ? [.. open.Take(1)] : open;
            Number ??= Format is null && numbers.Count > 0 ? numbers[0] : null;
        }

        Paper = await papers.DrawAsync(facts, kind, numbers);
    }
}
