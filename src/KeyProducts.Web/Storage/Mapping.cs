using KeyProducts.Domain;
using KeyProducts.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KeyProducts.Web.Storage;

internal sealed class ProgrammeMapping : IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Programme> builder)
    {
        builder.HasIndex(programme => programme.Year).IsUnique();
        builder.ComplexProperty(programme => programme.Rules);
        builder.ComplexProperty(programme => programme.Screening);
        builder.ComplexProperty(programme => programme.Judging);
        builder.ComplexProperty(programme => programme.Dates);
        builder.ComplexProperty(programme => programme.Plan);
        builder.ComplexProperty(programme => programme.CouncilDecision);
        builder.ComplexProperty(programme => programme.RecognitionDecision);
        builder.ComplexProperty(programme => programme.Consultation);
        builder.ComplexProperty(programme => programme.DecisionScan);
        builder.Ignore(programme => programme.IsPublished);
        builder.Ignore(programme => programme.IsInConsultation);
        builder.Ignore(programme => programme.Criteria);
        builder.Ignore(programme => programme.JudgedCriteria);
        builder.Ignore(programme => programme.IsSealed);
        builder.HasMany(programme => programme.SealOpenings).WithOne().HasForeignKey(opening => opening.ProgrammeId);
        builder.Navigation(programme => programme.SealOpenings).HasField("sealOpenings");
        builder.HasMany(programme => programme.Industries).WithOne().HasForeignKey(industry => industry.ProgrammeId);
        builder.HasMany(programme => programme.Tracks).WithOne().HasForeignKey(track => track.ProgrammeId);
        builder.HasMany(programme => programme.Groups).WithOne().HasForeignKey(group => group.ProgrammeId);
        builder.Navigation(programme => programme.Industries).HasField("industries");
        builder.Navigation(programme => programme.Tracks).HasField("tracks");
        builder.Navigation(programme => programme.Groups).HasField("groups");
        builder.Property<Guid>(Versions.Column).IsConcurrencyToken();
    }
}

internal sealed class IndustryMapping : IEntityTypeConfiguration<Industry>
{
    public void Configure(EntityTypeBuilder<Industry> builder) => builder.ComplexProperty(industry => industry.Name);
}

internal sealed class TrackMapping : IEntityTypeConfiguration<Track>
{
    public void Configure(EntityTypeBuilder<Track> builder)
    {
        builder.ComplexProperty(track => track.Name);
        builder.HasMany(track => track.Checklist).WithOne().HasForeignKey(item => item.TrackId);
        builder.Navigation(track => track.Checklist).HasField("checklist");
    }
}

internal sealed class ChecklistItemMapping : IEntityTypeConfiguration<ChecklistItem>
{
    public void Configure(EntityTypeBuilder<ChecklistItem> builder) => builder.ComplexProperty(item => item.Name);
}

internal sealed class CriterionGroupMapping : IEntityTypeConfiguration<CriterionGroup>
{
    public void Configure(EntityTypeBuilder<CriterionGroup> builder)
    {
        builder.ComplexProperty(group => group.Name);
        builder.HasMany(group => group.Criteria).WithOne().HasForeignKey(criterion => criterion.GroupId);
        builder.Navigation(group => group.Criteria).HasField("criteria");
    }
}

internal sealed class CriterionMapping : IEntityTypeConfiguration<Criterion>
{
    public void Configure(EntityTypeBuilder<Criterion> builder)
    {
        builder.ComplexProperty(criterion => criterion.Name);
        builder.Ignore(criterion => criterion.Content);
        builder.Ignore(criterion => criterion.Bands);
        builder.Ignore(criterion => criterion.IsComputed);
    }
}

