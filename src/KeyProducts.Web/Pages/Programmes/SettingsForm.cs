using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>The form of a year's settings.</summary>
public sealed class SettingsForm
{
    public Guid Version { get; set; }

    [StringLength(100)]
    public string? PlanNumber { get; set; }

    public DateOnly? PlanDate { get; set; }

    [StringLength(100)]
    public string? CouncilNumber { get; set; }

    public DateOnly? CouncilDate { get; set; }

    [Required]
    public int? ValidityMonths { get; set; }

    public DateOnly? NominationsFrom { get; set; }

    public DateOnly? NominationsUntil { get; set; }

    public DateOnly? JudgingFrom { get; set; }

    public DateOnly? JudgingUntil { get; set; }

    public DateOnly? ConsultationFrom { get; set; }

    public DateOnly? ConsultationUntil { get; set; }

    public ScoringMethod Method { get; set; }

    public decimal? Scale { get; set; }

    public decimal? MarkStep { get; set; }

    public int? Decimals { get; set; }

    public int? Quorum { get; set; }

    public decimal? PassMark { get; set; }

    public decimal? SpreadLimit { get; set; }

    public int? TopCount { get; set; }

    public int? BusinessCap { get; set; }

    public bool IsSealed { get; set; }

    public OthersMarks OthersMarks { get; set; }

    public List<string?> Ties { get; set; } = [];

    /// <summary>The year's days.</summary>
    public ProgrammeDates ToDates() => new(NominationsFrom, NominationsUntil, JudgingFrom, JudgingUntil, ConsultationFrom, ConsultationUntil);

    /// <summary>The year's rules.</summary>
    /// <exception cref="RuleException">A figure that is needed is missing.</exception>
    public ProgrammeRules ToRules() => new(
        Method,
        Needed(Scale, nameof(Scale)),
        Needed(MarkStep, nameof(MarkStep)),
        Needed(Decimals, nameof(Decimals)),
        Needed(Quorum, nameof(Quorum)),
        PassMark,
        Needed(TopCount, nameof(TopCount)),
        BusinessCap,
        SpreadLimit,
        string.Join(' ', Ties.Where(step => !string.IsNullOrEmpty(step))));

    /// <summary>The form as a programme fills it.</summary>
    public static SettingsForm Of(Programme programme)
    {
        var form = new SettingsForm
        {
            PlanNumber = programme.Plan?.Number,
            PlanDate = programme.Plan?.Date,
            CouncilNumber = programme.CouncilDecision?.Number,
            CouncilDate = programme.CouncilDecision?.Date,
            ValidityMonths = programme.ValidityMonths,
            NominationsFrom = programme.Dates.NominationsFrom,
            NominationsUntil = programme.Dates.NominationsUntil,
            JudgingFrom = programme.Dates.JudgingFrom,
            JudgingUntil = programme.Dates.JudgingUntil,
            ConsultationFrom = programme.Dates.ConsultationFrom,
            ConsultationUntil = programme.Dates.ConsultationUntil,
        };
        form.TakeRules(programme);
        return form;
    }

    /// <summary>Fills in the rules.</summary>
    public void TakeRules(Programme programme)
    {
        var rules = programme.Rules;
        (IsSealed, OthersMarks) = (programme.Judging.IsSealed, programme.Judging.OthersMarks);
        (Method, Scale, MarkStep, Decimals, Quorum) = (rules.Method, rules.Scale, rules.MarkStep, rules.Decimals, rules.Quorum);
        (PassMark, SpreadLimit, TopCount, BusinessCap) = (rules.PassMark, rules.SpreadLimit, rules.TopCount, rules.BusinessCap);
        Ties = [.. Enumerable.Range(0, ProgrammeRules.TieSteps.Count).Select(place => place < rules.TieSequence.Count ? rules.TieSequence[place] : "")];
    }

    private static TValue Needed<TValue>(TValue? value, string field)
        where TValue : struct => value ?? throw new RuleException("Fill in this field.") { Field = field };
}
