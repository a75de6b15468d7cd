using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using KeyProducts.Domain;
using KeyProducts.Web.Screening;
using KeyProducts.Web.Storage;

namespace KeyProducts.Web.Pages.Screening;

/// <summary>
/// What an officer finds of a dossier: an answer to each item of the checklist and a decision on each warning, saved all at once. Each carries a
/// fingerprint of what its writer saw, so that two officers on one dossier overwrite nothing of each other's.
/// </summary>
public sealed class DossierForm
{
    public List<AnswerInput> Answers { get; set; } = [];

    public List<DecisionInput> Decisions { get; set; } = [];

    /// <summary>The form of what is stored.</summary>
    public static DossierForm Of(ScreenedDossier dossier) => new()
    {
        Answers = [.. dossier.Track.Checklist.Select(item => AnswerInput.Of(item.Id, dossier.Nomination.AnswerTo(item.Id)))],
        Decisions = [.. dossier.Warnings.Select(warning => DecisionInput.Of(warning.Key, dossier.Nomination.DecisionOn(warning)))],
    };

    /// <summary>Brings what was typed into what is there now: an item or warning that is gone is dropped, a new one is added empty.</summary>
    /// <param name="dossier">The dossier as it is now.</param>
    /// <param name="seesStored">Whether the writer is shown what is stored now and so may overwrite it.</param>
    public void Take(ScreenedDossier dossier, bool seesStored)
    {
        var stored = Of(dossier);
        Answers = [.. stored.Answers.Select(now => Answers.Find(typed => typed.ItemId == now.ItemId) is { } typed ? typed.Over(now, seesStored) : now)];
        Decisions = [.. stored.Decisions.Select(now => Decisions.Find(typed => typed.Key == now.Key) is { } typed ? typed.Over(now, seesStored) : now)];
    }

    /// <summary>Answers and decides what the writer has changed.</summary>
    /// <exception cref="RuleException">Somebody else has answered the same otherwise, or a rule refuses; its field is the item's.</exception>
    public void Apply(ScreenedDossier dossier, Programme programme, Person by, DateTime now)
    {
        var nomination = dossier.Nomination;
        var stored = Of(dossier);
        RefuseOverwriting(stored);
        for (var place = 0; place < Answers.Count; place++)
        {
            var typed = Answers[place];
            if (typed.IsChanged())
            {
                At($"Answers[{place}]", () => nomination.Answer(programme, typed.ItemId, typed.Finding, typed.Note, by, now));
            }
        }

        for (var place = 0; place < Decisions.Count; place++)
        {
            var typed = Decisions[place];
            if (typed.IsChanged())
            {
                var warning = dossier.Warnings.FirstOrDefault(one => one.Key == typed.Key) ?? throw new RuleException(Versions.Changed);
                var verdict = typed.Verdict ?? throw new RuleException("Say whether the figure stands or the business must correct it.") { Field = $"Decisions[{place}].Verdict" };
                At($"Decisions[{place}]", () => nomination.Decide(programme, warning, verdict, typed.Reason, by, now));
            }
        }
    }

    private void RefuseOverwriting(DossierForm stored)
    {
        var isLost = Answers.Any(typed => typed.IsChanged() && stored.Answers.Find(now => now.ItemId == typed.ItemId) is { } now && now.Seen != (typed.Seen ?? "") && now.Print() != typed.Print())
            || Decisions.Any(typed => typed.IsChanged() && stored.Decisions.Find(now => now.Key == typed.Key) is { } now && now.Seen != (typed.Seen ?? "") && now.Print() != typed.Print());
        if (isLost)
        {
            throw new RuleException(Versions.Changed);
        }
    }

    private static void At(string field, Action act)
    {
        try
        {
            act();
        }
        catch (RuleException refusal) when (refusal.Field is not null)
        {
            throw new RuleException(refusal.Message, [.. refusal.Arguments]) { Field = $"{field}.{refusal.Field}" };
        }
    }

    private static string PrintOf(Enum? choice, string? text)
    {
        var plain = (text ?? "").ReplaceLineEndings("\n").Trim();
        return choice is null && plain.Length == 0 ? "" : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{choice}|{plain}")))[..16];
    }

    /// <summary>An answer to an item of the checklist.</summary>
    public sealed class AnswerInput
    {
        public Guid ItemId { get; set; }

        public Finding? Finding { get; set; }

        [StringLength(1000)]
        public string? Note { get; set; }

        /// <summary>The fingerprint of the answer that its writer saw; empty for none.</summary>
        public string? Seen { get; set; }

        internal static AnswerInput Of(Guid itemId, ChecklistAnswer? answer)
        {
            var input = new AnswerInput { ItemId = itemId, Finding = answer?.Finding, Note = answer?.Note };
            input.Seen = input.Print();
            return input;
        }

        internal string Print() => PrintOf(Finding, Note);

        internal bool IsChanged() => Print() != (Seen ?? "");

        internal AnswerInput Over(AnswerInput now, bool seesStored) =>
            !IsChanged() ? now : new AnswerInput { ItemId = ItemId, Finding = Finding, Note = Note, Seen = seesStored ? now.Seen : Seen };
    }

    /// <summary>A decision on a warning.</summary>
    public sealed class DecisionInput
    {
        public string Key { get; set; } = "";

        public WarningVerdict? Verdict { get; set; }

        [StringLength(1000)]
        public string? Reason { get; set; }

        /// <summary>The fingerprint of the decision that its writer saw; empty for none.</summary>
        public string? Seen { get; set; }

        internal static DecisionInput Of(string key, WarningDecision? decision)
        {
            var input = new DecisionInput { Key = key, Verdict = decision?.Verdict, Reason = decision?.Reason };
            input.Seen = input.Print();
            return input;
        }

        internal string Print() => PrintOf(Verdict, Reason);

        internal bool IsChanged() => Print() != (Seen ?? "");

        internal DecisionInput Over(DecisionInput now, bool seesStored) =>
            !IsChanged() ? now : new DecisionInput { Key = Key, Verdict = Verdict, Reason = Reason, Seen = seesStored ? now.Seen : Seen };
    }
}
