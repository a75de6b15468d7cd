namespace KeyProducts.Tests.Support;

/// <summary>A test that needs a PostgreSQL to start, and maybe other programs of the machine; skipped where one is missing, though not in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute(params string[] commands) => Skip = ToolTests.WhyNot(commands)
        ?? (PostgresCluster.IsThere || Environment.GetEnvironmentVariable("CI") == "true" ? null : "Install the Debian package postgresql (initdb, pg_ctl).");
}
