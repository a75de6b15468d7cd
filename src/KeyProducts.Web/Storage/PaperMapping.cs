using KeyProducts.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KeyProducts.Web.Storage;

internal sealed class PaperTemplateMapping : IEntityTypeConfiguration<PaperTemplate>
{
    public void Configure(EntityTypeBuilder<PaperTemplate> builder)
    {
        builder.HasOne<Programme>().WithMany().HasForeignKey(template => template.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(template => new { template.ProgrammeId, template.Kind }).IsUnique();
        builder.Ignore(template => template.Texts);
        builder.Property<Guid>(Versions.Column).IsConcurrencyToken();
    }
}

internal sealed class CouncilMeetingMapping : IEntityTypeConfiguration<CouncilMeeting>
{
    public void Configure(EntityTypeBuilder<CouncilMeeting> builder)
    {
        builder.HasOne<Programme>().WithMany().HasForeignKey(meeting => meeting.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(meeting => meeting.ProgrammeId).IsUnique();
        builder.HasOne<Judge>().WithMany().HasForeignKey(meeting => meeting.ChairId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Judge>().WithMany().HasForeignKey(meeting => meeting.SecretaryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(meeting => meeting.Absences).WithOne().HasForeignKey(absence => absence.MeetingId);
        builder.Navigation(meeting => meeting.Absences).HasField("absences");
        builder.Property<Guid>(Versions.Column).IsConcurrencyToken();
    }
}

internal sealed class MeetingAbsenceMapping : IEntityTypeConfiguration<MeetingAbsence>
{
    public void Configure(EntityTypeBuilder<MeetingAbsence> builder)
    {
        builder.HasIndex(absence => new { absence.MeetingId, absence.JudgeId }).IsUnique();
        builder.HasOne<Judge>().WithMany().HasForeignKey(absence => absence.JudgeId).OnDelete(DeleteBehavior.Restrict);
    }
}