internal sealed class BusinessMapping : IEntityTypeConfiguration<Business>
{
    public void Configure(EntityTypeBuilder<Business> builder)
    {
        builder.HasIndex(business => business.Number).IsUnique();
        builder.HasIndex(business => business.TaxCode).IsUnique();
        builder.HasOne<Business>().WithMany().HasForeignKey(business => business.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        builder.ComplexProperty(business => business.Name);
        builder.ComplexProperty(business => business.Address);
        builder.ComplexProperty(business => business.Contact);
        builder.HasMany(business => business.Listings).WithOne().HasForeignKey(listing => listing.BusinessId);
        builder.HasMany(business => business.Titles).WithOne().HasForeignKey(title => title.BusinessId);
        builder.HasMany(business => business.Figures).WithOne().HasForeignKey(figure => figure.BusinessId);
        builder.Property<Guid>(Versions.Column).IsConcurrencyToken();
        builder.Property<string>(SearchText.Column);
    }
}

internal sealed class ListingMapping : IEntityTypeConfiguration<Listing>
{
    public void Configure(EntityTypeBuilder<Listing> builder) =>
        builder.HasIndex(listing => new { listing.BusinessId, listing.List, listing.Year }).IsUnique();
}

internal sealed class TitleMapping : IEntityTypeConfiguration<NationalBrandTitle>
{
    public void Configure(EntityTypeBuilder<NationalBrandTitle> builder) =>
        builder.HasIndex(title => new { title.BusinessId, title.Year }).IsUnique();
}

internal sealed class BusinessFigureMapping : IEntityTypeConfiguration<BusinessFigure>
{
    public void Configure(EntityTypeBuilder<BusinessFigure> builder) =>
        builder.HasIndex(figure => new { figure.BusinessId, figure.Year }).IsUnique();
}

internal sealed class NominationMapping : IEntityTypeConfiguration<Nomination>
{
    public void Configure(EntityTypeBuilder<Nomination> builder)
    {
        builder.HasIndex(nomination => new { nomination.ProgrammeId, nomination.Number }).IsUnique();
        builder.HasOne(nomination => nomination.Programme).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(nomination => nomination.Business).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Industry>().WithMany().HasForeignKey(nomination => nomination.IndustryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Track>().WithMany().HasForeignKey(nomination => nomination.TrackId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(nomination => nomination.Figures).WithOne().HasForeignKey(figure => figure.NominationId);
        builder.HasMany(nomination => nomination.Certificates).WithOne().HasForeignKey(certificate => certificate.NominationId);
        builder.HasMany(nomination => nomination.Supplements).WithOne().HasForeignKey(supplement => supplement.NominationId);
        builder.HasMany(nomination => nomination.Answers).WithOne().HasForeignKey(answer => answer.NominationId);
        builder.HasMany(nomination => nomination.Decisions).WithOne().HasForeignKey(decision => decision.NominationId);
        builder.Navigation(nomination => nomination.Certificates).HasField("certificates");
        builder.Navigation(nomination => nomination.Supplements).HasField("supplements");
        builder.ComplexProperty(nomination => nomination.Product);
        builder.ComplexProperty(nomination => nomination.Establishment);
        builder.ComplexProperty(nomination => nomination.Technology);
        builder.ComplexProperty(nomination => nomination.Commitments);
        builder.ComplexProperty(nomination => nomination.CheckedBy);
        builder.Ignore(nomination => nomination.OpenSupplement);
        builder.Property<Guid>(Versions.Column).IsConcurrencyToken();
        builder.Property<string>(SearchText.Column);
    }
}

internal sealed class CertificateMapping : IEntityTypeConfiguration<DossierCertificate>
{
    public void Configure(EntityTypeBuilder<DossierCertificate> builder) => builder.Ignore(certificate => certificate.Content);
}

internal sealed class SupplementMapping : IEntityTypeConfiguration<Supplement>
{
    public void Configure(EntityTypeBuilder<Supplement> builder) => builder.Ignore(supplement => supplement.IsOpen);
}

internal sealed class ChecklistAnswerMapping : IEntityTypeConfiguration<ChecklistAnswer>
{
    public void Configure(EntityTypeBuilder<ChecklistAnswer> builder)
    {
        builder.HasKey(answer => new { answer.NominationId, answer.ItemId });
        builder.HasOne<ChecklistItem>().WithMany().HasForeignKey(answer => answer.ItemId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class WarningDecisionMapping : IEntityTypeConfiguration<WarningDecision>
{
    public void Configure(EntityTypeBuilder<WarningDecision> builder) =>
        builder.HasIndex(decision => new { decision.NominationId, decision.Key }).IsUnique();
}

internal sealed class EvidenceMapping : IEntityTypeConfiguration<Evidence>
{
    public void Configure(EntityTypeBuilder<Evidence> builder)
    {
        builder.HasOne<Nomination>().WithMany().HasForeignKey(evidence => evidence.NominationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Criterion>().WithMany().HasForeignKey(evidence => evidence.CriterionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Evidence>().WithMany().HasForeignKey(evidence => evidence.ReplacedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(evidence => evidence.Sha256);
        builder.Ignore(evidence => evidence.IsCurrent);
        builder.Ignore(evidence => evidence.Place);
    }
}

internal sealed class NominationFigureMapping : IEntityTypeConfiguration<NominationFigure>
{
    public void Configure(EntityTypeBuilder<NominationFigure> builder)
    {
        builder.HasIndex(figure => new { figure.NominationId, figure.DataYear, figure.Base }).IsUnique();
        builder.Ignore(figure => figure.Content);
    }
}

internal sealed class JudgeMapping : IEntityTypeConfiguration<Judge>
{
    public void Configure(EntityTypeBuilder<Judge> builder)
    {
        builder.HasIndex(judge => new { judge.ProgrammeId, judge.UserId }).IsUnique();
        builder.HasOne<Programme>().WithMany().HasForeignKey(judge => judge.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(judge => judge.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(judge => judge.Assigned).WithOne().HasForeignKey(one => one.JudgeId);
        builder.HasMany(judge => judge.Groups).WithOne().HasForeignKey(one => one.JudgeId);
        builder.HasMany(judge => judge.Industries).WithOne().HasForeignKey(one => one.JudgeId);
    }
}

internal sealed class SealOpeningMapping : IEntityTypeConfiguration<SealOpening>
{
    public void Configure(EntityTypeBuilder<SealOpening> builder) =>
        builder.HasIndex(opening => new { opening.ProgrammeId, opening.PersonId }).IsUnique();
}

internal sealed class JudgeGroupMapping : IEntityTypeConfiguration<JudgeGroup>
{
    public void Configure(EntityTypeBuilder<JudgeGroup> builder)
    {
        builder.HasKey(one => new { one.JudgeId, one.GroupId });
        builder.HasOne<CriterionGroup>().WithMany().HasForeignKey(one => one.GroupId);
    }
}

internal sealed class JudgeIndustryMapping : IEntityTypeConfiguration<JudgeIndustry>
{
    public void Configure(EntityTypeBuilder<JudgeIndustry> builder)
    {
        builder.HasKey(one => new { one.JudgeId, one.IndustryId });
        builder.HasOne<Industry>().WithMany().HasForeignKey(one => one.IndustryId);
    }
}

internal sealed class AssignmentMapping : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.HasIndex(one => new { one.NominationId, one.JudgeId }).IsUnique();
        builder.HasOne<Nomination>().WithMany().HasForeignKey(one => one.NominationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Judge>().WithMany().HasForeignKey(one => one.JudgeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ConflictDeclarationMapping : IEntityTypeConfiguration<ConflictDeclaration>
{
    public void Configure(EntityTypeBuilder<ConflictDeclaration> builder)
    {
        builder.HasIndex(declaration => new { declaration.JudgeId, declaration.BusinessId }).IsUnique();
        builder.HasOne<Judge>().WithMany().HasForeignKey(declaration => declaration.JudgeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Business>().WithMany().HasForeignKey(declaration => declaration.BusinessId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class JudgeCriterionMapping : IEntityTypeConfiguration<JudgeCriterion>
{
    public void Configure(EntityTypeBuilder<JudgeCriterion> builder)
    {
        builder.HasKey(one => new { one.JudgeId, one.CriterionId });
        builder.HasOne<Criterion>().WithMany().HasForeignKey(one => one.CriterionId);
    }
}

internal sealed class ScoreSheetMapping : IEntityTypeConfiguration<ScoreSheet>
{
    public void Configure(EntityTypeBuilder<ScoreSheet> builder)
    {
        builder.HasIndex(sheet => new { sheet.NominationId, sheet.JudgeId }).IsUnique();
        builder.HasOne(sheet => sheet.Nomination).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(sheet => sheet.Judge).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(sheet => sheet.Marks).WithOne().HasForeignKey(mark => mark.SheetId);
        builder.HasMany(sheet => sheet.Remarks).WithOne().HasForeignKey(remark => remark.SheetId);
        builder.HasMany(sheet => sheet.Versions).WithOne().HasForeignKey(version => version.SheetId);
        builder.Navigation(sheet => sheet.Versions).HasField("versions");
        builder.Property(sheet => sheet.Version).IsConcurrencyToken();
        builder.Ignore(sheet => sheet.Total);
        builder.Ignore(sheet => sheet.DiffersFromLastVersion);
    }
}

internal sealed class CriterionRemarkMapping : IEntityTypeConfiguration<CriterionRemark>
{
    public void Configure(EntityTypeBuilder<CriterionRemark> builder)
    {
        builder.HasIndex(remark => new { remark.SheetId, remark.CriterionId }).IsUnique();
        builder.HasOne<Criterion>().WithMany().HasForeignKey(remark => remark.CriterionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SheetVersionMapping : IEntityTypeConfiguration<SheetVersion>
{
    public void Configure(EntityTypeBuilder<SheetVersion> builder)
    {
        builder.HasIndex(version => new { version.SheetId, version.Number }).IsUnique();
        builder.HasMany(version => version.Marks).WithOne().HasForeignKey(mark => mark.VersionId);
        builder.Ignore(version => version.Total);
    }
}

internal sealed class VersionMarkMapping : IEntityTypeConfiguration<VersionMark>
{
    public void Configure(EntityTypeBuilder<VersionMark> builder)
    {
        builder.HasIndex(mark => new { mark.VersionId, mark.CriterionId }).IsUnique();
        builder.HasOne<Criterion>().WithMany().HasForeignKey(mark => mark.CriterionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PaperSheetMapping : IEntityTypeConfiguration<PaperSheet>
{
    public void Configure(EntityTypeBuilder<PaperSheet> builder)
    {
        builder.HasOne<Nomination>().WithMany().HasForeignKey(paper => paper.NominationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Judge>().WithMany().HasForeignKey(paper => paper.JudgeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(paper => paper.Marks).WithOne().HasForeignKey(mark => mark.PaperId);
        builder.HasIndex(paper => new { paper.NominationId, paper.JudgeId }).IsUnique().HasFilter("ConfirmedAt IS NULL AND SetAsideAt IS NULL");
        builder.HasIndex(paper => paper.ScanSha256);
        builder.ComplexProperty(paper => paper.EnteredBy);
        builder.ComplexProperty(paper => paper.ConfirmedBy);
        builder.ComplexProperty(paper => paper.ReturnedBy);
        builder.ComplexProperty(paper => paper.SetAsideBy);
        builder.Ignore(paper => paper.State);
        builder.Property<Guid>(Versions.Column).IsConcurrencyToken();
    }
}

internal sealed class PaperMarkMapping : IEntityTypeConfiguration<PaperMark>
{
    public void Configure(EntityTypeBuilder<PaperMark> builder)
    {
        builder.HasKey(mark => new { mark.PaperId, mark.CriterionId });
        builder.HasOne<Criterion>().WithMany().HasForeignKey(mark => mark.CriterionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DiscussionMapping : IEntityTypeConfiguration<Discussion>
{
    public void Configure(EntityTypeBuilder<Discussion> builder)
    {
        builder.HasOne<Programme>().WithMany().HasForeignKey(discussion => discussion.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Nomination>().WithMany().HasForeignKey(discussion => discussion.NominationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OutgoingMailMapping : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.Property(mail => mail.Id).ValueGeneratedNever();
        builder.HasOne<Programme>().WithMany().HasForeignKey(mail => mail.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Judge>().WithMany().HasForeignKey(mail => mail.JudgeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Business>().WithMany().HasForeignKey(mail => mail.BusinessId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Nomination>().WithMany().HasForeignKey(mail => mail.NominationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Certificate>().WithMany().HasForeignKey(mail => mail.CertificateId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(mail => mail.Attachments).WithOne().HasForeignKey(one => one.MailId);
        builder.Navigation(mail => mail.Attachments).HasField("attachments");
        builder.HasIndex(mail => mail.NextAttemptAt);
        builder.Property(mail => mail.Kind).HasDefaultValue(MailKind.Other).HasSentinel(MailKind.Other);
        builder.ComplexProperty(mail => mail.QueuedBy);
        builder.Ignore(mail => mail.State);
        builder.Ignore(mail => mail.IsToAccount);
        builder.Property<Guid>(Versions.Column).IsConcurrencyToken();
    }
}

internal sealed class MarkMapping : IEntityTypeConfiguration<Mark>
{
    public void Configure(EntityTypeBuilder<Mark> builder)
    {
        builder.HasIndex(mark => new { mark.SheetId, mark.CriterionId }).IsUnique();
        builder.HasOne<Criterion>().WithMany().HasForeignKey(mark => mark.CriterionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RecusalMapping : IEntityTypeConfiguration<Recusal>
{
    public void Configure(EntityTypeBuilder<Recusal> builder)
    {
        builder.HasOne<Nomination>().WithMany().HasForeignKey(recusal => recusal.NominationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Judge>().WithMany().HasForeignKey(recusal => recusal.JudgeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(recusal => new { recusal.NominationId, recusal.JudgeId }).IsUnique().HasFilter("LiftedAt IS NULL");
    }
}

internal sealed class TieDecisionMapping : IEntityTypeConfiguration<TieDecision>
{
    public void Configure(EntityTypeBuilder<TieDecision> builder)
    {
        builder.HasOne<Programme>().WithMany().HasForeignKey(decision => decision.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(decision => decision.Numbers);
    }
}
