using System.Globalization;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Mail;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Pages.History;

/// <summary>An entry of the history as a sentence: who, what they did, and what changed.</summary>
/// <param name="Who">The person's name at that time.</param>
/// <param name="Did">What they did to what, without a full stop.</param>
/// <param name="Changes">What changed, each a phrase of its own.</param>
/// <param name="IsShort">Whether the changes fit into the sentence.</param>
public sealed record AuditSentence(string Who, string Did, IReadOnlyList<string> Changes, bool IsShort)
{
    private const int Short = 220;

    /// <summary>What is told of how people sign in.</summary>
    public static readonly IReadOnlyList<AuditAct> SignInActs =
    [
        AuditAct.SignedIn, AuditAct.SignInFailed, AuditAct.SignedOut, AuditAct.PasswordChanged, AuditAct.PasswordLinkMade, AuditAct.AccountUnlocked, AuditAct.SecondFactorOn, AuditAct.SecondFactorOff,
        AuditAct.SecondFactorReset, AuditAct.RecoveryCodesMade, AuditAct.RecoveryCodeUsed, AuditAct.PasskeyAdded, AuditAct.PasskeyRenamed, AuditAct.PasskeyRemoved, AuditAct.SessionEnded,
    ];

    /// <summary>Writes an entry for the reader.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="showsMarks">Whether marks may be seen: while judges score, nobody sees what others gave.</param>
    /// <param name="T">The reader's words.</param>
    /// <param name="showsAddresses">Whether it is told from which address somebody has signed in.</param>
    public static AuditSentence Of(AuditEntry entry, bool showsMarks, IStringLocalizer<Words> T, bool showsAddresses = false)
    {
        // What stands at the end of the sentence as its reason is not told twice.
        var changes = entry.ReadChanges().Where(change => entry.Reason is null || change.To != entry.Reason || !IsReason(change)).Where(change => showsAddresses || change is not { Property: "Address", Part: null } || !SignInActs.Contains(entry.Act)).ToList();
        // How and from where somebody signs in is told in the sentence itself.
        var phrases = SignInActs.Contains(entry.Act) ? [] : !showsMarks && AuditSubject.IsOfMarks(entry.Kind) ? Veiled(changes, T) : Phrases(entry, changes, T);
        var isShort = entry.Act == AuditAct.Changed && phrases.Count <= 3 && phrases.Sum(phrase => phrase.Length) <= Short;
        // Whoever tries a password is not yet known to be the account's owner.
        var isUnknown = entry.Act == AuditAct.SignInFailed || (entry.UserId is null && entry.Page.Length > 0);
        var who = isUnknown ? T["Somebody who is not signed in"].Value : entry.UserName;
        return new AuditSentence(who, Act(entry, entry.Subject, changes, T), phrases, isShort);
    }

    /// <summary>Writes an entry about a dossier that is closed to the reader: who did what, and nothing of what it says.</summary>
    public static AuditSentence Closed(AuditEntry entry, ClosedDossier dossier, IStringLocalizer<Words> T) =>
        new(entry.UserName, Act(entry, dossier.Name, [.. entry.ReadChanges()], T), [T["what changed is hidden from you, because you have declared a conflict of interest"]], IsShort: true);

