using KeyProducts.Domain;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports;

/// <summary>What the figures of a judge say to the council's secretary, and what can be done.</summary>
public sealed class MarkingWords(Programme programme, IStringLocalizer<Words> T)
{
    /// <summary>The answer for those who read no further.</summary>
    public string Headline(IReadOnlyCollection<JudgeReport> judges, int odd)
    {
        var flagged = judges.Count(judge => judge.Flags != JudgeFlags.None);
        return (judges.Count, flagged, odd) switch
        {
            (0, _, _) => T["No sheet counts yet."],
            (_, 0, 0) => T["Nothing stands out in how the {0} judges marked.", judges.Count],
            (_, 0, _) => T["Nothing stands out in how the {0} judges marked on the whole; single sheets far from what is expected: {1}.", judges.Count, odd],
            _ => T["{0} of {1} judges have something to look at; single sheets far from what is expected: {2}.", flagged, judges.Count, odd],
        };
    }

    /// <summary>What the stage of the year lets staff do.</summary>
    public string WhatCanBeDone() => programme.Stage switch
    {
        < Stage.Judging => T["Judging has not opened yet."],
        Stage.Judging => T["While judging is open, a sheet can be sent back: its judge looks at it again, and the reason is kept. The judge alone changes marks."],
        Stage.Deliberation => T["Judging is closed. The council can discuss a product; its judges may then change their marks, each with a written reason."],
        _ => T["Marks can no longer be changed. This is kept to be learned from in the next year."],
    };

    /// <summary>Where a single sheet can be taken from here; null for nowhere.</summary>
    public string? Action(bool isStaff) => programme.Stage switch
    {
        Stage.Judging when isStaff => T["Send back for a written reason"].Value,
        Stage.Deliberation when isStaff => T["Put before the council"].Value,
        _ => null,
    };

    /// <summary>The flags, each in a few words; why there can be none where there can be none.</summary>
    public IEnumerable<string> Flags(JudgeReport judge)
    {
        if (judge.Complete == 0)
        {
            yield return T["not compared: no sheet with marks on all criteria"];
        }

        var flags = judge.Flags;
        if (flags.HasFlag(JudgeFlags.Erratic))
        {
            yield return T["scattered"];
        }

        if (flags.HasFlag(JudgeFlags.TooEven))
        {
            yield return T["hardly any scatter"];
        }

        if (flags.HasFlag(JudgeFlags.AnotherWay))
        {
            yield return T["another order"];
        }

        if (flags.HasFlag(JudgeFlags.StraightLining))
        {
            yield return T["the same share on every criterion"];
        }
    }

    /// <summary>The flags in sentences, each with what to do.</summary>
    public IEnumerable<(string Sign, string ToDo)> Findings(JudgeReport judge)
    {
        if (judge.Flags.HasFlag(JudgeFlags.Erratic))
        {
            yield return (
                T["The totals scatter {0} times as widely about what is expected as is usual.", Ratio(judge.Noise)],
                T["Ask the judge to go through the sheets once more, those listed below first."]);
        }

        if (judge.Flags.HasFlag(JudgeFlags.TooEven))
        {
            yield return (
                T["The totals scatter only {0} times as widely about what is expected as is usual.", Ratio(judge.Noise)],
                T["Ask whether the products were judged without looking at the marks of others."]);
        }

        if (judge.Flags.HasFlag(JudgeFlags.AnotherWay))
        {
            yield return (
                T["The order of the products hardly agrees with that of the other judges ({0}; 1 would be the same order).", Ratio(judge.Agreement)],
                T["Ask whether the criteria are understood as the others understand them. The judge may be right."]);
        }

        if (judge.Flags.HasFlag(JudgeFlags.StraightLining))
        {
            yield return (
                T["{0} of {1} complete sheets have the same share of the maximum on every criterion.", judge.StraightLines, judge.Complete],
                T["Ask whether each criterion was judged for itself."]);
        }
    }

    /// <summary>How to read the figures.</summary>
    public IEnumerable<string> Reading()
    {
        yield return T["Severity: so many points a total of the judge lies above (+) or below (−) what the average judge would give the same products. Being strict is no fault."];
        yield return T["Scatter: how far the judge’s totals lie from what is expected of this judge and these products, compared with the usual. Marked above 1.5 and below 0.5."];
        yield return T["Agreement: whether the judge puts the products in the same order as the others do (Kendall’s τ-b): 1 the same, 0 unrelated, −1 the reverse. Marked below 0.2."];
        yield return T["Even sheets: complete sheets with the same share of the maximum on every criterion. Marked when they are at least three and half of the judge’s sheets."];
        yield return T["A single sheet is listed when its total lies more than three times the usual distance from what is expected."];
    }

    private static string Ratio(double? value) => Shown.Number(decimal.Round((decimal)(value ?? 0), 2), 2);
}
