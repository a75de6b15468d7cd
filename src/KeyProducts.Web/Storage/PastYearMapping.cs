using KeyProducts.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KeyProducts.Web.Storage;

internal sealed class PastFigureMapping : IEntityTypeConfiguration<PastFigure>
{
    public void Configure(EntityTypeBuilder<PastFigure> builder)
    {
        // A source says a thing of a year once; another source may say something else. Nothing is unequal to nothing in an index, so there are two.
        builder.HasIndex(figure => new { figure.Year, figure.Measure, figure.Source }).IsUnique().HasFilter("Industry IS NULL");
        builder.HasIndex(figure => new { figure.Year, figure.Measure, figure.Industry, figure.Source }).IsUnique();
        builder.Ignore(figure => figure.Content);
        builder.Property<Guid>(Versions.Column).IsConcurrencyToken();
    }
}

internal sealed class PastProductMapping : IEntityTypeConfiguration<PastProduct>
{
    public void Configure(EntityTypeBuilder<PastProduct> builder)
    {
        builder.HasIndex(product => new { product.Year, product.Product, product.Business }).IsUnique();
        builder.HasOne<Business>().WithMany().HasForeignKey(product => product.BusinessId).OnDelete(DeleteBehavior.Restrict);
        builder.Property<Guid>(Versions.Column).IsConcurrencyToken();
    }
}
