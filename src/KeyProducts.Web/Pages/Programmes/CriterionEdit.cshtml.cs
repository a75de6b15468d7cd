using KeyProducts.Domain;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>Adds, changes or removes a criterion.</summary>
public sealed class CriterionEditModel(AppDbContext db, BandPreviews bands) : AppPage
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

    /// <summary>What the typed bands give to this year's dossiers; null until it is asked for.</summary>
    public BandPreview? Preview { get; private set; }

    // Bands are looked at while the rest of the form is still being written: what is missing there is said when it is saved.
    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        foreach (var (key, entry) in ModelState)
        {
            var isLookedAt = context.HandlerMethod?.Name == "Bands" && (key.StartsWith("Input.Bands", StringComparison.Ordinal) || key is "Input.Figure" or "Input.Max");
            if (context.HandlerMethod?.Name is "Bands" or "Rows" && !isLookedAt)
            {
                entry.Errors.Clear();
                entry.ValidationState = ModelValidationState.Valid;
            }
        }

        return base.OnPageHandlerExecutionAsync(context, next);
    }

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

        BandForm.MakeRoom(Input.Bands);
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

    public async Task<IActionResult> OnPostBandsAsync()
    {
        var (programme, _, _) = await FindAsync();
        var name = string.IsNullOrWhiteSpace(Input.Name) ? null : new BilingualName(Input.Name, Input.NameEnglish).In(Languages.Current);
        Preview = await bands.LoadAsync(programme, name, Input.Figure!, Input.ToBands(), Input.Max!.Value, User);
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostRowsAsync()
    {
        BandForm.MakeRoom(Input.Bands, more: true);
        await LoadAsync();
        return Page();
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
