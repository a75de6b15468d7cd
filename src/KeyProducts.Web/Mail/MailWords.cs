using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Mail;

/// <summary>Mails in the reader's language.</summary>
public static class MailWords
{
    // Every sentence that a failure can begin with; what the server said stands behind it, in its own language.
    private static readonly string[] Failures =
    [
        "The mail server did not answer in time.", "The mail server refuses the address.", "The mail server refuses our user or password.",
        "There is no safe connection to the mail server.", "The mail server cannot be reached.", "The mail server refuses the mail.",
        "This is no e-mail address.", "The mail could not be written as a file.",
    ];

    /// <summary>The key of a state.</summary>
    public static string Of(MailState state) => state switch
    {
        MailState.Sent => "Sent",
        MailState.GivenUp => "Given up",
        MailState.Failing => "Failed, will be tried again",
        _ => "Waiting to be sent",
    };

    /// <summary>What went wrong, the server's own words left as they are.</summary>
    public static string Error(IStringLocalizer<Words> T, string error) =>
        Failures.FirstOrDefault(sentence => error.StartsWith(sentence, StringComparison.Ordinal)) is { } known
            ? T[known] + error[known.Length..]
            : error;
}
