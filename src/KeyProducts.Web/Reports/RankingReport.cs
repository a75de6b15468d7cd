using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports;

/// <summary>A year's ranking, ready to be shown.</summary>
/// <param name="Year">The result.</param>
/// <param name="Standing">What the ranking is worth now: provisional, not final, or final, in sentences.</param>
/// <param name="Undecided">Groups of equal nominations that keep the top from being chosen, each with a sentence.</param>
/// <param name="Rules">How it is computed, in sentences.</param>
/// <param name="Report">The same for page, Excel, CSV and PDF.</param>
public sealed record YearRanking(YearResult Year, IReadOnlyList<string> Standing, IReadOnlyList<string> Undecided, IReadOnlyList<string> Rules, Report Report)
{
    /// <summary>The year.</summary>
    public Programme Programme => Year.Programme;
}

/// <summary>Describes the ranking of a year.</summary>
public sealed class RankingReport(AppDbContext db, ScoringService scoring, TimeProvider clock, IStringLocalizer<Words> T)
{
    /// <summary>The ranking of a year, whose criteria must be loaded: from its snapshot once there is one in force, before from what is stored now.</summary>
    public async Task<YearRanking> LoadAsync(Programme programme)
    {
        var year = await scoring.ResultAsync(programme);
        var result = year.Result;
        var sheets = await scoring.SheetsAsync(year);
        var nominations = await NominationsAsync(year);
        var words = new RankingWords(year, T);
        var counted = year.Content.Sheets.CountBy(sheet => sheet.Nomination).ToDictionary();
        var lines = result.Ranked.Select(ranked => new Line(ranked, nominations[ranked.Number], counted.GetValueOrDefault(ranked.Number), words.Outcome(ranked, result), words.Remarks(ranked, result))).ToList();

        var standing = Standing(programme, sheets).ToList();
        var undecided = result.Undecided.Select(group => Undecided(group, result, year.Content.Rules, words)).ToList();
        var rules = words.Rules().ToList();
        var report = new Report
        {
            FileName = $"xep-hang-{programme.Year}",
            Language = Languages.Current,
            Title = T["Ranking of Hà Nội’s key industrial products, {0}", programme.Year],
            Lines = [.. standing, .. undecided, .. programme.IsDemonstration ? [T["Demonstration data: all businesses, products and marks are invented."].Value] : Array.Empty<string>()],
            Facts = [.. Facts(year, sheets)],
            Tables = [.. Tables(year, lines, nominations, counted, words)],
            Notes = [.. rules, T["Drawn up on {0}, Hà Nội time.", Shown.Moment(clock.GetUtcNow().UtcDateTime)]],
            Source = ResultSource.Of(year, clock.GetUtcNow().UtcDateTime, T),
            Landscape = true,
        };
        return new YearRanking(year, standing, undecided, rules, report);
    }

    // The Vietnamese names are those of the result; the English ones are no part of it.
    private async Task<Dictionary<int, Listed>> NominationsAsync(YearResult year)
    {
        var english = await (
            from nomination in db.Nominations
            join industry in db.Set<Industry>() on nomination.IndustryId equals industry.Id
            where nomination.ProgrammeId == year.Programme.Id && nomination.Status == NominationStatus.Accepted
            select new { nomination.Number, Product = nomination.Product.English, Business = nomination.Business.Name.English, Industry = industry.Name.English }).ToDictionaryAsync(one => one.Number);
        return year.Content.Nominations.ToDictionary(one => one.Number, one =>
        {
            var also = english.GetValueOrDefault(one.Number);
            return new Listed(one.Number, new BilingualName(one.Product, also?.Product), new BilingualName(one.BusinessName, also?.Business), new BilingualName(one.Industry, also?.Industry));
        });
    }

