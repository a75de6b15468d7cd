using System.Globalization;
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
    /// <param name="bands">The rows.</param>
    /// <param name="more">Whether more than usual are asked for.</param>
    public static void MakeRoom(List<BandForm> bands, bool more = false)
    {
        var rows = Math.Min(Most, Math.Max(Fewest, more ? bands.Count + Fewest : bands.FindLastIndex(band => !band.IsEmpty()) + 1 + Spare));
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

    /// <summary>A criterion's content, if the criterion can have it. A refusal is said at the row that it concerns.</summary>
    /// <param name="content">The content.</param>
    /// <param name="bands">The rows that its bands come from.</param>
    /// <param name="place">What stands before "Bands[0]" in the names of the fields.</param>
    /// <exception cref="RuleException">It cannot.</exception>
    public static CriterionContent Checked(CriterionContent content, List<BandForm> bands, string place = "")
    {
        try
        {
            return content.Checked();
        }
        catch (RuleException refusal)
        {
            throw new RuleException(refusal.Message, [.. refusal.Arguments]) { Field = place + FieldOf(refusal.Field!, bands) };
        }
    }

    // The domain names a band by its place among those that are filled in.
    private static string FieldOf(string field, List<BandForm> bands)
    {
        if (!field.StartsWith("Bands[", StringComparison.Ordinal))
        {
            return field == "Bands" ? "Bands[0].From" : field;
        }

        var end = field.IndexOf(']', StringComparison.Ordinal);
        var row = bands.Index().Where(one => !one.Item.IsEmpty()).ElementAt(int.Parse(field.AsSpan(6, end - 6), CultureInfo.InvariantCulture)).Index;
        return $"Bands[{row}{field[end..]}";
    }
}
