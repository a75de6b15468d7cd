using System.Text.RegularExpressions;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KeyProducts.Tests.Support;

/// <summary>A page of the program at an address that the demonstration has.</summary>
/// <param name="Name">The address as people would write it down, with {id} for a key: "/users/{id}".</param>
/// <param name="Address">The address.</param>
/// <param name="Model">The type of its page model.</param>
/// <param name="IsDownload">Whether it answers with a file, or the same page's table as one.</param>
public sealed record SitePage(string Name, string Address, Type Model, bool IsDownload);

/// <summary>All pages, as the running program of <see cref="EveryStage"/> lists them: a new page is in every guard without being named in one.</summary>
public static partial class SiteMap
{
    /// <summary>Everybody the guards know: a visitor and one account of each role.</summary>
    public static readonly IReadOnlyList<string> Everybody = ["visitor", "admin", "officer", "judge1", "auditor"];

    // A page that is a list without a number, and a file with one.
    private const string SnapshotFiles = "/snapshots/{number:int?}";

    // Pages that are nothing but a file.
    private static readonly string[] Papers = ["/receipt", "/supplement-letter", "/judging/paper/{number:int?}", "/paper/blank/{judge:guid?}/{number:int?}", "/papers/packet", "/notifications/{id:guid}/letter", "/{form:regex(^(pdf|word)$)}"];

    /// <summary>The pages, one entry for each sample of a route's parameters.</summary>
    public static async Task<IReadOnlyList<SitePage>> PagesAsync(TestApp app)
    {
        var pages = new List<SitePage>();
        foreach (var page in app.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>())
        {
            var template = page.AttributeRouteInfo!.Template!;
            var model = ModelOf(page);
            var isOfConsultation = template.Contains("consultation/", StringComparison.Ordinal) || template.EndsWith("/consultation", StringComparison.Ordinal) || template.EndsWith("/decision", StringComparison.Ordinal);
            var years = !template.Contains("{year", StringComparison.Ordinal) ? [EveryStage.Years[0]] : isOfConsultation ? [EveryStage.Years[0], EveryStage.InConsultation] : EveryStage.Years;
            foreach (var year in years)
            {
                var isFile = template.StartsWith("evidence/", StringComparison.Ordinal) || template.StartsWith("scans/", StringComparison.Ordinal) || template.EndsWith("/workbook", StringComparison.Ordinal)
                    || template.StartsWith("comment-files/", StringComparison.Ordinal) || template.EndsWith("/decision/scan", StringComparison.Ordinal);
                foreach (var isDownload in template.Contains("{format", StringComparison.Ordinal) || template.EndsWith(SnapshotFiles, StringComparison.Ordinal) ? new[] { false, true } : [isFile])
                {
                    pages.Add(await SampleAsync(app, template, model, year, isDownload));
                }
            }
        }

        return [.. pages.DistinctBy(page => page.Name).OrderBy(page => page.Name, StringComparer.Ordinal)];
    }

    /// <summary>Somebody of <see cref="Everybody"/>, signed in unless a visitor.</summary>
    public static async Task<Visitor> AsAsync(this TestApp app, string who, string language = "vi") =>
        who == "visitor" ? app.Visitor(language) : await app.SignedInAsync(who, language);

    private static async Task<SitePage> SampleAsync(TestApp app, string template, Type model, int year, bool isDownload)
    {
        var name = "/";
        var address = "/";
        foreach (var segment in template.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var parameter = Parameter().Match(segment);
            var (shown, value) = !parameter.Success ? (segment, segment) : parameter.Groups[1].Value switch
            {
                "year" => Same(year),
                // Judge 1 has submitted no. 1 of 2026, which the council has discussed.
                "number" when template.EndsWith("/rescore", StringComparison.Ordinal) => Same(1),
                "number" when template.EndsWith(SnapshotFiles, StringComparison.Ordinal) => isDownload ? Same(1) : ("", ""),
                "number" => Same(template.Contains("{year", StringComparison.Ordinal) ? EveryStage.NumberIn(year) : 14),
                "other" => Same(15),
                "code" => Same(404),
                "certificate" => Same("2025-0001"),
                "comment" => Same(1),
                "receipt" => ("{receipt}", await app.ReadAsync(db => db.Comments.Where(one => one.Year == EveryStage.InConsultation).Select(one => one.Code).SingleAsync())),
                "name" => ("{name}", app.Services.GetRequiredService<KeyProducts.Web.Backups.BackupFolder>().List()[0].Name),
                "which" => Same("top"),
                "passkey" => Same(EveryStage.Passkey),
                "form" => Same("pdf"),
                "section" => Same("technology"),
                "item" => Same("new"),
                "kind" => Same("decision"),
                "format" when template.Contains("/papers/", StringComparison.Ordinal) || template.Contains("/ranking/sheets/", StringComparison.Ordinal) => isDownload ? ("pdf", "pdf") : ("", ""),
                "format" => isDownload ? ("csv", "csv") : ("", ""),
                "id" or "judge" => ("{id}", await KeyAsync(app, template, segment, year)),
                var other => throw new InvalidOperationException($"{template}: give a sample for {{{other}}} in SiteMap."),
            };
            name += shown.Length == 0 ? "" : (name == "/" ? "" : "/") + shown;
            address += value.Length == 0 ? "" : (address == "/" ? "" : "/") + value;
        }

        return new SitePage(name, address, model, isDownload || Papers.Any(paper => template.EndsWith(paper, StringComparison.Ordinal)));
    }

