using System.Security.Cryptography;
using System.Text;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Backups;
using KeyProducts.Web.Commands;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KeyProducts.Tests.Audit;

/// <summary>The chain of the history: what somebody does to it with a tool of the database is found.</summary>
public sealed class AuditChainTests : IDisposable
{
    private TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Every_act_is_chained_and_the_page_and_the_command_say_since_when_it_is_whole()
    {
        var officer = await app.SignedInAsync("officer", "en");
        await app.SignedInAsync("judge1");
        var entries = await EntriesAsync();
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(number => (long)number), entries.Select(entry => entry.Sequence));
        Assert.Equal(entries.SkipLast(1).Select(entry => entry.Hash).Prepend(""), entries.Select(entry => entry.Previous));
        var begun = await app.ReadAsync(db => db.Set<AuditHead>().Select(head => head.BegunAt).SingleAsync());

        var page = await officer.OpenAsync("/history/check");
        Assert.Contains($"The history is whole since {KeyProducts.Web.Text.Shown.Moment(begun)}.", page.Text, StringComparison.Ordinal);
        Assert.Contains(entries[^1].Hash, page.Text, StringComparison.Ordinal);
        var (code, said) = await CheckAsync();
        Assert.Equal(0, code);
        Assert.Contains($"history: whole since {begun:yyyy-MM-dd HH:mm:ss}Z, {entries.Count} entries, the last with the hash {entries[^1].Hash}", said);
    }

    [Fact]
    public async Task Anyone_can_compute_the_hash_of_an_entry_from_what_it_says()
    {
        await app.SignedInAsync("officer");
        var one = (await EntriesAsync())[^1];
        var changes = one.Changes.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        var text = $"[\"{one.Previous}\",{one.Sequence},\"{one.At:yyyy-MM-ddTHH:mm:ss.ffffff}\",\"{one.UserId}\",\"{one.UserName}\",\"{one.Page}\",\"SignedIn\",\"AppUser\",\"officer@demo.local\",null,\"{changes}\",null]";
        Assert.Equal(one.Hash, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    [Theory]
    [InlineData("UPDATE AuditEntries SET UserName = 'Người khác' WHERE Sequence = 3", "entry 3 was changed or moved", "Entry 3 says something else")]
    [InlineData("UPDATE AuditEntries SET At = '2020-01-01 00:00:00' WHERE Sequence = 3", "entry 3 was changed or moved", "Entry 3 says something else")]
    [InlineData("DELETE FROM AuditEntries WHERE Sequence = 3", "entry 3 is missing", "Entry 3 is missing")]
    [InlineData("DELETE FROM AuditEntries WHERE Sequence IN (1, 2)", "entries 1 to 2 are missing", "Entries 1 to 2 are missing")]
    [InlineData("DELETE FROM AuditEntries WHERE Sequence = (SELECT max(Sequence) FROM AuditEntries)", "is missing", "is missing")]
    [InlineData("UPDATE AuditEntries SET Sequence = 1000 WHERE Sequence = 3; UPDATE AuditEntries SET Sequence = 3 WHERE Sequence = 4; UPDATE AuditEntries SET Sequence = 4 WHERE Sequence = 1000", "entry 3 was changed or moved", "Entry 4 says something else")]
    [InlineData("INSERT INTO AuditEntries (Id, Act, At, Changes, Kind, Page, Subject, UserName, Hash, Previous, Sequence) SELECT '00000000-0000-0000-0000-000000000001', Act, At, Changes, Kind, Page, Subject, UserName, Hash, Previous, 0 FROM AuditEntries WHERE Sequence = 3", "1 entries were written past the program", "1 entries were written")]
    [InlineData("UPDATE AuditHead SET Sequence = Sequence - 1, Hash = (SELECT Previous FROM AuditEntries ORDER BY Sequence DESC LIMIT 1); DELETE FROM AuditEntries WHERE Sequence = (SELECT max(Sequence) FROM AuditEntries)", "the end of the chain is not sealed", "The end of the chain is not sealed")]
    public async Task Deleting_changing_reordering_and_adding_entries_with_a_database_tool_is_found(string sql, string said, string shown)
    {
        var auditor = await app.SignedInAsync("auditor", "en");
        await app.SignedInAsync("officer");
        await app.SignedInAsync("judge1");
        await app.ReadAsync(async db =>
        {
            await db.FreeAsync("AuditEntries");
            const string Key = "'00000000-0000-0000-0000-000000000001'";
            return await db.Database.ExecuteSqlRawAsync(db.Database.IsNpgsql() ? sql.Replace(Key, $"CAST({Key} AS uuid)", StringComparison.Ordinal) : sql);
        });

        Assert.Contains(shown, (await auditor.OpenAsync("/history/check")).Text, StringComparison.Ordinal);
        var (code, lines) = await CheckAsync();
        Assert.Equal(1, code);
        Assert.Contains(lines, line => line.StartsWith("history: ", StringComparison.Ordinal) && line.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_computes_the_whole_chain_anew_is_found_by_its_seal_and_later_acts_do_not_heal_it()
    {
        await app.SignedInAsync("officer");
        await app.ReadAsync(async db =>
        {
            await db.FreeAsync("AuditEntries");
            await db.Database.ExecuteSqlAsync($"UPDATE AuditEntries SET UserName = 'Người khác' WHERE Sequence = 2");
            var hash = "";
            foreach (var entry in await db.AuditEntries.AsNoTracking().OrderBy(entry => entry.Sequence).ToListAsync())
            {
                entry.Link(entry.Sequence, hash);
                hash = entry.Hash;
                await db.Database.ExecuteSqlAsync($"UPDATE AuditEntries SET Previous = {entry.Previous}, Hash = {entry.Hash} WHERE Id = {entry.Id}");
            }

            return await db.Database.ExecuteSqlAsync($"UPDATE AuditHead SET Hash = {hash}");
        });

        await app.SignedInAsync("judge1");
        var report = await app.ReadAsync(db => Chain.CheckAsync(db));
        Assert.Equal([ChainFault.Seal], report.Findings.Select(finding => finding.Fault));
    }

    [Fact]
    public async Task Entries_taken_off_the_end_together_with_an_older_row_of_the_end_are_found_by_what_was_noted_beside_the_database()
    {
        var auditor = await app.SignedInAsync("auditor", "en");
        var (keep, hash, seal) = await app.ReadAsync(async db => await db.Set<AuditHead>().AsNoTracking().SingleAsync() is var head ? (head.Sequence, head.Hash, head.Seal) : default);
        await app.SignedInAsync("officer");
        await app.ReadAsync(async db =>
        {
            await Chain.NoteAsync(db);
            await db.FreeAsync("AuditEntries");
            await db.Database.ExecuteSqlAsync($"DELETE FROM AuditEntries WHERE Sequence > {keep}");
            return await db.Database.ExecuteSqlAsync($"UPDATE AuditHead SET Sequence = {keep}, Hash = {hash}, Seal = {seal}");
        });

        Assert.Contains($"Entry {keep + 1} is not the one that was noted beside the database", (await auditor.OpenAsync("/history/check")).Text, StringComparison.Ordinal);
        var (code, lines) = await CheckAsync();
        Assert.Equal(1, code);
        Assert.Contains(lines, line => line.StartsWith($"history: entry {keep + 1} is not the one that was noted in {HistoryNote.FileName}", StringComparison.Ordinal));

        // What is done afterwards does not heal it, and is not noted over what is missing.
        await app.SignedInAsync("judge1");
        await app.SignedInAsync("judge2");
        Assert.Equal([ChainFault.Noted], (await app.ReadAsync(async db =>
        {
            await Chain.NoteAsync(db);
            return await Chain.CheckAsync(db);
        })).Findings.Select(finding => finding.Fault));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task An_end_that_was_deleted_is_put_back_without_a_seal_and_no_chain_begins_anew(bool restarts, bool withAllEntries)
    {
        var auditor = await app.SignedInAsync("auditor", "en");
        await app.SignedInAsync("officer");
        await app.ReadAsync(async db =>
        {
            await Chain.NoteAsync(db);
            await db.FreeAsync("AuditEntries");
            await db.Database.ExecuteSqlRawAsync(withAllEntries ? "DELETE FROM AuditEntries" : "DELETE FROM AuditEntries WHERE Sequence = (SELECT max(Sequence) FROM AuditEntries)");
            return await db.Database.ExecuteSqlAsync($"DELETE FROM AuditHead");
        });
        Assert.Contains("The end of the chain is not sealed", (await auditor.OpenAsync("/history/check")).Text, StringComparison.Ordinal);
        if (restarts)
        {
            await app.ReadAsync(async db =>
            {
                await Chain.BeginAsync(db, app.Clock.GetUtcNow().UtcDateTime);
                return 0;
            });
        }

        await app.SignedInAsync("judge1");
        Assert.Equal([ChainFault.Seal, ChainFault.Noted], (await app.ReadAsync(db => Chain.CheckAsync(db))).Findings.Select(finding => finding.Fault));
    }

    [Theory]
    [InlineData("UPDATE AuditHead SET BegunWith = BegunWith + 1")]
    [InlineData("UPDATE AuditHead SET BegunAt = '2020-01-01 00:00:00'")]
    public async Task Since_when_the_chain_is_whole_cannot_be_set_back(string sql)
    {
        await app.SignedInAsync("officer");
        await app.ReadAsync(db => db.Database.ExecuteSqlRawAsync(sql));
        Assert.Equal([ChainFault.Seal], (await app.ReadAsync(db => Chain.CheckAsync(db))).Findings.Select(finding => finding.Fault));
    }

    [Fact]
    public async Task A_seal_of_an_earlier_version_holds_and_the_next_entry_seals_since_when_too()
    {
        await app.SignedInAsync("officer");
        var last = (await EntriesAsync())[^1];
        var seal = app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("KeyProducts.AuditChain").Protect($"{last.Sequence} {last.Hash}");
        await app.ReadAsync(db => db.Database.ExecuteSqlAsync($"UPDATE AuditHead SET Seal = {seal}"));
        Assert.True((await app.ReadAsync(db => Chain.CheckAsync(db))).IsWhole);

        await app.SignedInAsync("judge1");
        Assert.True((await app.ReadAsync(db => Chain.CheckAsync(db))).IsWhole);
        await app.ReadAsync(db => db.Database.ExecuteSqlAsync($"UPDATE AuditHead SET BegunWith = BegunWith + 1"));
        Assert.Equal([ChainFault.Seal], (await app.ReadAsync(db => Chain.CheckAsync(db))).Findings.Select(finding => finding.Fault));
    }

    [Fact]
    public async Task The_end_is_noted_beside_the_database_at_the_latest_when_the_program_stops()
    {
        await app.SignedInAsync("officer");
        var note = app.Services.GetRequiredService<HistoryNote>();
        var before = note.Read();
        using var rounds = ActivatorUtilities.CreateInstance<HistoryRounds>(app.Services);
        await rounds.StartAsync(default);
        await rounds.StopAsync(default);
        var last = (await EntriesAsync())[^1];
        Assert.NotEqual(last.Sequence, before?.Sequence);
        Assert.Equal(new NotedEnd(last.Sequence, last.Hash), note.Read());
        Assert.True((await app.ReadAsync(db => Chain.CheckAsync(db))).IsWhole);

        // A note that the keys do not open is not written over.
        await File.WriteAllTextAsync(Path.Combine(app.Folder, HistoryNote.FileName), "x");
        await app.ReadAsync(async db =>
        {
            await Chain.NoteAsync(db);
            return 0;
        });
        Assert.Equal([ChainFault.Noted], (await app.ReadAsync(db => Chain.CheckAsync(db))).Findings.Select(finding => finding.Fault));
        Assert.True(await app.ReadAsync(db => Chain.SealAnewAsync(db)));
        Assert.True((await app.ReadAsync(db => Chain.CheckAsync(db))).IsWhole);
    }

    [Fact]
    public async Task Even_a_chain_that_was_cut_and_sealed_with_the_programs_own_keys_does_not_fit_an_earlier_backup()
    {
        OnSqlite();
        await app.SignedInAsync("officer");
        var desk = app.Services.GetRequiredService<BackupDesk>();
        desk.Begin(new KeyProducts.Domain.Person(Guid.NewGuid(), "Quản trị"));
        await desk.Asked;
        Assert.Equal(0, (await CheckAsync()).Code);

        var last = (await EntriesAsync())[^1];
        await app.ReadAsync(async db =>
        {
            await db.FreeAsync("AuditEntries");
            return await db.Database.ExecuteSqlRawAsync(
                "DELETE FROM AuditEntries WHERE Sequence >= (SELECT max(Sequence) - 1 FROM AuditEntries); UPDATE AuditHead SET Sequence = (SELECT max(Sequence) FROM AuditEntries), Hash = (SELECT Hash FROM AuditEntries ORDER BY Sequence DESC LIMIT 1)");
        });
        Assert.True(await app.ReadAsync(db => Chain.SealAnewAsync(db)));
        var (code, said) = await CheckAsync();
        Assert.Equal(1, code);
        Assert.Contains(said, line => line.StartsWith("history: whole since", StringComparison.Ordinal));
        Assert.Contains(said, line => line.StartsWith("history: entry ", StringComparison.Ordinal) && line.Contains(" is not the one that the backup keyproducts-", StringComparison.Ordinal));
        Assert.InRange(last.Sequence, 2, long.MaxValue);
    }

    [Fact]
    public async Task A_chain_whose_keys_were_lost_is_sealed_anew_with_a_reason_but_not_one_with_another_fault()
    {
        await app.SignedInAsync("officer");
        await app.ReadAsync(db => db.Database.ExecuteSqlAsync($"UPDATE AuditHead SET Seal = 'x'"));
        Assert.True(await app.ReadAsync(db => Chain.SealAnewAsync(db)));
        await app.SignedInAsync("judge1");
        Assert.True((await app.ReadAsync(db => Chain.CheckAsync(db))).IsWhole);

        await app.ReadAsync(async db =>
        {
            await db.FreeAsync("AuditEntries");
            return await db.Database.ExecuteSqlAsync($"DELETE FROM AuditEntries WHERE Sequence = 2");
        });
        Assert.False(await app.ReadAsync(db => Chain.SealAnewAsync(db)));
    }

    [Fact]
    public async Task A_history_from_before_the_chain_is_chained_when_the_program_starts()
    {
        OnSqlite();
        await app.SignedInAsync("officer");
        File.Delete(Path.Combine(app.Folder, HistoryNote.FileName));
        await app.ReadAsync(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER AuditEntries_NoUpdate; UPDATE AuditEntries SET Sequence = 0, Previous = '', Hash = ''; DELETE FROM AuditHead; CREATE TRIGGER AuditEntries_NoUpdate BEFORE UPDATE ON AuditEntries BEGIN SELECT RAISE(ABORT, 'The history is append-only.'); END"));
        var count = (await EntriesAsync()).Count;

        await app.ReadAsync(async db =>
        {
            await Chain.BeginAsync(db, app.Clock.GetUtcNow().UtcDateTime);
            return 0;
        });
        await app.SignedInAsync("judge1");
        var report = await app.ReadAsync(db => Chain.CheckAsync(db));
        Assert.Equal((true, count + 1L, (long)count), (report.IsWhole, report.Entries, report.BegunWith));
        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => app.ReadAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE AuditEntries SET UserName = 'x'")));
        Assert.Contains("append-only", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_writers_at_once_make_one_chain_and_an_act_that_fails_leaves_no_gap()
    {
        using var folder = new TemporaryFolder();
        using var program = new WebApplicationFactory<Program>().WithWebHostBuilder(builder => builder
            .UseEnvironment("Production").UseSetting("Logging:LogLevel:Default", "None").UseSetting("KeyProducts:DataFolder", folder.Path));
        async Task InAsync(Func<IServiceProvider, Task> act)
        {
            await using var scope = program.Services.CreateAsyncScope();
            await act(scope.ServiceProvider);
        }

        await Task.WhenAll(Enumerable.Range(0, 80).Select(number => Task.Run(() => InAsync(services => number % 10 == 9
            ? Assert.ThrowsAnyAsync<DbUpdateException>(() =>
            {
                var db = services.GetRequiredService<AppDbContext>();
                db.AddRange(new AppUser { NormalizedUserName = "HAI" }, new AppUser { NormalizedUserName = "HAI" });
                return db.SaveChangesAsync();
            })
            : services.GetRequiredService<AuditLog>().RecordAsync(AuditAct.Exported, "Report", $"số {number}")))));

        await InAsync(async services =>
        {
            var report = await services.GetRequiredService<AuditChain>().CheckAsync(services.GetRequiredService<AppDbContext>());
            Assert.Equal((true, 72L), (report.IsWhole, report.Entries));
        });
    }

    private AuditChain Chain => app.Services.GetRequiredService<AuditChain>();

    private Task<List<AuditEntry>> EntriesAsync() => app.ReadAsync(db => db.AuditEntries.AsNoTracking().OrderBy(entry => entry.Sequence).ToListAsync());

    private async Task<(int Code, List<string> Said)> CheckAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        await using var output = new StringWriter();
        var code = await CheckCommand.RunAsync(scope.ServiceProvider, output);
        return (code, [.. output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)]);
    }

    // Backups are of SQLite, and only there a history is older than its chain.
    private void OnSqlite()
    {
        app.Dispose();
        app = TestApp.OnSqlite();
    }
}
