using System.ComponentModel.DataAnnotations;
using KeyProducts.Documents.Files;
using KeyProducts.Domain;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KeyProducts.Web.Pages.Nominations;

/// <summary>What somebody types to send files.</summary>
public sealed class UploadForm
{
    [Required(ErrorMessage = "Choose the section or criterion that the files belong to.")]
    public string? Place { get; set; }

    [StringLength(2000)]
    public string? Reason { get; set; }

    public IReadOnlyList<IFormFile> Files { get; set; } = [];
}

/// <summary>The form to send files, as the list and the page of its own show it.</summary>
/// <param name="Address">Where it posts.</param>
/// <param name="Places">The sections and criteria to choose from.</param>
/// <param name="Rules">The year's limits.</param>
/// <param name="NeedsReason">Whether a reason is needed, since judging has opened.</param>
/// <param name="Input">What was typed.</param>
public sealed record UploadView(string Address, IReadOnlyList<SelectListItem> Places, ScreeningRules Rules, bool NeedsReason, UploadForm Input)
{
    /// <summary>The endings that a browser offers to choose from.</summary>
    public static string Endings => string.Join(',', FileKind.All.SelectMany(kind => kind.Endings).Select(ending => "." + ending));
}
