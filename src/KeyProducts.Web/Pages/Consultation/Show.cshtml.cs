using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Reports.Public;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Consultation;

/// <summary>A year's provisional list as the public reads it, with the comments that were released.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class ShowModel(AppDbContext db, ProvisionalLists lists, TimeProvider clock) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    public ProvisionalList List { get; private set; } = null!;

    public Programme Programme => List.Programme;

    public IReadOnlyList<ReleasedComment> Comments { get; private set; } = [];

    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    public bool HasBegun => HanoiTime.DayOf(Now) >= Programme.Dates.ConsultationFrom;

    protected override async Task LoadAsync()
    {
        List = Found(await lists.YearAsync(Year));
        Comments = await db.ReleasedComments(Year).ToListAsync();
    }
}
