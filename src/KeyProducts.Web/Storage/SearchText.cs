using System.Globalization;
using System.Text;
using KeyProducts.Domain;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Storage;

/// <summary>Text folded for searching: "Điện tử" and "dien tu" are the same.</summary>
public static class SearchText
{
    /// <summary>The shadow column that holds the folded text.</summary>
    public const string Column = "SearchText";

    /// <summary>What stands before a tax code in the column, so that a code is found as a code and a name as a name.</summary>
    public const char CodeSign = '#';

    // Latin letters with all that Vietnamese puts on them are taken apart once.
    private static readonly string?[] Parts = new string?[0x2000];

    /// <summary>
    /// What a business or nomination is found by; null for what is not searched. Each word has a space before it, the first one too:
    /// the beginning of a word is then one LIKE.
    /// </summary>
    public static string? Of(object entity) => entity switch
    {
        Business business => OfBusiness(business.Name, business.TaxCode),
        Nomination nomination => OfNomination(nomination.Product),
        _ => null,
    };

    /// <summary>Lower case, without diacritics, đ as d, one space between words; signs stay.</summary>
    public static string Fold(string? text) => Join(text, rune => FoldRune(rune) ?? "");

    /// <summary>The words of a text, folded, one space between: letters and digits alone, every other sign parts words.</summary>
    public static string Words(string? text) => Join(text, rune => WordPart(rune) ?? "");

    /// <summary>What a sign is to a word: its folded letters; a space when it parts words; null for a mark of the letter before it.</summary>
    public static string? WordPart(Rune rune)
    {
        var part = rune.Value < Parts.Length ? Parts[rune.Value] ??= PartOf(rune) : PartOf(rune);
        return part.Length == 0 ? null : part;
    }

    // Empty for a mark.
    private static string PartOf(Rune rune) => string.Concat((FoldRune(rune) ?? "").EnumerateRunes().Select(part => Rune.IsLetterOrDigit(part) ? part.ToString() : " "));

    private static string Join(string? text, Func<Rune, string> fold)
    {
        var folded = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            folded.Append(fold(rune));
        }

        return string.Join(' ', folded.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    // Null for a mark, which belongs to the letter before it.
    private static string? FoldRune(Rune rune)
    {
        if (rune.IsAscii)
        {
            return Rune.ToLowerInvariant(rune).ToString();
        }

        // Eth and the African d look like đ, and old converters and keyboards write them for it.
        if (rune.Value is 'đ' or 'Đ' or 'ð' or 'Ð' or 'ɖ' or 'Ɖ')
        {
            return "d";
        }

        var letters = string.Concat(rune.ToString().Normalize(NormalizationForm.FormD).EnumerateRunes()
            .Where(part => Rune.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark).Select(part => Rune.ToLowerInvariant(part).ToString()));
        return letters.Length == 0 ? null : letters;
    }

    /// <summary>
    /// Brings the column of records that an earlier version of the program has folded otherwise to what this one looks for. It reads the
    /// few columns that are folded and writes what differs: nothing, at every start but the first after an upgrade. The column is no
    /// part of what people entered, so neither the version of a record nor the history moves with it.
    /// </summary>
    public static async Task RefreshAsync(AppDbContext db)
    {
        var businesses = await db.Businesses
            .Select(one => new { one.Id, Name = new BilingualName(one.Name.Vietnamese, one.Name.English), one.TaxCode, Stored = EF.Property<string>(one, Column) }).ToListAsync();
        var nominations = await db.Nominations
            .Select(one => new { one.Id, Product = new BilingualName(one.Product.Vietnamese, one.Product.English), Stored = EF.Property<string>(one, Column) }).ToListAsync();
        var staleBusinesses = businesses.Select(one => (one.Id, one.Stored, Text: OfBusiness(one.Name, one.TaxCode))).Where(one => one.Stored != one.Text).ToList();
        var staleNominations = nominations.Select(one => (one.Id, one.Stored, Text: OfNomination(one.Product))).Where(one => one.Stored != one.Text).ToList();
        if (staleBusinesses.Count + staleNominations.Count == 0)
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var one in staleBusinesses)
        {
            await db.Database.ExecuteSqlAsync($"UPDATE Businesses SET SearchText = {one.Text} WHERE Id = {one.Id}");
        }

        foreach (var one in staleNominations)
        {
            await db.Database.ExecuteSqlAsync($"UPDATE Nominations SET SearchText = {one.Text} WHERE Id = {one.Id}");
        }

        await transaction.CommitAsync();
    }

    // A code is one word, whatever stands between its digits.
    private static string OfBusiness(BilingualName name, string? taxCode) =>
        " " + Words($"{name.Vietnamese} {name.English}") + (taxCode is null ? "" : $" {CodeSign}{Words(taxCode).Replace(" ", "", StringComparison.Ordinal)}");

    private static string OfNomination(BilingualName product) => " " + Words($"{product.Vietnamese} {product.English}");
}
