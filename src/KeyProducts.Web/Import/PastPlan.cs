using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KeyProducts.Domain;

namespace KeyProducts.Web.Import;

/// <summary>A business of the register that a row may be of.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Number">Its number in addresses.</param>
/// <param name="Name">Its name.</param>
/// <param name="ByTaxCode">Whether the tax code is the same; otherwise only the name is.</param>
public sealed record SuggestedBusiness(Guid Id, int Number, string Name, bool ByTaxCode);

/// <summary>A row of an old list and what it would do.</summary>
public sealed class PastRow
{
    /// <summary>Its number in the sheet.</summary>
    public required int Row { get; init; }

    /// <summary>What it would do.</summary>
    public RowState State => Wrong.Count > 0 ? RowState.Wrong : Known is null ? RowState.New : Changes.Count > 0 ? RowState.Changed : RowState.Unchanged;

    /// <summary>What it says.</summary>
    public PastProductContent Content { get; set; } = new(0, null, null, null, null, false, null);

    /// <summary>What would change of a product that is stored: the column's key, and both values written.</summary>
    public List<(string Key, string From, string To)> Changes { get; } = [];

    /// <summary>The cells that cannot be taken.</summary>
    public List<WrongCell> Wrong { get; } = [];

    /// <summary>What was done to read it.</summary>
    public List<Said> Notes { get; } = [];

    /// <summary>The business that it may be of; null where none is found, or one is linked already.</summary>
    public SuggestedBusiness? Suggested { get; set; }

    /// <summary>The key of the product that is stored already; null for a new one.</summary>
    internal Guid? Known { get; set; }
}

/// <summary>What a file of an old list would do, worked out against what is stored now. Nothing of it is written yet.</summary>
/// <param name="Sheet">The sheet that was read.</param>
/// <param name="Rows">Its rows, in order.</param>
/// <param name="Notices">What a reader should know of the file.</param>
/// <param name="Fingerprint">Names exactly this plan: another file or another store make another.</param>
public sealed record PastPlan(string Sheet, IReadOnlyList<PastRow> Rows, IReadOnlyList<Said> Notices, string Fingerprint)
{
    /// <summary>How many rows would do that.</summary>
    public int Count(RowState state) => Rows.Count(row => row.State == state);

    internal static string FingerprintOf(IEnumerable<PastRow> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row.Row}|{row.State}|{row.Content}|{row.Known}|{row.Suggested}\n");
            foreach (var (key, from, to) in row.Changes)
            {
                text.Append(CultureInfo.InvariantCulture, $"{key}|{from}|{to}\n");
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
