using KeyProducts.Documents;
using KeyProducts.Documents.Files;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Nominations;

/// <summary>The evidence of a nomination by section and criterion, with what was replaced or set aside.</summary>
public sealed class EvidenceModel(AppDbContext db) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    /// <summary>What the form to send files stands on; it posts to a page of its own.</summary>
    public UploadForm Input { get; } = new();

    public string Product { get; private set; } = "";

    public ScreeningRules Rules { get; private set; } = null!;

    public int Count { get; private set; }

    public long Bytes { get; private set; }

    public Table Current { get; private set; } = null!;

    public Table Replaced { get; private set; } = null!;

    public Table SetAside { get; private set; } = null!;

    /// <summary>The form to send files; null for those who change nothing, and once the year is recognised.</summary>
    public UploadView? Upload { get; private set; }

    private string Home => $"/programmes/{Year}/nominations/{Number}/evidence";

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.Programmes.AsNoTracking().WithCriteria().OfYearAsync(Year));
        var nomination = Found(await db.DossiersOpenTo(User).AsNoTracking().Where(one => one.ProgrammeId == programme.Id && one.Number == Number)
            .Select(one => new { one.Id, one.Product }).FirstOrDefaultAsync());
        var all = await db.EvidenceOpenTo(User).AsNoTracking().Where(one => one.NominationId == nomination.Id)
            .Select(one => new Line(one.Id, one.Name, one.Size, one.ContentType, new EvidencePlace(one.Section, one.CriterionId), one.AddedBy, one.AddedAt, one.ReplacedById, one.SetAsideReason))
            .ToListAsync();
        var current = all.Where(one => one.IsCurrent).OrderBy(one => EvidencePlaces.Order(one.Place, programme)).ThenBy(one => one.AddedAt).ThenBy(one => one.Id).ToList();
        var byKey = all.ToDictionary(one => one.Id);
        var canChange = IsStaff && programme.Stage != Stage.Recognised;
        (Product, Rules) = (nomination.Product.In(Languages.Current), programme.Screening);
        (Count, Bytes) = (current.Count, current.Sum(one => one.Size));
        Current = WithEdit(Files(current).GroupBy(one => EvidencePlaces.Say(one.Place, programme, T)), canChange)
            .Table(whenEmpty: T["There is no evidence yet."]);
        Replaced = Files(all.Where(one => one.ReplacedById is not null).OrderByDescending(one => byKey[one.ReplacedById!.Value].AddedAt))
            .Text(T["Replaced by"], one => byKey[one.ReplacedById!.Value].Name, 30)
            .Code(T["Replaced on"], one => Shown.Moment(byKey[one.ReplacedById!.Value].AddedAt))
            .Table();
        SetAside = WithEdit(Files(all.Where(one => one is { SetAsideReason: not null, ReplacedById: null }).OrderBy(one => one.AddedAt))
            .Text(T["Reason"], one => one.SetAsideReason, 30), canChange)
            .Table();
        Upload = canChange ? new UploadView($"{Home}/add", EvidencePlaces.Of(programme, T), Rules, programme.IsFrozen, Input) : null;
    }

    private TableOf<Line> Files(IEnumerable<Line> lines) => Table.Of(lines)
        .Text(T["File"], one => one.Name, 34, link: one => $"/evidence/{one.Id}")
        .Code(T["Kind"], one => FileKind.NameOf(one.ContentType))
        .Code(T["Size"], one => FileSize.Of(one.Size))
        .Text(T["Added by"], one => one.AddedBy)
        .Code(T["Added on"], one => Shown.Moment(one.AddedAt));

    private TableOf<Line> WithEdit(TableOf<Line> table, bool canChange) =>
        canChange ? table.Code(T["Change"], _ => T["Change"], link: one => $"{Home}/{one.Id}") : table;

    private sealed record Line(
        Guid Id, string Name, long Size, string ContentType, EvidencePlace Place, string AddedBy, DateTime AddedAt, Guid? ReplacedById, string? SetAsideReason)
    {
        public bool IsCurrent => ReplacedById is null && SetAsideReason is null;
    }
}
