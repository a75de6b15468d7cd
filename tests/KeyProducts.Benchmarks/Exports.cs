using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using KeyProducts.Documents;
using KeyProducts.Documents.Certificates;
using KeyProducts.Documents.Pdf;
using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Web.Access;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Reports.Papers;
using KeyProducts.Web.Reports.Papers.Certificates;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KeyProducts.Benchmarks;

/// <summary>What is handed out as files: the recognition list, a long list in every form, the packet of a year.</summary>
internal static class Exports
{
    /// <summary>The argument with which the program makes one file and nothing else.</summary>
    public const string Alone = "--export";

    private const int Rows = 10_000, Warm = 10, Certificates = 61;

    // Nobody prints such a list: its PDF keeps what every cell says for screen readers, and may take more.
    private static readonly (string Form, TimeSpan Most, long MostMegabytes, Action<Report, Stream> Write)[] Forms =
    [
        ("Workbook", TimeSpan.FromSeconds(1), 200, Excel.Write),
        ("CSV", TimeSpan.FromSeconds(1), 200, Csv.Write),
        ("PDF", TimeSpan.FromSeconds(2), 300, PdfReport.Write),
    ];

    /// <summary>Measures exports of a long list. The memory is the most that a process of its own has held (its peak working set) that makes the list and the file, and nothing else.</summary>
    public static List<ExportSpeed> MeasureLong()
    {
        var report = Long();
        return [.. Forms.Select(one => new ExportSpeed($"{one.Form} of {Rows:N0} rows", one.Most, Times(5, () => one.Write(report, new MemoryStream())), MemoryOf(one.Form), one.MostMegabytes))];
    }

    /// <summary>Makes one file and says on a line how much memory, in MB, the process has held.</summary>
    public static void WriteAlone(string form)
    {
        Forms.Single(one => one.Form == form).Write(Long(), new MemoryStream());
        using var process = Process.GetCurrentProcess();
        Console.WriteLine((process.PeakWorkingSet64 >> 20).ToString(CultureInfo.InvariantCulture));
    }

    private static long MemoryOf(string form)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Started, Alone, form]) { RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return long.Parse(said, CultureInfo.InvariantCulture);
    }

    // Started by the command of .NET, the program is that command's first argument.
    private static string[] Started => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Exports).Assembly.Location] : [];

    /// <summary>Measures what the program itself draws up.</summary>
    public static async Task<List<ExportSpeed>> MeasureAsync(IServiceProvider services)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi");
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var officer = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, Guid.NewGuid().ToString()), new(ClaimTypes.Role, Roles.Officer)], "benchmark"));
        var year = await db.Programmes.WithTables().SingleAsync(one => one.Year == 2024);
        var list = await scope.ServiceProvider.GetRequiredService<RecognitionReport>().LoadAsync(year);
        Require(list.Report.Tables.Max(table => table.Rows.Count) > 36, "The list of 2024 has 36 products.");
        Times(Warm, () => PdfReport.Write(list.Report, new MemoryStream()));
        Times(Warm, () => Excel.Write(list.Book, new MemoryStream()));
        var issued = await db.Certificates.AsNoTracking().Where(one => one.ProgrammeId == year.Id).OrderBy(one => one.Number).ToListAsync();
        var printed = await scope.ServiceProvider.GetRequiredService<CertificateSheets>().LoadAsync(year, issued, "giay-chung-nhan");
        IReadOnlyList<CertificateSheet> sheets = [.. printed.Sheets, .. printed.Sheets.Take(Certificates - printed.Sheets.Count)];
        Require(sheets.Count == Certificates && printed.Problems.Count == 0, "There are not so many certificates.");
        Times(1, () => PdfCertificate.Write(printed.Title, sheets, new MemoryStream()));
        var packet = scope.ServiceProvider.GetRequiredService<YearPacket>();
        var packets = new List<TimeSpan>();
        for (var run = 0; run < 4; run++)
        {
            var path = Path.GetTempFileName();
            var start = Stopwatch.GetTimestamp();
            await using (var file = File.Create(path, 1 << 16, FileOptions.DeleteOnClose))
            {
                await packet.WriteAsync(year, officer, file);
                Require(file.Length > 1_000_000, "The packet holds less than it should.");
            }

            packets.Add(Stopwatch.GetElapsedTime(start));
        }

        return
        [
            new("Recognition PDF of 36 rows, warm", TimeSpan.FromMilliseconds(30), Times(30, () => PdfReport.Write(list.Report, new MemoryStream()))),
            new("Recognition workbook of 36 rows, warm", TimeSpan.FromMilliseconds(100), Times(30, () => Excel.Write(list.Book, new MemoryStream()))),
            new($"{Certificates} certificates in one PDF", TimeSpan.FromSeconds(1), Times(5, () => PdfCertificate.Write(printed.Title, sheets, new MemoryStream()))),
            new("Packet of a year", TimeSpan.FromSeconds(5), packets),
        ];
    }

    private static Report Long() => new()
    {
        FileName = "dai",
        Language = "vi",
        Title = "Danh sách dài",
        Tables =
        [
            Table.Of(Enumerable.Range(1, Rows))
                .Number("TT", row => row, width: 5)
                .Text("Sản phẩm", row => $"Máy biến áp truyền tải số {row}, làm mát bằng dầu cưỡng bức", 28)
                .Text("Doanh nghiệp", row => $"Công ty Cổ phần Thiết bị điện Ưu Việt {row}", 28)
                .Code("Mã số thuế", row => $"{row:0000000000}", 14)
                .Text("Ngành", row => $"Cơ khí, chế tạo {row % 8}", 20)
                .Number("Doanh thu (tỷ đồng)", row => 1234.5m + row, 1, 11)
                .Number("Xuất khẩu (triệu USD)", row => 12.34m + row, 2, 11)
                .Text("Công nhận", row => row % 3 == 0 ? "Công nhận lại" : "Lần đầu", 13)
                .Date("Ngày nộp", _ => new DateOnly(2025, 8, 31))
                .Number("Số hồ sơ", row => row, width: 6)
                .Table(),
        ],
        Landscape = true,
    };

    private static List<TimeSpan> Times(int runs, Action act)
    {
        var times = new List<TimeSpan>();
        for (var run = 0; run < runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            act();
            times.Add(Stopwatch.GetElapsedTime(start));
        }

        return times;
    }

    private static void Require(bool isSo, string otherwise)
    {
        if (!isSo)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}

/// <summary>How long it takes to make a file.</summary>
/// <param name="Name">What is made.</param>
/// <param name="Most">The longest that is still good.</param>
/// <param name="Times">How long each run took.</param>
/// <param name="Megabytes">The most memory that the process has held; null when it is not judged.</param>
/// <param name="MostMegabytes">The most that it may hold.</param>
internal sealed record ExportSpeed(string Name, TimeSpan Most, IReadOnlyList<TimeSpan> Times, long? Megabytes = null, long MostMegabytes = 0)
{
    /// <summary>Whether the middle run and the memory were good: a single run may meet the collector of memory, or what a program does once.</summary>
    public bool IsGood => Percentiles.Of(Times, 0.5) <= Most && (Megabytes is null || Megabytes < MostMegabytes);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(IsGood ? "good" : "SLOW"),-5} {Name,-44} first {Times[0].TotalMilliseconds,5:0} ms, p50 {Percentiles.Of(Times, 0.5).TotalMilliseconds,5:0} ms, best {Times.Min().TotalMilliseconds,5:0} ms, at most {Most.TotalMilliseconds,4:0} ms{(Megabytes is { } peak ? $"; {peak} MB, under {MostMegabytes}" : "")}");
}
