using KeyProducts.Domain;
using KeyProducts.Web.Mail;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KeyProducts.Web.Audit;

/// <summary>
/// Writes each change into the history in the same transaction. Parts are told with their whole: the marks of a sheet saved at once
/// are one entry. ExecuteUpdate and ExecuteDelete would pass it by, so the program does not use them.
/// </summary>
public sealed class AuditInterceptor(AuditScope scope, AuditChain chain, TimeProvider clock) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        var db = (AppDbContext)eventData.Context!;
        Record(db);
        return Unlinked(db).Count == 0 ? result : throw new NotSupportedException(nameof(DbContext.SaveChangesAsync));
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (AppDbContext)eventData.Context!;
        Record(db);
        await chain.AppendAsync(db, Unlinked(db), cancellationToken);
        return result;
    }

    private static List<AuditEntry> Unlinked(AppDbContext db) =>
        [.. db.ChangeTracker.Entries<AuditEntry>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity)];

    private void Record(AppDbContext db)
    {
        if (scope.IsSilent)
        {
            return;
        }

        var changed = db.ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            // A version repeats what its sheet says at that moment.
            .Where(entry => entry.Entity is not (SheetVersion or VersionMark))
            .Where(entry => entry.Entity.GetType().Assembly == typeof(Programme).Assembly || entry.Entity is AppUser or IdentityUserRole<Guid> or OutgoingMail or MailAttachment)
            .ToList();
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var whole in changed.GroupBy(entry => AuditSubject.WholeOf(db, entry.Entity)).ToList())
        {
            var changes = whole.SelectMany(entry => AuditChanges.Of(db, entry)).ToList();
            if (changes.Count == 0 && whole.All(entry => entry.State == EntityState.Modified))
            {
                continue;
            }

            var act = db.Entry(whole.Key).State switch
            {
                EntityState.Added => AuditAct.Added,
                EntityState.Deleted => AuditAct.Removed,
                _ => AuditAct.Changed,
            };
            var (subject, year) = AuditSubject.Of(db, whole.Key);
            db.Add(new AuditEntry(now, scope.UserId, scope.UserName, scope.Page, act, whole.Key.GetType().Name, subject, year, changes, scope.ReasonOf(whole.Key)));
        }
    }
}
