using System.Security.Cryptography;
using KeyProducts.Web.Access;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Backups;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Identity;

namespace KeyProducts.Web.Commands;

/// <summary>What the program does from a shell, beside serving pages: <c>seed</c>, <c>create-admin EMAIL</c>, <c>check</c>, and what <see cref="SnapshotCommand"/> does.</summary>
public static class Command
{
    internal const string Usage = """
        Commands:
          seed                 load the demonstration into an empty database
          create-admin EMAIL   make an administrator; the password is the first line of standard input, or is made up and shown once
          check                read everything that is stored, database, history, snapshots and files, and tell what is not as it was
                               written; changes nothing, may run beside the program; ends with 1 when something is wrong
          backup FILE          write database, evidence and keys into one verified file; may run beside the program
          restore FILE         check a backup and put it in the place of what is in the data folder, which is moved aside and not
                               deleted; refuses while the program runs; can be repeated when it was interrupted
          seal-history REASON  seal the end of the history anew after the keys were lost; refuses when more is wrong with it
          copy-database        copy everything from the SQLite of the data folder into the empty PostgreSQL of KeyProducts:Database, compare
                               both, and keep nothing when they differ; stop the program first; ends with 1 when nothing was copied
          verify FILE [HASH]   compute the result of a snapshot anew and compare, with its published hash too; ends with 0 and its hash,
                               1 and the differences, or 2 when the file is no snapshot; needs no database
          rank FILE...         compute the results of snapshots, a line of JSON for each; ends with 2 when a file is none; needs no database
        Without a command the program serves its pages. Settings: --urls ADDRESS, --KeyProducts:DataFolder FOLDER.
        """;

    /// <summary>The arguments that are settings: everything from the first one that begins with "--".</summary>
    public static IEnumerable<string> SettingsIn(string[] args) => args.SkipWhile(arg => !arg.StartsWith("--", StringComparison.Ordinal));

    /// <summary>Runs the command that the arguments name; null when they name none and pages are to be served.</summary>
    public static async Task<int?> RunAsync(WebApplication app, string[] args)
    {
        try
        {
            return await RunWordsAsync(app, args);
        }
        catch (Exception error) when (StartRefusal.Say(error))
        {
            return 1;
        }
    }

    private static async Task<int?> RunWordsAsync(WebApplication app, string[] args)
    {
        var words = args.TakeWhile(arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToArray();
        switch (words)
        {
            case []:
                return null;
            case ["seed"]:
                await using (var scope = await OpenAsync(app))
                {
                    var loaded = await scope.ServiceProvider.GetRequiredService<Seeding>().LoadAsync();
                    Console.WriteLine(loaded ? "The demonstration is loaded." : "The database is not empty; nothing was changed.");
                    return loaded ? 0 : 1;
                }

            case ["create-admin", var email]:
                await using (var scope = await OpenAsync(app))
                {
                    return await CreateAdministratorAsync(scope.ServiceProvider, email);
                }

            case ["check"]:
                await using (var scope = app.Services.CreateAsyncScope())
                {
                    return await CheckCommand.RunAsync(scope.ServiceProvider, Console.Out);
                }

            case ["copy-database"]:
                await using (var scope = app.Services.CreateAsyncScope())
                {
                    return await CopyDatabase.RunAsync(scope.ServiceProvider, Console.Out);
                }

            case ["backup", var file]:
                await using (var scope = app.Services.CreateAsyncScope())
                {
                    return await BackupCommand.BackupAsync(scope.ServiceProvider, file);
                }

            case ["restore", var file]:
                await using (var scope = app.Services.CreateAsyncScope())
                {
                    return await BackupCommand.RestoreAsync(scope.ServiceProvider, file);
                }

            case ["seal-history", var reason]:
                await using (var scope = await OpenAsync(app))
                {
                    var services = scope.ServiceProvider;
                    if (!await services.GetRequiredService<AuditChain>().SealAnewAsync(services.GetRequiredService<AppDbContext>()))
                    {
                        await Console.Error.WriteLineAsync("More than the seal is wrong with the history, or it is being written: see what check says. Nothing was sealed.");
                        return 1;
                    }

                    services.GetRequiredService<AuditScope>().Reason = reason;
                    await services.GetRequiredService<AuditLog>().RecordAsync(AuditAct.HistorySealed, nameof(AuditHead), "");
                    Console.WriteLine("The history is sealed anew; the reason stands in it.");
                    return 0;
                }

            default:
                await Console.Error.WriteLineAsync(Usage);
                return 2;
        }
    }

    /// <summary>Migrates; in Development loads the demonstration into an empty database and says how to sign in.</summary>
    /// <returns>False when the data folder or the database cannot be used, which is said then.</returns>
    public static async Task<bool> StartDatabaseAsync(this WebApplication app)
    {
        try
        {
            await PrepareDatabaseAsync(app);
            return true;
        }
        catch (Exception error) when (StartRefusal.Say(error))
        {
            return false;
        }
    }

    private static async Task PrepareDatabaseAsync(WebApplication app)
    {
        await using var scope = await OpenAsync(app);
        if (app.Environment.IsDevelopment())
        {
            var services = scope.ServiceProvider;
            await using (await DatabaseStart.TakeTurnAsync(services.GetRequiredService<AppDbContext>(), services.GetRequiredService<DataFolder>(), TimeProvider.System))
            {
                await services.GetRequiredService<Seeding>().LoadAsync();
            }

            app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"""

                KeyProducts is at {string.Join(", ", app.Urls)}
                Accounts of the demonstration, all with the password {Seeding.Password}
                  admin@demo.local  officer@demo.local  auditor@demo.local  judge1@demo.local … judge9@demo.local

                """));
        }
    }

    private static async Task<AsyncServiceScope> OpenAsync(WebApplication app)
    {
        var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<FolderUse>().Hold();
        var restore = services.GetRequiredService<BackupRestore>();
        restore.RequireNone();
        var db = services.GetRequiredService<AppDbContext>();
        services.GetRequiredService<MovedDatabase>().Require(db);
        await using var turn = await DatabaseStart.TakeTurnAsync(db, services.GetRequiredService<DataFolder>(), TimeProvider.System);
        await services.GetRequiredService<BackupDesk>().BeforeMigrationAsync(db);
        await DatabaseStart.MigrateAsync(db, services.GetRequiredService<AuditChain>(), app.Logger, TimeProvider.System);
        await restore.TellAsync(db);
        await Seeding.EnsureRolesAsync(services.GetRequiredService<RoleManager<IdentityRole<Guid>>>());
        return scope;
    }

    private static async Task<int> CreateAdministratorAsync(IServiceProvider services, string email)
    {
        var given = Console.IsInputRedirected ? await Console.In.ReadLineAsync() : null;
        var password = string.IsNullOrEmpty(given) ? RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789", 20) : given;
        var users = services.GetRequiredService<UserManager<AppUser>>();
        var user = new AppUser { UserName = email, Email = email, EmailConfirmed = true, FullName = email.Split('@')[0] };
        services.GetRequiredService<AuditScope>().Reason = "create-admin";
        var made = await users.CreateAsync(user, password);
        if (made.Succeeded)
        {
            made = await users.AddToRoleAsync(user, Roles.Administrator);
        }

        foreach (var error in made.Errors)
        {
            await Console.Error.WriteLineAsync(error.Description);
        }

        if (made.Succeeded)
        {
            Console.WriteLine($"{email} is an administrator." + (password == given ? "" : $" The password, shown this once: {password}"));
        }

        return made.Succeeded ? 0 : 1;
    }
}
