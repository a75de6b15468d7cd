using System.Globalization;

namespace KeyProducts.Domain;

/// <summary>Bands of a computed criterion as one line of text: "from:points" for each, with a decimal point, separated by a space.</summary>
public static class BandText
{
    /// <summary>Writes bands.</summary>
    public static string Write(IEnumerable<Band> bands) =>
        string.Join(' ', bands.Select(band => string.Create(CultureInfo.InvariantCulture, $"{band.From:0.####}:{band.Points:0.####}")));

    /// <summary>Reads what <see cref="Write"/> has written; nothing has no bands.</summary>
    public static IReadOnlyList<Band> Read(string? text) => [.. (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(band =>
    {
        var parts = band.Split(':');
        return new Band(decimal.Parse(parts[0], CultureInfo.InvariantCulture), decimal.Parse(parts[1], CultureInfo.InvariantCulture));
    })];
}
