namespace KeyProducts.Tests.Support;

/// <summary>A test that needs a PostgreSQL to start; skipped where the machine has none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresCluster.IsThere ? null : "There is no PostgreSQL on this machine (initdb, pg_ctl).";
}
