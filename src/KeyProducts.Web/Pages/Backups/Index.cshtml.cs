using KeyProducts.Documents;
using KeyProducts.Web.Backups;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Backups;

/// <summary>How backups stand, all that there are, and a button that makes one.</summary>
public sealed class IndexModel(BackupDesk desk, BackupFolder folder, BackupSettings settings) : AppPage
{
    [FromQuery(Name = "p")]
    public int PageNumber { get; set; } = 1;

    public BackupSettings Settings => settings;

    /// <summary>Whether the database is backed up here, and not with the tools of its server.</summary>
    public bool IsHere => desk.IsHere;

    public BackupState State { get; private set; } = null!;

    /// <summary>How much room is left where they lie; null when nobody knows.</summary>
    public long? Room { get; private set; }

    public Table Table { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    protected override Task LoadAsync()
    {
        State = desk.State();
        var isThere = Directory.Exists(settings.Folder);
        Room = BackupFolder.RoomIn(isThere ? settings.Folder : Path.GetDirectoryName(settings.Folder)!);
        var files = isThere ? ListOrNone() : [];
        Paging = new Paging(Math.Max(1, PageNumber), files.Count, "/backups", "");
        Table = Table.Of(files.Skip(Paging.Skip(Paging.Page)).Take(Paging.Size))
            .Text(T["Made at"], file => file.Manifest is { } manifest ? Shown.Moment(manifest.MadeAt) : file.Name, 18, file => $"/backups/{file.Name}")
            .Text(T["Kind"], file => file.Manifest is { } manifest ? T[BackupWords.Kinds[manifest.Kind]] : "–", 14)
            .Text(T["By"], file => file.Manifest?.By ?? "–", 18)
            .Text(T["State"], file => file.Manifest is null ? T["cannot be read"] : file.IsComplete ? T["verified"] : T["verified; files of evidence missing: {0}", file.Manifest.Missing.Count], 20)
            .Text(T["What it holds"], file => file.Manifest is { } manifest ? T["{0} rows, {1} files of evidence", Shown.Whole(manifest.Tables.Values.Sum()), Shown.Whole(manifest.Evidence.Count())] : "–", 28)
            .Text(T["Size"], file => FileSize.Of(file.Size), 10)
            .Table(whenEmpty: T["No backup lies there yet."]);
        return Task.CompletedTask;
    }

    public IActionResult OnPost()
    {
        desk.Begin(Me);
        return Go("/backups", "A backup is being made. It goes on in the background; open this page again to see when it is done.");
    }

    // A folder that cannot be read is told by the state.
    private IReadOnlyList<BackupFile> ListOrNone()
    {
        try
        {
            return folder.List();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
