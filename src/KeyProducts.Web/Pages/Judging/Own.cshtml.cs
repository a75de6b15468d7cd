using System.Globalization;
using KeyProducts.Domain;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Judging;

/// <summary>A judge's own marks of a year, to compare them with each other: how they lie on each criterion, and the products side by side.</summary>
public sealed class OwnModel(AppDbContext db) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromQuery(Name = "sort")]
    public string? SortText { get; set; }

    /// <summary>Whether judging is still open, so that drafts can be changed.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The criteria that the judge marks, in the year's order.</summary>
    public IReadOnlyList<Criterion> Criteria { get; private set; } = [];

    /// <summary>The products of the judge's own list.</summary>
    public IReadOnlyList<OwnLine> Lines { get; private set; } = [];

    /// <summary>How the judge's marks lie on each criterion, and the totals of complete sheets.</summary>
    public IReadOnlyList<DotStrip> Strips { get; private set; } = [];

    public Sort Sort { get; private set; } = null!;

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.Programmes.AsNoTracking().WithCriteria().OfYearAsync(Year));
        var judge = Found(await db.Judges.AsNoTracking().Include(one => one.Assigned).Include(one => one.Groups).AsSplitQuery()
            .FirstOrDefaultAsync(one => one.ProgrammeId == programme.Id && one.UserId == UserId && !one.HasLeft));
        if (programme.Stage < Stage.Judging)
        {
            throw new NotFoundException();
        }

        IsOpen = programme.Stage == Stage.Judging;
        Criteria = [.. programme.Criteria.Where(judge.Marks)];
        Lines = await LinesAsync(programme.Id);
        Strips =
        [
            .. Criteria.Select((criterion, place) => new DotStrip(
                $"c{place}", T["{0} (up to {1} points)", criterion.Name.In(Languages.Current), Shown.Points(criterion.Max)], criterion.Max,
                [.. Lines.Select(line => line.On(criterion.Id)).OfType<decimal>()], Shown.Points)),
            new DotStrip(
                "total", T["Total of complete sheets (up to {0} points)", Shown.Points(Criteria.Sum(criterion => criterion.Max))], Math.Max(1, Criteria.Sum(criterion => criterion.Max)),
                [.. Lines.Where(line => line.Marks.Count >= Criteria.Count).Select(line => line.Total).OfType<decimal>()], Shown.Points),
        ];
        Arrange();
    }

    private void Arrange()
    {
        var keys = Criteria.Select((_, place) => KeyOf(place)).Prepend("number").Prepend("total").ToList();
        var (key, isDescending) = Sort.Read(SortText, keys, "-total");
        Sort = new Sort(key, isDescending, $"/programmes/{Year}/judging/own", "");
        decimal? ValueOf(OwnLine line) => key switch
        {
            "total" => line.Total,
            "number" => line.Number,
            _ => line.On(Criteria[keys.IndexOf(key) - 2].Id),
        };
        // What has no mark yet stands below, whichever way the rest is turned.
        var marked = Lines.OrderBy(line => ValueOf(line) is null);
        Lines = [.. (isDescending ? marked.ThenByDescending(ValueOf) : marked.ThenBy(ValueOf)).ThenBy(line => line.Number)];
    }

    private async Task<IReadOnlyList<OwnLine>> LinesAsync(Guid programmeId)
    {
        var products = await db.ToScoreBy(UserId).AsNoTracking().Where(one => one.ProgrammeId == programmeId)
            .Select(one => new { one.Id, one.Number, one.Product }).ToListAsync();
        var sheets = await db.SheetsOf(UserId).AsNoTracking().Where(sheet => sheet.Nomination.ProgrammeId == programmeId)
            .Select(sheet => new { sheet.NominationId, IsSubmitted = sheet.SubmittedAt != null, Marks = sheet.Marks.Select(mark => new { mark.CriterionId, mark.Points }).ToList() })
            .ToDictionaryAsync(sheet => sheet.NominationId);
        var marked = Criteria.Select(criterion => criterion.Id).ToHashSet();
        return
        [
            .. products.Select(one =>
            {
                var sheet = sheets.GetValueOrDefault(one.Id);
                var marks = (sheet?.Marks ?? []).Where(mark => marked.Contains(mark.CriterionId)).ToDictionary(mark => mark.CriterionId, mark => mark.Points);
                return new OwnLine(one.Number, one.Product, SheetProgress.Of(marks.Count, Criteria.Count, sheet?.IsSubmitted ?? false), marks);
            }),
        ];
    }

    /// <summary>The sort key of a criterion by its place.</summary>
    public static string KeyOf(int place) => string.Create(CultureInfo.InvariantCulture, $"c{place + 1}");

    /// <summary>A product with the judge's own marks.</summary>
    public sealed record OwnLine(int Number, BilingualName Product, SheetState State, IReadOnlyDictionary<Guid, decimal> Marks)
    {
        public decimal? Total => Marks.Count == 0 ? null : Marks.Values.Sum();

        public decimal? On(Guid criterionId) => Marks.TryGetValue(criterionId, out var points) ? points : null;
    }
}
