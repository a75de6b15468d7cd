using System.Globalization;
using KeyProducts.Domain;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Backups;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Commands;

/// <summary><c>check</c>: reads everything that is stored and tells what is not as it was written. Changes nothing; the program may run meanwhile.</summary>
public static class CheckCommand
{
    /// <summary>Writes what was found, part by part; 0 when everything is whole, otherwise 1.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output)
    {
        var db = services.GetRequiredService<AppDbContext>();
        services.GetRequiredService<MovedDatabase>().Require(db);
        if (!await IsThereAsync(db, output) || !await DatabaseAsync(db, output))
        {
            // What a damaged database says of the rest is worth nothing.
            return 1;
        }

        var history = await HistoryAsync(db, services.GetRequiredService<AuditChain>(), output);
        var snapshots = await SnapshotsAsync(db, output);
        var evidence = await EvidenceCheck.RunAsync(db, services.GetRequiredService<EvidenceFiles>(), output);
        var backups = await BackupsAsync(db, services.GetRequiredService<BackupFolder>(), services.GetRequiredService<BackupDesk>(), output);
        return history && snapshots && evidence && backups ? 0 : 1;
    }

    // A backup knows how far the history reached: what was cut off or written anew since, with the program's own keys even, does not fit it.
    private static async Task<bool> BackupsAsync(AppDbContext db, BackupFolder folder, BackupDesk desk, TextWriter output)
    {
        var restored = await db.AuditEntries.Where(entry => entry.Act == AuditAct.BackupRestored).MaxAsync(entry => (DateTime?)entry.At);
        var strange = 0;
        foreach (var backup in folder.List().Where(one => one.Manifest is { History: not null } manifest && !(manifest.MadeAt <= restored)))
        {
            var end = backup.Manifest!.History!;
            if (end.Sequence > 0 && !await db.AuditEntries.AnyAsync(entry => entry.Sequence == end.Sequence && entry.Hash == end.Hash))
            {
                strange++;
                await output.WriteLineAsync($"history: entry {end.Sequence} is not the one that the backup {backup.Name} knows");
            }
        }

        var state = desk.State();
        await output.WriteLineAsync("backups: " + (state.Age is { } age
            ? string.Create(CultureInfo.InvariantCulture, $"the last complete one is {(int)age.TotalHours} hours old")
            : "there is no complete one") + (state.Failure is { } failure ? $"; the last try failed: {string.Format(CultureInfo.InvariantCulture, failure.Sentence, [.. failure.Values])}" : ""));
        // How old a backup may be is the operator's to judge; what does not fit is wrong.
        return strange == 0;
    }

    private static async Task<bool> IsThereAsync(AppDbContext db, TextWriter output)
    {
        if (!await db.Database.CanConnectAsync() || !(await db.Database.GetAppliedMigrationsAsync()).Any())
        {
            await output.WriteLineAsync("database: there is none yet");
            return false;
        }

        if ((await db.Database.GetPendingMigrationsAsync()).Count() is var pending and > 0)
        {
            await output.WriteLineAsync($"database: of an older version, {pending} migrations behind this program; start the program once, or check with its own");
            return false;
        }

        return true;
    }

    private static async Task<bool> DatabaseAsync(AppDbContext db, TextWriter output)
    {
        if (!db.Database.IsSqlite())
        {
            // PostgreSQL keeps references itself, and checks its pages with tools of its own (docs/operations.md).
            await output.WriteLineAsync($"database: PostgreSQL, version {(await db.Database.GetAppliedMigrationsAsync()).Last()}");
            return true;
        }

        var faults = await db.Database.SqlQuery<string>($"SELECT integrity_check AS Value FROM pragma_integrity_check WHERE integrity_check <> 'ok'").ToListAsync();
        var loose = await db.Database.SqlQuery<string>($"SELECT \"table\" || ' ' || rowid || ' refers to a row of ' || parent || ' that is not there' AS Value FROM pragma_foreign_key_check").ToListAsync();
        foreach (var fault in faults.Concat(loose))
        {
            await output.WriteLineAsync($"database: {fault}");
        }

        var isWhole = faults.Count + loose.Count == 0;
        await output.WriteLineAsync(isWhole
            ? $"database: whole, version {(await db.Database.GetAppliedMigrationsAsync()).Last()}"
            : $"database: {faults.Count} damaged places, {loose.Count} broken references");
        return isWhole;
    }

    private static async Task<bool> HistoryAsync(AppDbContext db, AuditChain chain, TextWriter output)
    {
        var report = await chain.CheckAsync(db);
        foreach (var finding in report.Findings)
        {
            await output.WriteLineAsync("history: " + finding.Fault switch
            {
                ChainFault.Missing when finding.From == finding.To => $"entry {finding.From} is missing",
                ChainFault.Missing => $"entries {finding.From} to {finding.To} are missing",
                ChainFault.Changed => $"entry {finding.From} was changed or moved",
                ChainFault.Unconnected => $"entry {finding.From} does not follow from the one before it",
                ChainFault.Unchained => $"{finding.From} entries were written past the program",
                ChainFault.Noted when finding.From == 0 => $"what was noted of it in {HistoryNote.FileName} cannot be read with the keys of this data folder",
                ChainFault.Noted => $"entry {finding.From} is not the one that was noted in {HistoryNote.FileName}: entries were taken off the end, or another database was put in place",
                _ => "the end of the chain is not sealed by this program, or not with the keys of this data folder",
            });
        }

        var since = report.BegunAt.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        await output.WriteLineAsync(report.IsWhole
            ? $"history: whole since {since}, {report.Entries} entries, the last with the hash {report.Hash}"
            : $"history: not whole, {report.FindingCount} faults in {report.Entries} entries");
        return report.IsWhole;
    }

    private static async Task<bool> SnapshotsAsync(AppDbContext db, TextWriter output)
    {
        var (right, wrong) = (0, 0);
        foreach (var id in await db.Snapshots.OrderBy(snapshot => snapshot.ConfirmedAt).Select(snapshot => snapshot.Id).ToListAsync())
        {
            var snapshot = await db.Snapshots.AsNoTracking().SingleAsync(one => one.Id == id);
            var year = await db.Programmes.Where(programme => programme.Id == snapshot.ProgrammeId).Select(programme => programme.Year).SingleAsync();
            if (FaultOf(snapshot) is { } fault)
            {
                wrong++;
                await output.WriteLineAsync($"snapshots: {year} no. {snapshot.Number}: {fault}");
            }
            else
            {
                right++;
            }
        }

        await output.WriteLineAsync($"snapshots: {right} with their hash and a result that comes out again, {wrong} not");
        return wrong == 0;
    }

    private static string? FaultOf(Snapshot snapshot)
    {
        try
        {
            var check = SnapshotCheck.Of(snapshot.Content);
            return check.Hash != snapshot.Sha256 ? $"has the hash {check.Hash}, not {snapshot.Sha256}" : check.IsRight ? null : $"its result does not come out again ({check.DifferenceCount} differences)";
        }
        catch (SnapshotException none)
        {
            return none.Message;
        }
    }
}
