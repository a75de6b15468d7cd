using System.Globalization;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Support;

/// <summary>
/// A sealed year 2030 in judging beside the demonstration: two products, judges 1 to 3 with every mark of theirs different from every other, all but one sheet submitted. Judge 2
/// has recused from no. 1 after marking it.
/// </summary>
public static class SealedYear
{
    /// <summary>The year.</summary>
    public const int Year = 2030;

    /// <summary>Words of the dossier that judge 2 must not see, nowhere else in the program.</summary>
    public const string Secret = "Nồi hơi Ẩn Mật Ữ";

    /// <summary>A part of them, to search for.</summary>
    public const string Sought = "Ẩn Mật Ữ";

    /// <summary>Adds it without a mark.</summary>
    /// <param name="app">The program.</param>
    /// <param name="others">When judges read the marks of the others.</param>
    public static Task AddAsync(TestApp app, OthersMarks others = OthersMarks.AfterOwnSubmission) => app.ChangeAsync(db => AddAsync(db, Year, app.Clock.Now.UtcDateTime, others));

    /// <summary>Adds such a year to a database.</summary>
    public static async Task AddAsync(AppDbContext db, int number, DateTime now, OthersMarks others = OthersMarks.AfterOwnSubmission, bool withFile = true)
    {
        var last = await db.Programmes.WithTables().SingleAsync(programme => programme.Year == 2026);
        var year = last.CopyFor(number);
        year.Set(year.Rules with { MarkStep = 0.01m, Quorum = 1, Decimals = 3, SpreadLimit = 1m });
        year.Set(new JudgingRules(null, others, IsSealed: true));
        year.Set(ProgrammeDates.None with { JudgingUntil = HanoiTime.DayOf(now).AddDays(7) });
        db.Add(year);
        year.Advance(ProgrammeCounts.None, "Thử");
        var nominations = new[] { Nominate(db, year, 1, Secret), Nominate(db, year, 2, "Quạt thông gió Ế") };
        if (withFile)
        {
            // Of the store's list alone: nobody opens it.
            db.Add(new Evidence(year, nominations[0], $"{Secret}.pdf", new StoredFile($"{30:x64}", 1000, "application/pdf"), EvidencePlace.Of(DossierSection.Standards), 0, Officers.Hoa, now, null));
        }

        year.Advance(new ProgrammeCounts(0, 2, 3, 3, 0, 0, 0, 0), "Thử");
        year.Advance(new ProgrammeCounts(0, 2, 3, 3, 0, 0, 0, 0), "Thử");
        var judges = new List<Judge>();
        foreach (var row in Enumerable.Range(1, 3))
        {
            var user = await db.FindByEmailAsync($"judge{row}@demo.local");
            judges.Add(new Judge(year, user.Id, new JudgeDetails(user.FullName, null, null, CouncilRole.Member)));
        }

        db.AddRange(judges);
        db.AddRange(SheetWork.NoConflicts(year, judges, nominations, now));
    }

    /// <summary>Gives every mark, submits every sheet but that of judge 3 for no. 2, and lets judge 2 recuse from no. 1.</summary>
    public static Task MarkAsync(TestApp app) => app.ChangeAsync(db => MarkAsync(db, Year, app.Clock.Now.UtcDateTime));

    /// <summary>The same in a database.</summary>
    public static async Task MarkAsync(AppDbContext db, int number, DateTime now)
    {
        var year = await db.Programmes.WithTables().SingleAsync(programme => programme.Year == number);
        var judges = await db.Judges.Where(judge => judge.ProgrammeId == year.Id).ToListAsync();
        var accounts = await db.Users.ToDictionaryAsync(user => user.Id, user => user.Email!);
        var nominations = await db.Nominations.Where(nomination => nomination.ProgrammeId == year.Id).ToListAsync();
        foreach (var judge in judges)
        {
            foreach (var nomination in nominations)
            {
                var sheet = new ScoreSheet(nomination, judge);
                sheet.Save(year, Marks(year, Place(accounts[judge.UserId]), nomination.Number), $"Nhận xét kín {judge.Name} {nomination.Number}", now);
                if ((Place(accounts[judge.UserId]), nomination.Number) != (3, 2))
                {
                    sheet.Submit(year, now);
                }

                db.Add(sheet);
            }
        }

        var second = judges.Single(judge => Place(accounts[judge.UserId]) == 2);
        var first = nominations.Single(nomination => nomination.Number == 1);
        (await db.Declarations.SingleAsync(one => one.JudgeId == second.Id && one.BusinessId == first.BusinessId)).Declare(year, ConflictKind.Ownership, null, now);
        db.Add(new Recusal(year, first, second, ConflictKind.Ownership, null, now));
    }

    /// <summary>Closes judging and opens the seal: the result can be finalised.</summary>
    public static async Task FinishAsync(AppDbContext db, int number, DateTime now)
    {
        var year = await db.Programmes.Include(one => one.SealOpenings).SingleAsync(programme => programme.Year == number);
        year.Advance(ProgrammeCounts.None, "Hết hạn");
        year.OpenSeal(new Person(Guid.NewGuid(), "Một"), now);
        year.OpenSeal(new Person(Guid.NewGuid(), "Hai"), now);
    }

    /// <summary>Closes judging.</summary>
    public static Task CloseAsync(TestApp app) => app.ChangeAsync(async db =>
        (await db.Programmes.SingleAsync(programme => programme.Year == Year)).Advance(ProgrammeCounts.None, "Hết hạn"));

    /// <summary>What a judge has given a nomination: no two marks have the same digits behind the comma.</summary>
    public static Dictionary<Guid, decimal?> Marks(Programme year, int judge, int number) => year.Criteria.Select((criterion, place) => (criterion, place)).ToDictionary(
        one => one.criterion.Id,
        one => (decimal?)(Math.Floor(one.criterion.Max / 2) - judge + 1 + (((judge - 1) * 36 + (number - 1) * 18 + one.place * 2 + 1) / 100m)));

    /// <summary>A figure as Vietnamese, English and a machine write it.</summary>
    public static IEnumerable<string> Written(decimal value) =>
        [value.ToString("0.00##", CultureInfo.InvariantCulture), value.ToString("0.00##", CultureInfo.GetCultureInfo("vi"))];

    private static int Place(string email) => int.Parse(email[5..6], CultureInfo.InvariantCulture);

    private static Nomination Nominate(AppDbContext db, Programme year, int row, string product)
    {
        var business = new Business(900_000 + (year.Year * 10) + row, new BusinessDetails(
            new BilingualName($"Doanh nghiệp Ế Ữ {row}", null), null, null, new Address(null, null, null, null), new Contact(null, null, null), Ownership.Private, null));
        var nomination = new Nomination(year, business, new NominationContent(new BilingualName(product, null), $"Mô tả {product}", year.Industries[0].Id, year.Tracks[0].Id, null), new DateOnly(2026, 11, row));
        nomination.Declare(year, year.DataYear, FigureBase.Product, new FigureContent(1_000_000_000L * row, 100L * row), null);
        nomination.Accept(year, [], Officers.Hoa, "Hồ sơ thử");
        db.Add(nomination);
        return nomination;
    }
}
