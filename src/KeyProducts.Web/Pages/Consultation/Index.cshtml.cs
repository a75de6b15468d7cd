using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Consultation;

/// <summary>The years that ask the public now.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class IndexModel(AppDbContext db, TimeProvider clock) : AppPage
{
    public IReadOnlyList<Programme> Years { get; private set; } = [];

    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    protected override async Task LoadAsync() => Years = await db.YearsInConsultation().OrderByDescending(programme => programme.Year).ToListAsync();
}
