using KeyProducts.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KeyProducts.Web.Storage;

internal sealed class CommentMapping : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> builder)
    {
        builder.HasOne<Programme>().WithMany().HasForeignKey(comment => comment.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(comment => new { comment.ProgrammeId, comment.Number }).IsUnique();
        builder.HasIndex(comment => comment.Code).IsUnique();
        builder.HasMany(comment => comment.Files).WithOne().HasForeignKey(file => file.CommentId);
        builder.Navigation(comment => comment.Files).HasField("files");
        builder.ComplexProperty(comment => comment.EnteredBy);
        builder.ComplexProperty(comment => comment.AnsweredBy);
        builder.Property<Guid>(Versions.Column).IsConcurrencyToken();
    }
}
