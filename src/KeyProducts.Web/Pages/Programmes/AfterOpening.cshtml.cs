using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text.Json;
using KeyProducts.Domain;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>Changes frozen rules: an administrator types what is to hold, sees what it would do, and carries it out with a reason.</summary>
public sealed class AfterOpeningModel(AppDbContext db, ChangePreviews previews) : AppPage
{
    private const string NotPreviewed = "This is not what the preview showed, so nothing is changed. Below is the preview of it as it is now.";

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(Name = "Input")]
    public RulesForm Input { get; set; } = new();

    [BindProperty]
    public Guid Version { get; set; }

    /// <summary>Names exactly the settings that a preview has shown.</summary>
    [BindProperty]
    public string? Fingerprint { get; set; }

    [BindProperty, StringLength(2000)]
    public string? Reason { get; set; }

    public Programme Programme { get; private set; } = null!;

    /// <summary>What would come of it; null while there is only the form.</summary>
    public ChangePreview? Preview { get; private set; }

    public string Home => $"/programmes/{Year}/settings/after-opening";

    protected override async Task LoadAsync()
    {
        await FindAsync();
        if (!Programme.CanChangeRulesAfterOpening && !HasInput)
        {
            throw new NotFoundException();
        }

        Version = VersionFor(Version, Programme);
        if (Fingerprint is not null)
        {
            // Who was refused at the last step stays there, unless the settings themselves are what is wrong.
            try
            {
                await LookAsync();
            }
            catch (RuleException)
            {
                Preview = null;
            }
        }
    }

    public async Task<IActionResult> OnPostPreviewAsync()
    {
        await LoadAsync();
        await LookAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostRowsAsync()
    {
        await LoadAsync();
        foreach (var criterion in Programme.Criteria.Where(criterion => criterion.IsComputed))
        {
            BandForm.MakeRoom(Input.Criteria[criterion.Id].Bands, more: true);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await FindAsync();
        db.Expect(Programme, Version);
        var change = Input.ToChange(Programme);
        if (FingerprintOf(change) != Fingerprint)
        {
            Fingerprint = "";
            throw new RuleException(NotPreviewed);
        }

        Programme.ChangeRulesAfterOpening(change, Reason);
        Because(Reason);
        // Minima and bands are stored beside the year: whoever has it open on this page is told of them too.
        db.Renew(Programme);
        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/settings", "The rules are changed. What, by whom and why stands in the history.");
    }

    private async Task FindAsync()
    {
        Programme = Found(await db.Programmes.WithCriteria().OfYearAsync(Year));
        Input.FillUp(RulesForm.Of(Programme), HasInput ? [.. Request.Form.Keys] : []);
        foreach (var criterion in Programme.Criteria.Where(criterion => criterion.IsComputed))
        {
            BandForm.MakeRoom(Input.Criteria[criterion.Id].Bands);
        }
    }

    private async Task LookAsync()
    {
        var change = Input.ToChange(Programme);
        Preview = await previews.LoadAsync(Programme, change, User);
        Fingerprint = FingerprintOf(change);
    }

    private static string FingerprintOf(RulesAfterOpening change) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(change)));
}
