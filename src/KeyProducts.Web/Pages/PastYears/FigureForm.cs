using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Text;

namespace KeyProducts.Web.Pages.PastYears;

/// <summary>A published figure as staff type it.</summary>
public sealed class FigureForm
{
    public Guid Version { get; set; }

    [Required, Range(PastFigure.FirstYear, PastFigure.LastYear)]
    public int? Year { get; set; }

    [Required]
    public PastMeasure? Measure { get; set; }

    [StringLength(PastFigure.MaxLength)]
    public string? Industry { get; set; }

    /// <summary>đồng, US dollars or a count.</summary>
    [Required, Amount(2)]
    public decimal? Value { get; set; }

    public Exactness Exactness { get; set; }

    public FigureBase? Base { get; set; }

    public int? DataYear { get; set; }

    [Required, StringLength(PastFigure.MaxLength)]
    public string? Source { get; set; }

    [StringLength(PastFigure.MaxLength)]
    public string? Note { get; set; }

    public bool IsPublic { get; set; }

    [StringLength(1000)]
    public string? Reason { get; set; }

    /// <summary>What is stored, to be changed.</summary>
    public static FigureForm Of(PastFigure figure, Guid version) => new()
    {
        Version = version,
        Year = figure.Year,
        Measure = figure.Measure,
        Industry = figure.Industry,
        Value = figure.Measure == PastMeasure.Export ? figure.Value / 100m : figure.Value,
        Exactness = figure.Exactness,
        Base = figure.Base,
        DataYear = figure.DataYear,
        Source = figure.Source,
        Note = figure.Note,
        IsPublic = figure.IsPublic,
    };

    /// <summary>What was typed, in the unit of its measure.</summary>
    public PastFigureContent Content()
    {
        var smallest = Measure == PastMeasure.Export ? Value!.Value * 100 : Value!.Value;
        if (smallest != decimal.Truncate(smallest) || Math.Abs(smallest) > long.MaxValue / 2)
        {
            throw new RuleException("Give a whole number.") { Field = nameof(Value) };
        }

        return new PastFigureContent(Year!.Value, Measure!.Value, Industry, (long)smallest, Exactness, Base, DataYear, Source, Note);
    }
}
