using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Storage.Personal;
using Microsoft.AspNetCore.OutputCaching;

namespace KeyProducts.Web.Pages;

/// <summary>Tells everybody which personal data are kept of whom, what for and how long, and whom to ask.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class PrivacyModel(AppDbContext db) : AppPage
{
    public PrivacySettings Settings { get; private set; } = null!;

    protected override async Task LoadAsync() => Settings = await db.PrivacyAsync();
}
