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

    /// <summary>Words of small letters and digits without diacritics, đ as d, one space between; every other sign parts words.</summary>
    public static string Fold(string? text)
    {
        var folded = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            folded.Append(Fold(rune) ?? "");
        }

        return string.Join(' ', folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>A sign as <see cref="Fold(string)"/> writes it: its letters; a space when it parts words; null for a mark of the letter before it.</summary>
    public static string? Fold(Rune rune)
    {
        if (rune.IsAscii)
        {
            return char.IsAsciiLetterOrDigit((char)rune.Value) ? char.ToLowerInvariant((char)rune.Value).ToString() : " ";
        }

        // Eth and the African d look like đ, and old converters and keyboards write them for it.
        if (rune.Value is 'đ' or 'Đ' or 'ð' or 'Ð' or 'ɖ' or 'Ɖ')
        {
            return "d";
        }

        // What is no sign of Unicode at all cannot be taken apart.
        var parts = rune == Rune.ReplacementChar ? " " : rune.ToString().Normalize(NormalizationForm.FormD);
        var letters = new StringBuilder();
        var isMark = true;
        foreach (var part in parts.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(part) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            isMark = false;
            letters.Append(Rune.IsLetterOrDigit(part) ? Rune.ToLowerInvariant(part).ToString() : " ");
        }

        return isMark ? null : letters.ToString();
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
        " " + Fold($"{name.Vietnamese} {name.English}") + (taxCode is null ? "" : $" {CodeSign}{Fold(taxCode).Replace(" ", "", StringComparison.Ordinal)}");

    private static string OfNomination(BilingualName product) => " " + Fold($"{product.Vietnamese} {product.English}");
}
