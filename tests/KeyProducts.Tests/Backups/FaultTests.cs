using System.IO.Compression;
using System.Net;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Backups;
using KeyProducts.Web.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KeyProducts.Tests.Backups;

/// <summary>What goes wrong with disk, folder and database: a sentence for the reader, one line in the log, nothing half written, and it works again when the cause is gone.</summary>
public sealed class FaultTests : IClassFixture<RestoreTests.Backup>, IDisposable
{
    private const string Sheet = "/programmes/2026/judging/14";
    private readonly RestoreTests.Backup backup;
    private readonly TemporaryFolder machine = new();

    public FaultTests(RestoreTests.Backup backup)
    {
        this.backup = backup;
        Data = Directory.CreateDirectory(Path.Combine(machine.Path, "data")).FullName;
    }

    private string Data { get; }

    public void Dispose() => machine.Dispose();

    [SmallDiskFact(DisplayName = "Disk full (a small tmpfs): a clear message, the input kept, no corruption, and it works again after room is made")]
    public async Task A_full_disk()
    {
        using var disk = new SmallDisk(Data);
        ZipFile.ExtractToDirectory(backup.Path, Data);
        await using (var app = new FolderApp(Data))
        {
            var judge = await app.SignedInAsync("judge1", "en");
            var page = await judge.OpenAsync(Sheet);
            var field = page.At("[data-mark]").GetAttribute("name")!;
            var before = page.ValueOf(field);
            Directory.CreateDirectory(Path.Combine(Data, "backups"));
            disk.Fill();

            var full = await judge.SubmitAsync(page.Form("form[data-sheet]"), null, (field, "4.5"));
            Assert.Equal(507, (int)full.Status);
            Assert.Contains("The disk of the server is full. What you typed is still in the form.", Assert.Single(full.Errors), StringComparison.Ordinal);
            Assert.Equal("4.5", full.ValueOf(field));
            var line = Assert.Single(app.Logged);
            Assert.Matches(@"^The store fails \(Full\): .* at POST /programmes/2026/judging/14, request \S+$", line);
            Assert.Equal(before, (await judge.OpenAsync(Sheet)).ValueOf(field));

            // A backup would take the last room: it is refused, and the page says so.
            Assert.False(await app.Services.GetRequiredService<BackupDesk>().TryAsync(BackupKind.Daily, null, default));
            var admin = app.Services.GetRequiredService<BackupDesk>().State();
            Assert.StartsWith("There is no room in", admin.Failure!.Sentence, StringComparison.Ordinal);
            Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(Data, "backups")));

