using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KeyProducts.Domain;

namespace KeyProducts.Web.Import;

/// <summary>What a row of a file would do.</summary>
public enum RowState
{
    Wrong,
    New,
    Changed,
    Unchanged,
}

/// <summary>An entry that would change.</summary>
/// <param name="Column">Which.</param>
/// <param name="From">What is stored.</param>
/// <param name="To">What the file says.</param>
public sealed record PlannedChange(ImportColumn Column, object? From, object? To);

/// <summary>A cell that cannot be taken.</summary>
/// <param name="Address">Its name, "C7".</param>
/// <param name="Column">What it should hold; null for a problem of the whole row.</param>
/// <param name="Stands">What stands there.</param>
/// <param name="Why">Why not.</param>
public sealed record WrongCell(string Address, ImportColumn? Column, string Stands, Said Why);

/// <summary>A cell that was mended here.</summary>
/// <param name="Address">Its name.</param>
/// <param name="Column">What it holds.</param>
/// <param name="Stood">What stands in the file.</param>
/// <param name="Stands">What is read instead.</param>
public sealed record MendedCell(string Address, ImportColumn Column, string Stood, string Stands);

/// <summary>A row of a file and what it would do.</summary>
public sealed class PlannedRow
{
    /// <summary>Its number in the sheet.</summary>
    public required int Row { get; init; }

    /// <summary>What it would do.</summary>
    public RowState State => Wrong.Count > 0 ? RowState.Wrong : Nomination is { IsNew: true } ? RowState.New : Changes.Count > 0 ? RowState.Changed : RowState.Unchanged;

    /// <summary>The product, as the file or else the store says.</summary>
    public string Product { get; set; } = "";

    /// <summary>The business, as the file or else the store says.</summary>
    public string Business { get; set; } = "";

    /// <summary>The registration number; of a new nomination the one it would get.</summary>
    public int? Number { get; set; }

    /// <summary>What would change; for a new nomination, in an existing business.</summary>
    public List<PlannedChange> Changes { get; } = [];

    /// <summary>The cells that cannot be taken, all of them.</summary>
    public List<WrongCell> Wrong { get; } = [];

    /// <summary>The cells that were mended here.</summary>
    public List<MendedCell> Mended { get; } = [];

    /// <summary>What was done to read the row.</summary>
    public List<Said> Notes { get; } = [];

    /// <summary>The nomination that it is about; null while that is not known.</summary>
    internal (Nomination Record, bool IsNew)? Nomination { get; set; }
}

/// <summary>What a file would do to a year's nominations, worked out against what is stored now. Nothing of it is written yet.</summary>
/// <param name="Sheet">The sheet that was read.</param>
/// <param name="Rows">Its rows, in order.</param>
/// <param name="Notices">What a reader should know of the file.</param>
/// <param name="NeedsReason">Whether the year asks for a reason.</param>
/// <param name="Fingerprint">Names exactly this plan: another file, another correction or another store make another.</param>
public sealed record ImportPlan(string Sheet, IReadOnlyList<PlannedRow> Rows, IReadOnlyList<Said> Notices, bool NeedsReason, string Fingerprint)
{
    /// <summary>How many rows would do that.</summary>
    public int Count(RowState state) => Rows.Count(row => row.State == state);

    /// <summary>The fingerprint of rows.</summary>
    internal static string FingerprintOf(IEnumerable<PlannedRow> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row.Row}|{row.State}|{row.Nomination?.Record.Number}|{row.Business}|{row.Product}\n");
            foreach (var change in row.Changes)
            {
                text.Append(CultureInfo.InvariantCulture, $"{change.Column.Key}|{change.From}|{change.To}\n");
            }

            foreach (var wrong in row.Wrong)
            {
                text.Append(CultureInfo.InvariantCulture, $"!{wrong.Address}|{wrong.Why.Sentence}\n");
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