    private static string Act(AuditEntry entry, string subject, List<AuditChange> changes, IStringLocalizer<Words> T)
    {
        var kind = AuditWords.Kinds.TryGetValue(entry.Kind, out var key) ? Inside(T[key]) : entry.Kind;
        var submitted = entry.Kind == nameof(ScoreSheet) ? changes.FirstOrDefault(change => change.Property == nameof(ScoreSheet.SubmittedAt)) : null;
        var lifted = entry.Kind == nameof(Recusal) && entry.Act == AuditAct.Changed && changes.Any(change => change is { Property: nameof(Recusal.LiftedAt), To: not null });
        var status = entry is { Kind: nameof(Nomination), Act: AuditAct.Changed } ? changes.FirstOrDefault(change => change is { Property: nameof(Nomination.Status), Part: null }) : null;
        var isChecked = entry is { Kind: nameof(Nomination), Act: AuditAct.Changed } && changes.Any(change => change is { Property: "CheckedBy.Name", To: not null });
        return entry.Act switch
        {
            _ when status is { To: nameof(NominationStatus.Accepted) } => T["accepted {0} {1}", kind, subject],
            _ when status is { To: nameof(NominationStatus.Rejected) } => T["rejected {0} {1}", kind, subject],
            _ when status is { To: nameof(NominationStatus.Returned) } => T["returned {0} {1} for a supplement", kind, subject],
            _ when status is { To: nameof(NominationStatus.Withdrawn) } => T["recorded the withdrawal of {0} {1}", kind, subject],
            _ when status is not null && changes.Any(change => change is { Part: nameof(Supplement), Property: nameof(Supplement.ReceivedOn), To: not null }) => T["took in the supplement to {0} {1}", kind, subject],
            _ when status is not null => T["took back the decision on {0} {1}", kind, subject],
            _ when isChecked => T["marked {0} {1} as checked", kind, subject],
            _ when submitted is { To: not null } => T["submitted {0} {1}", kind, subject],
            _ when submitted is not null => T["reopened {0} {1}", kind, subject],
            _ when entry is { Kind: nameof(Certificate), Act: AuditAct.Added } => T["issued {0} {1}", kind, subject],
            _ when entry.Kind == nameof(Certificate) && changes.Any(change => change is { Property: "RevokedBy.Name", To: not null }) => T["revoked {0} {1}", kind, subject],
            _ when entry.Kind == nameof(Certificate) && changes.Any(change => change is { Property: "ReplacedBy.Name", To: not null }) => T["replaced {0} {1}", kind, subject],
            _ when lifted => T["lifted {0} {1}", kind, subject],
            AuditAct.Changed when entry.Kind == nameof(OutgoingMail) && changes.Any(change => change is { Property: nameof(OutgoingMail.ErasedAt), To: not null }) => T["erased address and text of {0} {1}", kind, subject],
            AuditAct.Changed when entry.Kind == nameof(OutgoingMail) && changes.All(change => change.Property != nameof(OutgoingMail.SentAt)) => T["corrected the address of {0} {1}", kind, subject],
            AuditAct.Changed when entry.Kind == nameof(OutgoingMail) => T["sent {0} to {1}", kind, subject],
            AuditAct.Added when entry.Kind == nameof(OutgoingMail) => T["had {0} sent to {1}", kind, subject],
            AuditAct.MailSentAgain => T["had {0} sent again to {1}", kind, subject],
            AuditAct.PersonalDataErased => T["erased personal data: {0}", subject],
            AuditAct.BackupMade => T["made a backup: {0}", subject],
            AuditAct.BackupRestored => T["restored a backup: {0}", subject],
            AuditAct.HistorySealed => T["sealed the history anew"],
            AuditAct.Added => T["added {0} {1}", kind, subject],
            AuditAct.Changed => T["changed {0} {1}", kind, subject],
            AuditAct.Removed => T["removed {0} {1}", kind, subject],
            AuditAct.SignedIn when changes.Any(change => change.Property == "Way") => T["signed in"] + WayAndPlace(changes, T),
            AuditAct.SignInFailed when changes.Count > 0 => T["tried to sign in as {0} and failed", subject] + WayAndPlace(changes, T),
            AuditAct.SecondFactorOn => T["switched on the authenticator app of {0}", subject],
            AuditAct.SecondFactorOff => T["switched off the authenticator app of {0}", subject],
            AuditAct.SecondFactorReset => T["reset the second factor of {0}", subject],
            AuditAct.RecoveryCodesMade => T["made new recovery codes for {0}", subject],
            AuditAct.RecoveryCodeUsed => T["used a recovery code of {0}", subject],
            AuditAct.PasskeyAdded => T["added the passkey “{0}” to {1}", PasskeyIn(changes), subject],
            AuditAct.PasskeyRenamed => T["renamed a passkey of {0} to “{1}”", subject, PasskeyIn(changes)],
            AuditAct.PasskeyRemoved => T["removed the passkey “{0}” of {1}", PasskeyIn(changes), subject],
            AuditAct.SessionEnded => T["ended sessions of {0}", subject],
            AuditAct.SignedIn => T["signed in"],
            AuditAct.SignInFailed => T["tried to sign in as {0} and failed", subject],
            AuditAct.SignedOut => T["signed out"],
            AuditAct.PasswordChanged => T["set a new password for {0}", subject],
            AuditAct.PasswordLinkMade => T["made a one-time link for {0}", subject],
            AuditAct.AccountUnlocked => T["unlocked {0} {1}", kind, subject],
            AuditAct.Exported => T["downloaded {0}", subject],
            AuditAct.Merged => T["merged two records of a business: {0}", subject],
            AuditAct.DemonstrationLoaded => T["loaded the demonstration of the years {0}", subject],
            _ => $"{entry.Act} {subject}",
        };
    }

