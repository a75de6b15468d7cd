using System.Numerics;

namespace KeyProducts.Domain;

/// <summary>
/// Points before they are rounded: a sum of marks over a number of parts. One criterion has as many parts as marks; a sum of criteria with differing numbers of marks has the
/// least number that all of them divide.
/// </summary>
public readonly record struct ExactPoints
{
    readonly Fraction fraction;

    internal ExactPoints(Fraction fraction) => this.fraction = fraction;

    /// <summary>Below the line; 1 for whole points.</summary>
    public BigInteger Parts => fraction.Parts;

    /// <summary>Above the line, in points; null when the number is too long to be written.</summary>
    public decimal? Sum => fraction.Millionths > (BigInteger)decimal.MaxValue ? null : (decimal)fraction.Millionths / Fraction.Million;

    /// <summary>Rounded as every figure is: once, midpoint away from zero.</summary>
    public decimal Rounded(int decimals) => fraction.Round(decimals);

    /// <summary>The digits up to this many decimals (0 to 6), the rest cut off.</summary>
    public decimal Cut(int decimals)
    {
        var (units, _) = Units(decimals);
        return (decimal)units * new decimal(1, 0, 0, false, (byte)decimals);
    }

    /// <summary>Whether this many decimals (0 to 6) say all of it.</summary>
    public bool IsWhole(int decimals) => Units(decimals).Remainder.IsZero;

    (BigInteger Units, BigInteger Remainder) Units(int decimals)
    {
        var units = BigInteger.DivRem(fraction.Millionths, BigInteger.Pow(10, 6 - decimals) * fraction.Parts, out var rest);
        return (units, rest);
    }
}
