using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Nominations;

/// <summary>The nominations of a year: filtered, sorted, paged; the same list as a file, whole.</summary>
public sealed class IndexModel(AppDbContext db, Downloads downloads) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [FromRoute]
    public string? Format { get; set; }

    [BindProperty(SupportsGet = true)]
    public NominationFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "sort")]
    public string? SortBy { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? PageNumber { get; set; }

    /// <summary>Dossiers that this account does not see, because it has declared a conflict on the year's council.</summary>
    public int Hidden { get; private set; }

    public bool CanRegister { get; private set; }

    public bool CanImport { get; private set; }

    public IReadOnlyList<SelectListItem> Industries { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Tracks { get; private set; } = [];

    public Report Report { get; private set; } = null!;

    public Sort Sort { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.Programmes.AsNoTracking().WithIndustriesAndTracks().OfYearAsync(Year));
        CanRegister = IsStaff && programme.Stage is (Stage.Nominations or Stage.Screening);
        CanImport = IsStaff && programme.Stage is not (Stage.Preparation or Stage.Recognised);
        Industries = [.. programme.Industries.Select(one => new SelectListItem(one.Name.In(Languages.Current), one.Id.ToString()))];
        Tracks = [.. programme.Tracks.Select(one => new SelectListItem(one.Name.In(Languages.Current), one.Id.ToString()))];
        var found = Filter.Of(db.DossiersOpenTo(User).Where(nomination => nomination.ProgrammeId == programme.Id));
        Hidden = await db.HiddenDossiersAsync(programme.Id, User);
        var (key, isDescending) = Sort.Read(SortBy, NominationList.SortKeys, "number");
        var home = $"/programmes/{Year}/nominations";
        var total = await found.CountAsync();
        var page = Math.Clamp(PageNumber ?? 1, 1, new Paging(1, total, "", "").Pages);
        Sort = new Sort(key, isDescending, home, Filter.Query);
        Paging = new Paging(page, total, home, $"sort={SortBy}{(Filter.IsEmpty ? "" : "&" + Filter.Query)}");
        var sorted = NominationList.Sorted(found, key, isDescending, programme.DataYear);
        var lines = await NominationList.LinesAsync(Format is null ? sorted.Skip(Paging.Skip(page)).Take(Paging.Size) : sorted, programme);
        Report = NominationList.Report(lines, programme, T, Filter.IsEmpty);
    }

    public async Task<IActionResult> OnGetAsync() => Format is null ? Page() : await downloads.FileAsync(Report, Format, Year);
}
