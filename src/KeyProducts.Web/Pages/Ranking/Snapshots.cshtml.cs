using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Ranking;

/// <summary>The snapshots of a year's result: who finalised which and when, what was made from each, and the files themselves.</summary>
public sealed class SnapshotsModel(AppDbContext db, Downloads downloads) : AppPage
{
    private const int MostFiles = 20;

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Number { get; set; }

    public Programme Programme { get; private set; } = null!;

    public IReadOnlyList<Line> Snapshots { get; private set; } = [];

    public bool IsPutForward { get; private set; }

    /// <summary>Whether what is published comes from the snapshot in force.</summary>
    public bool IsPublished => Programme.Stage > Stage.Deliberation && Snapshots.Count > 0;

    public async Task<IActionResult> OnGetAsync() => Number is null
        ? Page()
        : await downloads.FileAsync(Found(await db.Snapshots.AsNoTracking().FirstOrDefaultAsync(one => one.ProgrammeId == Programme.Id && one.Number == Number)), Year);

    public Table Files(Line snapshot) => Table.Of(snapshot.Files)
        .Text(T["File"], file => file.Subject.Split(" – ")[0])
        .Text(T["Made by"], file => file.UserName)
        .Code(T["On"], file => Shown.Moment(file.At))
        .Table();

    protected override async Task LoadAsync()
    {
        Programme = Found(await db.ResultsOpenTo(User).AsNoTracking().OfYearAsync(Year));
        var stored = await db.Snapshots.Where(one => one.ProgrammeId == Programme.Id).OrderByDescending(one => one.Number)
            .Select(one => new { one.Number, one.Sha256, one.Replaces, one.Reason, one.ProposedBy, one.ProposedAt, one.ConfirmedBy, one.ConfirmedAt, Size = one.Content.Length }).ToListAsync();
        var files = await db.AuditEntries.Where(entry => entry.Act == AuditAct.Exported && entry.Year == Year && entry.Subject.Contains("SHA-256"))
            .OrderByDescending(entry => entry.At).Select(entry => new FileMade(entry.Subject, entry.UserName, entry.At)).Take(500).ToListAsync();
        Snapshots = [.. stored.Select(one => new Line(
            one.Number, one.Sha256, stored.Find(other => other.Sha256 == one.Replaces)?.Number, one.Reason, one.ProposedBy, one.ProposedAt, one.ConfirmedBy, one.ConfirmedAt, one.Size,
            [.. files.Where(file => file.Subject.Contains(one.Sha256, StringComparison.Ordinal)).Take(MostFiles)]))];
        IsPutForward = await db.SnapshotProposals.AnyAsync(one => one.ProgrammeId == Programme.Id);
    }

    /// <summary>A snapshot.</summary>
    public sealed record Line(
        int Number, string Sha256, int? Replaces, string? Reason, string ProposedBy, DateTime ProposedAt, string ConfirmedBy, DateTime ConfirmedAt, int Size, IReadOnlyList<FileMade> Files);

    /// <summary>A file that was made from a snapshot.</summary>
    public sealed record FileMade(string Subject, string UserName, DateTime At);
}
