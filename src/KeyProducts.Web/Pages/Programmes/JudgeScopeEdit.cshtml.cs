using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>What a judge marks, criteria and groups, and which nominations their part in the council covers.</summary>
public sealed class JudgeScopeEditModel(AppDbContext db, Assignments assignments) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public JudgeScopeForm Input { get; set; } = new();

    public Programme Programme { get; private set; } = null!;

    public Judge Judge { get; private set; } = null!;

    protected override async Task LoadAsync()
    {
        await FindAsync();
        if (Programme.Stage >= Stage.Deliberation && !HasInput)
        {
            throw new NotFoundException();
        }

        if (!HasInput || Programme.IsFrozen)
        {
            Input.All = Judge.MarksAllCriteria;
            Input.Groups = [.. Judge.Groups.Select(one => one.GroupId)];
            Input.Criteria = [.. Judge.Assigned.Select(one => one.CriterionId)];
        }

        if (!HasInput)
        {
            Input.Nominations = Judge.ScoresAllNominations ? NominationScope.All : Judge.Industries.Count > 0 ? NominationScope.Industries : NominationScope.ByHand;
            Input.Industries = [.. Judge.Industries.Select(one => one.IndustryId)];
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await FindAsync();
        Input.Apply(Programme, Judge);
        await assignments.FillAsync(Programme);
        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/council", "“{0}” is saved.", Judge.Name);
    }

    private async Task FindAsync()
    {
        Programme = Found(await db.Programmes.WithTables().OfYearAsync(Year));
        Judge = Found(await db.Judges.WithScope().FirstOrDefaultAsync(judge => judge.ProgrammeId == Programme.Id && judge.Id == Id));
    }
}
