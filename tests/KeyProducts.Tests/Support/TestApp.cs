using System.Net;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Mail;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace KeyProducts.Tests.Support;

/// <summary>
/// The real program on a database of its own, in memory (or in PostgreSQL, <see cref="PostgresCluster.IsAsked"/>), that holds the demonstration. A test that writes makes its own; tests that
/// only read share one as a class fixture.
/// </summary>
public sealed class TestApp : WebApplicationFactory<Program>
{
    /// <summary>Where the program is reached as in Production; browsers are told to keep to https there.</summary>
    public const string ProductionAddress = "https://san-pham.example";

    private static readonly Lazy<SqliteConnection> Seeded = new(Seed);

    // The evidence of the demonstration and the keys that seal its history, by their path in the data folder.
    private static readonly Dictionary<string, byte[]> SeededFiles = [];

    private static readonly Lazy<string> SeededPostgres = new(SeedPostgres);

    // One of the two.
    private readonly SqliteConnection? connection;
    private readonly string? database;
    private string? keep;
    private readonly bool isProduction;
    private IReadOnlyDictionary<string, string> settings = new Dictionary<string, string>();

    /// <summary>The demonstration.</summary>
    public TestApp()
        : this(isEmpty: false)
    {
    }

    private TestApp(bool isEmpty, bool isProduction = false, bool? onPostgres = null)
    {
        this.isProduction = isProduction;
        if (onPostgres ?? PostgresCluster.IsAsked)
        {
            database = isEmpty ? PostgresCluster.Create() : PostgresCluster.Create(SeededPostgres.Value);
        }
        else
        {
            connection = new SqliteConnection("Data Source=:memory:");
            connection.Open();
        }

        if (!isEmpty)
        {
            if (connection is not null)
            {
                lock (Seeded)
                {
                    Seeded.Value.BackupDatabase(connection);
                }
            }

            lock (SeededFiles)
            {
                foreach (var (path, content) in SeededFiles)
                {
                    Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Folder, path))!);
                    File.WriteAllBytes(Path.Combine(Folder, path), content);
                }
            }
        }
    }

    /// <summary>The demonstration's database under a program that runs as in Production: reached by https, nothing is seeded.</summary>
    /// <param name="settings">Settings of its own; null for none.</param>
    public static TestApp InProduction(IReadOnlyDictionary<string, string>? settings = null) => new(isEmpty: false, isProduction: true) { settings = settings ?? new Dictionary<string, string>() };

    /// <summary>A program that loads the demonstration itself when it starts.</summary>
    public static TestApp Fresh() => new(isEmpty: true);

    /// <summary>A program that runs as in Production on a fresh database.</summary>
    public static TestApp FreshInProduction() => new(isEmpty: true, isProduction: true);

    /// <summary>The demonstration in SQLite, whatever the other tests run on.</summary>
    public static TestApp OnSqlite() => new(isEmpty: false, onPostgres: false);

    /// <summary>The demonstration in PostgreSQL, whatever the other tests run on.</summary>
    public static TestApp OnPostgres() => new(isEmpty: false, onPostgres: true);

    /// <summary>The clock of the program.</summary>
    public TestClock Clock { get; } = new();

    /// <summary>The queries that the program makes.</summary>
    public QueryCounter Queries { get; } = new();

    /// <summary>The program's data folder, deleted with it.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("keyproducts-test-").FullName;

    /// <summary>Somebody with a browser of their own, not signed in.</summary>
    /// <param name="language">What the browser prefers: "vi" or "en".</param>
    public Visitor Visitor(string language = "vi")
    {
        var cookies = new CookieContainer();
        return new(CreateDefaultClient(new Uri(isProduction ? ProductionAddress : "http://localhost"), new CookieContainerHandler(cookies)), language, cookies);
    }

    /// <summary>Somebody who has signed in with the real form.</summary>
    /// <param name="name">The part of the demonstration's address before the @: "officer", "judge1".</param>
    /// <param name="language">What the browser prefers: "vi" or "en".</param>
    public async Task<Visitor> SignedInAsync(string name, string language = "vi")
    {
        var visitor = Visitor(language);
        await visitor.SignInAsync($"{name}@demo.local", Seeding.Password);
        return visitor;
    }

    /// <summary>Reads from the database, past the program.</summary>
    public async Task<TResult> ReadAsync<TResult>(Func<AppDbContext, Task<TResult>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<AppDbContext>());
    }

    /// <summary>Changes the database, past the program's pages, and saves.</summary>
    public async Task ChangeAsync(Func<AppDbContext, Task> change)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await change(db);
        await db.SaveChangesAsync();
    }

    /// <summary>A place in the history, to ask later what has been added since.</summary>
    public Task<long> HistoryMarkAsync() =>
        ReadAsync(async db => await db.AuditEntries.MaxAsync(entry => (long?)entry.Sequence) ?? 0);

    /// <summary>What has been added to the history since, in order.</summary>
    public Task<List<AuditEntry>> HistorySinceAsync(long mark) =>
        ReadAsync(db => db.AuditEntries.Where(entry => entry.Sequence > mark).OrderBy(entry => entry.Sequence).AsNoTracking().ToListAsync());

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(isProduction ? "Production" : "Development");
        builder.UseSetting("KeyProducts:DataFolder", Folder);
        builder.UseSetting("KeyProducts:SignInsPerMinute", "1000000");
        builder.UseSetting("KeyProducts:Backup:Daily", "false");
        // In Production two roles need a second factor; a test that is about it sets these again.
        builder.UseSetting("KeyProducts:SecondFactor:Administrator", "false").UseSetting("KeyProducts:SecondFactor:Officer", "false");
        builder.UseSetting("Logging:LogLevel:Default", "Error");
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Error");
        builder.UseSetting("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Error");
        if (database is not null)
        {
            builder.UseSetting("KeyProducts:Database", PostgresCluster.ConnectionTo(database));
        }

        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(services =>
        {
            // A test sends what is due when it wants to.
            services.Remove(services.Single(service => service.ImplementationType == typeof(MailRounds)));
            services.Remove(services.Single(service => service.ImplementationType == typeof(HistoryRounds)));
            services.AddSingleton<TimeProvider>(Clock);
            services.AddTransient<IStartupFilter, FileWatching>();
            if (connection is not null)
            {
                services.ConfigureDbContext<AppDbContext>(options => options.UseSqlite(connection));
            }

            services.ConfigureDbContext<AppDbContext>(options => options.AddInterceptors(Queries)
                // A query that multiplies two lists with each other is found here, not in a large year.
                .ConfigureWarnings(warnings => warnings.Throw(RelationalEventId.MultipleCollectionIncludeWarning)));
            // Passwords are as safe as the demonstration's need be; a test signs in within milliseconds.
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            connection?.Dispose();
            if (database is not null && database != keep)
            {
                PostgresCluster.Drop(database);
            }

            if (Directory.Exists(Folder))
            {
                Directory.Delete(Folder, recursive: true);
            }
        }
    }

    // The program itself migrates an empty database and loads the demonstration, once for all tests.
    private static SqliteConnection Seed()
    {
        using var app = new TestApp(isEmpty: true, onPostgres: false);
        app.CreateClient().Dispose();
        var seeded = new SqliteConnection("Data Source=:memory:");
        seeded.Open();
        app.connection!.BackupDatabase(seeded);
        app.KeepFiles();
        return seeded;
    }

    private static string SeedPostgres()
    {
        string database;
        using (var app = new TestApp(isEmpty: true, onPostgres: true))
        {
            app.CreateClient().Dispose();
            app.KeepFiles();
            app.keep = database = app.database!;
        }

        PostgresCluster.LetGo(database);
        return database;
    }

    private void KeepFiles()
    {
        lock (SeededFiles)
        {
            foreach (var path in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Where(path => Path.GetRelativePath(Folder, path).StartsWith("evidence", StringComparison.Ordinal) || path.EndsWith(".xml", StringComparison.Ordinal)))
            {
                SeededFiles[Path.GetRelativePath(Folder, path)] = File.ReadAllBytes(path);
            }
        }
    }
}
