using System.Globalization;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.History;

/// <summary>Who did what, newest first.</summary>
public sealed class IndexModel(AppDbContext db) : AppPage
{
    // From deliberation on the marks are open to those who read the ranking, unless they are sealed; before, nobody sees what a judge gave.
    private static readonly Stage[] MarksOpen = [Stage.Deliberation, Stage.Consultation, Stage.Recognised];

    // Not a kind of thing, but what is looked for most.
    private const string SignIns = "SignIns";

    [FromQuery(Name = "year")]
    public string? YearText { get; set; }

    [FromQuery(Name = "person")]
    public string? PersonText { get; set; }

    [FromQuery(Name = "kind")]
    public string? Kind { get; set; }

    [FromQuery(Name = "p")]
    public string? PageNumber { get; set; }

    public IReadOnlyList<SelectListItem> Years { get; private set; } = [];

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    protected override async Task LoadAsync()
    {
        var stages = await db.Programmes.OrderByDescending(programme => programme.Year).Select(programme => new { programme.Year, programme.Stage, programme.Judging.IsSealed, programme.SealOpenedAt }).ToListAsync();
        var people = await db.Users.Select(user => new { user.Id, user.FullName }).ToListAsync();
        var chosen = Chosen();
        Years = [.. stages.Select(one => new SelectListItem(Written(one.Year), Written(one.Year), one.Year == chosen.Year))];
        People = [.. people.OrderBy(one => one.FullName, StringComparer.Create(CultureInfo.GetCultureInfo("vi"), ignoreCase: true))
            .Select(one => new SelectListItem(one.FullName, one.Id.ToString(), one.Id == chosen.Person))];
        Kinds = [new SelectListItem(T["Sign-ins"], SignIns, chosen.Kind == SignIns), .. AuditWords.Kinds.Select(one => new SelectListItem(T[one.Value], one.Key, one.Key == chosen.Kind))];

        var entries = db.AuditEntries.AsNoTracking()
            .Where(entry => chosen.Year == null || entry.Year == chosen.Year)
            .Where(entry => chosen.Person == null || entry.UserId == chosen.Person)
            .Where(entry => chosen.Kind == null || (chosen.Kind == SignIns ? AuditSentence.SignInActs.Contains(entry.Act) : entry.Kind == chosen.Kind));
        Paging = new Paging(1, await entries.CountAsync(), "/history", QueryOf(chosen));
        Paging = Paging with { Page = Math.Clamp(int.TryParse(PageNumber, CultureInfo.InvariantCulture, out var page) ? page : 1, 1, Paging.Pages) };
        var closed = await db.ClosedDossiersAsync(User);
        var open = stages.Where(one => MarksOpen.Contains(one.Stage) && (!one.IsSealed || one.SealOpenedAt != null)).Select(one => one.Year).ToHashSet();
        Lines = [.. (await entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id)
                .Skip(Paging.Skip(Paging.Page)).Take(Paging.Size).ToListAsync())
            .Select(entry => closed.FirstOrDefault(dossier => dossier.IsOf(entry.Subject)) is { } hidden
                ? new Line(entry.At, AuditSentence.Closed(entry, hidden, T), null)
                : new Line(entry.At, AuditSentence.Of(entry, entry.Year is { } year && open.Contains(year), T, User.IsInRole(Roles.Administrator)), entry.Reason))];
    }

    // What is no year, person or kind filters nothing.
    private (int? Year, Guid? Person, string? Kind) Chosen() => (
        int.TryParse(YearText, CultureInfo.InvariantCulture, out var year) ? year : null,
        Guid.TryParse(PersonText, out var person) ? person : null,
        Kind is not null && (Kind == SignIns || AuditWords.Kinds.ContainsKey(Kind)) ? Kind : null);

    private static string QueryOf((int? Year, Guid? Person, string? Kind) chosen) => string.Join('&', new[]
    {
        chosen.Year is { } year ? "year=" + Written(year) : "",
        chosen.Person is { } person ? $"person={person}" : "",
        chosen.Kind is { } kind ? "kind=" + kind : "",
    }.Where(part => part.Length > 0));

    private static string Written(int year) => year.ToString(CultureInfo.InvariantCulture);

    public sealed record Line(DateTime At, AuditSentence Sentence, string? Reason);
}
