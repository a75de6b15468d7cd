using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Screening;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Screening;

/// <summary>The officers' worklist: every nomination of a year with what is missing, doubtful or due, and the ways to decide on many at once.</summary>
public sealed class IndexModel(AppDbContext db, ScreeningService screening) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "tab")]
    public string? TabName { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "sort")]
    public string? SortBy { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? PageNumber { get; set; }

    [BindProperty(SupportsGet = true, Name = "all")]
    public string? SelectsAll { get; set; }

    public Programme Programme { get; private set; } = null!;

    /// <summary>Dossiers that this account does not see, because it has declared a conflict on the year's council.</summary>
    public int Hidden { get; private set; }

    public WorklistTab Tab { get; private set; }

    public IReadOnlyDictionary<WorklistTab, int> Counts { get; private set; } = new Dictionary<WorklistTab, int>();

    public IReadOnlyList<ScreenedDossier> Rows { get; private set; } = [];

    public Sort Sort { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    /// <summary>Whether the reader may accept or return now.</summary>
    public bool CanAct => IsStaff && Programme.Stage is (Stage.Nominations or Stage.Screening or Stage.Judging);

    public string Home => $"/programmes/{Year}/screening";

    protected override async Task LoadAsync()
    {
        Programme = Found(await db.Programmes.AsNoTracking().WithChecklists().OfYearAsync(Year));
        // What stands in the way is worked out from all of a dossier: every nomination of the year that fits the search is looked at, so that the tabs can count.
        var all = await screening.ScreenAsync(Programme, db.DossiersOpenTo(User).AsNoTracking().Where(nomination => nomination.ProgrammeId == Programme.Id).Matching(Text));
        Hidden = await db.HiddenDossiersAsync(Programme.Id, User);
        Counts = Enum.GetValues<WorklistTab>().ToDictionary(tab => tab, tab => all.Count(one => one.IsOn(tab)));
        var usual = Programme.Stage is (Stage.Nominations or Stage.Screening) ? WorklistTab.ToCheck : WorklistTab.All;
        Tab = Enum.TryParse<WorklistTab>(TabName, ignoreCase: true, out var tab) && Enum.IsDefined(tab) ? tab : usual;
        var (key, isDescending) = Sort.Read(SortBy, WorklistOrder.Keys, Tab is WorklistTab.Returned or WorklistTab.Overdue ? "due" : "number");
        Sort = new Sort(key, isDescending, Home, Query(Tab, sort: null));
        var page = Math.Clamp(PageNumber ?? 1, 1, new Paging(1, Counts[Tab], "", "").Pages);
        Paging = new Paging(page, Counts[Tab], Home, Query(Tab, SortBy));
        Rows = [.. WorklistOrder.Of(all.Where(one => one.IsOn(Tab)), key, isDescending).Skip(Paging.Skip(page)).Take(Paging.Size)];
    }

    /// <summary>The address of a tab, the search kept.</summary>
    public string Address(WorklistTab tab) => $"{Home}?{Query(tab, sort: null)}";

    /// <summary>The address of this part of the list with every row selected.</summary>
    public string AddressOfAll => $"{Paging.Address(Paging.Page)}&all=true";

    /// <summary>Whether a row can be chosen: only what is registered is accepted or returned.</summary>
    public bool CanChoose(ScreenedDossier row) => CanAct && row.Nomination.Status == NominationStatus.Registered;

    private string Query(WorklistTab tab, string? sort)
    {
        var query = new QueryBuilder { { "tab", tab.ToString().ToLowerInvariant() } };
        foreach (var (name, value) in new[] { ("q", Text), ("sort", sort) })
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                query.Add(name, value);
            }
        }

        return query.ToString().TrimStart('?');
    }
}
