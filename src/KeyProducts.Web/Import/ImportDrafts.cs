using System.Text.Json;
using KeyProducts.Documents.Files;
using KeyProducts.Web.Storage;

namespace KeyProducts.Web.Import;

/// <summary>A file that somebody has sent and not yet imported.</summary>
/// <param name="Id">Its key.</param>
/// <param name="UserId">Who sent it, and alone may see it.</param>
/// <param name="Year">The year it is for.</param>
/// <param name="FileName">The name it had.</param>
/// <param name="SentAt">When, UTC.</param>
/// <param name="Corrections">What is read in place of cells, by their name.</param>
/// <param name="LeftOut">The rows that are not to be imported.</param>
public sealed record ImportDraft(
    Guid Id, Guid UserId, int Year, string FileName, DateTime SentAt, IReadOnlyDictionary<string, string> Corrections, IReadOnlyList<int> LeftOut);

/// <summary>Files on their way into a year, kept in the data folder until they are imported or two days old.</summary>
public sealed class ImportDrafts(DataFolder folder, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    /// <summary>Keeps a file, and forgets old ones.</summary>
    public async Task<ImportDraft> AddAsync(Guid userId, int year, string fileName, byte[] content)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        ForgetBefore(now - Kept);
        var draft = new ImportDraft(Guid.CreateVersion7(), userId, year, FileName.Of(fileName), now, new Dictionary<string, string>(), []);
        try
        {
            await WriteAsync(ContentOf(draft.Id), content, now);
            await SaveAsync(draft);
            return draft;
        }
        catch (IOException)
        {
            Remove(draft);
            throw;
        }
    }

    /// <summary>A draft of somebody's for a year; null when there is none.</summary>
    public async Task<ImportDraft?> FindAsync(Guid id, Guid userId, int year)
    {
        try
        {
            var draft = JsonSerializer.Deserialize<ImportDraft>(await File.ReadAllBytesAsync(NotesOf(id)));
            return draft?.UserId == userId && draft.Year == year && File.Exists(ContentOf(id)) ? draft : null;
        }
        catch (Exception missing) when (missing is FileNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The file.</summary>
    public Stream Open(ImportDraft draft) => File.OpenRead(ContentOf(draft.Id));

    /// <summary>Keeps corrections.</summary>
    public async Task SaveAsync(ImportDraft draft)
    {
        var fresh = NotesOf(draft.Id) + ".new";
        await WriteAsync(fresh, JsonSerializer.SerializeToUtf8Bytes(draft), draft.SentAt);
        File.Move(fresh, NotesOf(draft.Id), overwrite: true); // A half-written draft is never read.
    }

    /// <summary>Forgets a draft that was imported.</summary>
    public void Remove(ImportDraft draft)
    {
        File.Delete(NotesOf(draft.Id));
        File.Delete(ContentOf(draft.Id));
    }

    // On a full disk the piece that was written would take the last room for days.
    private static async Task WriteAsync(string path, byte[] content, DateTime sentAt)
    {
        try
        {
            await File.WriteAllBytesAsync(path, content);
            File.SetLastWriteTimeUtc(path, sentAt);
        }
        catch (IOException)
        {
            File.Delete(path);
            throw;
        }
    }

    private void ForgetBefore(DateTime moment)
    {
        foreach (var file in folder.Imports.EnumerateFiles().Where(file => file.LastWriteTimeUtc < moment))
        {
            file.Delete();
        }
    }

    private string ContentOf(Guid id) => Path.Combine(folder.Imports.FullName, $"{id:N}.file");

    private string NotesOf(Guid id) => Path.Combine(folder.Imports.FullName, $"{id:N}.json");
}
