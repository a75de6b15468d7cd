using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>Adds, changes or removes a criterion.</summary>
public sealed class CriterionEditModel(AppDbContext db) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid? Group { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public bool IsNew => Id == "new";

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
            };
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (programme, group, criterion) = await FindAsync();
        var content = new CriterionContent(
            BilingualName.Of(Input.Name, Input.NameEnglish),
            Input.Max!.Value,
            GroupEditModel.MinimumOf(Input.Minimum, Input.MinimumIsPercent),
            Input.Guidance,
            Input.GuidanceEnglish);
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
    }
}
