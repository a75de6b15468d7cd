using System.Text.Json;
using System.Text.Json.Serialization;
using KeyProducts.Domain;

namespace KeyProducts.Web.Storage;

/// <summary>A year of the demonstration as its <c>programme.json</c> says.</summary>
internal sealed record SeedSettings(
    Stage Stage,
    DocumentReference? Plan,
    DocumentReference? CouncilDecision,
    DocumentReference? RecognitionDecision,
    DateOnly NominationsFrom,
    DateOnly NominationsUntil,
    DateOnly JudgingFrom,
    DateOnly JudgingUntil,
    DateOnly ConsultationFrom,
    DateOnly ConsultationUntil,
    ScoringMethod Method,
    decimal Scale,
    decimal MarkStep,
    int Decimals,
    int Quorum,
    decimal? PassMark,
    int TopCount,
    int? BusinessCap,
    decimal? SpreadLimit,
    string[] TieChain,
    int ValidityMonths,
    ScreeningRules Screening,
    SeedMeeting? Meeting)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static SeedSettings Read(string folder) =>
        JsonSerializer.Deserialize<SeedSettings>(File.ReadAllText(Path.Combine(folder, "programme.json")), Json)!;

    // Who tries the demonstration in another season finds judging open all the same.
    public SeedSettings OpenOn(DateOnly today) => Stage != Stage.Judging || (today >= JudgingFrom.AddDays(5) && today <= JudgingUntil)
        ? this
        : this with
        {
            JudgingFrom = today.AddDays(-20),
            JudgingUntil = today.AddDays(39),
            ConsultationFrom = today.AddDays(47),
            ConsultationUntil = today.AddDays(57),
        };

    public ProgrammeRules Rules => new(Method, Scale, MarkStep, Decimals, Quorum, PassMark, TopCount, BusinessCap, SpreadLimit, string.Join(' ', TieChain));

    public ProgrammeDates Dates => new(NominationsFrom, NominationsUntil, JudgingFrom, JudgingUntil, ConsultationFrom, ConsultationUntil);
}

/// <summary>The council's meeting as <c>programme.json</c> tells it; members by the first part of their mail address.</summary>
internal sealed record SeedMeeting(DateOnly HeldOn, TimeOnly From, TimeOnly Until, string Place, int LeastPresent, Dictionary<string, string> Absent, string? Guests, string? Discussion, string? Conclusion);
