using KeyProducts.Domain;

namespace KeyProducts.Web.Storage;

/// <summary>Optimistic locking: a form carries the version its writer saw, and saving over a newer one is refused.</summary>
public static class Versions
{
    /// <summary>The shadow column that changes at each save.</summary>
    public const string Column = "Version";

    /// <summary>The version of a loaded record.</summary>
    public static Guid VersionOf(this AppDbContext db, object entity) => (Guid)db.Entry(entity).Property(Column).CurrentValue!;

    /// <summary>Refuses when the record is no longer the version that the writer saw.</summary>
    /// <exception cref="RuleException">Somebody has saved it since.</exception>
    public static void Expect(this AppDbContext db, object entity, Guid version)
    {
        if (db.VersionOf(entity) != version)
        {
            throw new RuleException(Changed);
        }

        db.Entry(entity).Property(Column).OriginalValue = version;
    }

    /// <summary>Gives a record a new version at the next save, though only its parts change.</summary>
    public static void Renew(this AppDbContext db, object entity) => db.Entry(entity).Property(Column).CurrentValue = Guid.CreateVersion7();

    /// <summary>The sentence for a writer who came second.</summary>
    public const string Changed = "Somebody else has saved this since you opened it. What you typed is kept below; compare it with what is stored now, and save again.";
}
