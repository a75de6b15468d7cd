using KeyProducts.Domain;

namespace KeyProducts.Web.Text;

/// <summary>How the status of a nomination stands out.</summary>
public static class StatusLook
{
    /// <summary>The class of its badge.</summary>
    public static string ClassOf(NominationStatus status) => status switch
    {
        NominationStatus.Accepted => "good",
        NominationStatus.Registered or NominationStatus.Returned => "wait",
        _ => "bad",
    };
}
