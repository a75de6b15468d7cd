using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace KeyProducts.Domain;

/// <summary>
/// Chance that anybody can repeat, in any language: xoshiro256** (Blackman and Vigna 2018), its state dealt by SplitMix64 (Steele, Lea and Flood 2014), and the polar method (Marsaglia and Bray 1964).
/// <list type="bullet">
/// <item>The seed is the number that the first 16 hexadecimal digits of a text make; of another text, those of its SHA-256 in UTF-8.</item>
/// <item>One SplitMix64 that begins at the seed deals four words to each stream in turn: stream 0 has the first four.</item>
/// <item>A number in [−1, 1) is (word ≫ 11) · 2⁻⁵² − 1. Two of them, u then v, are thrown away until 0 &lt; q = u² + v² &lt; 1; with f = √(−2 ln q / q), u·f is the next normal and v·f the one after it.</item>
/// </list>
/// The framework's own generator is not promised to stay the same from version to version.
/// </summary>
internal struct RandomStream
{
    const ulong Golden = 0x9E3779B97F4A7C15;

    ulong s0;
    ulong s1;
    ulong s2;
    ulong s3;
    double second;
    bool hasSecond;

    public RandomStream(ulong s0, ulong s1, ulong s2, ulong s3) => (this.s0, this.s1, this.s2, this.s3) = (s0, s1, s2, s3);

    /// <summary>One of the streams of a seed.</summary>
    public static RandomStream Of(ulong seed, int stream)
    {
        var state = unchecked(seed + 4 * (ulong)stream * Golden);
        return new RandomStream(SplitMix(ref state), SplitMix(ref state), SplitMix(ref state), SplitMix(ref state));
    }

    /// <summary>The seed that a text makes.</summary>
    public static ulong Seed(string text)
    {
        if (text.Length >= 16 && ulong.TryParse(text.AsSpan(0, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var seed))
            return seed;
        return Seed(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    /// <summary>The next word of SplitMix64.</summary>
    public static ulong SplitMix(ref ulong state)
    {
        unchecked
        {
            state += Golden;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>The next word of xoshiro256**.</summary>
    public ulong Next()
    {
        unchecked
        {
            var word = BitOperations.RotateLeft(s1 * 5, 7) * 9;
            var t = s1 << 17;
            s2 ^= s0;
            s3 ^= s1;
            s1 ^= s2;
            s0 ^= s3;
            s2 ^= t;
            s3 = BitOperations.RotateLeft(s3, 45);
            return word;
        }
    }

    /// <summary>The next of the standard normal distribution.</summary>
    public double Normal()
    {
        if (hasSecond)
        {
            hasSecond = false;
            return second;
        }

        double u, v, q;
        do
        {
            u = Symmetric();
            v = Symmetric();
            q = u * u + v * v;
        }
        while (q is >= 1 or 0);

        var f = Math.Sqrt(-2 * Math.Log(q) / q);
        second = v * f;
        hasSecond = true;
        return u * f;
    }

    double Symmetric() => (Next() >> 11) * (1.0 / (1UL << 52)) - 1;
}
