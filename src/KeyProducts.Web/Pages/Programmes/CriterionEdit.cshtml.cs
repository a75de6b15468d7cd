using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>Adds, changes or removes a criterion.</summary>
public sealed class CriterionEditModel(AppDbContext db) : AppPage
{
    private const int MostBands = 8;

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid? Group { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public bool IsNew => Id == "new";

    public IReadOnlyList<SelectListItem> Figures => Criterion.Figures.Select(figure => new SelectListItem(T[FigureWords.Of(figure)], figure)).WithNone(T["the judges’ marks"]);

    public BilingualName GroupName { get; private set; } = null!;

    protected override async Task LoadAsync()
    {
        var (programme, group, criterion) = await FindAsync();
        if (programme.IsFrozen && !HasInput)
        {
            throw new NotFoundException();
        }

        GroupName = group.Name;
        if (criterion is not null && !HasInput)
        {
            Input = new Form
            {
                Name = criterion.Name.Vietnamese,
                NameEnglish = criterion.Name.English,
                Max = criterion.Max,
                Minimum = criterion.Minimum?.Value,
                MinimumIsPercent = criterion.Minimum?.IsPercent ?? false,
                Guidance = criterion.Guidance,
                GuidanceEnglish = criterion.GuidanceEnglish,
                Figure = criterion.Figure,
                Bands = [.. criterion.Bands.Select(band => new BandForm { From = band.From, Points = band.Points })],
            };
        }

        Input.FillBands();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (programme, group, criterion) = await FindAsync();
        var content = new CriterionContent(
            BilingualName.Of(Input.Name, Input.NameEnglish),
            Input.Max!.Value,
            GroupEditModel.MinimumOf(Input.Minimum, Input.MinimumIsPercent),
            Input.Guidance,
            Input.GuidanceEnglish,
            string.IsNullOrEmpty(Input.Figure) ? null : Input.Figure,
            string.IsNullOrEmpty(Input.Figure) ? null : BandText.Write(Input.ToBands()));
        if (criterion is null)
        {
            programme.AddCriterion(group, content);
        }
        else
        {
            programme.Change(criterion, content);
        }

        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/criteria", "“{0}” is saved.", content.Name.Vietnamese);
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        var (programme, _, criterion) = await FindAsync();
        programme.Remove(Found(criterion));
        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/criteria", "“{0}” is removed.", criterion!.Name.Vietnamese);
    }

    private async Task<(Programme Programme, CriterionGroup Group, Criterion? Criterion)> FindAsync()
    {
        var programme = Found(await db.Programmes.WithCriteria().OfYearAsync(Year));
        var criterion = IsNew ? null : Found(programme.Criteria.FirstOrDefault(one => one.Id.ToString() == Id));
        var group = Found(programme.Groups.FirstOrDefault(one => IsNew ? one.Id == Group : one.Criteria.Contains(criterion)));
        return (programme, group, criterion);
    }

    public sealed class Form
    {
        [Required, StringLength(200)]
        public string? Name { get; set; }

        [StringLength(200)]
        public string? NameEnglish { get; set; }

        [Required]
        public decimal? Max { get; set; }

        public decimal? Minimum { get; set; }

        public bool MinimumIsPercent { get; set; }

        [StringLength(2000)]
        public string? Guidance { get; set; }

        [StringLength(2000)]
        public string? GuidanceEnglish { get; set; }

        public string? Figure { get; set; }

        public List<BandForm> Bands { get; set; } = [];

        /// <summary>Rows enough to write more bands.</summary>
        public void FillBands()
        {
            while (Bands.Count < MostBands)
            {
                Bands.Add(new BandForm());
            }
        }

        /// <summary>The bands that are filled in.</summary>
        /// <exception cref="RuleException">A band has a figure without points, or points without a figure.</exception>
        public IReadOnlyList<Band> ToBands() =>
        [
            .. Bands.Index().Where(one => one.Item is not { From: null, Points: null }).Select(one => new Band(
                one.Item.From ?? throw new RuleException("Fill in this field.") { Field = $"Bands[{one.Index}].From" },
                one.Item.Points ?? throw new RuleException("Fill in this field.") { Field = $"Bands[{one.Index}].Points" })),
        ];
    }

    public sealed class BandForm
    {
        [Amount(2)]
        public decimal? From { get; set; }

        public decimal? Points { get; set; }
    }
}
