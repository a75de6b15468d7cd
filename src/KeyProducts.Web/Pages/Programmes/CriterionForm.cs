using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>The form of a criterion.</summary>
public sealed class CriterionForm
{
    [Required, StringLength(200)]
    public string? Name { get; set; }

    [StringLength(200)]
    public string? NameEnglish { get; set; }

    [Required]
    public decimal? Max { get; set; }

    public decimal? Minimum { get; set; }

    public bool MinimumIsPercent { get; set; }

    [StringLength(2000)]
    public string? Guidance { get; set; }

    [StringLength(2000)]
    public string? GuidanceEnglish { get; set; }

    /// <summary>The declared figure that makes the points; empty when judges mark.</summary>
    public string? Figure { get; set; }

    public List<BandForm> Bands { get; set; } = [];

    /// <summary>The form as a criterion fills it.</summary>
    public static CriterionForm Of(Criterion criterion) => new()
    {
        Name = criterion.Name.Vietnamese,
        NameEnglish = criterion.Name.English,
        Max = criterion.Max,
        Minimum = criterion.Minimum?.Value,
        MinimumIsPercent = criterion.Minimum?.IsPercent ?? false,
        Guidance = criterion.Guidance,
        GuidanceEnglish = criterion.GuidanceEnglish,
        Figure = criterion.Figure,
        Bands = [.. criterion.Bands.Select(band => new BandForm { From = band.From, Points = band.Points })],
    };

    /// <summary>What is written down.</summary>
    /// <exception cref="RuleException">A field that is needed is empty, or out of its range.</exception>
    public CriterionContent ToContent() => BandForm.Checked(
        new CriterionContent(
            BilingualName.Of(Name, NameEnglish), Max!.Value, GroupEditModel.MinimumOf(Minimum, MinimumIsPercent), Guidance, GuidanceEnglish, IsComputed() ? Figure : null, IsComputed() ? BandForm.Write(Bands) : null),
        Bands);

    /// <summary>The bands alone, to be looked at before the rest is written.</summary>
    /// <exception cref="RuleException">There is no figure or maximum, or a band cannot be.</exception>
    public IReadOnlyList<Band> ToBands()
    {
        if (!IsComputed())
        {
            throw new RuleException("Choose the figure that the bands look at.") { Field = nameof(Figure) };
        }

        var max = Max ?? throw new RuleException("Fill in this field.") { Field = nameof(Max) };
        return BandText.Read(BandForm.Checked(new CriterionContent(new BilingualName("–", null), max, null, null, null, Figure, BandForm.Write(Bands)), Bands).Bands);
    }

    private bool IsComputed() => !string.IsNullOrEmpty(Figure);
}
