using KeyProducts.Domain;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Text;

/// <summary>Sentences of the domain whose places hold names of figures, bases and years.</summary>
public static class DossierText
{
    /// <summary>The sentence of a warning.</summary>
    public static string Say(this IStringLocalizer<Words> T, FigureWarning warning) =>
        T[warning.Message, [.. warning.Arguments.Select(argument => argument is Enum member ? T[EnumWords.Of(member)].Value : Shown.Argument(argument))]];

    /// <summary>What is missing.</summary>
    public static string Say(this IStringLocalizer<Words> T, MissingEntry missing) =>
        missing.DataYear is { } year ? T[missing.Label, year] : T[missing.Label];

    /// <summary>What stands in the way.</summary>
    public static string Say(this IStringLocalizer<Words> T, Obstacle obstacle) =>
        T[obstacle.Message, [.. obstacle.Arguments.Select(Shown.Argument)]];
}
