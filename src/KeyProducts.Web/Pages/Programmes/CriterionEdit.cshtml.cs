using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

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
    public CriterionForm Input { get; set; } = new();

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
            Input = CriterionForm.Of(criterion);
        }

        Input.FillBands();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (programme, group, criterion) = await FindAsync();
        var content = Input.ToContent();
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
}