    // " (password and code, 10.1.2.3, Chrome – Windows)"
    private static string WayAndPlace(List<AuditChange> changes, IStringLocalizer<Words> T) => " (" + string.Join(", ", changes.Select(change =>
        change.Property == "Way" && Enum.TryParse<SignInWay>(change.To, out var way) ? Inside(T[EnumWords.Of(way)]) : change.To)) + ")";

    private static string PasskeyIn(List<AuditChange> changes) => changes.Select(change => change.To ?? change.From).FirstOrDefault() ?? "";

    private static bool IsReason(AuditChange change) => (change.Part, change.Property) is
        (null, nameof(Nomination.StatusReason) or nameof(Certificate.RevokedReason) or nameof(Certificate.ReplacedReason)) or (nameof(Supplement), nameof(Supplement.Reasons) or nameof(Supplement.Outcome));

    // How many marks were saved is no secret, and helps to find out when a sheet was worked on.
    private static List<string> Veiled(IReadOnlyList<AuditChange> changes, IStringLocalizer<Words> T)
    {
        var marks = changes.Count(change => change.Part is nameof(Mark) or nameof(PaperMark));
        List<string> phrases = [];
        if (marks > 0)
        {
            phrases.Add(T["{0} marks, which are shown once judging is over", marks]);
        }

        if (changes.Any(change => change.Property == nameof(ScoreSheet.Remark) || change.Part == nameof(CriterionRemark)))
        {
            phrases.Add(T["the remark, which is shown once judging is over"]);
        }

        return phrases;
    }

    private static List<string> Phrases(AuditEntry entry, IReadOnlyList<AuditChange> changes, IStringLocalizer<Words> T)
    {
        List<string> phrases = [];
        var ordered = changes.OrderBy(change => AuditWords.PlaceOf(change.Part ?? entry.Kind, change.Property));
        foreach (var part in ordered.GroupBy(change => (change.Part, Item: change.Part is nameof(JudgeCriterion) or nameof(JudgeGroup) or nameof(JudgeIndustry) or "IdentityUserRole" ? change.From ?? change.To : change.Item)))
        {
            if (part.Key.Part is null || !AuditWords.Parts.TryGetValue(part.Key.Part, out var name) || !IsAddedOrRemoved([.. part]))
            {
                phrases.AddRange(part.Select(change => Phrase(entry, change, T)));
                continue;
            }

            // The part's own name says its year and list; the rest of it follows.
            var isAdded = part.First().To is not null;
            var rest = part.Where(change => (!Names(change) || change.Property == nameof(ChecklistAnswer.Finding)) && (change.From ?? change.To) is not null)
                .Select(change => $"{Inside(Name(entry, change, T))} {Value(entry, change, change.To ?? change.From, T)}");
            var whole = string.Join(", ", rest.Prepend(Item(part.Key.Part, part.Key.Item, T)));
            phrases.Add(isAdded ? T["{0} added: {1}", Inside(T[name]), whole] : T["{0} removed: {1}", Inside(T[name]), whole]);
        }

        return phrases;
    }

    private static string Phrase(AuditEntry entry, AuditChange change, IStringLocalizer<Words> T)
    {
        var name = Name(entry, change, T) + (change.Item is null ? "" : $" ({Item(change.Part, change.Item, T)})");
        name = entry.Act == AuditAct.Changed ? Inside(name) : name;
        return (entry.Act, change.From, change.To) switch
        {
            (_, null, null) => T["{0} (not shown)", name],
            (AuditAct.Added, _, { } to) => $"{name}: {Value(entry, change, to, T)}",
            (AuditAct.Removed, { } from, _) => $"{name}: {Value(entry, change, from, T)}",
            (_, _, { } to) when WordOf(entry, change)?.Value == AuditValue.YesNo => $"{name}: {Value(entry, change, to, T)}",
            _ => T["{0} from {1} to {2}", name, Value(entry, change, change.From, T), Value(entry, change, change.To, T)],
        };
    }

    // A part is new or gone when what identifies it is; a change of its figures leaves that alone.
    private static bool IsAddedOrRemoved(IReadOnlyList<AuditChange> part) => part.Any(Names) && (part.All(change => change.From is null) || part.All(change => change.To is null));

