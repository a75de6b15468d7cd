using System.ComponentModel.DataAnnotations;
using KeyProducts.Web.Access;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Backups;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Backups;

/// <summary>What one backup holds, and its download: whoever has the file has everything, the scores and all accounts included.</summary>
public sealed class ShowModel(BackupFolder folder, OwnPassword password, AuditLog log) : AppPage
{
    [FromRoute]
    public string Name { get; set; } = "";

    [BindProperty]
    public Form Input { get; set; } = new();

    public BackupFile Backup { get; private set; } = null!;

    protected override Task LoadAsync()
    {
        Backup = Find();
        return Task.CompletedTask;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var backup = Find();
        await password.RequireAsync(User, Input.Password);
        var file = new FileStream(backup.Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 17, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await log.RecordAsync(AuditAct.Exported, BackupDesk.Kind, backup.Name);
        return new FileStreamResult(file, "application/zip") { FileDownloadName = backup.Name };
    }

    // By the list alone: no name that somebody sends becomes a path.
    private BackupFile Find() => Found(folder.List().FirstOrDefault(file => file.Name == Name));

    public sealed class Form
    {
        [Required, StringLength(128), DataType(DataType.Password)]
        public string Password { get; set; } = "";
    }
}
