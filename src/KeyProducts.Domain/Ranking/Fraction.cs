using System.Numerics;

namespace KeyProducts.Domain;

/// <summary>
/// An exact amount of points, never negative: a mean is a fraction, and fractions are added before anything is rounded (scoring.md, Official score 3).
/// Marks are counted in whole millionths of a point, which is why they have at most six decimals (<see cref="RankingCheck"/>).
/// </summary>
internal readonly struct Fraction
{
    /// <summary>Millionths in a point.</summary>
    public const decimal Million = 1_000_000m;

    readonly BigInteger millionths;
    readonly BigInteger parts;

    Fraction(BigInteger millionths, BigInteger parts)
    {
        this.millionths = millionths;
        this.parts = parts;
    }

    /// <summary>Above the line, in millionths of a point.</summary>
    public BigInteger Millionths => millionths;

    /// <summary>Below the line; at least 1.</summary>
    public BigInteger Parts => parts;

    /// <summary>No points.</summary>
    public static Fraction Zero { get; } = new(BigInteger.Zero, BigInteger.One);

    /// <summary>The mean of <paramref name="count"/> marks (at least 1) that add up to <paramref name="sum"/> millionths of a point.</summary>
    public static Fraction Mean(long sum, int count) => new(sum, count);

    /// <summary>The exact sum. Not reduced: nothing but rounding follows, and most denominators are equal.</summary>
    public static Fraction operator +(Fraction a, Fraction b)
    {
        if (a.parts == b.parts)
            return new Fraction(a.millionths + b.millionths, a.parts);
        var common = BigInteger.GreatestCommonDivisor(a.parts, b.parts);
        var (timesA, timesB) = (b.parts / common, a.parts / common);
        return new Fraction(a.millionths * timesA + b.millionths * timesB, a.parts * timesA);
    }

    /// <summary>In points with exactly this many decimals (0 to 6), midpoint away from zero: 0.125 → 0.13.</summary>
    public decimal Round(int decimals)
    {
        var unit = BigInteger.Pow(10, 6 - decimals) * parts;
        var units = (2 * millionths + unit) / (2 * unit);
        return (decimal)units * new decimal(1, 0, 0, false, (byte)decimals);
    }
}
