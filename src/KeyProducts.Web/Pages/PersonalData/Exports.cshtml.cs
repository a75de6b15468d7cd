using System.Globalization;
using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.PersonalData;

/// <summary>Who took which file out, and when.</summary>
public sealed class ExportsModel(AppDbContext db) : AppPage
{
    [FromQuery(Name = "who")]
    public string? Who { get; set; }

    [FromQuery(Name = "file")]
    public string? FileName { get; set; }

    // Texts, so that nonsense is no error.
    [FromQuery(Name = "from")]
    public string? From { get; set; }

    [FromQuery(Name = "until")]
    public string? Until { get; set; }

    [FromQuery(Name = "p")]
    public string? PageNumber { get; set; }

    public IReadOnlyList<string> People { get; private set; } = [];

    public Table Table { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    protected override async Task LoadAsync()
    {
        var all = db.AuditEntries.AsNoTracking().Where(entry => entry.Act == AuditAct.Exported);
        People = await all.Select(entry => entry.UserName).Distinct().OrderBy(name => name).ToListAsync();
        var found = all;
        if (!string.IsNullOrEmpty(Who))
        {
            found = found.Where(entry => entry.UserName == Who);
        }

        if (!string.IsNullOrWhiteSpace(FileName))
        {
            var part = FileName.Trim();
            found = found.Where(entry => entry.Subject.Contains(part));
        }

        if (Day(From) is { } from)
        {
            var begin = HanoiTime.EndOf(from.AddDays(-1));
            found = found.Where(entry => entry.At >= begin);
        }

        if (Day(Until) is { } until)
        {
            var end = HanoiTime.EndOf(until);
            found = found.Where(entry => entry.At < end);
        }

        Paging = new Paging(int.TryParse(PageNumber, out var page) ? Math.Max(1, page) : 1, await found.CountAsync(), "/personal-data/exports", Query());
        var entries = await found.OrderByDescending(entry => entry.At).Skip(Paging.Skip(Paging.Page)).Take(Paging.Size).Select(entry => new { entry.At, entry.UserName, entry.Subject, entry.Year, entry.Page }).ToListAsync();
        Table = Table.Of(entries)
            .Code(T["When"], entry => Shown.Moment(entry.At), 18)
            .Text(T["Who"], entry => entry.UserName, 24)
            .Text(T["File"], entry => entry.Subject, 40)
            .Code(T["Year"], entry => entry.Year?.ToString(CultureInfo.InvariantCulture), 6)
            .Text(T["Page"], entry => entry.Page, 30)
            .Table(whenEmpty: T["No download fits."]);
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private string Query() => string.Join('&', new[] { ("who", Who), ("file", FileName), ("from", From), ("until", Until) }.Where(one => !string.IsNullOrWhiteSpace(one.Item2)).Select(one => $"{one.Item1}={Uri.EscapeDataString(one.Item2!)}"));
}
