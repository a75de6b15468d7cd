using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KeyProducts.Web.Storage.Postgres;

/// <summary>
/// The same database in PostgreSQL, for several programs at once. All names are lower-case there, so that a statement that quotes none
/// of them is the same on both, and text is ordered by its bytes as in SQLite.
/// </summary>
public sealed class PostgresDbContext(DbContextOptions<PostgresDbContext> options) : AppDbContext(options)
{
    /// <summary>Where the framework notes which migrations were made.</summary>
    public const string MigrationsTable = "__efmigrationshistory";

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<ProtectionKey>(key =>
        {
            key.ToTable("ProtectionKeys");
            key.HasKey(one => one.Name);
        });
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (entity.IsMappedToJson())
            {
                entity.SetContainerColumnName(Lower(entity.GetContainerColumnName()));
            }
            else
            {
                NameColumns(entity, StoreObjectIdentifier.Table(entity.GetTableName()!));
            }
        }

        foreach (var entity in builder.Model.GetEntityTypes())
        {
            entity.SetTableName(Lower(entity.GetTableName()));
            foreach (var key in entity.GetKeys())
            {
                key.SetName(Lower(key.GetName()));
            }

            foreach (var reference in entity.GetForeignKeys())
            {
                reference.SetConstraintName(Lower(reference.GetConstraintName()));
            }

            foreach (var index in entity.GetIndexes())
            {
                index.SetDatabaseName(Lower(index.GetDatabaseName()));
            }
        }
    }

    private static void NameColumns(IMutableTypeBase type, StoreObjectIdentifier table)
    {
        foreach (var property in type.GetDeclaredProperties())
        {
            property.SetColumnName(Lower(property.GetColumnName(table)));
            if (property.ClrType == typeof(string) || (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).IsEnum)
            {
                property.SetCollation("C");
            }
        }

        foreach (var part in type.GetDeclaredComplexProperties())
        {
            NameColumns(part.ComplexType, table);
        }
    }

#pragma warning disable CA1308 // PostgreSQL folds names to lower case.
    private static string? Lower(string? name) => name?.ToLowerInvariant();
#pragma warning restore CA1308
}
