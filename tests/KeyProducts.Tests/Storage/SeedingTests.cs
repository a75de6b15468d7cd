using System.Text;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Screening;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Storage;

public sealed class SeedingTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_demonstration_has_two_recognised_years_and_one_in_judging_that_is_open_now()
    {
        var years = await app.ReadAsync(db => db.Programmes.OrderBy(programme => programme.Year).ToListAsync());
        Assert.Equal([(2024, Stage.Recognised), (2025, Stage.Recognised), (2026, Stage.Judging)], years.Select(year => (year.Year, year.Stage)));
        years[2].RequireJudgingOpen(app.Clock.Now.UtcDateTime);
    }

    [Theory]
    [InlineData("2026-03-01")]
    [InlineData("2029-07-15")]
    public async Task Judging_of_the_demonstration_is_open_whenever_it_is_loaded(string day)
    {
        await using var late = TestApp.Fresh();
        late.Clock.Now = DateTimeOffset.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var year = await late.ReadAsync(db => db.Programmes.SingleAsync(programme => programme.Year == 2026));
        year.RequireJudgingOpen(late.Clock.Now.UtcDateTime);
        Assert.True(await late.ReadAsync(db => db.Sheets.Where(sheet => sheet.Nomination.Programme.Year == 2026).MaxAsync(sheet => sheet.ChangedAt)) < late.Clock.Now.UtcDateTime);
    }

    [Fact]
    public async Task Dossiers_of_the_demonstration_are_complete_but_for_the_gaps_that_its_readme_names()
    {
        var gaps = (await SeededAsync()).SelectMany(one => Completeness.Of(one.Nomination, one.Programme).SelectMany(section => section.Missing)
            .Select(missing => $"{one.Programme.Year}/{one.Nomination.Number} {missing.Label}"));

        Assert.Equal(
        [
            "2025/8 Environment",
            "2025/8 Commitment on the environment",
            "2025/8 Commitment on intellectual property",
            "2026/3 Contact for this dossier",
            "2026/3 At least one right of intellectual property",
            "2026/8 Number and issuer of a certificate",
            "2026/21 Export of the product {0}",
            "2026/21 Smart factory",
            "2026/28 Digital transformation",
            "2026/28 Commitment on the environment",
            "2026/28 Commitment on quality management",
            "2026/28 Commitment on intellectual property",
            "2026/28 Commitment on keeping the law",
            "2026/28 Who signed the commitments, and when",
            "2026/38 Export of the product {0}",
            "2026/38 Labour",
        ], gaps);
    }

    [Fact]
    public async Task The_demonstration_is_doubtful_where_its_readme_says_and_shows_every_kind_of_doubt_in_2026()
    {
        var doubts = (await SeededAsync()).SelectMany(one => one.Warnings
            .Select(warning => (one.Programme.Year, one.Nomination.Number, warning.Kind, one.Nomination.IsOpen(warning)))).ToList();

        Assert.Equal(
        [
            (2024, 3, WarningKind.TaxCode, false),
            (2024, 15, WarningKind.GateNotMet, true),
            (2025, 24, WarningKind.GateNotMet, true),
            (2025, 38, WarningKind.TaxCode, false),
            (2026, 9, WarningKind.Fall, false),
            (2026, 10, WarningKind.NotInHanoi, false),
            (2026, 12, WarningKind.ProductAboveBusiness, true),
            (2026, 19, WarningKind.CertificateExpired, true),
            (2026, 29, WarningKind.ContradictsLastYear, false),
            (2026, 30, WarningKind.Jump, false),
            (2026, 33, WarningKind.UnitSlip, true),
            (2026, 33, WarningKind.UnitSlip, true),
            (2026, 37, WarningKind.ExportAboveRevenue, true),
            (2026, 39, WarningKind.TaxCode, true),
            (2026, 39, WarningKind.GateNotMet, true),
            (2026, 40, WarningKind.SameProductTwice, true),
        ], doubts);
        Assert.Equal(Enum.GetValues<WarningKind>(), doubts.Where(one => one.Year == 2026).Select(one => one.Kind).Distinct().Order());
    }

    [Fact]
    public async Task Only_dossiers_with_something_in_the_way_were_accepted_for_a_reason_and_each_item_of_their_checklists_is_answered()
    {
        var accepted = (await SeededAsync()).Where(one => one.Nomination.Status == NominationStatus.Accepted).ToList();

        Assert.Equal(
            [(2026, 3), (2026, 8), (2026, 12), (2026, 21), (2026, 33), (2026, 37)],
            accepted.Where(one => one.Nomination.Obstacles(one.Programme, one.Warnings, new Person(Guid.Empty, "Đỗ Thị Ế")).Count > 0).Select(one => (one.Programme.Year, one.Nomination.Number)));
        Assert.All(accepted, one => Assert.Equal(one.Nomination.Obstacles(one.Programme, one.Warnings, new Person(Guid.Empty, "Đỗ Thị Ế")).Count > 0, one.Nomination.StatusReason is not null));
        Assert.All(accepted, one => Assert.Equal(
            one.Programme.Tracks.Single(track => track.Id == one.Nomination.TrackId).Checklist.Select(item => (item.Id, Finding.Met, "Chuyên viên (minh hoạ)")).Order(),
            one.Nomination.Answers.Select(answer => (answer.ItemId, answer.Finding, answer.AnsweredBy)).Order()));
        Assert.All(accepted.SelectMany(one => one.Programme.Tracks), track => Assert.InRange(track.Checklist.Count, 5, 7));
    }

    [Fact]
    public async Task What_the_products_of_the_demonstration_earned_is_what_it_was_made_to_add_up_to()
    {
        var sums = (await SeededAsync()).Where(one => one.Nomination.Status == NominationStatus.Accepted).GroupBy(one => one.Programme).Select(ones =>
        {
            var figures = ones.Select(one => one.Nomination.FigureOf(ones.Key.DataYear, FigureBase.Product)!).ToList();
            return (ones.Key.Year, figures.Count, Revenue: figures.Sum(figure => figure.Revenue), Export: figures.Sum(figure => figure.ExportCents) / 100);
        });

        Assert.Equal(
            [(2024, 38, 50_090_260_000_000L, 1_005_127_100L), (2025, 37, 41_918_509_000_000L, 190_042_700L), (2026, 35, 20_530_510_000_000L, 287_440_900L)], sums);
    }

    [Fact]
    public async Task A_recognised_year_finds_no_expired_certificate_however_late_it_is_looked_at()
    {
        await using var late = TestApp.Fresh();
        late.Clock.Now = new DateTimeOffset(2035, 5, 5, 3, 0, 0, TimeSpan.Zero);
        Assert.DoesNotContain(await SeededAsync(late), one => one.Programme.Year < 2026 && one.Warnings.Any(warning => warning.Kind == WarningKind.CertificateExpired));
    }

    [Fact]
    public void The_files_of_the_demonstration_are_composed_text_with_unix_line_ends_and_no_mark_at_the_start()
    {
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "seed-data"), "*.csv", SearchOption.AllDirectories);
        Assert.True(files.Length > 30, $"{files.Length} files");
        Assert.All(files, file =>
        {
            var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(file));
            Assert.True(text.IsNormalized(NormalizationForm.FormC), file);
            Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
            Assert.NotEqual('\uFEFF', text[0]);
            Assert.EndsWith("\n", text, StringComparison.Ordinal);
        });
    }

    private Task<List<SeededDossier>> SeededAsync() => SeededAsync(app);

    // As an officer sees them, in the order of years and numbers.
    private static Task<List<SeededDossier>> SeededAsync(TestApp of) => of.ReadAsync(async db =>
    {
        var screening = new ScreeningService(db, of.Clock);
        var seeded = new List<SeededDossier>();
        foreach (var programme in await db.Programmes.WithTables().OrderBy(programme => programme.Year).ToListAsync())
        {
            var nominations = await db.Nominations.AsSplitQuery().Include(one => one.Business).Include(one => one.Figures).Include(one => one.Certificates)
                .Include(one => one.Answers).Include(one => one.Decisions).Where(one => one.ProgrammeId == programme.Id).OrderBy(one => one.Number).ToListAsync();
            var warnings = await screening.WarningsAsync(programme, nominations);
            seeded.AddRange(nominations.Select(one => new SeededDossier(programme, one, warnings[one.Id])));
        }

        return seeded;
    });

    private sealed record SeededDossier(Programme Programme, Nomination Nomination, IReadOnlyList<FigureWarning> Warnings);
}
