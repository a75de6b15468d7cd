using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Recognitions;

/// <summary>Every recognition of all years and how it stands; also as Excel, CSV and PDF.</summary>
public sealed class IndexModel(AppDbContext db, Downloads downloads, TimeProvider clock) : AppPage
{
    private IReadOnlyList<Recognition> rows = [];

    [FromRoute]
    public string? Format { get; set; }

    [FromQuery(Name = "q")]
    public string? Words { get; set; }

    [FromQuery(Name = "show")]
    public string? Chosen { get; set; }

    // Texts, so that nonsense is no error.
    [FromQuery(Name = "year")]
    public string? ChosenYear { get; set; }

    [FromQuery(Name = "months")]
    public string? ChosenMonths { get; set; }

    [FromQuery(Name = "p")]
    public string? PageNumber { get; set; }

    public RecognitionFilter Filter { get; private set; } = null!;

    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>How many stand how, of those that fit the words and the year.</summary>
    public IReadOnlyDictionary<RecognitionState, int> Counts { get; private set; } = new Dictionary<RecognitionState, int>();

    public Table Table { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    public DateOnly Today { get; } = HanoiTime.DayOf(clock.GetUtcNow().UtcDateTime);

    protected override async Task LoadAsync()
    {
        Filter = new RecognitionFilter(
            Words?.Trim() ?? "",
            Enum.TryParse<RecognitionState>(Chosen, out var state) && Enum.IsDefined(state) ? state : null,
            int.TryParse(ChosenYear, out var year) ? year : null,
            int.TryParse(ChosenMonths, out var months) && months is >= 1 and <= 60 ? months : Reports.Recognitions.Term);
        var all = await db.RecognitionsAsync();
        Years = [.. all.Select(one => one.Code.Year).Distinct()];
        var found = all.Where(Filter.FitsWords).ToList();
        Counts = found.CountBy(one => one.StateOn(Today, Filter.Months)).ToDictionary();
        rows = [.. found.Where(one => Filter.State is null || one.StateOn(Today, Filter.Months) == Filter.State)];
        Paging = new Paging(int.TryParse(PageNumber, out var page) ? Math.Max(1, page) : 1, rows.Count, "/recognitions", Filter.With(Filter.State));
        Table = Reports.Recognitions.Table(rows.Skip(Paging.Skip(Paging.Page)).Take(Paging.Size), Today, Filter.Months, T);
    }

    public async Task<IActionResult> OnGetAsync() => Format is null ? Page() : await downloads.FileAsync(
        new Report
        {
            FileName = "cong-nhan",
            Language = Languages.Current,
            Title = T["Recognitions"],
            Facts = [.. Counts.OrderBy(one => one.Key).Select(one => new Fact(T[EnumWords.Of(one.Key)], Shown.Whole(one.Value)))],
            Tables = [Reports.Recognitions.Table(rows, Today, Filter.Months, T)],
            Notes = [T["As of {0}.", Shown.Day(Today)]],
            Landscape = true,
        },
        Format,
        null);
}
