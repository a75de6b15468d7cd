using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Support;

/// <summary>A year of as many rows as wanted: nominations of businesses of their own, judges with accounts, a submitted sheet for each pair.</summary>
public static class YearOfRows
{
    /// <summary>The year; it is in judging.</summary>
    public const int Year = 2027;

    /// <summary>Opens it beside the demonstration's years.</summary>
    /// <param name="app">The program.</param>
    /// <param name="rows">Nominations, and judges.</param>
    /// <param name="number">The year, when another is wanted.</param>
    /// <param name="change">What is different in it, before it takes nominations.</param>
    /// <param name="seats">Judges, and files of each state, when not as many as nominations.</param>
    public static Task AddAsync(TestApp app, int rows, int number = Year, Action<Programme>? change = null, int? seats = null) => app.ChangeAsync(async db =>
    {
        var now = app.Clock.Now.UtcDateTime;
        var last = await db.Programmes.WithTables().SingleAsync(programme => programme.Year == 2026);
        var year = last.CopyFor(number);
        change?.Invoke(year);
        db.Add(year);
        Advance(year);
        var nominations = Enumerable.Range(1, rows).Select(row => Nominate(year, row)).ToList();
        db.AddRange(nominations);
        db.AddRange(Enumerable.Range(1, seats ?? rows).SelectMany(row => Files(year, nominations[0], row, now)));
        Advance(year);
        Advance(year);
        var judges = new List<Judge>();
        for (var row = 1; row <= (seats ?? rows); row++)
        {
            var user = await db.FindByEmailAsync($"judge{row}@demo.local");
            judges.Add(new Judge(year, user.Id, new JudgeDetails(user.FullName, null, null, CouncilRole.Member)));
        }

        db.AddRange(judges);
        db.AddRange(SheetWork.NoConflicts(year, judges, nominations, now));
        foreach (var (judge, nomination) in judges.SelectMany(judge => nominations.Select(nomination => (judge, nomination))))
        {
            var sheet = new ScoreSheet(nomination, judge);
            sheet.Save(year, year.JudgedCriteria.ToDictionary(criterion => criterion.Id, criterion => (decimal?)Math.Max(0, criterion.Max - nomination.Number)), null, now);
            sheet.Submit(year, now);
            db.Add(sheet);
        }
    });

    private static Nomination Nominate(Programme year, int row)
    {
        var name = new BilingualName($"Doanh nghiệp Đường Ế Ữ {row}", $"Business {row}");
        var business = new Business(900 + row, new BusinessDetails(name, null, null, new Address(null, null, null, null), new Contact(null, null, null), Ownership.Private, null));
        business.AddListing("Danh sách 500", year.DataYear, row);
        business.SetFigures(year.DataYear, 1_000_000_000L * row, 100L * row, row);
        var nomination = new Nomination(year, business, new NominationContent(new BilingualName($"Sản phẩm {row}", null), null, year.Industries[0].Id, year.Tracks[0].Id, null), new DateOnly(2027, 3, 1).AddDays(row));
        nomination.Declare(year, year.DataYear, FigureBase.Product, new FigureContent(1_000_000_000L * row, 100L * row), null);
        nomination.Accept(year, [], Officers.Hoa, "Hồ sơ thử");
        return nomination;
    }

    // One file of each state: what it replaced, itself, and another that is set aside.
    private static IEnumerable<Evidence> Files(Programme year, Nomination nomination, int row, DateTime now)
    {
        Evidence Add(string name) => new(
            year, nomination, $"{name} {row}.pdf", new StoredFile($"{row:x64}", 1000, "application/pdf"), EvidencePlace.Of(DossierSection.Standards), 0, Officers.Hoa, now, null);
        Evidence older = Add("Cũ"), newer = Add("Mới"), aside = Add("Để riêng");
        older.ReplaceBy(year, nomination, newer, null);
        aside.SetAside(year, nomination, "Không liên quan");
        var ofCriterion = Add("Tiêu chí");
        ofCriterion.Move(year, nomination, EvidencePlace.Of(year.Criteria[0]), null);
        return [older, newer, aside, ofCriterion];
    }

    private static void Advance(Programme year) => year.Advance(
        new ProgrammeCounts(0, 9, 9, 9, 0, 0, 0, 0), "Thử với ít dòng");
}
