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
public sealed class PublicChanges(PublicCache cache, IServiceProvider services) : SaveChangesInterceptor
{
    private bool isPublic;

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Look((AppDbContext)eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Look((AppDbContext)eventData.Context!);
        return ValueTask.FromResult(result);
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        EmptyAsync().GetAwaiter().GetResult();
        return result;
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        await EmptyAsync();
        return result;
    }

    private void Look(AppDbContext db) => isPublic = db.ChangeTracker.Entries()
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
