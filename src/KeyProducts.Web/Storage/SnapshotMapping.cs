using KeyProducts.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KeyProducts.Web.Storage;

internal sealed class SnapshotMapping : IEntityTypeConfiguration<Snapshot>
{
    public void Configure(EntityTypeBuilder<Snapshot> builder)
    {
        builder.HasOne<Programme>().WithMany().HasForeignKey(snapshot => snapshot.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(snapshot => new { snapshot.ProgrammeId, snapshot.Number }).IsUnique();
        builder.HasIndex(snapshot => snapshot.Sha256).IsUnique();
        // The store refuses changes itself.
        builder.ToTable(table => table.HasTrigger("Snapshots_NoUpdate"));
    }
}

internal sealed class SnapshotProposalMapping : IEntityTypeConfiguration<SnapshotProposal>
{
    public void Configure(EntityTypeBuilder<SnapshotProposal> builder)
    {
        builder.HasOne<Programme>().WithMany().HasForeignKey(proposal => proposal.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(proposal => proposal.ProgrammeId).IsUnique();
    }
}
