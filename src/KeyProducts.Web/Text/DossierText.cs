using System.Globalization;
using KeyProducts.Domain;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Text;

/// <summary>Sentences of the domain whose places hold names of figures, bases and years.</summary>
public static class DossierText
{
    /// <summary>The sentence of a warning.</summary>
    public static string Say(this IStringLocalizer<Words> T, FigureWarning warning) =>
        T[warning.Message, [.. warning.Arguments.Select((argument, place) => argument is Enum member ? Inside(T[EnumWords.Of(member)], place) : Shown.Argument(argument))]];

    /// <summary>What is missing.</summary>
    public static string Say(this IStringLocalizer<Words> T, MissingEntry missing) =>
        missing.DataYear is { } year ? T[missing.Label, year] : T[missing.Label];

    /// <summary>What stands in the way.</summary>
    public static string Say(this IStringLocalizer<Words> T, Obstacle obstacle) =>
        T[obstacle.Message, [.. obstacle.Arguments.Select(Shown.Argument)]];

    // Only a sentence's first word has a capital.
    private static string Inside(string words, int place) => place == 0 ? words : char.ToLower(words[0], CultureInfo.CurrentCulture) + words[1..];
}
