using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;

namespace KeyProducts.Web.Pages.Paper;

/// <summary>What an officer types of a paper sheet.</summary>
public sealed class PaperForm
{
    /// <summary>The choice for what the first officer has read.</summary>
    public const string First = "first";

    /// <summary>The choice for what stands in the field.</summary>
    public const string Mine = "mine";

    public Guid Version { get; set; }

    public DateOnly? SignedOn { get; set; }

    /// <summary>Points by criterion.</summary>
    public Dictionary<Guid, decimal?> Points { get; set; } = [];

    /// <summary>Remarks by criterion.</summary>
    public Dictionary<Guid, string?> Remarks { get; set; } = [];

    [StringLength(2000)]
    public string? Remark { get; set; }

    public IFormFile? Scan { get; set; }

    /// <summary>Where both entries differ, which of them is right, by <see cref="KeyOf"/>.</summary>
    public Dictionary<string, string?> Choice { get; set; } = [];

    /// <summary>Whether the paper is to replace marks that are saved on line.</summary>
    public bool ReplacesDraft { get; set; }

    /// <summary>The form filled from what was entered.</summary>
    public static PaperForm Of(PaperReading reading, Guid version) => new()
    {
        Version = version,
        SignedOn = reading.SignedOn,
        Points = new(reading.Points),
        Remarks = new(reading.Remarks),
        Remark = reading.Remark,
    };

    /// <summary>What a choice is called in the form.</summary>
    public static string KeyOf(string field) => field.Replace("Points[", "p-", StringComparison.Ordinal).Replace("Remarks[", "r-", StringComparison.Ordinal).TrimEnd(']');

    /// <summary>What was typed.</summary>
    public PaperReading Reading() => new(SignedOn, Points, Remarks, Remark);

    /// <summary>What was typed, with the first entry's values where they were chosen; and the fields that were settled.</summary>
    public (PaperReading Reading, IReadOnlyCollection<string> Settled) Settle(PaperSheet paper)
    {
        var (first, day, remark) = (paper.Read(), SignedOn, Remark);
        var (points, remarks) = (new Dictionary<Guid, decimal?>(Points), new Dictionary<Guid, string?>(Remarks));
        var settled = new List<string>();
        foreach (var mismatch in paper.Mismatches(Reading()))
        {
            var choice = Choice.GetValueOrDefault(KeyOf(mismatch.Field));
            if (choice is not (First or Mine))
            {
                continue;
            }

            settled.Add(mismatch.Field);
            if (choice == Mine)
            {
                continue;
            }

            switch (mismatch)
            {
                case { Field: "SignedOn" }:
                    day = first.SignedOn;
                    break;
                case { CriterionId: { } id, Field: ['P', ..] }:
                    points[id] = first.Points[id];
                    break;
                case { CriterionId: { } id }:
                    remarks[id] = first.Remarks[id];
                    break;
                default:
                    remark = first.Remark;
                    break;
            }
        }

        return (new PaperReading(day, points, remarks, remark), settled);
    }
}

/// <summary>The inputs of a paper sheet, as both officers see them.</summary>
/// <param name="Programme">The year, with its criteria.</param>
/// <param name="Judge">With the criteria assigned.</param>
/// <param name="Input">What was typed.</param>
/// <param name="Mismatches">Where both entries differ, when the second officer has typed all of it; otherwise empty.</param>
public sealed record PaperInputs(Programme Programme, Judge Judge, PaperForm Input, IReadOnlyList<PaperMismatch> Mismatches)
{
    /// <summary>Where an input differs from the first entry; null where it does not.</summary>
    public PaperMismatch? On(string field) => Mismatches.FirstOrDefault(mismatch => mismatch.Field == field);
}
