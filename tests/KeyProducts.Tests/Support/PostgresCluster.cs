using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace KeyProducts.Tests.Support;

/// <summary>A PostgreSQL of the tests' own, in a temporary folder, reached by a socket there, gone when the tests end.</summary>
internal static class PostgresCluster
{
    private static readonly Lazy<string> Running = new(Start);

    private static int databases;

    /// <summary>Whether every test is to run on PostgreSQL.</summary>
    public static bool IsAsked => Environment.GetEnvironmentVariable("KEYPRODUCTS_TEST_DATABASE") == "postgres";

    /// <summary>Whether the machine has a server to start.</summary>
    public static bool IsThere => Binary("initdb") is not null && Binary("pg_ctl") is not null;

    /// <summary>Makes a database, as a copy of another where one is named.</summary>
    public static string Create(string? template = null)
    {
        var name = $"test{Interlocked.Increment(ref databases)}";
        Execute(template is null ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {template}");
        return name;
    }

    /// <summary>Deletes a database, whoever still reads it.</summary>
    public static void Drop(string name)
    {
        LetGo(name);
        Execute($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    /// <summary>Closes what is open to a database, so that it can be copied.</summary>
    public static void LetGo(string name)
    {
        using var connection = new NpgsqlConnection(ConnectionTo(name));
        NpgsqlConnection.ClearPool(connection);
    }

    /// <summary>How a database is reached.</summary>
    public static string ConnectionTo(string name) =>
        $"Host={Running.Value};Database={name};Username=postgres;Maximum Pool Size=20;Connection Idle Lifetime=5;Connection Pruning Interval=2";

    private static void Execute(string sql)
    {
        using var connection = new NpgsqlConnection($"{ConnectionTo("postgres")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names made here.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static string Start()
    {
        var folder = Directory.CreateTempSubdirectory("keyproducts-pg-").FullName;
        var isRoot = Environment.UserName == "root";
        if (isRoot)
        {
            // The server refuses to run as root.
            Run(isServer: false, "chown", "postgres", folder);
        }

        var data = Path.Combine(folder, "data");
        Run(isRoot, Binary("initdb")!, "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        Run(isRoot, Binary("pg_ctl")!, "-D", data, "-w", "-l", Path.Combine(folder, "log"), "-o",
            $"-k {folder} -c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=400 -c shared_buffers=64MB", "start");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            Run(isRoot, Binary("pg_ctl")!, "-D", data, "-m", "immediate", "stop");
            Directory.Delete(folder, recursive: true);
        };
        return folder;
    }

    private static void Run(bool isServer, string program, params string[] arguments)
    {
        var start = isServer ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", program, .. arguments]) : new ProcessStartInfo(program, arguments);
        start.WorkingDirectory = "/";
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{program} ended with {process.ExitCode}."));
        }
    }

    private static string? Binary(string name) => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin", name)).Append($"/usr/local/bin/{name}").LastOrDefault(File.Exists)
        : File.Exists($"/usr/local/bin/{name}") ? $"/usr/local/bin/{name}" : null;
}
