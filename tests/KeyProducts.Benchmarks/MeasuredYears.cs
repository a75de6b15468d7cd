using KeyProducts.Domain;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KeyProducts.Benchmarks;

/// <summary>
/// A data folder with the demonstration and years of 36 and 2,000 nominations beside it: one of each in judging, one of each published, five complete sheets for every
/// nomination; and a year of three nominations that 40 judges score, and one that takes nominations.
/// </summary>
internal static class MeasuredYears
{
    /// <summary>The year of 40 judges.</summary>
    public const int OfForty = 2031;

    /// <summary>The year that takes nominations, and how many it has.</summary>
    public const int Open = 2045, OpenRows = 30;

    /// <summary>The judges of a year: those who have scored everything, and those who have not begun.</summary>
    public const int Done = 5, Waiting = 10;

    private const string Why = "Đo tốc độ";
    private const int AtOnce = 250;

    /// <summary>The years in judging and their published twins, by how many nominations they have.</summary>
    public static readonly IReadOnlyList<(int Rows, int InJudging, int Published)> Sizes = [(36, 2041, 2043), (2_000, 2042, 2044)];

    private static readonly Person Officer = new(Guid.CreateVersion7(), "Chuyên viên"), Administrator = new(Guid.CreateVersion7(), "Quản trị");

    /// <summary>Fills the folder, unless it is filled already.</summary>
    public static async Task PrepareAsync(string folder)
    {
        await using var app = new WebApplicationFactory<Program>().WithWebHostBuilder(builder => builder
            .UseSolutionRelativeContentRoot("src/KeyProducts.Web").UseEnvironment("Development").UseSetting("KeyProducts:DataFolder", folder).UseSetting("Logging:LogLevel:Default", "Error"));
        app.CreateClient().Dispose();
        var isFilled = false;
        await InAsync(app.Services, async db => isFilled = await db.Programmes.AnyAsync(year => year.Year == Open));
        if (isFilled)
        {
            return;
        }

        await Judging.AddYearAsync(app.Services, DateTime.UtcNow);
        foreach (var (rows, inJudging, published) in Sizes)
        {
            await AddAsync(app.Services, inJudging, rows);
            await AddAsync(app.Services, published, rows);
            await PublishAsync(app.Services, published);
        }

        await InAsync(app.Services, async db =>
        {
            var year = await BeginAsync(db, Open);
            db.AddRange(Enumerable.Range(1, OpenRows).Select(row => Nominate(year, row)));
            await db.SaveChangesAsync();
        });
    }

    /// <summary>The criteria of a year, in its order.</summary>
    public static async Task<IReadOnlyList<Guid>> CriteriaAsync(string folder, int year)
    {
        await using var db = Database(folder);
        return [.. (await db.Programmes.AsNoTracking().WithTables().SingleAsync(one => one.Year == year)).Criteria.Select(criterion => criterion.Id)];
    }

    /// <summary>The database, to be read.</summary>
    public static AppDbContext Database(string folder) => new(new DbContextOptionsBuilder<AppDbContext>().UseSqlite($"Data Source={Path.Combine(folder, "keyproducts.db")}").Options);

    private static async Task<Programme> BeginAsync(AppDbContext db, int number)
    {
        var year = (await db.Programmes.AsNoTracking().WithTables().SingleAsync(one => one.Year == 2026)).CopyFor(number);
        year.Advance(ProgrammeCounts.None, Why);
        db.Add(year);
        return year;
    }

    private static async Task AddAsync(IServiceProvider services, int number, int rows)
    {
        Programme year = null!;
        List<Nomination> nominations = [];
        List<Judge> judges = [];
        await InAsync(services, async db =>
        {
            year = await BeginAsync(db, number);
            nominations = [.. Enumerable.Range(1, rows).Select(row => Nominate(year, row))];
            nominations.ForEach(one => one.Accept(year, [], Officer, Why));
            db.AddRange(nominations);
            var counts = new ProgrammeCounts(0, rows, Done + Waiting, Done + Waiting, 0, 0, 0, 0);
            year.Advance(counts, Why);
            year.Advance(counts, Why);
            var people = await db.Users.Where(user => user.Email!.StartsWith("council")).ToDictionaryAsync(user => user.Email!);
            judges = [.. Enumerable.Range(1, Done + Waiting).Select(judge => people[Judging.Email(judge)])
                .Select(user => new Judge(year, user.Id, new JudgeDetails(user.FullName, null, null, CouncilRole.Member)))];
            db.AddRange(judges);
            db.AddRange(judges.SelectMany(judge => nominations.Select(one => new ConflictDeclaration(year, judge, one.BusinessId, null, null, DateTime.UtcNow))));
            await db.SaveChangesAsync();
        });
        // Levels that tell products apart, so that hardly any are equal.
        var chance = new Random(7);
        foreach (var some in nominations.Chunk(AtOnce))
        {
            await InAsync(services, async db =>
            {
                db.AttachRange(judges);
                db.AttachRange(some.AsEnumerable<object>());
                foreach (var nomination in some)
                {
                    var level = 0.5 + (chance.NextDouble() * 0.45);
                    db.AddRange(judges.Take(Done).Select(judge => Submitted(year, nomination, judge, level, chance)));
                }

                await db.SaveChangesAsync();
            });
        }
    }

