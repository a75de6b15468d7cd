using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KeyProducts.Domain;

namespace KeyProducts.Web.Import;

/// <summary>What a cell of a judge's workbook would do.</summary>
public enum OfflineState
{
    /// <summary>It cannot be taken; what is stored stays.</summary>
    Wrong,

    /// <summary>On line something else was saved since the file went out: the judge chooses.</summary>
    Both,

    /// <summary>Nothing was stored there.</summary>
    New,

    /// <summary>It changes what is stored.</summary>
    Changed,
}

/// <summary>A cell that differs from what is stored.</summary>
/// <param name="Address">Its name, "E7".</param>
/// <param name="Criterion">The criterion; null for the remark.</param>
/// <param name="State">What it would do.</param>
/// <param name="Stored">What is stored: a decimal, words, or null.</param>
/// <param name="Typed">What the file says: a decimal, words, or null; of a wrong cell its text.</param>
/// <param name="Why">Why it cannot be taken.</param>
public sealed record OfflineCell(string Address, Criterion? Criterion, OfflineState State, object? Stored, object? Typed, Said? Why = null);

/// <summary>A row of a judge's workbook and what it would do.</summary>
/// <param name="Row">Its number in the sheet.</param>
/// <param name="Number">The registration number; null when the row has none that is known.</param>
/// <param name="Product">The product, as it is stored; empty when it is not one of the judge's.</param>
/// <param name="Why">Why the whole row is left as it is; null when it is not.</param>
/// <param name="Cells">What differs, also where the row is left as it is.</param>
public sealed record OfflineRow(int Row, int? Number, string Product, Said? Why, IReadOnlyList<OfflineCell> Cells)
{
    /// <summary>What would be stored without a choice.</summary>
    public IEnumerable<OfflineCell> Taken => Why is null ? Cells.Where(cell => cell.State is OfflineState.New or OfflineState.Changed) : [];

    /// <summary>What the judge chooses between.</summary>
    public IEnumerable<OfflineCell> Chosen => Why is null ? Cells.Where(cell => cell.State == OfflineState.Both) : [];

    /// <summary>What a choice is called in a form.</summary>
    public string KeyOf(OfflineCell cell) => cell.Criterion is null ? $"{Number}/remark" : $"{Number}/{cell.Criterion.Id}";

    /// <summary>Whether a reader has to know of it.</summary>
    public bool IsShown => Why is not null || Cells.Count > 0;
}

/// <summary>What a judge's workbook would do to the judge's sheets, worked out against what is stored now.</summary>
/// <param name="Rows">Its rows, in order.</param>
/// <param name="Notices">What a reader should know of the file.</param>
public sealed record OfflinePlan(IReadOnlyList<OfflineRow> Rows, IReadOnlyList<Said> Notices)
{
    /// <summary>How many cells would do that.</summary>
    public int Count(OfflineState state) => Rows.Sum(row => state == OfflineState.Wrong
        ? row.Cells.Count(cell => cell.State == state) + (row.Why is null ? 0 : 1)
        : row.Why is null ? row.Cells.Count(cell => cell.State == state) : 0);

    /// <summary>Names exactly this plan: another file or another store make another.</summary>
    public string Fingerprint
    {
        get
        {
            var text = new StringBuilder();
            foreach (var row in Rows)
            {
                text.Append(CultureInfo.InvariantCulture, $"{row.Row}|{row.Number}|{row.Why?.Sentence}\n");
                foreach (var cell in row.Cells)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{cell.Criterion?.Id}|{cell.State}|{cell.Stored}|{cell.Typed}\n");
                }
            }

            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        }
    }
}
