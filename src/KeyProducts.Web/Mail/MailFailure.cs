using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;

namespace KeyProducts.Web.Mail;

/// <summary>Why a mail did not leave.</summary>
/// <param name="Sentence">The English sentence, the key of its translation.</param>
/// <param name="Detail">What the server or the system said itself; empty for nothing.</param>
/// <param name="IsFinal">Whether another attempt would fail as surely.</param>
public sealed record MailFailure(string Sentence, string Detail, bool IsFinal = false)
{
    // .NET puts the server's own words behind these.
    private const string ServerSaid = "The server response was: ";

    /// <summary>As a mail keeps it: the sentence, and the server's words behind it.</summary>
    public string Text => Detail.Length == 0 ? Sentence : $"{Sentence} {Detail}";

    /// <summary>The server has not answered in time.</summary>
    public static readonly MailFailure TimedOut = new("The mail server did not answer in time.", "");

    /// <summary>What an error means; null for one that is not about sending.</summary>
    public static MailFailure? Of(Exception error) => error switch
    {
        // Several recipients would be needed for the plural one; a mail has one.
        SmtpFailedRecipientException refused => new("The mail server refuses the address.", Said(refused), (int)refused.StatusCode >= 500),
        SmtpException { StatusCode: SmtpStatusCode.MustIssueStartTlsFirst or SmtpStatusCode.ClientNotPermitted or (SmtpStatusCode)534 or (SmtpStatusCode)535 } refused =>
            new("The mail server refuses our user or password.", Said(refused)),
        SmtpException { InnerException: AuthenticationException or { InnerException: AuthenticationException } } unsafeServer =>
            new("There is no safe connection to the mail server.", Innermost(unsafeServer)),
        SmtpException { InnerException: SocketException or IOException or { InnerException: SocketException } } away => new("The mail server cannot be reached.", Innermost(away)),
        SmtpException other => new("The mail server refuses the mail.", Said(other)),
        FormatException => new("This is no e-mail address.", "", IsFinal: true),
        IOException or UnauthorizedAccessException => new("The mail could not be written as a file.", Innermost(error)),
        _ => null,
    };

    private static string Said(SmtpException refused)
    {
        var place = refused.Message.IndexOf(ServerSaid, StringComparison.Ordinal);
        return OneLine($"{(int)refused.StatusCode} {(place < 0 ? refused.Message : refused.Message[(place + ServerSaid.Length)..])}");
    }

    private static string Innermost(Exception error) => error.InnerException is { } inner ? Innermost(inner) : OneLine(error.Message);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
