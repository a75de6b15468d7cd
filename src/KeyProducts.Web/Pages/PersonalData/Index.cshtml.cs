using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Storage.Personal;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.PersonalData;

/// <summary>What is held about a person, wherever it is, and the same as one file to hand over.</summary>
public sealed class IndexModel(AppDbContext db, Downloads downloads, AuditLog log, TimeProvider clock) : AppPage
{
    [BindProperty]
    public PersonForm Input { get; set; } = new();

    public bool IsAsked => HasInput && Input.Query().IsAsked;

    public PersonalFindings Findings { get; private set; } = PersonalFindings.None;

    public IReadOnlyList<PersonalItem> Items => Findings.Items;

    public IReadOnlyList<HistoryMention> History => Findings.History;

    public PrivacySettings Privacy { get; private set; } = null!;

    protected override async Task LoadAsync()
    {
        Privacy = await db.PrivacyAsync();
        if (HasInput)
        {
            Findings = await db.PersonalDataAsync(User, Input.Query());
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Require();
        await LoadAsync();
        Input.Items = [.. Items.Select(item => item.Id)];
        return Page();
    }

    /// <summary>The file. It is a download, noted in the history without the name.</summary>
    public async Task<IActionResult> OnPostFileAsync(string form)
    {
        Require();
        await LoadAsync();
        var chosen = Items.Where(item => Input.Items.Contains(item.Id)).ToList();
        if (chosen.Count + History.Count == 0)
        {
            throw new RuleException("Tick at least one record.") { Field = "Items" };
        }

        var file = new PersonFile(Findings with { Items = chosen }, Privacy, clock.GetUtcNow().UtcDateTime, T);
        if (form is "pdf" or "excel")
        {
            return await downloads.FileAsync(file.Report(), form, null);
        }

        var name = $"{PersonFile.Name}.json";
        await log.RecordAsync(AuditAct.Exported, nameof(Documents.Report), name);
        return File(file.Json(), "application/json", name);
    }

    private void Require()
    {
        if (!Input.Query().IsAsked)
        {
            throw new RuleException("Give a name, an e-mail address, or at least six digits of a telephone number.") { Field = "Name" };
        }
    }
}
