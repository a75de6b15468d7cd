using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Commands;

/// <summary>Reads every file of the evidence, every scan of a paper sheet or a decision and every file of a comment to its end and tells what is missing, damaged, or belongs to nothing.</summary>
public static class EvidenceCheck
{
    /// <summary>Writes a line for each finding and a last one with the counts; true when every file that is needed is whole.</summary>
    public static async Task<bool> RunAsync(AppDbContext db, EvidenceFiles files, TextWriter output)
    {
        var evidenceFiles = await (
            from evidence in db.Evidence
            join nomination in db.Nominations on evidence.NominationId equals nomination.Id
            orderby nomination.Programme.Year, nomination.Number, evidence.AddedAt
            select new { evidence.Sha256, evidence.Size, Use = nomination.Programme.Year + "/" + nomination.Number + " " + evidence.Name })
            .AsNoTracking().ToListAsync();
        var scans = await (
            from paper in db.PaperSheets
            join nomination in db.Nominations on paper.NominationId equals nomination.Id
            orderby nomination.Programme.Year, nomination.Number, paper.EnteredAt
            select new { Sha256 = paper.ScanSha256, Size = paper.ScanSize, Use = nomination.Programme.Year + "/" + nomination.Number + " " + paper.ScanName })
            .AsNoTracking().ToListAsync();
        var comments = await db.Comments.OrderBy(comment => comment.Year).ThenBy(comment => comment.Number)
            .SelectMany(comment => comment.Files, (comment, file) => new { file.Sha256, file.Size, Use = comment.Year + "/" + comment.Number + " " + file.Name }).ToListAsync();
        var decisions = await db.Programmes.Where(programme => programme.DecisionScan != null)
            .Select(programme => new { programme.DecisionScan!.Sha256, programme.DecisionScan.Size, Use = programme.Year + " " + programme.DecisionScan.Name }).ToListAsync();
        var known = evidenceFiles.Concat(scans).Concat(comments).Concat(decisions).ToLookup(one => (one.Sha256, one.Size), one => one.Use);
        var counts = new Dictionary<FileState, int>();
        foreach (var file in known)
        {
            var state = await files.CheckAsync(file.Key.Sha256, file.Key.Size);
            counts[state] = counts.GetValueOrDefault(state) + 1;
            if (state != FileState.Whole)
            {
                await output.WriteLineAsync($"evidence: {$"{state}".ToLowerInvariant()}: {file.Key.Sha256}, {file.Key.Size} bytes, used by {string.Join("; ", file.Distinct())}");
            }
        }

        var orphans = files.Hashes().Except(known.Select(file => file.Key.Sha256)).ToList();
        foreach (var orphan in orphans)
        {
            await output.WriteLineAsync($"evidence: belongs to nothing: {files.PlaceOf(orphan)}");
        }

        int Of(FileState state) => counts.GetValueOrDefault(state);
        await output.WriteLineAsync($"evidence: {known.Count} files checked: {Of(FileState.Whole)} whole, {Of(FileState.Missing)} missing, {Of(FileState.Damaged)} damaged, {Of(FileState.Unreadable)} unreadable; {orphans.Count} belong to nothing");
        return Of(FileState.Whole) == known.Count;
    }
}
