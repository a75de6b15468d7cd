using System.Data.Common;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KeyProducts.Web.Access;

/// <summary>
/// Empties the public cache after a save that can change what visitors read. Judges' marks cannot: a public year shows its snapshot. Comments
/// come from visitors; one that arrives is read by nobody but staff, and does not make the site slow for the others.
/// </summary>
public sealed class PublicChanges(PublicCache cache, IServiceProvider services) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private bool isPublic;

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        isPublic |= IsPublic((AppDbContext)eventData.Context!);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (AppDbContext)eventData.Context!;
        if (IsPublic(db))
        {
            isPublic = true;
            await PublicNews.TellAsync(db, cancellationToken);
        }

        return result;
    }

    // Before the end of the transaction everybody reads, and would keep, what was there before.
    public async Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) => await EmptyAsync();

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => EmptyAsync().GetAwaiter().GetResult();

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        if (eventData.Context!.Database.CurrentTransaction is null)
        {
            EmptyAsync().GetAwaiter().GetResult();
        }

        return result;
    }

    private static bool IsPublic(AppDbContext db) => db.ChangeTracker.Entries()
        .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
        .Any(entry => entry.Entity switch
        {
            Programme or PrivacySettings or Industry or Track or Snapshot or Certificate or PastFigure or PastProduct or PrivacySettings => true,
            Business or BusinessFigure or Listing or NationalBrandTitle => true,
            Nomination or NominationFigure => true,
            Comment => entry.State != EntityState.Added,
            _ => false,
        });

    // A program that answers no requests, such as a command, has no cache to empty.
    private async Task EmptyAsync()
    {
        if (isPublic && services.GetService<IOutputCacheStore>() is { } store)
        {
            isPublic = false;
            await cache.EmptyAsync(store);
        }
    }
}
