namespace KeyProducts.Web.Mail;

/// <summary>How the state of a mail stands out.</summary>
public static class MailLook
{
    /// <summary>The class of its badge.</summary>
    public static string ClassOf(MailState state) => state switch
    {
        MailState.Sent => "good",
        MailState.GivenUp => "bad",
        _ => "wait",
    };
}
