using System.Security.Claims;
using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports;

/// <summary>Says how sure the line of a year's top is, for people who are no statisticians. Nothing here changes the official result.</summary>
public sealed class LineReport(AppDbContext db, ScoringService scoring, AdviceService advisor, TimeProvider clock, IStringLocalizer<Words> T)
{
    /// <summary>The report on a year, whose criteria must be loaded, for a reader: single marks of products whose dossier is closed to the reader are left out.</summary>
    public async Task<YearLine> LoadAsync(Programme programme, ClaimsPrincipal reader)
    {
        var year = await scoring.ResultAsync(programme);
        var advice = advisor.AdviseOn(year);
        var names = await ResultNames.LoadAsync(db, year, T);
        var closed = await db.ClosedNumbersAsync(programme.Id, reader);
        var figures = new LineFigures(year, advice);
        var words = new LineWords(figures, names, closed, T);
        var tables = new LineTables(figures, names, words, closed, T);

        var standing = await StandingAsync(year);
        var headline = advice.LeaveOneOut is { Value: { } runs } ? words.Headline(runs) : words.Why(advice.LeaveOneOut.Refusal!);
        IReadOnlyList<LineSection> sections =
        [
            Scores(figures, words, tables, names),
            LeftOut(advice.LeaveOneOut, words, tables),
            Swap(advice.Swap, words, tables),
            Severity(advice.Severity, figures, words, tables, names),
            Chances(advice.Chances, words, tables),
            Agreement(advice.Reliability, words, tables),
            Criteria(CriterionSpread.Of(figures, names), words, tables),
        ];
        return new YearLine(year, standing, headline, sections, Report(figures, words, tables, standing, headline, sections));
    }

    private Report Report(LineFigures figures, LineWords words, LineTables tables, IReadOnlyList<string> standing, string headline, IReadOnlyList<LineSection> sections)
    {
        var programme = figures.Year.Programme;
        return new Report
        {
            FileName = $"ranh-gioi-{programme.Year}",
            Language = Languages.Current,
            Title = TitleOf(figures.Top, programme.Year),
            Lines = [.. standing, headline, .. programme.IsDemonstration ? [T["Demonstration data: all businesses, products and marks are invented."].Value] : Array.Empty<string>()],
            Facts = [.. Facts(figures, words)],
            Tables =
            [
                Table.Of(sections)
                    .Text(T["Question"], section => section.Heading, 24)
                    .Text(T["Answer"], section => section.Sentence, 50)
                    .Text(T["What it is based on"], section => section.Basis, 40)
                    .Table(T["In words"]),
                tables.Products(),
                .. sections.SelectMany(section => section.Tables),
            ],
            Notes = [T["Drawn up on {0}, Hà Nội time.", Shown.Moment(clock.GetUtcNow().UtcDateTime)]],
            Source = ResultSource.Of(figures.Year, clock.GetUtcNow().UtcDateTime, T),
            Landscape = true,
        };
    }

    private string TitleOf(int top, int year) => top > 0 ? T["How sure is the line of the Top {0}? {1}", top, year] : T["How sure is the ranking? {0}", year];

    private async Task<IReadOnlyList<string>> StandingAsync(YearResult year)
    {
        var standing = new List<string> { T["The official result is the ranking, and it stands. Nothing here changes a mark, a score or a rank: it only says how sure the line is."] };
        if (!year.Programme.IsFrozen)
        {
            standing.Add(T["Judging has not opened yet."]);
        }
        else if (year.Programme.Stage == Stage.Judging)
        {
            var sheets = await scoring.SheetsAsync(year.Programme.Id);
            standing.Add(T["Provisional: {0} of {1} sheets are in. The ranking changes with every sheet.", sheets.Submitted, sheets.Due]);
        }

        if (year.Result.Undecided.Count > 0)
        {
            standing.Add(T["The Top {0} is not complete: equal scores at its line wait for the council.", year.Content.Rules.TopCount]);
        }

        return standing;
    }

    private IEnumerable<Fact> Facts(LineFigures figures, LineWords words)
    {
        var advice = figures.Advice;
        if (figures.Gap is { } gap)
        {
            yield return new(T["Points between the last of the Top {0} and the next", figures.Top], Shown.Number(gap, figures.Year.Content.Rules.Decimals));
        }

        if (advice.LeaveOneOut.Value is { } runs)
        {
            yield return new(T["Re-counts that leave the Top {0} as it is", figures.Top], $"{Shown.Whole(runs.Runs.Count(run => !words.Changes(run)))} / {Shown.Whole(runs.Runs.Count)}");
        }

        if (advice.Swap.Value is { } swap)
        {
            yield return new(T["Change of marks that would exchange two products, in points"], Shown.Points(swap.Change));
        }

        if (advice.Reliability.Value is { } agreement && (agreement.OfTheMean ?? agreement.Alpha) is { } value)
        {
            yield return new(T["Agreement of the judges, at most 1"], Shown.Number(decimal.Round((decimal)value, 2), 2));
        }
    }

