using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.PastYears;

/// <summary>Adds, changes or removes a published figure.</summary>
public sealed class FigureEditModel(AppDbContext db) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public FigureForm Input { get; set; } = new();

    public bool IsNew => Id == "new";

    /// <summary>Where one comes from: the page of the year.</summary>
    public string Home => Input.Year is { } year ? $"/past-years/{year}" : "/past-years";

    protected override async Task LoadAsync()
    {
        var figure = await FindAsync();
        if (!HasInput)
        {
            Input = figure is null
                ? new FigureForm { Year = int.TryParse(Request.Query["year"], out var year) ? year : null, IsPublic = true }
                : FigureForm.Of(figure, db.VersionOf(figure));
        }
        else if (figure is not null)
        {
            Input.Version = VersionFor(Input.Version, figure);
            ModelState.Remove("Input.Version");
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var figure = await FindAsync();
        var content = Input.Content();
        await RequireOnlyAsync(content, figure?.Id);
        if (figure is null)
        {
            db.Add(new PastFigure(content, Input.IsPublic));
        }
        else
        {
            db.Expect(figure, Input.Version);
            RequireReason();
            figure.Change(content);
            figure.Show(Input.IsPublic);
        }

        await db.SaveChangesAsync();
        return Go(Home, "The figure is saved.");
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        var figure = Found(await FindAsync());
        db.Expect(figure, Input.Version);
        RequireReason();
        db.Remove(figure);
        await db.SaveChangesAsync();
        return Go($"/past-years/{figure.Year}", "The figure is removed.");
    }

    private void RequireReason()
    {
        if (string.IsNullOrWhiteSpace(Input.Reason))
        {
            throw new RuleException("Give the reason.") { Field = nameof(Input.Reason) };
        }

        Because(Input.Reason);
    }

    private async Task RequireOnlyAsync(PastFigureContent content, Guid? own)
    {
        var (industry, source) = (string.IsNullOrWhiteSpace(content.Industry) ? null : content.Industry.Trim().Normalize(), content.Source?.Trim().Normalize());
        if (await db.PastFigures.AnyAsync(one => one.Id != own && one.Year == content.Year && one.Measure == content.Measure && one.Industry == industry && one.Source == source))
        {
            throw new RuleException("This source’s figure is entered already for that year. Change that one, or name the source more exactly.") { Field = nameof(Input.Source) };
        }
    }

    private async Task<PastFigure?> FindAsync() =>
        IsNew ? null : Guid.TryParse(Id, out var key) ? Found(await db.PastFigures.FirstOrDefaultAsync(figure => figure.Id == key)) : throw new NotFoundException();
}
