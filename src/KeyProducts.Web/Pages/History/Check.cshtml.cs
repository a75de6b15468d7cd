using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Pages.History;

/// <summary>Whether the history is whole: the chain of its entries walked from the first to the last.</summary>
public sealed class CheckModel(AppDbContext db, AuditChain chain) : AppPage
{
    public ChainReport Report { get; private set; } = null!;

    protected override async Task LoadAsync() => Report = await chain.CheckAsync(db, HttpContext.RequestAborted);

    /// <summary>A fault as a sentence.</summary>
    public LocalizedString Words(ChainFinding finding) => (finding.Fault, finding.From == finding.To) switch
    {
        (ChainFault.Missing, true) => T["Entry {0} is missing: it was deleted past the program.", Shown.Whole(finding.From)],
        (ChainFault.Missing, false) => T["Entries {0} to {1} are missing: they were deleted past the program.", Shown.Whole(finding.From), Shown.Whole(finding.To)],
        (ChainFault.Changed, _) => T["Entry {0} says something else than when it was written, or stands in another place.", Shown.Whole(finding.From)],
        (ChainFault.Unconnected, _) => T["Entry {0} does not follow from the one before it: one of the two was written anew.", Shown.Whole(finding.From)],
        (ChainFault.Unchained, _) => T["{0} entries were written past the program.", Shown.Whole(finding.From)],
        (ChainFault.Noted, _) when finding.From == 0 => T["What was noted of the history beside the database cannot be read with the program's keys."],
        (ChainFault.Noted, _) => T["Entry {0} is not the one that was noted beside the database: entries were taken off the end, or another database was put in its place.", Shown.Whole(finding.From)],
        _ => T["The end of the chain is not sealed by this program: it was written anew, or the program's keys are not those it was sealed with."],
    };
}