    private IEnumerable<string> Standing(Programme programme, SheetCount sheets)
    {
        if (!programme.IsFrozen)
        {
            yield return T["Judging has not opened yet."];
        }
        else if (programme.Stage == Stage.Judging)
        {
            yield return T["Provisional: {0} of {1} sheets are in. The ranking changes with every sheet.", sheets.Submitted, sheets.Due];
        }
        else if (programme is { Stage: Stage.Recognised, RecognitionDecision: { } decision })
        {
            yield return T["Final: recognised by Decision {0} of {1}.", decision.Number, Shown.Day(decision.Date)];
        }
        else
        {
            yield return T["Not final: the year is at the stage “{0}”. {1} of {2} sheets are in.", T[EnumWords.Of(programme.Stage)], sheets.Submitted, sheets.Due];
        }
    }

    private string Undecided(IReadOnlyList<int> group, RankingResult result, SnapshotRules rules, RankingWords words)
    {
        var first = result.Ranked.First(one => one.Number == group[0]);
        return T[
            "Nominations {0} share rank {1} with {2} points; places left in the Top {4}: {3}. Until the council has put them in order, none of them and none below is in the Top {4}.",
            RankingWords.Numbers(group), first.Rank, words.Points(first.Score), rules.TopCount - result.Ranked.Count(one => one.Top), rules.TopCount];
    }

    private IEnumerable<Fact> Facts(YearResult year, SheetCount sheets)
    {
        var (programme, result, rules) = (year.Programme, year.Result, year.Content.Rules);
        yield return new(T["Products with a score"], Shown.Whole(result.Ranked.Count));
        yield return new(programme.Stage == Stage.Recognised ? T["Recognised"] : T["Reach recognition"], Shown.Whole(result.Ranked.Count(one => one.Recognised)));
        if (rules.TopCount > 0)
        {
            yield return new(T["In the Top {0}", rules.TopCount], Shown.Whole(result.Ranked.Count(one => one.Top)));
        }

        yield return new(T["Without a score"], Shown.Whole(result.Unscored.Count));
        yield return new(T["Sheets in, of those due"], $"{Shown.Whole(sheets.Submitted)} / {Shown.Whole(sheets.Due)}");
    }

