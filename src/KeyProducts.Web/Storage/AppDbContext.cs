using KeyProducts.Domain;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Storage;

/// <summary>The one database: programme, people and history. It is SQLite; <see cref="Postgres.PostgresDbContext"/> keeps the same in PostgreSQL.</summary>
public class AppDbContext : IdentityDbContext<AppUser, IdentityRole<Guid>, Guid>
{
    // SQLite writes one after the other, and lets whoever waits sleep for ever longer on a thread of its own. Here they queue in order and hold none.
    private static readonly SemaphoreSlim Turn = new(1);

    public AppDbContext(DbContextOptions<AppDbContext> options)
        : base(options)
    {
    }

    protected AppDbContext(DbContextOptions options)
        : base(options)
    {
    }

    public DbSet<Programme> Programmes => Set<Programme>();

    public DbSet<Business> Businesses => Set<Business>();

    public DbSet<Nomination> Nominations => Set<Nomination>();

    public DbSet<Evidence> Evidence => Set<Evidence>();

    public DbSet<Judge> Judges => Set<Judge>();

    public DbSet<ScoreSheet> Sheets => Set<ScoreSheet>();

    public DbSet<Recusal> Recusals => Set<Recusal>();

    public DbSet<TieDecision> TieDecisions => Set<TieDecision>();

    public DbSet<Assignment> Assignments => Set<Assignment>();

    public DbSet<ConflictDeclaration> Declarations => Set<ConflictDeclaration>();

    public DbSet<PaperSheet> PaperSheets => Set<PaperSheet>();

    public DbSet<Discussion> Discussions => Set<Discussion>();

    public DbSet<OutgoingMail> Mails => Set<OutgoingMail>();

    public DbSet<Snapshot> Snapshots => Set<Snapshot>();

    public DbSet<SnapshotProposal> SnapshotProposals => Set<SnapshotProposal>();

    public DbSet<PaperTemplate> PaperTemplates => Set<PaperTemplate>();

    public DbSet<CouncilMeeting> Meetings => Set<CouncilMeeting>();

    public DbSet<Certificate> Certificates => Set<Certificate>();

    public DbSet<PastFigure> PastFigures => Set<PastFigure>();

    public DbSet<PastProduct> PastProducts => Set<PastProduct>();

    public DbSet<Comment> Comments => Set<Comment>();

    public DbSet<PersonalRequest> PersonalRequests => Set<PersonalRequest>();

    public DbSet<PrivacySettings> Privacy => Set<PrivacySettings>();

    public DbSet<UserSession> Sessions => Set<UserSession>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        Stamp();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Stamp();
        // Who holds a transaction has the turn of the database itself.
        if (Database.CurrentTransaction is not null || !ChangeTracker.HasChanges())
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        // PostgreSQL has many writers; there the end of the history alone is waited for (AuditChain).
        var turn = Database.IsSqlite() ? Turn : null;
        await (turn?.WaitAsync(cancellationToken) ?? Task.CompletedTask);
        try
        {
            // The history's chain is read and made longer in one transaction with what it tells.
            await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
            var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            if (acceptAllChangesOnSuccess)
            {
                ChangeTracker.AcceptAllChanges();
            }

            return saved;
        }
        finally
        {
            turn?.Release();
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<decimal>().HaveConversion<Hundredths>();
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcTime>();
        configurationBuilder.Properties<Minimum>().HaveConversion<MinimumColumn>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);
        foreach (var entity in builder.Model.GetEntityTypes().Where(type => type.ClrType.Assembly == typeof(Programme).Assembly))
        {
            // The domain makes its own keys, so a new child found in a list is an insert and not an update.
            foreach (var key in entity.GetKeys().SelectMany(key => key.Properties))
            {
                key.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
            }
        }
    }

    // SQLite has no row versions, and knows upper and lower case in ASCII only.
    private void Stamp()
    {
        ChangeTracker.DetectChanges();
        foreach (var entry in ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified))
        {
            if (entry.Metadata.FindProperty(Versions.Column)?.ClrType == typeof(Guid))
            {
                entry.Property(Versions.Column).CurrentValue = Guid.CreateVersion7();
            }

            if (SearchText.Of(entry.Entity) is { } text)
            {
                entry.Property(SearchText.Column).CurrentValue = text;
            }
        }
    }
}
