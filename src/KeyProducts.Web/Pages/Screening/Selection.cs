using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Screening;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Screening;

/// <summary>A nomination of a selection, as its confirmation saw it.</summary>
public sealed class SelectedItem
{
    public int Number { get; set; }

    /// <summary>What was seen: the decision is refused when it is another by then.</summary>
    public string? Seen { get; set; }

    /// <summary>What is asked of this business alone, when dossiers are returned.</summary>
    [StringLength(4000)]
    public string? Reasons { get; set; }
}

/// <summary>Nominations that were ticked on the worklist, to be decided on at once.</summary>
public static class Selection
{
    /// <summary>More than a page of the worklist is no selection of its check boxes.</summary>
    public const int Most = 500;

    /// <summary>The dossiers of a year with these numbers among those that are open to the reader, ready to be changed.</summary>
    public static async Task<IReadOnlyList<ScreenedDossier>> SelectedAsync(this ScreeningService screening, IQueryable<Nomination> open, Programme programme, IEnumerable<int> numbers)
    {
        var chosen = numbers.Distinct().Take(Most).ToList();
        return chosen.Count == 0
            ? []
            : await screening.ScreenAsync(programme, open.Where(nomination => nomination.ProgrammeId == programme.Id && chosen.Contains(nomination.Number)));
    }

    /// <summary>The dossiers of a confirmation; refuses when one of them is not as it was shown.</summary>
    /// <exception cref="RuleException">Some have changed; the message names them.</exception>
    public static IReadOnlyList<ScreenedDossier> Unchanged(this IReadOnlyList<ScreenedDossier> dossiers, AppDbContext db, IReadOnlyList<SelectedItem> items)
    {
        var changed = items.Where(item => dossiers.All(one => one.Nomination.Number != item.Number || one.Fingerprint(db.VersionOf(one.Nomination)) != item.Seen)).Select(item => item.Number).ToList();
        return changed.Count > 0 ? throw Changed(changed) : dossiers;
    }

    /// <summary>Saves the selection whole or not at all.</summary>
    /// <exception cref="RuleException">Somebody has saved one of them in this very moment.</exception>
    public static async Task SaveSelectionAsync(this AppDbContext db)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException conflict)
        {
            throw Changed(conflict.Entries.Select(entry => entry.Entity).OfType<Nomination>().Select(nomination => nomination.Number));
        }
    }

    private static RuleException Changed(IEnumerable<int> numbers) =>
        new("Nothing was done: since the list was shown somebody has changed nomination {0}. Look at the list as it is now and confirm again.", string.Join(", ", numbers));
}
