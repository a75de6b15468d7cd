using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Storage;

/// <summary>Whether the database holds invented businesses; every page then says so. It cannot change while the program runs.</summary>
public sealed class Demonstration
{
    private bool? isLoaded;

    /// <summary>Asks the database once.</summary>
    public async Task<bool> IsLoadedAsync(AppDbContext db) =>
        isLoaded ??= await db.Programmes.AnyAsync(programme => programme.IsDemonstration);
}
