using KeyProducts.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KeyProducts.Web.Storage;

internal sealed class CityCertificateMapping : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> builder)
    {
        builder.HasOne<Programme>().WithMany().HasForeignKey(certificate => certificate.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Nomination>().WithMany().HasForeignKey(certificate => certificate.NominationId).OnDelete(DeleteBehavior.Restrict);
        // The new one names the old one and not the other way round, so that the old one can be put out of force before the new one comes into the index.
        builder.HasOne<Certificate>().WithOne().HasForeignKey<Certificate>(certificate => certificate.ReplacesId).OnDelete(DeleteBehavior.Restrict);
        // The check asks by what people read: year and number.
        builder.HasIndex(certificate => new { certificate.Year, certificate.Number }).IsUnique();
        builder.HasIndex(certificate => new { certificate.NominationId, certificate.Kind }).IsUnique().HasFilter("RevokedAt IS NULL AND ReplacedAt IS NULL");
        builder.ComplexProperty(certificate => certificate.Product);
        builder.ComplexProperty(certificate => certificate.Business);
        builder.ComplexProperty(certificate => certificate.Industry);
        builder.ComplexProperty(certificate => certificate.Decision);
        builder.ComplexProperty(certificate => certificate.IssuedBy);
        builder.ComplexProperty(certificate => certificate.RevokedBy);
        builder.ComplexProperty(certificate => certificate.ReplacedBy);
        builder.Ignore(certificate => certificate.Code);
        builder.Ignore(certificate => certificate.Names);
        // The store refuses changes of what is printed itself.
        builder.ToTable(table => table.HasTrigger("Certificates_NoUpdate"));
        builder.Property<Guid>(Versions.Column).IsConcurrencyToken();
    }
}
