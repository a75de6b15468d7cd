using KeyProducts.Web.Access;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Backups;
using KeyProducts.Web.Commands;
using KeyProducts.Web.Import;
using KeyProducts.Web.Mail;
using KeyProducts.Web.Operation;
using KeyProducts.Web.Pages;
using KeyProducts.Web.Pages.OpenData;
using KeyProducts.Web.Pages.Public;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Reports.Papers;
using KeyProducts.Web.Reports.Papers.Certificates;
using KeyProducts.Web.Reports.Public;
using KeyProducts.Web.Reports.Public.OpenData;
using KeyProducts.Web.Reports.Statistics;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Screening;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;

// What needs no program around it.
if (SnapshotCommand.Run(args) is { } answer)
{
    return answer;
}

// A command brings its own words; only the options that begin with "--" are settings.
var builder = WebApplication.CreateBuilder([.. Command.SettingsIn(args)]);
var services = builder.Services;
if (StartRefusal.FolderOf(builder.Configuration, builder.Environment) is not { } folder)
{
    return 1;
}

services.AddSingleton(TimeProvider.System);
services.AddHttpContextAccessor();
services.AddStorage(folder, builder.Configuration["KeyProducts:Database"]);
services.AddSingleton<HistoryNote>();
services.AddSingleton<AuditChain>();
services.AddHostedService<HistoryRounds>();
services.AddScoped<AuditScope>();
services.AddScoped<AuditInterceptor>();
services.AddScoped<AuditLog>();
services.AddSingleton<FinalResults>();
services.AddSingleton<LiveResults>();
services.AddScoped<ScoringService>();
services.AddScoped<SnapshotDrafts>();
services.AddScoped<Assignments>();
services.AddScoped<ScreeningService>();
services.AddSingleton<ImportDrafts>();
services.AddScoped<NominationImport>();
services.AddMail();
services.AddBackups();
services.AddScoped<CouncilImport>();
services.AddScoped<PastImport>();
services.AddScoped<SiteAddress>();
services.AddScoped<Downloads>();
services.AddScoped<RankingReport>();
services.AddScoped<ComparisonReport>();
services.AddScoped<WhatIfReport>();
services.AddScoped<BandPreviews>();
services.AddScoped<ChangePreviews>();
services.AddScoped<RecognitionReport>();
services.AddScoped<PublishedLists>();
services.AddScoped<RecognisedYears>();
services.AddScoped<OpenDataSource>();
services.AddScoped<StatisticsRecords>();
services.AddScoped<GrowthRecords>();
services.AddScoped<StatisticsReport>();
services.AddScoped<StatisticsPaper>();
services.AddScoped<ProvisionalLists>();
services.AddSingleton<CommentLimit>();
services.AddScoped<RecognitionDesk>();
services.AddScoped<CertificateDesk>();
services.AddScoped<CertificateSheets>();
services.AddScoped<SheetsReport>();
services.AddSingleton<AdviceService>();
services.AddScoped<LineReport>();
services.AddScoped<MarkingReport>();
services.AddScoped<WhyReport>();
services.AddScoped<BusinessResult>();
services.AddScoped<SummaryReport>();
services.AddScoped<ScreeningPapers>();
services.AddScoped<YearPapers>();
services.AddScoped<BlankSheets>();
services.AddScoped<FilledSheets>();
services.AddScoped<SummaryPaper>();
services.AddScoped<YearPacket>();
services.AddScoped<OfflineMarks>();
services.AddScoped<PaperDesk>();
services.AddScoped<BusinessHistory>();
services.AddAccounts(builder.Environment);
services.AddAuthorization(PageAccess.AddPolicies);
services.AddSingleton<RequestLimits>();
services.AddProxy(builder.Configuration);
services.AddHttpsOnly();
services.AddPublicCache();
services.AddHealth();
Telemetry.Add(services);
services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
services.AddRazorPages(options => PageAccess.Apply(options.Conventions)).AddWords();

var app = builder.Build();
if (await Command.RunAsync(app, args) is { } exitCode)
{
    return exitCode;
}

// The database and the pages are made ready side by side: they need nothing of each other, and each takes its time.
var database = Task.Run(app.StartDatabaseAsync);

app.UseForwardedHeaders();
app.UseCookiesByHttps();
app.UseRequestLocalization();
app.UseSecurityHeaders();
app.UseOpenData();
if (!app.Environment.IsDevelopment())
{
    app.UseHsts();
}

app.UseExceptionHandler("/error/500");
app.UseStorageFaults();
app.UseStatusCodePagesWithReExecute("/error/{0}");
app.UseBareAnswersToScripts();
app.UseKeptForms();
app.UseRouting();
app.UseMethodsOfForms();
app.UsePublicCache();
app.UseRequestLimits();
app.UseAuthentication();
app.UseAuthorization();
app.UseSecondFactor();
app.MapStaticAssets().AllowAnonymous();
app.MapHealth();
app.MapSearchEngines();
app.MapRazorPages();
app.MapOpenData();
app.MapDecisionFile();

if (!await database)
{
    return 1;
}

await app.RunAsync();
return 0;

/// <summary>Where the tests find the program.</summary>
public partial class Program;
