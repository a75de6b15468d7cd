using KeyProducts.Domain;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages;

/// <summary>A file of evidence as a dossier shows it.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Section">The section it belongs to; null when to a criterion.</param>
/// <param name="CriterionId">The criterion it belongs to; null when to a section.</param>
public sealed record EvidenceLink(Guid Id, string Name, long Size, DossierSection? Section, Guid? CriterionId)
{
    /// <summary>What is current of a nomination's evidence, in the order it came.</summary>
    /// <param name="open">The evidence that is open to the reader.</param>
    /// <param name="nominationId">The nomination.</param>
    public static async Task<IReadOnlyList<EvidenceLink>> LoadAsync(IQueryable<Evidence> open, Guid nominationId) => await open.AsNoTracking()
        .Where(one => one.NominationId == nominationId && one.ReplacedById == null && one.SetAsideReason == null)
        .OrderBy(one => one.AddedAt).ThenBy(one => one.Id)
        .Select(one => new EvidenceLink(one.Id, one.Name, one.Size, one.Section, one.CriterionId)).ToListAsync();
}
