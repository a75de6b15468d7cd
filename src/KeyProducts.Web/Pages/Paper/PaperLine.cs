using KeyProducts.Domain;

namespace KeyProducts.Web.Pages.Paper;

/// <summary>A paper sheet on the list of a year: who and when, never a mark.</summary>
public sealed record PaperLine(
    Guid Id, int Number, BilingualName Product, string Judge, DateOnly SignedOn, DateTime? ConfirmedAt, DateTime? SetAsideAt, DateTime? ReturnedAt, string EnteredBy, DateTime EnteredAt, string? ConfirmedBy)
{
    /// <summary>Where it stands.</summary>
    public PaperState State => SetAsideAt is not null ? PaperState.SetAside
        : ConfirmedAt is not null ? PaperState.Confirmed
        : ReturnedAt is not null ? PaperState.SentBack
        : PaperState.Entered;
}
