namespace KeyProducts.Domain;

/// <summary>What an old list says of a product.</summary>
/// <param name="Year">The year of the award.</param>
/// <param name="Product">The product's name, as printed.</param>
/// <param name="Business">The name of its business, as printed; null where the list names the product alone.</param>
/// <param name="TaxCode">The business's tax code, where the list has it: only to know the business again, never shown to visitors.</param>
/// <param name="Industry">The industry, in the list's words; null where it does not say.</param>
/// <param name="IsTop">Whether it was of the top of the year.</param>
/// <param name="Source">Where the list was read.</param>
public sealed record PastProductContent(int Year, string? Product, string? Business, string? TaxCode, string? Industry, bool IsTop, string? Source);

/// <summary>A product recognised in a year that the program has not carried through, from an old list.</summary>
public sealed class PastProduct
{
    private PastProduct()
    {
        Product = null!;
        Source = null!;
    }

    /// <summary>Records a product of an old list. Only staff read it until the year's list is published.</summary>
    /// <param name="content">What the list says.</param>
    /// <param name="business">The business of the register that it is of; null while none is known.</param>
    /// <exception cref="RuleException">Something is missing or cannot be, or the business has been merged into another.</exception>
    public PastProduct(PastProductContent content, Business? business)
        : this() => Change(content, business);

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The year of the award.</summary>
    public int Year { get; private set; }

    /// <summary>Its name, as printed.</summary>
    public string Product { get; private set; }

    /// <summary>The name of its business, as printed; null where the list names the product alone.</summary>
    public string? Business { get; private set; }

    /// <summary>The business's tax code, where the list has it. It is not public.</summary>
    public string? TaxCode { get; private set; }

    /// <summary>The industry, in the list's words; null where it does not say.</summary>
    public string? Industry { get; private set; }

    /// <summary>Whether it was of the top of the year.</summary>
    public bool IsTop { get; private set; }

    /// <summary>Where the list was read.</summary>
    public string Source { get; private set; }

    /// <summary>The key of the business of the register that it is of; null while none is known. That record may have been merged into another since.</summary>
    public Guid? BusinessId { get; private set; }

    /// <summary>Whether everybody may read it.</summary>
    public bool IsPublic { get; private set; }

    /// <summary>Corrects what is recorded of the list, and whose product it is.</summary>
    /// <param name="content">What the list says.</param>
    /// <param name="business">The business of the register that it is of; null while none is known.</param>
    /// <exception cref="RuleException">Something is missing or cannot be, or the business has been merged into another.</exception>
    public void Change(PastProductContent content, Business? business)
    {
        var (product, name, industry) = (PastFigure.Tidy(content.Product), PastFigure.Tidy(content.Business), PastFigure.Tidy(content.Industry));
        var (source, code) = (PastFigure.Tidy(content.Source), Domain.TaxCode.Tidy(content.TaxCode));
        PastFigure.RequireYear(content.Year);
        PastFigure.Require(product is not null, nameof(Product), "Give the name of the product.");
        PastFigure.RequireSource(source);
        foreach (var (text, field) in new[] { (product, nameof(Product)), (name, nameof(Business)), (industry, nameof(Industry)), (code, nameof(TaxCode)) })
        {
            PastFigure.Require(text is null || text.Length <= PastFigure.MaxLength, field, "A text has at most {0} characters.", PastFigure.MaxLength);
        }

        if (business is not null && business.Id != BusinessId)
        {
            business.RequireUnmerged();
        }

        (Year, Product, Business, TaxCode, Industry, IsTop, Source) = (content.Year, product!, name, code, industry, content.IsTop, source!);
        BusinessId = business?.Id;
    }

    /// <summary>Lets everybody read it, or staff alone.</summary>
    public void Show(bool isPublic) => IsPublic = isPublic;
}