    private static (string Shown, string Value) Same(object value) => ($"{value}", $"{value}");

    // Which record a key in an address names is told by the words before it.
    private static async Task<string> KeyAsync(TestApp app, string template, string segment, int year)
    {
        var before = template.Split('/').TakeWhile(one => one != segment).Last(one => one[0] != '{');
        var key = await app.ReadAsync(async db =>
        {
            var programme = await db.Programmes.WithTables().SingleAsync(programme => programme.Year == year);
            return before switch
            {
                "offline" => EveryStage.WorkbookIn(app),
                "sheets" or "scans" => await db.PaperSheets.Where(paper => template.StartsWith("scans/", StringComparison.Ordinal) || db.Nominations.Any(one => one.Id == paper.NominationId && one.Programme.Year == year)).Select(paper => paper.Id).FirstOrDefaultAsync(),
                "import" when template.StartsWith("past-years/", StringComparison.Ordinal) => EveryStage.PastDraftIn(app),
                "figures" => await db.PastFigures.OrderBy(one => one.Year).ThenBy(one => one.Measure).Select(one => one.Id).FirstAsync(),
                "products" => await db.PastProducts.OrderBy(one => one.Year).Select(one => one.Id).FirstAsync(),
                "import" => EveryStage.DraftIn(app, ofCouncil: template.Contains("/council/", StringComparison.Ordinal)),
                "criteria" => programme.Criteria[0].Id,
                "groups" => programme.Groups[0].Id,
                "industries" => programme.Industries[0].Id,
                "tracks" => programme.Tracks[0].Id,
                "recusals" => (await db.Recusals.Where(recusal => db.Judges.Any(judge => judge.Id == recusal.JudgeId && judge.ProgrammeId == programme.Id)).OrderBy(recusal => recusal.Kind).FirstOrDefaultAsync())?.Id ?? Guid.Empty,
                "council" or "progress" or "judges" or "paper" or "blank" => await (
                    from judge in db.Judges
                    join user in db.Users on judge.UserId equals user.Id
                    where judge.ProgrammeId == programme.Id
                    // Keys are made anew for each run: the same judge is taken by name, the one who has submitted every sheet of 2026.
                    orderby user.Email == "judge2@demo.local" descending, user.Email
                    select judge.Id).FirstAsync(),
                // An address without a year leads to a file of the year in which judges score.
                "evidence" => await (
                    from evidence in db.Evidence
                    join nomination in db.Nominations on evidence.NominationId equals nomination.Id
                    where evidence.Section != null && nomination.Number == EveryStage.NumberIn(year)
                        && nomination.Programme.Year == (template.Contains("{year", StringComparison.Ordinal) ? year : 2026)
                    orderby evidence.Name
                    select evidence.Id).FirstOrDefaultAsync(),
                "comment-files" => await db.Comments.SelectMany(one => one.Files).Select(one => one.Id).FirstAsync(),
                "mail" => (await db.Mails.SingleAsync(mail => mail.BusinessId == null)).Id,
                "notifications" => await db.Mails.Where(mail => mail.BusinessId != null && mail.ProgrammeId == programme.Id).Select(mail => mail.Id).FirstOrDefaultAsync(),
                "users" => (await db.Users.SingleAsync(user => user.Email == "judge2@demo.local")).Id,
                _ => throw new InvalidOperationException($"{template}: say in SiteMap which record its key names."),
            };
        });
        return key.ToString();
    }

    private static Type ModelOf(PageActionDescriptor page)
    {
        var assembly = typeof(Program).Assembly;
        var name = $"{assembly.GetName().Name}.Pages.{page.ViewEnginePath.TrimStart('/').Replace('/', '.')}Model";
        // A page for something new may share its model with the page that edits what there is.
        return assembly.GetType(name) ?? assembly.GetType(name.Replace(".NewModel", ".EditModel", StringComparison.Ordinal)) ?? throw new InvalidOperationException($"The page {page.ViewEnginePath} has no model {name}.");
    }

    [GeneratedRegex(@"^\{\*{0,2}(\w+)")]
    private static partial Regex Parameter();
}
