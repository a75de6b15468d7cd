using System.Security.Claims;
using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports;

/// <summary>The score summary of a year (bảng tổng hợp điểm).</summary>
/// <param name="Year">The result.</param>
/// <param name="Overview">Means per criterion and totals per judge.</param>
/// <param name="Marks">Every mark that counts, of the nominations of one page.</param>
/// <param name="Nominations">How many there are in all.</param>
/// <param name="Hidden">How many the reader may not see.</param>
/// <param name="Report">All of it for Excel, CSV and PDF.</param>
public sealed record ScoreSummary(YearResult Year, IReadOnlyList<Table> Overview, IReadOnlyList<Table> Marks, int Nominations, int Hidden, Report Report);

/// <summary>Sums up what the council gave: to be attached to its minutes.</summary>
public sealed class SummaryReport(AppDbContext db, ScoringService scoring, TimeProvider clock, IStringLocalizer<Words> T)
{
    /// <summary>Nominations on a page of the long table.</summary>
    public const int OnPage = 10;

    // So many columns of figures are still read on a page that lies on its side; more go into a table of their own.
    private const int MostJudges = 15, MostCriteria = 12;

    /// <summary>The summary for a reader.</summary>
    /// <param name="programme">The year, whose criteria must be loaded.</param>
    /// <param name="reader">Who reads it: nominations closed to an account by a conflict are left out.</param>
    /// <param name="page">The page of the long table, from 1.</param>
    public async Task<ScoreSummary> LoadAsync(Programme programme, ClaimsPrincipal reader, int page)
    {
        var year = await scoring.ResultAsync(programme);
        var names = await ResultNames.LoadAsync(db, year, T);
        var open = await db.DossiersOpenTo(reader).Where(one => one.ProgrammeId == programme.Id).Select(one => one.Number).ToHashSetAsync();
        var all = LinesOf(year);
        var lines = all.Where(line => open.Contains(line.Number)).ToList();
        var judges = names.Judges.Where(judge => year.Content.Judges.Any(one => one.Id == judge.Key)).ToList();
        IReadOnlyList<Table> overview = [.. Means(year, names, lines), .. Totals(year, names, judges, lines)];
        var shown = lines.Skip((Math.Clamp(page, 1, 1_000_000) - 1) * OnPage).Take(OnPage).ToList();
        return new ScoreSummary(
            year, overview, [.. Marks(year, names, judges, shown)], lines.Count, all.Count - lines.Count,
            new Report
            {
                FileName = $"tong-hop-diem-{programme.Year}",
                Language = Languages.Current,
                Title = T["Score summary of {0}", programme.Year],
                Lines =
                [
                    T["Council for assessing and selecting Hà Nội’s key industrial products"],
                    .. programme.IsDemonstration ? [T["Demonstration data: all businesses, products and marks are invented."].Value] : Array.Empty<string>(),
                ],
                Facts = [.. Facts(year, judges)],
                Tables = [.. overview, .. Marks(year, names, judges, lines)],
                Notes = [.. Notes(year, all.Count - lines.Count)],
                Source = ResultSource.Of(year, clock.GetUtcNow().UtcDateTime, T),
                Signatures =
                [
                    new Signature([T["SECRETARY OF THE COUNCIL"]], NameOf(CouncilRole.Secretary), T["(Signature, full name)"]),
                    new Signature([T["CHAIR OF THE COUNCIL"]], NameOf(CouncilRole.Chair), T["(Signature, full name)"]),
                ],
                Landscape = true,
            });
        string? NameOf(CouncilRole role) => names.Judges.FirstOrDefault(judge => judge.Role == role)?.Name;
    }

    /// <summary>How to read it.</summary>
    public IEnumerable<string> Notes(YearResult year, int hidden = 0)
    {
        yield return year.Content.Rules.Method == ScoringMethod.CriterionMeans
            ? T["The score is the sum of the exact means on the criteria, rounded once to {0} decimals.", year.Content.Rules.Decimals]
            : T["The score is the mean of the totals of complete sheets, and the computed points, rounded once to {0} decimals.", year.Content.Rules.Decimals];
        yield return T["An empty cell: the judge gave no mark there, which is not a 0. “–”: the judge does not score this product. Only submitted sheets are in it."];
        if (year.Content.Sheets.Any(sheet => sheet.Marks.Count < year.Content.Criteria.Count(criterion => criterion.Figure is null)))
        {
            yield return T["Where a judge marks only a part of the criteria, the total is that of this part."];
        }

        if (hidden > 0)
        {
            yield return T["{0} products are left out for a reader who has declared a conflict of interest.", hidden];
        }
    }

    private IEnumerable<Fact> Facts(YearResult year, List<NamedJudge> judges)
    {
        yield return new Fact(T["Products with a score"], Shown.Whole(year.Result.Ranked.Count));
        yield return new Fact(T["Without a score"], Shown.Whole(year.Result.Unscored.Count));
        yield return new Fact(T["Judges"], Shown.Whole(judges.Count));
        yield return new Fact(T["Sheets that count"], Shown.Whole(year.Content.Sheets.Count));
    }

