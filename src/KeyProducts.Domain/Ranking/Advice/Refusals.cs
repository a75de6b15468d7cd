namespace KeyProducts.Domain;

/// <summary>Reasons that more than one part gives.</summary>
internal static class Refusals
{
    public static Refusal NoTop { get; } = new("This year marks no top, so there is no line.");

    public static Refusal NoScore { get; } = new("No product has a score.");
}
