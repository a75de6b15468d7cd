using KeyProducts.Domain;
using KeyProducts.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KeyProducts.Web.Storage;

internal sealed class MailAttachmentMapping : IEntityTypeConfiguration<MailAttachment>
{
    public void Configure(EntityTypeBuilder<MailAttachment> builder)
    {
        builder.ToTable("MailAttachments");
        builder.Property(attachment => attachment.Id).ValueGeneratedNever();
    }
}

internal sealed class PersonalRequestMapping : IEntityTypeConfiguration<PersonalRequest>
{
    public void Configure(EntityTypeBuilder<PersonalRequest> builder)
    {
        builder.HasIndex(request => request.Number).IsUnique();
        builder.ComplexProperty(request => request.DoneBy);
        builder.Ignore(request => request.DueOn);
        builder.Property<Guid>(Versions.Column).IsConcurrencyToken();
    }
}

internal sealed class PrivacySettingsMapping : IEntityTypeConfiguration<PrivacySettings>
{
    public void Configure(EntityTypeBuilder<PrivacySettings> builder)
    {
        builder.ToTable("PrivacySettings");
        builder.Property<Guid>(Versions.Column).IsConcurrencyToken();
    }
}
