using KeyProducts.Documents;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports;

/// <summary>What differs between two results of a year, line by line.</summary>
public static class SnapshotChanges
{
    /// <summary>The nominations whose score, rank or result is another; with a remark when nothing but names or marks without effect differ.</summary>
    public static Table Table(YearResult before, YearResult after, IStringLocalizer<Words> T)
    {
        var decimals = after.Content.Rules.Decimals;
        var products = before.Content.Nominations.Concat(after.Content.Nominations).DistinctBy(one => one.Number).ToDictionary(one => one.Number, one => one.Product);
        var (was, now) = (before.Result.Ranked.ToDictionary(one => one.Number), after.Result.Ranked.ToDictionary(one => one.Number));
        var (wordsBefore, wordsAfter) = (new RankingWords(before, T), new RankingWords(after, T));
        var changed = products.Keys.Order().Select(number => (Number: number, Was: was.GetValueOrDefault(number), Now: now.GetValueOrDefault(number)))
            .Where(one => (one.Was?.Score, one.Was?.Rank, one.Was?.Recognised, one.Was?.Top) != (one.Now?.Score, one.Now?.Rank, one.Now?.Recognised, one.Now?.Top))
            .OrderBy(one => one.Now?.Rank ?? int.MaxValue);
        return Documents.Table.Of(changed)
            .Number(T["Dossier number"], one => one.Number)
            .Text(T["Product"], one => products[one.Number])
            .Number(T["Rank before"], one => one.Was?.Rank)
            .Number(T["Rank now"], one => one.Now?.Rank)
            .Number(T["Score before"], one => one.Was?.Score, decimals)
            .Number(T["Score now"], one => one.Now?.Score, decimals)
            .Text(T["Result before"], one => one.Was is { } ranked ? wordsBefore.Outcome(ranked, before.Result) : T["Without a score"])
            .Text(T["Result now"], one => one.Now is { } ranked ? wordsAfter.Outcome(ranked, after.Result) : T["Without a score"])
            .Table(T["What differs from the snapshot in force"], T["No score, rank or result differs: only names, remarks in the record or marks without effect."]);
    }
}
