using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;

namespace KeyProducts.Web.Pages.PastYears;

/// <summary>A product of an old list as staff type it.</summary>
public sealed class ProductForm
{
    public Guid Version { get; set; }

    [Required, Range(PastFigure.FirstYear, PastFigure.LastYear)]
    public int? Year { get; set; }

    [Required, StringLength(PastFigure.MaxLength)]
    public string? Product { get; set; }

    [StringLength(PastFigure.MaxLength)]
    public string? Business { get; set; }

    [StringLength(20)]
    public string? TaxCode { get; set; }

    [StringLength(PastFigure.MaxLength)]
    public string? Industry { get; set; }

    public bool IsTop { get; set; }

    [Required, StringLength(PastFigure.MaxLength)]
    public string? Source { get; set; }

    /// <summary>The number of the business of the register that it is of.</summary>
    public int? BusinessNumber { get; set; }

    [StringLength(1000)]
    public string? Reason { get; set; }

    /// <summary>What is stored, to be changed.</summary>
    public static ProductForm Of(PastProduct product, int? business, Guid version) => new()
    {
        Version = version,
        Year = product.Year,
        Product = product.Product,
        Business = product.Business,
        TaxCode = product.TaxCode,
        Industry = product.Industry,
        IsTop = product.IsTop,
        Source = product.Source,
        BusinessNumber = business,
    };

    /// <summary>What was typed.</summary>
    public PastProductContent Content() => new(Year!.Value, Product, Business, TaxCode, Industry, IsTop, Source);
}
