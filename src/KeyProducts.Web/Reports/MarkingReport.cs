using System.Security.Claims;
using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports;

/// <summary>How the judges of a year marked, ready to be shown to the council's secretary.</summary>
/// <param name="Year">The year with its result.</param>
/// <param name="Standing">What this is worth and what can be done with it now, in sentences; the first says that nothing is changed.</param>
/// <param name="Headline">The answer for those who read no further.</param>
/// <param name="Findings">What to look at, and what to do.</param>
/// <param name="OddSheets">Single sheets far from what is expected, with the way to send them back.</param>
/// <param name="Judges">The figures of each judge.</param>
/// <param name="Severity">A picture of how strict the judges are; null where the model is refused.</param>
/// <param name="WhyNoSeverity">Why; null where it is not.</param>
/// <param name="Reading">How to read the figures, in sentences.</param>
/// <param name="Report">The same for Excel, CSV and PDF.</param>
public sealed record YearMarking(
    YearResult Year,
    IReadOnlyList<string> Standing,
    string Headline,
    Table Findings,
    Table OddSheets,
    Table Judges,
    RowPlot? Severity,
    string? WhyNoSeverity,
    IReadOnlyList<string> Reading,
    Report Report);

/// <summary>Tells the council's secretary how each judge marked, before judging closes. Nothing is changed for a judge.</summary>
public sealed class MarkingReport(AppDbContext db, ScoringService scoring, AdviceService advisor, TimeProvider clock, IStringLocalizer<Words> T)
{
    /// <summary>The report on a year, whose criteria must be loaded, for a reader: sheets of products whose dossier is closed to the reader are left out.</summary>
    public async Task<YearMarking> LoadAsync(Programme programme, ClaimsPrincipal reader)
    {
        var year = await scoring.ResultAsync(programme);
        var advice = advisor.AdviseOn(year);
        var names = await ResultNames.LoadAsync(db, year, T);
        var closed = await db.ClosedNumbersAsync(programme.Id, reader);
        var figures = new LineFigures(year, advice);
        var words = new MarkingWords(programme, T);
        var judges = advice.Judges.OrderBy(judge => names.Place(judge.Judge)).ToList();
        var odd = judges.SelectMany(judge => judge.OddSheets.Select(sheet => new OddLine(judge.Judge, sheet))).ToList();
        var open = odd.Where(line => !closed.Contains(line.Sheet.Nomination)).ToList();

        var standing = Standing(year, advice, names, words, odd.Count - open.Count).ToList();
        var headline = words.Headline(judges, odd.Count);
        var table = JudgesTable(judges, names, words, figures);
        var findings = FindingsTable(judges, names, words);
        var model = advice.Severity.Value;
        var whyNot = advice.Severity.Refusal is { } refusal ? new LineWords(figures, names, closed, T).Why(refusal) : null;
        var reading = words.Reading().ToList();
        var report = new Report
        {
            FileName = $"thanh-vien-cham-diem-{programme.Year}",
            Language = Languages.Current,
            Title = T["How the judges marked, {0}", programme.Year],
            Lines = [.. standing, headline, .. whyNot is null ? [] : new[] { whyNot }, .. programme.IsDemonstration ? [T["Demonstration data: all businesses, products and marks are invented."].Value] : Array.Empty<string>()],
            Facts =
            [
                new(T["Judges with sheets that count"], Shown.Whole(judges.Count)),
                new(T["Judges with something to look at"], Shown.Whole(judges.Count(judge => judge.Flags != JudgeFlags.None))),
                new(T["Single sheets far from what is expected"], Shown.Whole(odd.Count)),
            ],
            Tables = [table, findings, OddTable(open, year, names, words, figures, withActions: false, isStaff: false)],
            Notes = [.. reading, T["Drawn up on {0}, Hà Nội time.", Shown.Moment(clock.GetUtcNow().UtcDateTime)]],
            Source = ResultSource.Of(year, clock.GetUtcNow().UtcDateTime, T),
            Landscape = true,
        };
        return new YearMarking(
            year, standing, headline, findings,
            OddTable(open, year, names, words, figures, withActions: true, reader.IsInRole(Roles.Administrator) || reader.IsInRole(Roles.Officer)),
            table, model is null ? null : LinePlots.Severity(model, figures, names, T), whyNot, reading, report);
    }

