using KeyProducts.Web.Access;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Reports.Public;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.OutputCaching;

namespace KeyProducts.Web.Pages.Public;

/// <summary>All recognised products of all public years, to be searched.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class IndexModel(RecognisedYears recognised) : AppPage
{
    [FromQuery(Name = "q")]
    public string? Text { get; set; }

    /// <summary>An industry, by its Vietnamese name.</summary>
    [FromQuery(Name = "industry")]
    public string? Industry { get; set; }

    [FromQuery(Name = "p")]
    public string? PageNumber { get; set; }

    public SearchQuery Query { get; private set; } = null!;

    public IReadOnlyList<RecognisedYear> Years { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Industries { get; private set; } = [];

    /// <summary>What fits on this page.</summary>
    public IReadOnlyList<RecognisedEntry> Entries { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    /// <summary>Whether a reader has asked for something.</summary>
    public bool IsAsked => Query.Words.Count > 0 || !string.IsNullOrEmpty(Industry);

    protected override async Task LoadAsync()
    {
        Query = SearchQuery.Of(Text);
        Years = await recognised.AllAsync();
        var all = Years.SelectMany(year => year.Entries).ToList();
        Industries = all.Where(entry => entry.Industry is not null).Select(entry => entry.Industry!).DistinctBy(industry => industry.Vietnamese)
            .OrderBy(industry => industry.In(Languages.Current), RecognisedProducts.ByName)
            .Select(industry => new SelectListItem(industry.In(Languages.Current), industry.Vietnamese, industry.Vietnamese == Industry)).ToList();
        var fitting = all.Where(entry => entry.Fits(Query) && (string.IsNullOrEmpty(Industry) || entry.Industry?.Vietnamese == Industry)).ToList();
        var asked = int.TryParse(PageNumber, out var number) ? Math.Max(1, number) : 1;
        var page = Math.Min(asked, Math.Max(1, (fitting.Count + Paging.Size - 1) / Paging.Size));
        Paging = new Paging(page, fitting.Count, "/recognised", $"q={Uri.EscapeDataString(Query.Text)}&industry={Uri.EscapeDataString(Industry ?? "")}");
        Entries = [.. fitting.Skip(Paging.Skip(page)).Take(Paging.Size)];
    }
}