    private IEnumerable<Table> Tables(YearResult year, List<Line> lines, Dictionary<int, Listed> nominations, Dictionary<int, int> counted, RankingWords words)
    {
        var (programme, result, rules) = (year.Programme, year.Result, year.Content.Rules);
        var decimals = rules.Decimals;
        string Of(int number) => $"/programmes/{programme.Year}/nominations/{number}";
        var ranked = Table.Of(lines)
            .Number(T["Rank"], line => line.Ranked.Rank, width: 5, link: line => $"/programmes/{programme.Year}/ranking/{line.Ranked.Number}")
            .Text(T["Product"], line => line.Nomination.Product.In(Languages.Current), 26, line => Of(line.Ranked.Number))
            .Text(T["Business"], line => line.Nomination.Business.In(Languages.Current), 25)
            .Number(T["Score"], line => line.Ranked.Score, decimals, 7, line => Of(line.Ranked.Number) + "/sheets")
            .Number(T["Spread"], line => line.Ranked.Spread, decimals, 8)
            .Text(T["Result"], line => line.Outcome, 13)
            .Text(T["Remarks"], line => line.Remarks, 23)
            .Number(T["Sheets"], line => line.Sheets, width: 6)
            .Text(T["Industry"], line => line.Nomination.Industry.In(Languages.Current), 14)
            .Number(T["Dossier number"], line => line.Ranked.Number, width: 6)
            .Style(line => line.Ranked.Top ? RowStyle.Gold : RowStyle.Plain)
            .Table(T["Ranking"], T["No product has a score yet."]);
        yield return ranked with { Rows = WithLines(ranked.Rows, rules, result, words) };

        if (result.Unscored.Count > 0)
        {
            yield return Table.Of(result.Unscored)
                .Number(T["Dossier number"], one => one.Number, width: 6)
                .Text(T["Product"], one => nominations[one.Number].Product.In(Languages.Current), 30, one => Of(one.Number))
                .Text(T["Business"], one => nominations[one.Number].Business.In(Languages.Current), 26)
                .Text(T["Reason"], words.Reason, 26)
                .Number(T["Sheets"], one => counted.GetValueOrDefault(one.Number), width: 7)
                .Text(T["Industry"], one => nominations[one.Number].Industry.In(Languages.Current), 16)
                .Table(T["Without a score"]);
        }

        if (result.PassedOver.Count > 0)
        {
            var byNumber = lines.ToDictionary(line => line.Ranked.Number);
            yield return Table.Of(result.PassedOver)
                .Number(T["Rank"], one => byNumber[one.Number].Ranked.Rank, width: 6)
                .Text(T["Product"], one => nominations[one.Number].Product.In(Languages.Current), 30, one => Of(one.Number))
                .Text(T["Business"], one => nominations[one.Number].Business.In(Languages.Current), 26)
                .Number(T["Score"], one => byNumber[one.Number].Ranked.Score, decimals, 8)
                .Text(T["Its products in the Top {0}", rules.TopCount], one => RankingWords.Names(one.Chosen, number => nominations[number].Product), 40)
                .Number(T["Dossier number"], one => one.Number, width: 6)
                .Table(T["Passed over by the limit per business"]);
        }

        if (lines.Count > 0)
        {
            var byGroup = Table.Of(lines)
                .Number(T["Rank"], line => line.Ranked.Rank, width: 6)
                .Text(T["Product"], line => line.Nomination.Product.In(Languages.Current), 34, line => Of(line.Ranked.Number));
            foreach (var (index, group) in programme.Groups.Index())
            {
                byGroup.Number(T["{0} (of {1})", group.Name.In(Languages.Current), Shown.Points(group.Max)], line => line.Ranked.Groups[index].Sum, decimals, 16);
            }

            yield return byGroup
                .Number(T["Score"], line => line.Ranked.Score, decimals, 8)
                .Number(T["Dossier number"], line => line.Ranked.Number, width: 7)
                .Table(T["Points by group of criteria"]);
        }
    }

    // Where the top ends and where the pass mark lies, as rows across the table.
    private List<Row> WithLines(IReadOnlyList<Row> rows, SnapshotRules rules, RankingResult result, RankingWords words)
    {
        var all = rows.ToList();
        void Insert(int at, string text) => all.Insert(at, new Row([new Cell(text)], RowStyle.Group));
        var ranked = result.Ranked;
        if (ranked.Count == 0)
        {
            return all;
        }

        if (rules.PassMark is { } mark)
        {
            var above = ranked.Count(one => one.Score >= mark);
            Insert(above, above == ranked.Count
                ? T["Pass mark {0}: all {1} products reach it", words.Points(mark), above]
                : T["Pass mark {0}: {1} products reach it, {2} below do not", words.Points(mark), above, ranked.Count - above]);
        }

        if (rules.TopCount > 0)
        {
            var chosen = ranked.Count(one => one.Top);
            var end = ranked.Index().Where(one => one.Item.Top).Select(one => one.Index + 1).LastOrDefault();
            Insert(end, (result.Undecided.Count, chosen == rules.TopCount, end < ranked.Count) switch
            {
                ( > 0, _, _) => T["Top {0}: {1} chosen; the council must order the next before the others can be", rules.TopCount, chosen],
                (_, true, true) => T["Line of the Top {0}: {1} points between rank {2} and rank {3}", rules.TopCount, words.Points(ranked[end - 1].Score - ranked[end].Score), ranked[end - 1].Rank, ranked[end].Rank],
                (_, true, false) => T["Line of the Top {0}", rules.TopCount],
                _ => T["Top {0}: only {1} products reach it", rules.TopCount, chosen],
            });
        }

        return all;
    }

    private sealed record Listed(int Number, BilingualName Product, BilingualName Business, BilingualName Industry);

    private sealed record Line(RankedNomination Ranked, Listed Nomination, int Sheets, string Outcome, string Remarks);
}
