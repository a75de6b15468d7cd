using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using KeyProducts.Domain;
using KeyProducts.Web.Mail;
using KeyProducts.Web.Reports.Papers;

namespace KeyProducts.Web.Pages.Ranking;

/// <summary>Whom to remind, and with which words.</summary>
public sealed class RemindersForm
{
    /// <summary>The keys of the judges.</summary>
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

    /// <summary>Mails in short, with what was sent before: the same mails are not sent twice by one preview.</summary>
    public static string DigestOf(IReadOnlyCollection<OutgoingMail> mails, IReadOnlyCollection<ReminderRecipient> recipients)
    {
        var last = recipients.ToDictionary(one => one.JudgeId, one => one.Last?.Id);
        var seen = mails.Select(mail => string.Join('\0', mail.JudgeId, mail.To, mail.ToName, mail.Subject, mail.Body, last[mail.JudgeId!.Value]));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', seen))));
    }

    /// <summary>The key of a judge's mail: the same for a button that is pressed twice, so that the second is refused.</summary>
    public Guid KeyFor(Guid judgeId) => Seen is null ? Guid.CreateVersion7() : new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{Seen} {judgeId}")).AsSpan(0, 16));

    /// <summary>Refuses a place that nothing is known to fill.</summary>
    /// <exception cref="RuleException">There is one.</exception>
    public void RequireKnownPlaces()
    {
        foreach (var (field, text) in new[] { (nameof(Subject), Subject), (nameof(Text), Text) })
        {
            if (ReminderLetter.Unknown(text ?? "") is { } unknown)
            {
                throw new RuleException("Nothing is known to fill {0}. There are: {1}.", unknown, string.Join(", ", ReminderLetter.Places)) { Field = field };
            }
        }
    }
}