    private IEnumerable<string> Standing(YearResult year, RankingAdvice advice, ResultNames names, MarkingWords words, int hidden)
    {
        yield return T["For the council’s secretary: signs to be asked about, no verdict. Nothing is changed for a judge: every mark counts as it was given."];
        yield return words.WhatCanBeDone();
        var known = advice.Judges.Select(judge => judge.Judge).ToHashSet();
        var silent = names.Judges.Where(one => !one.HasLeft && !known.Contains(one.Key)).Select(one => one.Name).ToList();
        if (silent.Count > 0 && year.Programme.Stage == Stage.Judging)
        {
            yield return T["No sheet counts yet of: {0}.", string.Join(", ", silent)];
        }

        if (hidden > 0)
        {
            yield return T["Sheets not listed, because their products are closed to you by a conflict of interest: {0}.", hidden];
        }
    }

    private Table JudgesTable(IReadOnlyList<JudgeReport> judges, ResultNames names, MarkingWords words, LineFigures figures)
    {
        var decimals = figures.Year.Content.Rules.Decimals;
        decimal? Ratio(double? value) => value is { } one ? decimal.Round((decimal)one, 2, MidpointRounding.AwayFromZero) : null;
        return Table.Of(judges)
            .Text(T["Judge"], judge => names.Judge(judge.Judge), 22)
            .Text(T["Role"], judge => names.Role(judge.Judge), 11)
            .Number(T["Sheets"], judge => judge.Sheets, width: 7)
            .Number(T["Complete sheets"], judge => judge.Complete, width: 8)
            .Number(T["Mean total"], judge => judge.Mean, decimals, 8)
            .Number(T["Severity, in points"], judge => judge.Shift is { } shift ? figures.Rounded(shift) : null, decimals, 9)
            .Number(T["Scatter, 1 is usual"], judge => Ratio(judge.Noise), 2, 8)
            .Number(T["Agreement with the others"], judge => Ratio(judge.Agreement), 2, 9)
            .Number(T["Even sheets"], judge => judge.StraightLines, width: 7)
            .Text(T["To look at"], judge => string.Join("; ", words.Flags(judge)), 24)
            .Style(judge => judge.Flags == JudgeFlags.None ? RowStyle.Plain : RowStyle.Gold)
            .Table(T["Figures of each judge"], T["No sheet counts yet."]);
    }

    private Table FindingsTable(IReadOnlyList<JudgeReport> judges, ResultNames names, MarkingWords words) =>
        Table.Of(judges.SelectMany(judge => words.Findings(judge).Select(finding => (Judge: judge.Judge, finding.Sign, finding.ToDo))))
            .Text(T["Judge"], one => names.Judge(one.Judge), 24)
            .Text(T["Sign"], one => one.Sign, 50)
            .Text(T["What to do"], one => one.ToDo, 50)
            .Table(T["What to look at"], T["Nothing stands out."]);

    private Table OddTable(IReadOnlyList<OddLine> lines, YearResult year, ResultNames names, MarkingWords words, LineFigures figures, bool withActions, bool isStaff)
    {
        var decimals = year.Content.Rules.Decimals;
        var home = $"/programmes/{year.Programme.Year}";
        var table = Table.Of(lines)
            .Text(T["Judge"], line => names.Judge(line.Judge), 24)
            .Text(T["Product"], line => names.Product(line.Sheet.Nomination), 34, line => $"{home}/nominations/{line.Sheet.Nomination}/sheets")
            .Number(T["Total"], line => line.Sheet.Total, 2, 8)
            .Number(T["Expected"], line => figures.Rounded(line.Sheet.Expected), decimals, 8)
            .Number(T["Difference"], line => line.Sheet.Total - figures.Rounded(line.Sheet.Expected), decimals, 9)
            .Number(T["Dossier number"], line => line.Sheet.Nomination, width: 7);
        if (withActions && words.Action(isStaff) is { } action)
        {
            table.Text(T["What can be done"], _ => action, 24, line => year.Programme.Stage == Stage.Judging
                ? $"{home}/progress/{line.Sheet.Nomination}/{names.Judges.First(one => one.Key == line.Judge).Id}"
                : $"{home}/moderation/{line.Sheet.Nomination}");
        }

        return table.Table(T["Single sheets far from what is expected"], figures.Advice.Severity.Value is null ? T["Without the model of severity no sheet can be told to be far off."] : T["No sheet lies far from what is expected."]);
    }

    private sealed record OddLine(string Judge, OddSheet Sheet);
}
