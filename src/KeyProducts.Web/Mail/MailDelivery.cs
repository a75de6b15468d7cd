using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using KeyProducts.Web.Storage;

namespace KeyProducts.Web.Mail;

/// <summary>Hands one mail over: to the server, or into the folder.</summary>
public sealed class MailDelivery(MailSettings settings)
{
    /// <summary>How long a server may take for one mail.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Hands a mail over; null when it is taken.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="replyTo">Where answers go; null for the sender's address.</param>
    /// <param name="stop">The program is ending; the mail is then tried again after the next start.</param>
    public async Task<MailFailure?> HandOverAsync(OutgoingMail mail, string? replyTo, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            using var message = Write(mail, replyTo);
            if (settings.Folder is { } folder)
            {
                Put(message, mail, folder);
                return null;
            }

            using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.UseTls };
            if (settings.User.Length > 0)
            {
                client.Credentials = new NetworkCredential(settings.User, settings.Password);
            }

            await client.SendMailAsync(message, patience.Token);
            return null;
        }
        catch (Exception error) when (!stop.IsCancellationRequested && patience.IsCancellationRequested && error is OperationCanceledException or SmtpException { InnerException: OperationCanceledException })
        {
            return MailFailure.TimedOut;
        }
        catch (Exception error) when (!stop.IsCancellationRequested && MailFailure.Of(error) is not null)
        {
            return MailFailure.Of(error);
        }
    }

    private MailMessage Write(OutgoingMail mail, string? replyTo)
    {
        var message = new MailMessage
        {
            From = settings.From,
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            Body = mail.Body.ReplaceLineEndings("\r\n"),
            BodyEncoding = Encoding.UTF8,
            // Lines of any length and letters of any kind pass every server unchanged.
            BodyTransferEncoding = TransferEncoding.Base64,
        };
        message.To.Add(new MailAddress(mail.To, mail.ToName, Encoding.UTF8));
        if (MailAddress.TryCreate(replyTo, out var answers))
        {
            message.ReplyToList.Add(answers);
        }

        foreach (var file in mail.Attachments)
        {
            message.Attachments.Add(Part(file));
        }

        // Should a mail ever leave twice, mail programs show it once.
        message.Headers.Add("Message-ID", $"<{mail.Id:N}@{settings.From.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    // .NET would write a name with Vietnamese letters as words of a header, which no parameter may hold (RFC 2047, 5). The parameter with a star is the one of RFC 2231, and the plain one is
    // for mail programs that do not know it.
    private static Attachment Part(MailAttachment file)
    {
        var plain = SearchText.Words(Path.GetFileNameWithoutExtension(file.FileName)).Replace(' ', '-') + Path.GetExtension(file.FileName);
        var part = new Attachment(new MemoryStream(file.Content), new ContentType(file.ContentType) { Name = plain }) { TransferEncoding = TransferEncoding.Base64 };
        part.ContentDisposition!.DispositionType = DispositionTypeNames.Attachment;
        part.ContentDisposition.FileName = plain;
        part.ContentDisposition.Parameters["filename*"] = "UTF-8''" + Uri.EscapeDataString(file.FileName);
        return part;
    }

    // Written aside and moved into its place, under a name of its own: never half, never twice.
    private static void Put(MailMessage message, OutgoingMail mail, string folder)
    {
        var aside = Directory.CreateDirectory(Path.Combine(folder, $".{mail.Id:N}"));
        try
        {
            using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = aside.FullName };
            client.Send(message);
            var name = string.Create(CultureInfo.InvariantCulture, $"{mail.QueuedAt:yyyyMMdd-HHmmss}-{mail.Id:N}.eml");
            aside.GetFiles("*.eml").Single().MoveTo(Path.Combine(folder, name), overwrite: true);
        }
        finally
        {
            aside.Delete(recursive: true);
        }
    }
}