            disk.MakeRoom();
            var saved = await judge.SubmitAsync(full.Form("form[data-sheet]"));
            Assert.Equal((HttpStatusCode.OK, "4.5"), (saved.Status, (await judge.OpenAsync(Sheet)).ValueOf(field)));
            await using var scope = app.Services.CreateAsyncScope();
            Assert.True((await scope.ServiceProvider.GetRequiredService<AuditChain>().CheckAsync(scope.ServiceProvider.GetRequiredService<AppDbContext>())).IsWhole);
        }

        SqliteConnection.ClearAllPools();
        Assert.Empty(DatabaseFacts.Of(Path.Combine(Data, "keyproducts.db")).Faults);
    }

    [SmallDiskFact(DisplayName = "Disk full (a small tmpfs): a mark saved while typing, an evidence file and an import are refused with a sentence, leave nothing behind, and go through after room is made")]
    public async Task A_full_disk_while_files_arrive()
    {
        using var disk = new SmallDisk(Data);
        ZipFile.ExtractToDirectory(backup.Path, Data);
        await using (var app = new FolderApp(Data))
        {
            var (judge, officer) = (await app.SignedInAsync("judge1", "en"), await app.SignedInAsync("officer", "en"));
            var sheet = await judge.OpenAsync(Sheet);
            var field = sheet.At("[data-mark]").GetAttribute("name")!;
            var (before, token) = (sheet.ValueOf(field), sheet.ValueOf("__RequestVerificationToken"));
            Task<HttpResponseMessage> TypeAsync() => judge.PostAsync($"{Sheet}?handler=Changes", new FormUrlEncodedContent(new Dictionary<string, string>
            {
                [field] = "4.5",
                [field.Replace("Input.", "Input.Seen", StringComparison.Ordinal)] = before,
                ["__RequestVerificationToken"] = token,
            }), "application/json");
            var upload = await officer.OpenAsync("/programmes/2026/nominations/3/evidence");
            Task<Page> UploadAsync() => officer.UploadAsync(
                upload.Form("main form[enctype='multipart/form-data']"), "Input.Files", [new ChosenFile("đầy.pdf", [.. SampleFiles.Pdf("đầy"), .. new byte[1 << 20]])], null, ("Input.Place", "Brand"), ("Input.Reason", "Doanh nghiệp bổ sung"));
            var rows = Enumerable.Range(1, 400).Select(row => new object?[] { $"Công ty TNHH Đĩa đầy {row}", $"Máy đĩa đầy {row}", "Cơ khí, chế tạo", "Sản phẩm công nghệ cao" });
            var workbook = ImportFile.Xlsx([["Tên doanh nghiệp", "Tên sản phẩm", "Ngành", "Diện đăng ký"], .. rows]);
            await app.ReadAsync(async db =>
            {
                await ImportFile.OpenYearAsync(db);
                return true;
            });
            var preview = await officer.SendAsync(workbook);
            var state = await app.ReadAsync(Counts);
            var files = Files();
            disk.Fill();

            using (var typed = await TypeAsync())
            {
                Assert.Equal(507, (int)typed.StatusCode);
            }

            foreach (var refused in new[] { await UploadAsync(), await officer.SendAsync(workbook), await officer.ConfirmAsync(preview) })
            {
                Assert.Equal(507, (int)refused.Status);
                Assert.Contains("The disk of the server is full.", refused.Text, StringComparison.Ordinal);
            }

            Assert.Equal(files, Files());
            Assert.Equal(state, await app.ReadAsync(Counts));
            Assert.All(app.Logged, line => Assert.StartsWith("The store fails (Full): ", line, StringComparison.Ordinal));

            disk.MakeRoom();
            using (var typed = await TypeAsync())
            {
                Assert.Equal((HttpStatusCode.OK, "4.5"), (typed.StatusCode, (await judge.OpenAsync(Sheet)).ValueOf(field)));
            }

            Assert.Contains("đầy.pdf", (await UploadAsync()).Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await officer.ConfirmAsync(preview)).Status);
            Assert.Equal((state.Nominations + 400, state.Evidence + 1), (await app.ReadAsync(Counts) is var now ? now.Nominations : 0, now.Evidence));
        }

        Assert.True((await ProgramRun.RunAsync(Data, "check")).Code == 0);
    }

    [SmallDiskFact(DisplayName = "Folder read-only (a small tmpfs): a clear message, the input kept, a line at the start, and it works again when it may be written")]
    public async Task A_folder_that_may_not_be_written()
    {
        using var disk = new SmallDisk(Data);
        ZipFile.ExtractToDirectory(backup.Path, Data);
        await using (var app = new FolderApp(Data))
        {
            var judge = await app.SignedInAsync("judge1", "en");
            var page = await judge.OpenAsync(Sheet);
            var field = page.At("[data-mark]").GetAttribute("name")!;
            disk.Remount(readOnly: true);

            var closed = await judge.SubmitAsync(page.Form("form[data-sheet]"), null, (field, "4.5"));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, closed.Status);
            // SQLite cannot open its log there, so nothing can be read either, and what was typed stands on a page that needs nothing.
            Assert.Contains("The disk of the server cannot be read or written.", closed.Text, StringComparison.Ordinal);
            Assert.Contains("4.5", closed.TextsAt("dl.details dd"));
            Assert.Matches(@"^The store fails \(Unreadable\): .* at POST /programmes/2026/judging/14, request \S+$", Assert.Single(app.Logged));

            disk.Remount(readOnly: false);
            var saved = await judge.SubmitAsync(page.Form("form[data-sheet]"), null, (field, "4.5"));
            Assert.Equal((HttpStatusCode.OK, "4.5"), (saved.Status, (await judge.OpenAsync(Sheet)).ValueOf(field)));
        }

        disk.Remount(readOnly: true);
        var (code, _, error) = await ProgramRun.RunAsync(Data, "--urls", "http://127.0.0.1:0");
        Assert.Equal(1, code);
        Assert.StartsWith("The program may not write into its data folder.", Assert.Single(error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_another_program_holds_is_told_and_the_mark_is_saved_once_it_is_free()
    {
        ZipFile.ExtractToDirectory(backup.Path, Data);
        await using var app = new FolderApp(Data);
        var judge = await app.SignedInAsync("judge1");
        var page = await judge.OpenAsync(Sheet);
        var field = page.At("[data-mark]").GetAttribute("name")!;
        Page held;
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(Data, "keyproducts.db")};Pooling=False"))
        {
            await other.OpenAsync();
            await using var hold = other.CreateCommand();
            hold.CommandText = "BEGIN IMMEDIATE";
            await hold.ExecuteNonQueryAsync();
            held = await judge.SubmitAsync(page.Form("form[data-sheet]"), null, (field, "4,5"));
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, held.Status);
        Assert.StartsWith("Một chương trình khác đang giữ cơ sở dữ liệu. Những gì bạn đã nhập vẫn còn trong biểu mẫu.", Assert.Single(held.Errors), StringComparison.Ordinal);
        Assert.Equal("4,5", held.ValueOf(field));
        Assert.Single(app.Logged);
        var saved = await judge.SubmitAsync(held.Form("form[data-sheet]"));
        Assert.Equal((HttpStatusCode.OK, "4,5"), (saved.Status, (await judge.OpenAsync(Sheet)).ValueOf(field)));
    }

    [Fact]
    public async Task A_damaged_page_of_the_database_is_a_sentence_with_503_and_one_line_in_the_log_and_the_rest_goes_on()
    {
        ZipFile.ExtractToDirectory(backup.Path, Data);
        var database = Path.Combine(Data, "keyproducts.db");
        // A table that the start page does not read.
        Damage(database, "PastFigures");
        await using var app = new FolderApp(Data);
        var officer = await app.SignedInAsync("officer", "en");

        var damaged = await officer.OpenAsync("/past-years");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, damaged.Status);
        Assert.Equal("The program cannot work at the moment", damaged.TextAt("h1"));
        Assert.Contains("The database is damaged.", damaged.Text, StringComparison.Ordinal);
        Assert.Matches(@"^The store fails \(Damaged\): [^\r\n]* at GET /past-years, request \S+$", Assert.Single(app.Logged));
        Assert.Equal(HttpStatusCode.OK, (await officer.OpenAsync("/programmes/2025/nominations")).Status);
        using (var answer = await officer.GetAsync("/past-years"))
        {
            Assert.StartsWith("default-src 'self'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        }

        var vietnamese = await (await app.SignedInAsync("officer")).OpenAsync("/past-years");
        Assert.Contains("Cơ sở dữ liệu bị hỏng. Chưa có gì được lưu.", vietnamese.Text, StringComparison.Ordinal);

        // No backup of it takes the place of a whole one.
        Assert.False(await app.Services.GetRequiredService<BackupDesk>().TryAsync(BackupKind.Daily, null, default));
        Assert.StartsWith("The database is damaged", app.Services.GetRequiredService<BackupDesk>().State().Failure!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_used_at_the_start_is_one_line_and_exit_code_1()
    {
        // A file where the folder should be.
        var file = machine.Put("tep", []);
        var (code, said, error) = await ProgramRun.RunAsync(file, "--urls", "http://127.0.0.1:0");
        Assert.Equal((1, "", 1), (code, said, error.TrimEnd('\n').Split('\n').Length));
        Assert.Contains(file, error, StringComparison.Ordinal);

        // A database that is none.
        await File.WriteAllTextAsync(Path.Combine(Data, "keyproducts.db"), string.Concat(Enumerable.Repeat("không phải cơ sở dữ liệu ", 200)));
        (code, _, error) = await ProgramRun.RunAsync(Data, "--urls", "http://127.0.0.1:0");
        Assert.Equal(1, code);
        Assert.StartsWith("The database is damaged. SqliteException: SQLite Error 26", Assert.Single(error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_jumps_back_and_forth_breaks_neither_session_nor_the_order_of_the_history()
    {
        using var app = new TestApp();
        var judge = await app.SignedInAsync("judge1");
        var mark = await app.HistoryMarkAsync();
        var field = (await judge.OpenAsync(Sheet)).At("[data-mark]").GetAttribute("name")!;
        string[] marks = ["1", "2", "3"];
        foreach (var (typed, jump) in marks.Zip([TimeSpan.Zero, TimeSpan.FromHours(-36), TimeSpan.FromHours(36)]))
        {
            app.Clock.Now += jump;
            var saved = await judge.SubmitAsync((await judge.OpenAsync(Sheet)).Form("form[data-sheet]"), null, (field, typed));
            Assert.Equal(HttpStatusCode.OK, saved.Status);
        }

        var history = await app.HistorySinceAsync(mark);
        Assert.Equal(marks, history.Select(entry => entry.ReadChanges().Single(change => change.To is "1" or "2" or "3").To));
        await using var scope = app.Services.CreateAsyncScope();
        Assert.True((await scope.ServiceProvider.GetRequiredService<AuditChain>().CheckAsync(scope.ServiceProvider.GetRequiredService<AppDbContext>())).IsWhole);
    }

    // Files that hold something beside the database: what a reader sent and what the program makes of it.
    private List<string> Files() => [.. FilesIn("evidence"), .. FilesIn("imports")];

    private IEnumerable<string> FilesIn(string folder) => Directory.EnumerateFiles(Path.Combine(Data, folder), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static async Task<(int Nominations, int Evidence, int Entries)> Counts(AppDbContext db) => (await db.Nominations.CountAsync(), await db.Evidence.CountAsync(), await db.AuditEntries.CountAsync());

    private static void Damage(string database, string table)
    {
        long page, size;
        using (var db = new SqliteConnection($"Data Source={database};Pooling=False"))
        {
            db.Open();
            using var command = db.CreateCommand();
            command.CommandText = "SELECT rootpage FROM sqlite_master WHERE name = $table";
            command.Parameters.AddWithValue("$table", table);
            page = (long)command.ExecuteScalar()!;
            command.CommandText = "PRAGMA page_size";
            size = (long)command.ExecuteScalar()!;
        }

        using var file = File.OpenWrite(database);
        file.Position = (page - 1) * size;
        file.Write(Enumerable.Repeat((byte)0xA5, (int)size).ToArray());
    }
}
