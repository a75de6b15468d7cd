using System.Globalization;

namespace KeyProducts.Domain;

/// <summary>The least that a criterion or a group must reach: in points, or in per cent of its maximum. Written "12" or "50%".</summary>
/// <param name="Value">Points, or per cent; not negative.</param>
/// <param name="IsPercent">Whether <paramref name="Value"/> is per cent of the maximum.</param>
public readonly record struct Minimum(decimal Value, bool IsPercent)
{
    /// <summary>The least in points, for a criterion or group with this maximum.</summary>
    public decimal PointsOf(decimal max) => IsPercent ? max * Value / 100m : Value;

    /// <summary>This minimum, if a criterion or group with this maximum can reach it.</summary>
    /// <exception cref="RuleException">It is negative, or more than the maximum.</exception>
    public Minimum Checked(decimal max) => Value < 0
        ? throw new RuleException("A minimum cannot be negative.") { Field = nameof(Minimum) }
        : PointsOf(max) > max ? throw new RuleException("The minimum cannot be more than the maximum.") { Field = nameof(Minimum) } : this;

    /// <summary>"12" or "50%", with a point as the decimal sign.</summary>
    public override string ToString() => Value.ToString("0.############################", CultureInfo.InvariantCulture) + (IsPercent ? "%" : "");

    /// <summary>Reads what <see cref="ToString"/> writes; null for an empty text.</summary>
    /// <exception cref="FormatException">The text is neither.</exception>
    public static Minimum? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var percent = text.TrimEnd().EndsWith('%');
        return new Minimum(decimal.Parse(text.TrimEnd().TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), percent);
    }
}
