using KeyProducts.Domain;
using KeyProducts.Web.Text;

namespace KeyProducts.Web.Pages;

/// <summary>A band of a computed criterion in a form: from which figure on it gives how many points.</summary>
public sealed class BandForm
{
    /// <summary>Most bands of a criterion.</summary>
    public const int Most = 40;

    private const int Spare = 2, Fewest = 4;

    [Amount(2)]
    public decimal? From { get; set; }

    public decimal? Points { get; set; }

    /// <summary>Whether nothing is written in the row.</summary>
    public bool IsEmpty() => this is { From: null, Points: null };

    /// <summary>Adds empty rows, so that there is room for more bands.</summary>
    public static void MakeRoom(List<BandForm> bands, int spare = Spare)
    {
        var rows = Math.Min(Most, Math.Max(Fewest, bands.FindLastIndex(band => !band.IsEmpty()) + 1 + spare));
        while (bands.Count < rows)
        {
            bands.Add(new BandForm());
        }
    }

    /// <summary>The bands as they are stored; empty rows are passed over.</summary>
    /// <param name="bands">The rows.</param>
    /// <param name="place">What stands before "Bands[0]" in the names of the fields.</param>
    /// <exception cref="RuleException">A band has a figure without points or points without a figure, begins below the one before, or there are too many.</exception>
    public static string Write(List<BandForm> bands, string place = "")
    {
        var filled = new List<Band>();
        foreach (var (row, band) in bands.Index().Where(one => !one.Item.IsEmpty()))
        {
            var from = band.From ?? throw new RuleException("Fill in this field.") { Field = $"{place}Bands[{row}].From" };
            var points = band.Points ?? throw new RuleException("Fill in this field.") { Field = $"{place}Bands[{row}].Points" };
            if (filled.Count == Most)
            {
                throw new RuleException("A criterion has at most {0} bands.", Most) { Field = $"{place}Bands[{row}].From" };
            }

            filled.Add(new Band(from, points));
        }

        return BandText.Write(filled);
    }

    /// <summary>The field of the form for a band that the domain names by its place among the filled ones.</summary>
    public static string FieldOf(string field, List<BandForm> bands)
    {
        if (!field.StartsWith("Bands[", StringComparison.Ordinal))
        {
            return field == "Bands" ? "Bands[0].From" : field;
        }

        var end = field.IndexOf(']', StringComparison.Ordinal);
        var row = bands.Index().Where(one => !one.Item.IsEmpty()).ElementAt(int.Parse(field[6..end], System.Globalization.CultureInfo.InvariantCulture)).Index;
        return $"Bands[{row}{field[end..]}";
    }
}