    // By rank, then those without a score by number.
    private static List<Line> LinesOf(YearResult year)
    {
        var sheets = year.Content.Sheets.ToLookup(sheet => sheet.Nomination);
        var recused = year.Content.Recusals.ToLookup(recusal => recusal.Nomination, recusal => recusal.Judge);
        Line Of(int number, RankedNomination? ranked) => new(number, ranked, sheets[number].ToDictionary(sheet => sheet.Judge, sheet => sheet.Marks), [.. recused[number]]);
        return [.. year.Result.Ranked.Select(ranked => Of(ranked.Number, ranked)), .. year.Result.Unscored.Select(one => Of(one.Number, null))];
    }

    private IEnumerable<Table> Means(YearResult year, ResultNames names, List<Line> lines)
    {
        var decimals = year.Content.Rules.Decimals;
        var parts = year.Content.Criteria.Index().Chunk(MostCriteria).ToList();
        foreach (var part in parts)
        {
            var table = Start(year, names, lines);
            foreach (var (place, criterion) in part)
            {
                table.Number(T["{0} (of {1})", names.Part(criterion.Id), Shown.Points(criterion.Max)], line => line.Ranked?.Criteria[place].Mean, decimals, 7);
            }

            yield return table.Number(T["Score"], line => line.Ranked?.Score, decimals, 7)
                .Style(line => line.Ranked is { Top: true } ? RowStyle.Gold : RowStyle.Plain)
                .Table(Caption(T["Means per criterion"], parts.IndexOf(part), parts.Count), T["Nothing is ranked yet."]);
        }
    }

    private IEnumerable<Table> Totals(YearResult year, ResultNames names, List<NamedJudge> judges, List<Line> lines)
    {
        var marks = WhyTables.MarkDecimals(year.Content.Rules.MarkStep);
        var parts = judges.Chunk(MostJudges).ToList();
        foreach (var part in parts)
        {
            var table = Start(year, names, lines);
            foreach (var judge in part)
            {
                table.Number(judge.Name, line => line.Sheets.TryGetValue(judge.Key, out var sheet) && sheet.Count > 0 ? sheet.Values.Sum() : null, marks, 7);
            }

            var done = table.Number(T["Score"], line => line.Ranked?.Score, year.Content.Rules.Decimals, 7).Table(Caption(T["Totals per judge"], parts.IndexOf(part), parts.Count));
            yield return done with { Rows = [.. done.Rows.Zip(lines, (row, line) => WithDashes(row, line, part, 3))] };
        }
    }

    private IEnumerable<Table> Marks(YearResult year, ResultNames names, List<NamedJudge> judges, List<Line> lines)
    {
        var rows = lines.SelectMany(line => year.Content.Criteria.Index().Select(one => (Line: line, Place: one.Index, Criterion: one.Item))).ToList();
        var parts = judges.Chunk(MostJudges).ToList();
        foreach (var part in parts)
        {
            var table = Table.Of(rows)
                .GroupBy(row => row.Line.Ranked is { } ranked ? T["Rank {0}: no. {1}", ranked.Rank, names.Numbered(row.Line.Number)] : T["Without a score: no. {0}", names.Numbered(row.Line.Number)])
                .Text(T["Criterion"], row => names.Part(row.Criterion.Id), 22)
                .Number(T["Maximum"], row => row.Criterion.Max, WhyTables.MaxDecimals(year.Content), 6);
            foreach (var judge in part)
            {
                table.Number(
                    judge.Name,
                    row => row.Criterion.Figure is null && row.Line.Sheets.TryGetValue(judge.Key, out var sheet) && sheet.TryGetValue(row.Criterion.Id, out var mark) ? mark : null,
                    WhyTables.MarkDecimals(year.Content.Rules.MarkStep), 6);
            }

            var done = table.Number(T["Mean"], row => row.Line.Ranked?.Criteria[row.Place].Mean, year.Content.Rules.Decimals, 6)
                .Table(Caption(T["Marks per judge and criterion"], parts.IndexOf(part), parts.Count));
            var at = 0;
            yield return done with { Rows = [.. done.Rows.Select(row => row.Style == RowStyle.Group ? row : rows[at++] is var line && line.Criterion.Figure is null ? WithDashes(row, line.Line, part, 2) : row)] };
        }
    }

    private TableOf<Line> Start(YearResult year, ResultNames names, List<Line> lines) => Table.Of(lines)
        .Number(T["Rank"], line => line.Ranked?.Rank, width: 5)
        .Number(T["Dossier number"], line => line.Number, width: 6)
        .Text(T["Product"], line => names.Product(line.Number), 20, line => $"/programmes/{year.Programme.Year}/ranking/{line.Number}");

    // Whoever does not score a product has a dash where others have a figure or nothing.
    private static Row WithDashes(Row row, Line line, NamedJudge[] judges, int before) =>
        row with { Cells = [.. row.Cells.Select((cell, at) => at >= before && at < before + judges.Length && line.Recused.Contains(judges[at - before].Key) ? new Cell("–") : cell)] };

    private string Caption(string words, int part, int parts) => parts == 1 ? words : T["{0} ({1} of {2})", words, part + 1, parts];

    private sealed record Line(int Number, RankedNomination? Ranked, Dictionary<string, IReadOnlyDictionary<string, decimal>> Sheets, HashSet<string> Recused);
}