    private static ScoreSheet Submitted(Programme year, Nomination nomination, Judge judge, double level, Random chance)
    {
        var sheet = new ScoreSheet(nomination, judge);
        var now = DateTime.UtcNow;
        sheet.Change(year, new SheetChanges(year.JudgedCriteria.ToDictionary(
            criterion => criterion.Id,
            criterion => new Change<decimal?>(null, Math.Round((decimal)Math.Clamp(level + (chance.NextDouble() * 0.2) - 0.1, 0, 1) * criterion.Max * 2, MidpointRounding.ToZero) / 2))), now);
        sheet.Submit(year, new Person(judge.UserId, judge.Name), null, now);
        return sheet;
    }

    private static async Task PublishAsync(IServiceProvider services, int number) => await InAsync(services, async db =>
    {
        var year = await db.Programmes.WithTables().SingleAsync(one => one.Year == number);
        year.Advance(ProgrammeCounts.None, Why);
        var content = await db.ContentAsync(year);
        var result = Domain.Ranking.Of(content.Input);
        var file = SnapshotFormat.Write(content, result);
        var hash = SnapshotFormat.Hash(file);
        var now = DateTime.UtcNow;
        db.Add(SnapshotProposal.Of(year, result, hash, null, false, null, Officer, now).Confirm(year, result, file, hash, null, Administrator, now));
        var counts = ProgrammeCounts.None with { Final = FinalState.Current };
        year.Advance(counts, Why);
        var today = HanoiTime.DayOf(now);
        year.PublishConsultation(new ConsultationTerms("Phòng Quản lý công nghiệp", ShowsScores: false, ShowsAll: false), today, today.AddDays(1), now);
        year.SetDecision(new DocumentReference($"{number}/QĐ-UBND", today), null);
        year.Advance(counts, Why);
        year.Publish(now);
        await db.SaveChangesAsync();
    });

    // A dossier with figures of three years, certificates and texts, as businesses write them.
    private static Nomination Nominate(Programme year, int row)
    {
        var business = new Business((year.Year * 10_000) + row, new BusinessDetails(
            new BilingualName($"Công ty Cổ phần Thiết bị điện Ế Ữ {row}", $"Electrical Equipment {row}"), null, null,
            new Address($"Số {row}", "Phường Cửa Nam", null, "Hà Nội"), new Contact("Đặng Thị Ế", $"024 {row:0000}", $"a{row}@vidu.example"), Ownership.Private, "https://vidu.example"));
        var nomination = new Nomination(
            year, business, new NominationContent(new BilingualName($"Máy bơm công nghiệp {row}", $"Industrial pump {row}"), new string('ế', 300), year.Industries[row % year.Industries.Count].Id, year.Tracks[0].Id, null),
            new DateOnly(year.Year, 3, 1).AddDays(row % 90));
        for (var back = 1; back <= 3; back++)
        {
            nomination.Declare(year, year.Year - back, FigureBase.Product, new FigureContent(100_000_000_000L + row, 10_000L + row), null);
            nomination.Declare(year, year.Year - back, FigureBase.Business, new FigureContent(200_000_000_000L + row, 20_000L + row, 100 + row), null);
        }

        nomination.SetCertificates(year, DossierSection.Standards, [new("ISO 9001:2015", $"{row}", "Quacert", new DateOnly(2024, 1, 2), new DateOnly(2027, 1, 1)), new("ISO 14001:2015", $"{row}", "Quacert", null, null)], null);
        nomination.Change(year, new Technology(62.5m, new string('ự', 300), new string('ậ', 300), null), null);
        return nomination;
    }

    // The history tells of these years with no entry: it would be longer than they are.
    private static async Task InAsync(IServiceProvider services, Func<AppDbContext, Task> act)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AuditScope>().IsSilent = true;
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await act(db);
    }
}
