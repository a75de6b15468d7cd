namespace KeyProducts.Domain;

/// <summary>What a dossier says of its product.</summary>
/// <param name="Product">The product's name.</param>
/// <param name="Description">What it is; may be empty.</param>
/// <param name="IndustryId">One of the year's industries.</param>
/// <param name="TrackId">One of the year's eligibility tracks.</param>
/// <param name="RenewsYear">The year of an earlier recognition that it renews; null for the first time.</param>
public sealed record NominationContent(BilingualName Product, string? Description, Guid IndustryId, Guid TrackId, int? RenewsYear);

/// <summary>Where a nomination stands.</summary>
public enum NominationStatus
{
    /// <summary>Entered in the register; being checked.</summary>
    Registered,

    /// <summary>Sent back; the business owes a supplement.</summary>
    Returned,

    /// <summary>Its product may be scored.</summary>
    Accepted,

    /// <summary>It does not meet the conditions.</summary>
    Rejected,

    /// <summary>The business has taken it back.</summary>
    Withdrawn,
}
