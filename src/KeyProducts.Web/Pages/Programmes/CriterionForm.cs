using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Text;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>The form of a criterion.</summary>
public sealed class CriterionForm
{
    private const int MostBands = 8;

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
    /// <exception cref="RuleException">A band has a figure without points, or points without a figure.</exception>
    public CriterionContent ToContent() => new(
        BilingualName.Of(Name, NameEnglish),
        Max!.Value,
        GroupEditModel.MinimumOf(Minimum, MinimumIsPercent),
        Guidance,
        GuidanceEnglish,
        string.IsNullOrEmpty(Figure) ? null : Figure,
        string.IsNullOrEmpty(Figure) ? null : BandText.Write(Filled()));

    /// <summary>Rows enough to write more bands.</summary>
    public void FillBands()
    {
        while (Bands.Count < MostBands)
        {
            Bands.Add(new BandForm());
        }
    }

    private List<Band> Filled() =>
    [
        .. Bands.Index().Where(one => one.Item is not { From: null, Points: null }).Select(one => new Band(
            one.Item.From ?? throw new RuleException("Fill in this field.") { Field = $"Bands[{one.Index}].From" },
            one.Item.Points ?? throw new RuleException("Fill in this field.") { Field = $"Bands[{one.Index}].Points" })),
    ];

    /// <summary>A band: from which figure on it gives how many points.</summary>
    public sealed class BandForm
    {
        [Amount(2)]
        public decimal? From { get; set; }

        public decimal? Points { get; set; }
    }
}
