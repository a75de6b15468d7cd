using KeyProducts.Domain;
using KeyProducts.Web.Mail;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Ranking;

/// <summary>A judge who can be reminded, or the reason why not.</summary>
/// <param name="ProgrammeId">The key of the year.</param>
/// <param name="JudgeId">The key of the judge.</param>
/// <param name="Name">The judge's name.</param>
/// <param name="Role">The part in the council.</param>
/// <param name="Email">Where mails go; null when the account has none.</param>
/// <param name="IsActive">Whether the judge can sign in.</param>
/// <param name="Duties">What is left.</param>
/// <param name="Last">The last mail to the judge about this year.</param>
public sealed record ReminderRecipient(Guid ProgrammeId, Guid JudgeId, string Name, CouncilRole Role, string? Email, bool IsActive, JudgeDuties Duties, LastReminder? Last)
{
    /// <summary>Whether a mail reaches somebody who can do what it asks for.</summary>
    public bool CanBeReminded => IsActive && !string.IsNullOrWhiteSpace(Email);

    /// <summary>Whether the judge is one of those that a choice names.</summary>
    public bool Fits(string who) => who switch
    {
        "all" => true,
        "undeclared" => Duties.Undeclared > 0,
        "idle" => Duties is { Due: > 0, Submitted: 0 },
        "owing" => Duties.IsOwing,
        _ => false,
    };

    /// <summary>The judges of a year who are on its council, in its order.</summary>
    public static async Task<IReadOnlyList<ReminderRecipient>> LoadAsync(AppDbContext db, Programme programme)
    {
        var progress = await ScoringProgress.LoadAsync(db, programme);
        var accounts = await (
            from judge in db.Judges
            where judge.ProgrammeId == programme.Id
            join user in db.Users on judge.UserId equals user.Id
            select new { judge.Id, user.Email, user.IsActive }).ToDictionaryAsync(one => one.Id);
        var last = await LastReminder.OfAsync(db, programme.Id);
        return [.. progress.Judges.Where(judge => !judge.HasLeft).Select(judge => new ReminderRecipient(
            programme.Id, judge.Id, judge.Name, judge.Role, accounts[judge.Id].Email, accounts[judge.Id].IsActive, progress.DutiesOf(judge.Id),
            last.GetValueOrDefault(judge.Id)))];
    }
}

/// <summary>The last mail to a judge about a year.</summary>
public sealed record LastReminder(Guid Id, DateTime QueuedAt, MailState State, string? Error)
{
    /// <summary>By the key of the judge.</summary>
    public static async Task<IReadOnlyDictionary<Guid, LastReminder>> OfAsync(AppDbContext db, Guid programmeId)
    {
        var mails = await db.Mails.AsNoTracking().Where(mail => mail.ProgrammeId == programmeId && mail.JudgeId != null)
            .Select(mail => new { JudgeId = mail.JudgeId!.Value, mail.Id, mail.QueuedAt, mail.SentAt, mail.NextAttemptAt, mail.LastError }).ToListAsync();
        return mails.GroupBy(mail => mail.JudgeId, (judge, ofJudge) => (judge, Mail: ofJudge.MaxBy(mail => (mail.QueuedAt, mail.Id))!))
            .ToDictionary(one => one.judge, one => new LastReminder(one.Mail.Id, one.Mail.QueuedAt, OutgoingMail.StateOf(one.Mail.SentAt, one.Mail.NextAttemptAt, one.Mail.LastError), one.Mail.LastError));
    }
}