    private static bool Names(AuditChange change) => (change.Part, change.Property) is
        (nameof(Listing), nameof(Listing.List) or nameof(Listing.Year))
        or (nameof(NationalBrandTitle), nameof(NationalBrandTitle.Year))
        or (nameof(BusinessFigure), nameof(BusinessFigure.Year))
        or (nameof(DossierCertificate), nameof(DossierCertificate.Name))
        or (nameof(Supplement), nameof(Supplement.DueOn))
        or (nameof(ChecklistAnswer), nameof(ChecklistAnswer.Finding))
        or (nameof(WarningDecision), nameof(WarningDecision.Kind))
        or (nameof(ChecklistItem), "Name.Vietnamese")
        or (nameof(NominationFigure), nameof(NominationFigure.DataYear) or nameof(NominationFigure.Base))
        or (nameof(JudgeCriterion) or nameof(JudgeGroup) or nameof(JudgeIndustry), _) or (nameof(CriterionRemark), nameof(CriterionRemark.Text)) or (nameof(PaperMark), nameof(PaperMark.Points))
        or (nameof(SealOpening), nameof(SealOpening.Name)) or ("IdentityUserRole", _);

    private static string Name(AuditEntry entry, AuditChange change, IStringLocalizer<Words> T) =>
        WordOf(entry, change) is { } word ? T[word.Key] : change.Property;

    private static AuditWord? WordOf(AuditEntry entry, AuditChange change) => AuditWords.Of(change.Part ?? entry.Kind, change.Property);

    private static string Item(string? part, string? item, IStringLocalizer<Words> T) => (part, item?.Split('/')) switch
    {
        (nameof(NominationFigure), [var year, var basis]) when Enum.TryParse<FigureBase>(basis, out var member) => $"{year}, {Inside(T[EnumWords.Of(member)])}",
        (nameof(WarningDecision), _) when Enum.TryParse<WarningKind>(item, out var kind) => Quoted(T[EnumWords.Of(kind)]),
        (nameof(Supplement), _) when DateOnly.TryParseExact(item, "O", out var due) => Shown.Day(due),
        ("IdentityUserRole", _) => Quoted(T[RoleWords.Of(item ?? "")]),
        (nameof(JudgeCriterion) or nameof(JudgeGroup) or nameof(JudgeIndustry) or nameof(Mark) or nameof(CriterionRemark) or nameof(PaperMark) or nameof(DossierCertificate) or nameof(ChecklistAnswer) or nameof(ChecklistItem), _) => Quoted(item ?? ""),
        _ => item ?? "",
    };

    private static string Value(AuditEntry entry, AuditChange change, string? value, IStringLocalizer<Words> T)
    {
        if (value is null)
        {
            return T["(empty)"];
        }

        var word = WordOf(entry, change) ?? new AuditWord(change.Property);
        return word.Value switch
        {
            AuditValue.Number => Number(value, "#,##0.####"),
            AuditValue.Dong => Number(value, "#,##0") + " " + T["đồng"],
            AuditValue.Cents => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var cents) ? Shown.Number(cents / 100m, 2) + " USD" : value,
            AuditValue.Day => DateOnly.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Shown.Day(day) : value,
            AuditValue.Moment => DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant) ? Shown.Moment(instant) : value,
            AuditValue.YesNo => value == bool.TrueString ? T["Yes"] : T["No"],
            AuditValue.Member => Quoted(Enum.TryParse(word.Members!, value, out var member) ? T[EnumWords.Of((Enum)member)] : value),
            AuditValue.Role => Quoted(T[RoleWords.Of(value)]),
            AuditValue.Steps => Quoted(string.Join(", ", value.Split(' ').Select(step => ProgrammeRules.TieSteps.Contains(step) ? T[TieWords.Of(step)].Value : step))),
            _ => Quoted(value),
        };
    }

    // A minimum may end in a per cent sign.
    private static string Number(string value, string format) =>
        decimal.TryParse(value.TrimEnd('%'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(format, CultureInfo.CurrentCulture) + (value.EndsWith('%') ? "%" : "")
            : value;

    private static string Quoted(string text) => $"“{text}”";

    // A word of a form begins small inside a sentence; a name of several words, such as National Brand, keeps its capitals.
    private static string Inside(string words)
    {
        var second = words.IndexOf(' ') + 1;
        return second > 0 && second < words.Length && char.IsUpper(words[second]) ? words : char.ToLower(words[0], CultureInfo.CurrentCulture) + words[1..];
    }
}
