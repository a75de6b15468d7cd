using KeyProducts.Domain;

namespace KeyProducts.Web.Pages;

/// <summary>A business that the search has found.</summary>
/// <param name="Number">Its number in addresses.</param>
/// <param name="Name">Its name.</param>
/// <param name="TaxCode">Its tax code.</param>
public sealed record FoundBusiness(int Number, BilingualName Name, string? TaxCode);

/// <summary>A nomination that the search has found.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Year">Its year.</param>
/// <param name="Number">Its registration number.</param>
/// <param name="Product">Its product.</param>
/// <param name="Business">Its business.</param>
/// <param name="TaxCode">The tax code of its business; null for readers who may not see it.</param>
/// <param name="Status">Where it stands.</param>
public sealed record FoundNomination(Guid Id, int Year, int Number, BilingualName Product, BilingualName Business, string? TaxCode, NominationStatus Status);

/// <summary>What was found in a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Total">All that was found in it.</param>
/// <param name="Nominations">Those that are shown, the best first.</param>
public sealed record FoundYear(int Year, int Total, IReadOnlyList<FoundNomination> Nominations);
