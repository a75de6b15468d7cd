using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>A year: where it stands, what it waits for, its days and figures.</summary>
public sealed class ShowModel(AppDbContext db, ScoringService scoring) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    public Programme Programme { get; private set; } = null!;

    public ProgrammeCounts Counts { get; private set; } = ProgrammeCounts.None;

    public IReadOnlyList<Obstacle> Obstacles { get; private set; } = [];

    public IReadOnlyDictionary<NominationStatus, int> Nominations { get; private set; } = new Dictionary<NominationStatus, int>();

    protected override async Task LoadAsync()
    {
        Programme = Found(await db.Programmes.AsNoTracking().WithTables().OfYearAsync(Year));
        Counts = await scoring.CountAsync(Programme, await scoring.ShownAsync(Programme));
        Obstacles = Programme.Obstacles(Counts);
        Nominations = await db.Nominations.Where(nomination => nomination.ProgrammeId == Programme.Id)
            .GroupBy(nomination => nomination.Status).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count);
    }

    /// <summary>A period in words; a dash while it is not set.</summary>
    public string Period(DateOnly? from, DateOnly? until) => (from, until) switch
    {
        (null, null) => "–",
        ({ } first, null) => T["from {0}", Shown.Day(first)],
        (null, { } last) => T["until {0}", Shown.Day(last)],
        ({ } first, { } last) => $"{Shown.Day(first)} – {Shown.Day(last)}",
    };

    /// <summary>A document's number and date; a dash while there is none.</summary>
    public string Document(DocumentReference? document) =>
        document is null ? "–" : T["No. {0} of {1}", document.Number, Shown.Day(document.Date)];
}
