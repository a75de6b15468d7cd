using System.Globalization;
using KeyProducts.Domain;

namespace KeyProducts.Web.Text;

/// <summary>Figures, days and instants as the reader's language writes them.</summary>
public static class Shown
{
    /// <summary>A whole number with its thousands set apart.</summary>
    public static string Whole(decimal value) => value.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>A number with so many decimals.</summary>
    public static string Number(decimal value, int decimals) => value.ToString("N" + decimals, CultureInfo.CurrentCulture);

    /// <summary>Points with no more decimals than they need.</summary>
    public static string Points(decimal value) => value.ToString("#,##0.####", CultureInfo.CurrentCulture);

    /// <summary>đồng as billions (tỷ đồng), one decimal.</summary>
    public static decimal Billions(decimal dong) => decimal.Round(dong / 1_000_000_000m, 1, MidpointRounding.AwayFromZero);

    /// <summary>US cents as millions of dollars (triệu USD), two decimals.</summary>
    public static decimal Millions(decimal cents) => decimal.Round(cents / 100_000_000m, 2, MidpointRounding.AwayFromZero);

    /// <summary>A day, as Vietnam writes it in both languages.</summary>
    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>An instant on the clock in Hà Nội.</summary>
    public static string Moment(DateTime utc) => HanoiTime.At(utc).ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The time of day of an instant on the clock in Hà Nội.</summary>
    public static string Time(DateTime utc) => HanoiTime.At(utc).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>What fills a placeholder of a sentence, written for the reader.</summary>
    public static object Argument(object value) => value switch
    {
        decimal points => Points(points),
        DateOnly day => Day(day),
        // A year has no sign for thousands, and other whole numbers of sentences are small.
        int number => number.ToString(CultureInfo.InvariantCulture),
        _ => value,
    };
}
