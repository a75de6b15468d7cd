using KeyProducts.Web.Reports.Public;

namespace KeyProducts.Web.Pages.Public;

/// <summary>Recognised products as the public reads them, one below the other.</summary>
/// <param name="Entries">The products, in the order in which they are shown.</param>
/// <param name="HasYear">Whether each tells its year.</param>
/// <param name="HasBusiness">Whether each tells its business.</param>
/// <param name="HasIndustry">Whether each tells its industry.</param>
public sealed record EntryList(IEnumerable<RecognisedEntry> Entries, bool HasYear = false, bool HasBusiness = true, bool HasIndustry = false);
