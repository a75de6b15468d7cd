using KeyProducts.Web.Access;
using KeyProducts.Web.Reports.Public;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace KeyProducts.Web.Pages.Public;

/// <summary>The recognition list of a year, by industry. A year that is not published is as unknown as one that never was.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class YearModel(RecognisedYears recognised) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromQuery(Name = "q")]
    public string? Text { get; set; }

    public SearchQuery Query { get; private set; } = null!;

    public RecognisedYear List { get; private set; } = null!;

    /// <summary>What fits, by industry in the order of the list.</summary>
    public IReadOnlyList<IGrouping<string?, RecognisedEntry>> Groups { get; private set; } = [];

    public int Fitting => Groups.Sum(group => group.Count());

    protected override async Task LoadAsync()
    {
        Query = SearchQuery.Of(Text);
        List = Found(await recognised.YearAsync(Year));
        Groups = [.. List.Entries.Where(entry => entry.Fits(Query)).GroupBy(entry => entry.Industry?.In(Languages.Current))];
    }
}
