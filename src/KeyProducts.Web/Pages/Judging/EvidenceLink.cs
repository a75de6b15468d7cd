using KeyProducts.Domain;

namespace KeyProducts.Web.Pages.Judging;

/// <summary>A file of evidence that a judge may open.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Section">The section it belongs to; null when to a criterion.</param>
/// <param name="CriterionId">The criterion it belongs to; null when to a section.</param>
public sealed record EvidenceLink(Guid Id, string Name, long Size, DossierSection? Section, Guid? CriterionId);
