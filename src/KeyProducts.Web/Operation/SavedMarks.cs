using KeyProducts.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KeyProducts.Web.Operation;

/// <summary>Counts the marks of each save once the store has them.</summary>
public sealed class SavedMarks : SaveChangesInterceptor
{
    private int marks;

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        marks = eventData.Context!.ChangeTracker.Entries<Mark>().Count(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Meters.MarksSaved.Add(marks);
        return ValueTask.FromResult(result);
    }
}
