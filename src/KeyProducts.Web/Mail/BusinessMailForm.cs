using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;

namespace KeyProducts.Web.Mail;

/// <summary>To which of the businesses' products to write, and with which words.</summary>
public class BusinessMailForm
{
    /// <summary>The keys of what is written about: nominations, or recognitions.</summary>
    public List<Guid> To { get; set; } = [];

    [Required, StringLength(150)]
    public string? Subject { get; set; }

    [Required, StringLength(4000)]
    public string? Text { get; set; }

    /// <summary>What the officer has seen, in short; null before the preview.</summary>
    [StringLength(64)]
    public string? Seen { get; set; }

    /// <summary>Whether it has been seen, and can be again: what is empty makes no mail.</summary>
    internal bool CanBeShown => Seen is not null && !string.IsNullOrWhiteSpace(Subject) && !string.IsNullOrWhiteSpace(Text);

    /// <summary>Mails in short, with their files and what was sent before: the same mails are not sent twice by one preview.</summary>
    /// <param name="mails">The mails.</param>
    /// <param name="before">The keys of the last mails about the same.</param>
    public static string DigestOf(IEnumerable<OutgoingMail> mails, IEnumerable<Guid?> before)
    {
        var seen = mails.Select(mail => string.Join('\0', [mail.NominationId, mail.CertificateId, mail.To, mail.ToName, mail.Subject, mail.Body, mail.SnapshotSha256, .. mail.Attachments.Select(one => one.Sha256)]));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [.. seen, .. before.Select(key => $"{key}")]))));
    }

    /// <summary>The key of a mail: the same for a button that is pressed twice, so that the second is refused.</summary>
    /// <param name="about">The key of what it is about.</param>
    public Guid KeyFor(Guid about) => Seen is null ? Guid.CreateVersion7() : new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{Seen} {about}")).AsSpan(0, 16));
}