    private LineSection Scores(LineFigures figures, LineWords words, LineTables tables, ResultNames names) => new(
        "scores", T["How close are the scores?"], words.Scores(),
        figures.AreRangesOfModel
            ? T["The official scores; the ranges come from the model below, two standard deviations to either side. A range need not lie evenly about its score: severity of the judges is set off in it."]
            : T["The official scores; the ranges are the lowest and the highest total of a product’s complete sheets, with what computed criteria add."])
    {
        Plot = LinePlots.Scores(figures, names, T),
        Products = tables.Scores(),
    };

    private LineSection LeftOut(Advised<LeaveOneOut> advice, LineWords words, LineTables tables)
    {
        var (heading, basis) = (T["Does the list hang on one judge?"], T["The year is ranked again by its own rules, each time without the sheets of one judge. No model is needed."]);
        return advice.Value is not { } runs
            ? Refused("judges-left-out", heading, advice.Refusal, basis, words)
            : new("judges-left-out", heading, runs.Runs.Any(words.Changes) ? $"{words.Recounts(runs)} {T["What changes in the others stands in the table."].Value}" : words.Recounts(runs), basis) { Tables = [tables.Runs(runs)], Products = tables.Times() };
    }

    private LineSection Swap(Advised<SmallestSwap> advice, LineWords words, LineTables tables)
    {
        var (heading, basis) = (T["What is the smallest change that would exchange two products?"], T["Of all marks that count, those are sought whose change is least; everything else stays as it is. A thought only: nobody is to change a mark because of it."]);
        return advice.Value is not { } swap
            ? Refused("smallest-change", heading, advice.Refusal, basis, words)
            : new("smallest-change", heading, words.Swap(swap), basis) { Tables = [tables.Swap(swap)] };
    }

    private LineSection Severity(Advised<SeverityModel> advice, LineFigures figures, LineWords words, LineTables tables, ResultNames names)
    {
        var (heading, basis) = (T["Are some judges stricter than others?"], T["A model takes each complete sheet’s total apart: the level of the product and the severity of the judge; sheets that lie far off weigh less (MacKay, Kenna, Low, Parker 2017). The order by it stands beside the official one and never takes its place."]);
        return advice.Value is not { } model
            ? Refused("severity", heading, advice.Refusal, basis, words)
            : new("severity", heading, words.Severity(model), basis) { Plot = LinePlots.Severity(model, figures, names, T), Tables = [tables.Severity(model)], Products = tables.Levels() };
    }

    private LineSection Chances(Advised<TopChances> advice, LineWords words, LineTables tables)
    {
        var (heading, basis) = (T["How sure is each place in the top?"], T["Random draws from the same model, the same each time for the same marks. Pass mark, minima and the limit per business are left aside: this is about how sure the marks are."]);
        return advice.Value is not { } chances
            ? Refused("chances", heading, advice.Refusal, basis, words)
            : new("chances", heading, words.Chances(chances), basis) { Products = tables.Chances() };
    }

    private LineSection Agreement(Advised<Reliability> advice, LineWords words, LineTables tables)
    {
        var (heading, basis) = (T["Do the judges agree?"], T["The totals of complete sheets. 1 means that all judges say the same, 0 that they agree no better than by chance; the words follow Koo and Li (2016) and Krippendorff (2004)."]);
        return advice.Value is not { } reliability
            ? Refused("agreement", heading, advice.Refusal, basis, words)
            : new("agreement", heading, words.Agreement(reliability), basis) { Tables = [tables.Agreement(reliability)] };
    }

    private LineSection Criteria(IReadOnlyList<CriterionSpread> spreads, LineWords words, LineTables tables)
    {
        var (heading, basis) = (T["Which criteria tell the products apart?"], T["The means of all products with a score, criterion by criterion, as a share of the maximum."]);
        return spreads.Count == 0
            ? new("criteria", heading, T["No product has a score yet."], basis) { IsRefused = true }
            : new("criteria", heading, words.Criteria(spreads), basis) { Plot = LinePlots.Criteria(spreads, T), Tables = [tables.Criteria(spreads)] };
    }

    private static LineSection Refused(string id, string heading, Refusal? refusal, string basis, LineWords words) =>
        new(id, heading, words.Why(refusal!), basis) { IsRefused = true };
}
