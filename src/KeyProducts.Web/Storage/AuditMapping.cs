using KeyProducts.Web.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KeyProducts.Web.Storage;

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.HasIndex(entry => entry.At);
        builder.HasIndex(entry => entry.Year);
        // Entries that were there before the chain get their place when the program starts.
        builder.HasIndex(entry => entry.Sequence).IsUnique().HasFilter("Sequence > 0");
    }
}

internal sealed class AuditHeadMapping : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.ToTable(nameof(AuditHead));
        builder.Property(head => head.Id).ValueGeneratedNever();
    }
}
