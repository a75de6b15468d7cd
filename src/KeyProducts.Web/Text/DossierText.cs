using System.Globalization;
using KeyProducts.Domain;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Text;

/// <summary>Sentences of the domain whose places hold names of figures, bases and years.</summary>
public static class DossierText
{
    /// <summary>The sentence of a warning.</summary>
    public static string Say(this IStringLocalizer<Words> T, FigureWarning warning)
    {
        var sentence = T[warning.Message].Value;
        return T[warning.Message, [.. warning.Arguments.Select((argument, place) => argument is Enum member ? Named(T, member, sentence.StartsWith($"{{{place}}}", StringComparison.Ordinal)) : Shown.Argument(argument))]];
    }

    /// <summary>What is missing.</summary>
    public static string Say(this IStringLocalizer<Words> T, MissingEntry missing) =>
        missing.DataYear is { } year ? T[missing.Label, year] : T[missing.Label];

    // A name has its capital at the start of a sentence alone.
    private static string Named(IStringLocalizer<Words> T, Enum member, bool isFirst)
    {
        var name = T[EnumWords.Of(member)].Value;
        return isFirst ? name : char.ToLower(name[0], CultureInfo.CurrentCulture) + name[1..];
    }

    /// <summary>What stands in the way.</summary>
    public static string Say(this IStringLocalizer<Words> T, Obstacle obstacle) =>
        T[obstacle.Message, [.. obstacle.Arguments.Select(Shown.Argument)]];
}
