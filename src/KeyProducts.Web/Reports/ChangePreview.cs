using System.Security.Claims;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports;

/// <summary>What a change of frozen rules would do.</summary>
/// <param name="Changes">The settings that would be different.</param>
/// <param name="IsOpen">Whether the reader may see the year's results; otherwise nothing of them is told.</param>
/// <param name="Comparison">What would come of it; null when there is nothing to rank, or the reader may not see it.</param>
/// <param name="Bands">What changed bands give to this year's dossiers.</param>
public sealed record ChangePreview(IReadOnlyList<RuleChange> Changes, bool IsOpen, ComparisonView? Comparison, IReadOnlyList<BandPreview> Bands);

/// <summary>Shows what a change of frozen rules would do, before it is carried out.</summary>
public sealed class ChangePreviews(AppDbContext db, ScoringService scoring, ComparisonReport comparisons, BandPreviews bands, IStringLocalizer<Words> T)
{
    /// <summary>The preview.</summary>
    /// <param name="programme">The year, whose criteria must be loaded.</param>
    /// <param name="change">What would hold.</param>
    /// <param name="reader">Who looks.</param>
    /// <exception cref="RuleException">The change is refused.</exception>
    public async Task<ChangePreview> LoadAsync(Programme programme, RulesAfterOpening change, ClaimsPrincipal reader)
    {
        programme.CheckRulesAfterOpening(change);
        var (from, to) = (YearRules.Of(programme), YearRules.Of(programme, change));
        var isOpen = await db.AreResultsOpenAsync(programme.Id, reader);
        var live = isOpen ? await scoring.LiveAsync(programme) : null;
        var comparison = live is { Content.Sheets.Count: > 0 } ? await comparisons.LoadAsync(live, to.Replay(live.Content).Content, programme) : null;
        var shown = new List<BandPreview>();
        foreach (var (criterion, then) in programme.Criteria.Zip(to.Criteria).Where(pair => pair.First.IsComputed && !pair.Second.Bands!.SequenceEqual(pair.First.Bands)))
        {
            shown.Add(await bands.LoadAsync(programme, criterion.Name.In(Languages.Current), criterion.Figure!, then.Bands!, criterion.Max, reader));
        }

        return new ChangePreview(new RuleChanges(programme, T).Of(from, to), isOpen, comparison, shown);
    }
}
