using KeyProducts.Documents.Files;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Pages.Paper;

/// <summary>What the pages of paper sheets say and take in alike.</summary>
public static class PaperInput
{
    /// <summary>Tells all refusals at their fields; the domain itself stops at the first.</summary>
    public static void Point(ModelStateDictionary state, IStringLocalizer<Words> T, IEnumerable<RuleException> refusals)
    {
        foreach (var refusal in refusals)
        {
            var key = $"Input.{refusal.Field}";
            if (state.GetValueOrDefault(key) is not { Errors.Count: > 0 })
            {
                state.AddModelError(key, T[refusal.Message, [.. refusal.Arguments.Select(Shown.Argument)]]);
            }
        }
    }

    /// <summary>Takes the scan of a paper in; null where none was sent and none is needed.</summary>
    /// <exception cref="RuleException">None was sent, or the file is refused.</exception>
    public static async Task<ArrivedFile?> TakeScanAsync(this EvidenceFiles files, IFormFile? scan, bool isNeeded, int mostMegabytes, CancellationToken cancelled)
    {
        if (scan is null)
        {
            return !isNeeded ? null : throw new RuleException("Choose the scan of the paper.") { Field = "Scan" };
        }

        try
        {
            await using var content = scan.OpenReadStream();
            return await files.AddScanAsync(content, scan.FileName, mostMegabytes, cancelled);
        }
        catch (FileRefusedException refusal)
        {
            throw new RuleException(refusal.Message, [.. refusal.Arguments]) { Field = "Scan" };
        }
    }
}
