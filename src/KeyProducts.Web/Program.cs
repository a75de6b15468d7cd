using System.Text.Encodings.Web;
using System.Text.Unicode;
using KeyProducts.Web.Access;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Commands;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.WebEncoders;

// A command brings its own words; only the options that begin with "--" are settings.
var builder = WebApplication.CreateBuilder([.. Command.SettingsIn(args)]);
var folder = new DataFolder(builder.Configuration, builder.Environment);
var services = builder.Services;

services.AddSingleton(folder);
services.AddSingleton(TimeProvider.System);
services.AddSingleton<Demonstration>();
services.AddHttpContextAccessor();
services.AddScoped<AuditScope>();
services.AddScoped<AuditInterceptor>();
services.AddScoped<AuditLog>();
services.AddScoped<ScoringService>();
services.AddScoped<Seeding>();
services.AddScoped<Downloads>();
services.AddScoped<RankingReport>();
services.AddScoped<RecognitionReport>();
services.AddScoped<SheetsReport>();
services.AddDbContext<AppDbContext>((provider, options) => options
    .UseSqlite($"Data Source={folder.Database}")
    .AddInterceptors(new SqliteSettings(), provider.GetRequiredService<AuditInterceptor>()));
services.AddDataProtection().PersistKeysToFileSystem(folder.Keys).SetApplicationName("KeyProducts");
services.AddAccounts(builder.Environment);
services.AddAuthorization(PageAccess.AddPolicies);
services.AddSignInLimit(builder.Configuration);
services.AddHealthChecks().AddDbContextCheck<AppDbContext>();

services.AddLocalization();
services.Configure<RequestLocalizationOptions>(Languages.Configure);
services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
services.ConfigureOptions<BindingWords>();
services.AddRazorPages(options => PageAccess.Apply(options.Conventions))
    .AddDataAnnotationsLocalization(options => options.DataAnnotationLocalizerProvider = (_, factory) => factory.Create(typeof(Words)))
    .AddMvcOptions(options =>
    {
        options.ModelBinderProviders.Insert(0, new NumberBinderProvider());
        options.ModelMetadataDetailsProviders.Add(new FormWords());
    });

var app = builder.Build();
if (await Command.RunAsync(app, args) is { } exitCode)
{
    return exitCode;
}

app.UseRequestLocalization();
app.UseSecurityHeaders();
if (!app.Environment.IsDevelopment())
{
    app.UseHsts();
}

app.UseExceptionHandler("/error/500");
app.UseStatusCodePagesWithReExecute("/error/{0}");
app.UseRouting();
app.UseRateLimiter();
app.UseAuthentication();
app.UseAuthorization();
app.MapStaticAssets().AllowAnonymous();
app.MapHealthChecks("/health").AllowAnonymous();
app.MapRazorPages();

await app.StartDatabaseAsync();
await app.RunAsync();
return 0;

/// <summary>Where the tests find the program.</summary>
public partial class Program;
