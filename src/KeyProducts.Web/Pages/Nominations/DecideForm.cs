using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Screening;

namespace KeyProducts.Web.Pages.Nominations;

/// <summary>The form of a decision about a nomination.</summary>
public sealed class DecideForm
{
    /// <summary>The version of the nomination that its writer saw.</summary>
    public Guid Version { get; set; }

    /// <summary>The status that its writer saw.</summary>
    public NominationStatus From { get; set; }

    public Decision? Act { get; set; }

    [StringLength(4000)]
    public string? Reason { get; set; }

    public DateOnly? DueOn { get; set; }

    public DateOnly? ReceivedOn { get; set; }

    /// <summary>Decides.</summary>
    /// <exception cref="RuleException">A rule refuses, or nothing was chosen.</exception>
    public void Apply(ScreenedDossier dossier, Programme programme, Person by, DateTime now)
    {
        var nomination = dossier.Nomination;
        switch (Act ?? throw new RuleException("Choose what is decided.") { Field = "Act" })
        {
            case Decision.Accept:
                nomination.Accept(programme, dossier.Warnings, by, Reason);
                break;
            case Decision.Return:
                nomination.Return(programme, Reason, DueOn, by, now);
                break;
            case Decision.Receive:
                nomination.ReceiveSupplement(programme, ReceivedOn ?? throw new RuleException("Give the day on which it arrived.") { Field = "ReceivedOn" }, Reason, now);
                break;
            case Decision.Reject:
                nomination.Reject(programme, Reason);
                break;
            case Decision.Withdraw:
                nomination.Withdraw(programme, Reason);
                break;
            default:
                nomination.Undo(programme, Reason);
                break;
        }
    }

    /// <summary>What can be decided now, the likeliest first.</summary>
    public static IReadOnlyList<Decision> ActsFor(NominationStatus status, Stage stage) => (status, stage >= Stage.Deliberation) switch
    {
        (NominationStatus.Withdrawn, true) => [],
        (_, true) => [Decision.Withdraw],
        (NominationStatus.Registered, _) => [Decision.Accept, Decision.Return, Decision.Reject, Decision.Withdraw],
        (NominationStatus.Returned, _) => [Decision.Receive, Decision.Reject, Decision.Withdraw, Decision.Undo],
        (NominationStatus.Accepted, _) => [Decision.Withdraw, Decision.Undo],
        _ => [Decision.Undo],
    };
}
