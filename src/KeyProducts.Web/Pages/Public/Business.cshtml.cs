using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Reports.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace KeyProducts.Web.Pages.Public;

/// <summary>A business with its recognised products of all public years. One without any is unknown here.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class BusinessModel(RecognisedYears recognised) : AppPage
{
    [FromRoute]
    public int Number { get; set; }

    public IReadOnlyList<RecognisedEntry> Entries { get; private set; } = [];

    /// <summary>Its name, as its latest recognition has it.</summary>
    public BilingualName Name { get; private set; } = null!;

    /// <summary>Ward and city, where the program knows them.</summary>
    public string? Place { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var all = (await recognised.AllAsync()).SelectMany(year => year.Entries).ToList();
        Entries = [.. all.Where(entry => entry.BusinessNumber == Number)];
        if (Entries.Count == 0)
        {
            // The address of a record that was merged leads to the one that stays.
            return await recognised.StandingNumberAsync(Number) is { } number && all.Exists(entry => entry.BusinessNumber == number) ? Redirect($"/recognised/businesses/{number}") : NotFound();
        }

        Name = Entries[0].Business!;
        Place = Entries.Select(entry => entry.Own?.Place).FirstOrDefault(place => !string.IsNullOrEmpty(place));
        return Page();
    }
}
