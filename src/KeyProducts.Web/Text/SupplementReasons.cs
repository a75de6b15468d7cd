using KeyProducts.Domain;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Text;

/// <summary>What a business must mend, as far as screening has found it: the first draft of a request, which an officer edits.</summary>
public static class SupplementReasons
{
    /// <summary>
    /// A line each, in Vietnamese whatever the reader's language, because the letter takes them over: items of the checklist that are not met, warnings that the
    /// business must correct, and what is missing from each section.
    /// </summary>
    public static IReadOnlyList<string> Of(IStringLocalizer<Words> T, Nomination nomination, Track track, IReadOnlyCollection<FigureWarning> warnings, IReadOnlyCollection<SectionState> sections)
    {
        using var vietnamese = Languages.InVietnamese();
        return
        [
            .. from item in track.Checklist
               let answer = nomination.AnswerTo(item.Id)
               where answer is { Finding: Finding.NotMet }
               select item.Name.Vietnamese + (answer.Note is null ? "" : $": {answer.Note}"),
            .. from warning in warnings
               let decision = nomination.DecisionOn(warning)
               where decision is { Verdict: WarningVerdict.ToCorrect }
               select $"{T.Say(warning)} {decision.Reason}",
            .. from section in sections
               where !section.IsComplete
               select T["Section “{0}” lacks: {1}", T[EnumWords.Of(section.Section)].Value, string.Join("; ", section.Missing.Select(missing => T.Say(missing)).Distinct())].Value,
        ];
    }
}
