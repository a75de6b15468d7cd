using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;

namespace KeyProducts.Web.Import;

/// <summary>What a row of a file of the council would do.</summary>
public enum CouncilRowState
{
    /// <summary>A cell cannot be taken.</summary>
    Wrong,

    /// <summary>There is no account with its address.</summary>
    NoAccount,

    /// <summary>A judge joins.</summary>
    New,

    /// <summary>What is said of a judge changes.</summary>
    Changed,

    /// <summary>Nothing.</summary>
    Unchanged,
}

/// <summary>Something that would change, in the reader's words.</summary>
public sealed record CouncilChange(ImportColumn Column, string From, string To);

/// <summary>A row of a file of the council and what it would do.</summary>
public sealed class CouncilRow
{
    /// <summary>Its number in the sheet.</summary>
    public required int Row { get; init; }

    /// <summary>What it would do.</summary>
    public CouncilRowState State =>
        Wrong.Count > 0 ? CouncilRowState.Wrong
        : NewAccount is not null ? CouncilRowState.NoAccount
        : IsNew ? CouncilRowState.New
        : Changes.Count > 0 ? CouncilRowState.Changed : CouncilRowState.Unchanged;

    /// <summary>The address, as the file says.</summary>
    public string Email { get; set; } = "";

    /// <summary>The name, as the file says.</summary>
    public string Name { get; set; } = "";

    /// <summary>What would change; of a new judge, all that is said.</summary>
    public List<CouncilChange> Changes { get; } = [];

    /// <summary>The cells that cannot be taken.</summary>
    public List<WrongCell> Wrong { get; } = [];

    /// <summary>What a reader should know of it.</summary>
    public List<Said> Notes { get; } = [];

    /// <summary>The judge that it is about; null when it is wrong.</summary>
    internal Judge? Judge { get; set; }

    internal bool IsNew { get; set; }

    /// <summary>The account that would have to be made.</summary>
    internal AppUser? NewAccount { get; set; }
}

/// <summary>What a file would do to a year's council, worked out against what is stored now. Nothing of it is written yet.</summary>
/// <param name="Sheet">The sheet that was read.</param>
/// <param name="Rows">Its rows, in order.</param>
/// <param name="Notices">What a reader should know of the file.</param>
/// <param name="NotInFile">The names of judges on the council who do not stand in the file; they stay as they are.</param>
/// <param name="Fingerprint">Names exactly this plan: another file or another store make another.</param>
public sealed record CouncilPlan(string Sheet, IReadOnlyList<CouncilRow> Rows, IReadOnlyList<Said> Notices, IReadOnlyList<string> NotInFile, string Fingerprint)
{
    /// <summary>How many rows would do that.</summary>
    public int Count(CouncilRowState state) => Rows.Count(row => row.State == state);

    internal static string FingerprintOf(IEnumerable<CouncilRow> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row.Row}|{row.State}|{row.Email}|{(row.IsNew ? null : row.Judge?.Id)}\n");
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
