using System.Globalization;

namespace KeyProducts.Domain;

/// <summary>
/// The code that a paper sheet carries, "PCĐ-2026-014-J03-K": year, registration number, the judge's place among all judges of the year in
/// the order in which they came, and a character that tells a mistyped code. Number 0 names all sheets of a judge.
/// </summary>
/// <param name="Year">The year.</param>
/// <param name="Number">The registration number; 0 for all.</param>
/// <param name="Judge">The judge's place, from 1. Judges who have left keep theirs.</param>
public sealed record SheetCode(int Year, int Number, int Judge)
{
    private const string Prefix = "PCD";

    // As many as a prime, so that one wrong character and two that changed places are always found. None that a hand or an eye mixes up with another.
    private const string Signs = "0123456789ABCDEFGHKLMNPQRSTUVXY";

    /// <summary>As it is printed.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"PCĐ-{Year:0000}-{Number:000}-J{Judge:00}-{Check}");

    private char Check
    {
        get
        {
            var digits = string.Create(CultureInfo.InvariantCulture, $"{Year:0000}{Number:00000}{Judge:000}");
            var sum = digits.Select((digit, place) => (place + 2) * (digit - '0')).Sum();
            return Signs[sum % Signs.Length];
        }
    }

    /// <summary>
    /// Reads a code as people type it: capitals or not, with or without "PCĐ", with dashes or spaces between its parts.
    /// </summary>
    /// <exception cref="RuleException">It is none, or its last character does not fit the others.</exception>
    public static SheetCode Read(string? typed)
    {
        var parts = (typed ?? "").Normalize().ToUpperInvariant().Replace('Đ', 'D').Split([' ', '-', '–', '—', '.', '/', '_'], StringSplitOptions.RemoveEmptyEntries);
        if (parts is [Prefix, .. var rest])
        {
            parts = rest;
        }

        if (parts is not [{ Length: 4 } year, { Length: >= 1 and <= 5 } number, ['J', .. { Length: >= 1 and <= 3 } judge], [var check]]
            || !IsNumber(year, out var y) || !IsNumber(number, out var n) || !IsNumber(judge, out var j) || j == 0)
        {
            throw new RuleException("This is no code of a score sheet. It looks like {0}.", new SheetCode(2026, 14, 3).ToString()) { Field = "Code" };
        }

        var code = new SheetCode(y, n, j);
        return code.Check == check
            ? code
            : throw new RuleException("This code is mistyped: its last character does not fit the others. Compare it with the paper.") { Field = "Code" };
    }

    private static bool IsNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
