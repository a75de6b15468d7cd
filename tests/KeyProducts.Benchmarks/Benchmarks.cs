using System.Globalization;
using KeyProducts.Domain;
using KeyProducts.Web.Import;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Benchmarks;

/// <summary>
/// What must not become slow, measured in the real program on a database file of its own. Ends with 1 when something took longer than
/// it may: <c>dotnet run -c Release --project tests/KeyProducts.Benchmarks</c>. <c>-- public</c> measures the public pages alone, <c>-- pages [FOLDER]</c> the table of the
/// main pages, <c>-- soak MINUTES [FOLDER]</c> runs them for long; the folder keeps the data for another time.
/// </summary>
internal static class Benchmarks
{
    private const int Rows = 1_000, Year = 2027;

    private static readonly DateOnly Today = new(2026, 11, 22);

    private static async Task<int> Main(string[] args)
    {
        if (args is [Exports.Alone, var form])
        {
            Exports.WriteAlone(form);
            return 0;
        }

        switch (args)
        {
            case ["public"]:
                return await InFolderAsync(null, PublicPages.MeasureAsync) ? 0 : 1;
            case ["pages", .. var given]:
                return await InFolderAsync(given.FirstOrDefault(), folder => Pages.MeasureAsync(folder, given.ElementAtOrDefault(1))) ? 0 : 1;
            case ["soak", var minutes, .. var given]:
                var time = TimeSpan.FromMinutes(double.Parse(minutes, CultureInfo.InvariantCulture));
                return await InFolderAsync(given.FirstOrDefault(), folder => Soak.RunAsync(folder, time)) ? 0 : 1;
        }

        var publicPages = await InFolderAsync(null, PublicPages.MeasureAsync);
        var bigYear = BigYear.Measure();
        bigYear.ForEach(Console.WriteLine);
        var exports = Exports.MeasureLong();
        exports.ForEach(Console.WriteLine);
        var folder = Directory.CreateTempSubdirectory("keyproducts-benchmark-").FullName;
        try
        {
            await using var app = new WebApplicationFactory<Program>().WithWebHostBuilder(builder => builder
                .UseSolutionRelativeContentRoot("src/KeyProducts.Web").UseEnvironment("Development").UseSetting("KeyProducts:DataFolder", folder).UseSetting("Logging:LogLevel:Default", "Error").UseSetting("KeyProducts:SignInsPerMinute", "1000000"));
            app.CreateClient().Dispose();
            var drawn = await Exports.MeasureAsync(app.Services);
            drawn.ForEach(Console.WriteLine);
            exports.AddRange(drawn);
            var measured = await ImportAsync(app.Services);
            measured.Add(await Judging.DrawAsync());
            measured.ForEach(Console.WriteLine);
            var judging = await Judging.MeasureAsync(app);
            judging.ForEach(Console.WriteLine);
            return publicPages && exports.All(one => one.IsGood) && bigYear.All(one => one.IsGood) && measured.All(one => one.IsGood) && judging.All(one => one.IsGood) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // A folder that is named is kept, so that the years in it need not be made again.
    private static async Task<bool> InFolderAsync(string? kept, Func<string, Task<bool>> measure)
    {
        var folder = kept is null ? Directory.CreateTempSubdirectory("keyproducts-benchmark-").FullName : Directory.CreateDirectory(kept).FullName;
        try
        {
            return await measure(folder);
        }
        finally
        {
            if (kept is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    // A workbook of 1,000 nominations with every column, as the program itself writes it: previewed when all are new, stored, previewed again.
    private static async Task<List<Measured>> ImportAsync(IServiceProvider services)
    {
        var user = Guid.NewGuid();
        byte[] file = [];
        await InAsync(services, async scope =>
        {
            var db = scope.GetRequiredService<AppDbContext>();
            var year = (await db.Programmes.WithTables().SingleAsync(one => one.Year == 2026)).CopyFor(Year);
            year.Advance(ProgrammeCounts.None, "Đo tốc độ");
            db.Add(year);
            await db.SaveChangesAsync();
            file = Workbook(year, scope.GetRequiredService<IStringLocalizer<Words>>());
        });

        var draft = default(ImportDraft);
        ImportPlan? plan = null;
        async Task PreviewAsync(IServiceProvider scope)
        {
            draft = await scope.GetRequiredService<ImportDrafts>().AddAsync(user, Year, "ho-so.xlsx", file);
            plan = await scope.GetRequiredService<NominationImport>().PlanAsync(draft, Today, new HashSet<int>());
        }

        var measured = new List<Measured>
        {
            await Measured.OfAsync($"Preview of {Rows} new rows", TimeSpan.FromSeconds(3), 3, () => InAsync(services, PreviewAsync)),
        };
        Require(plan!.Count(RowState.New) == Rows);
        measured.Add(await Measured.OfAsync($"Import of {Rows} new rows", TimeSpan.FromSeconds(15), 1, () => InAsync(services, async scope =>
            await scope.GetRequiredService<NominationImport>().CarryOutAsync(draft!, Today, new HashSet<int>(), plan.Fingerprint, null))));
        measured.Add(await Measured.OfAsync($"Preview of {Rows} rows that are stored", TimeSpan.FromSeconds(3), 3, () => InAsync(services, PreviewAsync)));
        Require(plan.Count(RowState.Unchanged) == Rows);
        return measured;
    }

    private static byte[] Workbook(Programme year, IStringLocalizer<Words> T)
    {
        var content = new MemoryStream();
        var nominations = Enumerable.Range(1, Rows).Select(row => Nominate(year, row)).ToList();
        var form = NominationWorkbook.Filled(year, nominations, T);
        // Without their numbers they are new.
        Documents.Spreadsheets.ExcelForm.Write(form with { Rows = [.. form.Rows.Select(row => (IReadOnlyList<object?>)[null, .. row.Skip(1)])] }, content);
        return content.ToArray();
    }

    private static Nomination Nominate(Programme year, int row)
    {
        var business = new Business(row, new BusinessDetails(
            new BilingualName($"Công ty Cổ phần Đường Ế Ữ {row}", $"Business {row}"), null, null,
            new Address($"Số {row}", "Phường Cửa Nam", null, "Hà Nội"), new Contact("Đặng Thị Ế", $"024 {row:0000}", $"a{row}@vidu.example"), Ownership.Private, "https://vidu.example"));
        var nomination = new Nomination(year, business, new NominationContent(new BilingualName($"Máy bơm {row}", $"Pump {row}"), new string('ế', 300), year.Industries[row % year.Industries.Count].Id, year.Tracks[0].Id, null), Today);
        for (var back = 1; back <= ImportColumns.DataYears; back++)
        {
            nomination.Declare(year, Year - back, FigureBase.Product, new FigureContent(100_000_000_000L + row, 10_000L + row), null);
            nomination.Declare(year, Year - back, FigureBase.Business, new FigureContent(200_000_000_000L + row, 20_000L + row, 100 + row), null);
        }

        nomination.SetCertificates(year, DossierSection.Standards, [new("ISO 9001:2015", $"{row}", "Quacert", new DateOnly(2024, 1, 2), new DateOnly(2027, 1, 1)), new("ISO 14001:2015", $"{row}", "Quacert", null, null)], null);
        nomination.Change(year, new Technology(62.5m, new string('ự', 300), new string('ậ', 300), null), null);
        return nomination;
    }

    private static async Task InAsync(IServiceProvider services, Func<IServiceProvider, Task> act)
    {
        await using var scope = services.CreateAsyncScope();
        await act(scope.ServiceProvider);
    }

    private static void Require(bool isSo)
    {
        if (!isSo)
        {
            throw new InvalidOperationException("The import did something else than what is to be measured.");
        }
    }
}
