using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.PersonalData;

/// <summary>The register of what people have asked about their own data, and by when each is to be answered.</summary>
public sealed class RequestsModel(AppDbContext db, TimeProvider clock) : AppPage
{
    private readonly DateTime now = clock.GetUtcNow().UtcDateTime;

    [BindProperty]
    public Form Input { get; set; } = new();

    // A text, so that nonsense is page 1 and no error.
    [FromQuery(Name = "p")]
    public string? PageNumber { get; set; }

    public IReadOnlyList<PersonalRequest> Requests { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public DateOnly Today => HanoiTime.DayOf(now);

    protected override async Task LoadAsync()
    {
        Paging = new Paging(int.TryParse(PageNumber, out var page) ? Math.Max(1, page) : 1, await db.PersonalRequests.CountAsync(), "/personal-data/requests", "");
        // What is open comes first.
        Requests = await db.PersonalRequests.AsNoTracking().OrderBy(one => one.DoneAt != null).ThenByDescending(one => one.Number).Skip(Paging.Skip(Paging.Page)).Take(Paging.Size).ToListAsync();
        if (!HasInput)
        {
            Input.ReceivedOn = Today;
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var number = (await db.PersonalRequests.MaxAsync(one => (int?)one.Number) ?? 0) + 1;
        var request = new PersonalRequest(number, Input.What, Input.Who, Input.Details, Input.ReceivedOn, Today);
        db.Add(request);
        await db.SaveChangesAsync();
        return Go("/personal-data/requests", "Request no. {0} is entered; it is to be answered by {1}.", number, request.DueOn);
    }

    public async Task<IActionResult> OnPostDoneAsync(Guid id)
    {
        var request = Found(await db.PersonalRequests.FirstOrDefaultAsync(one => one.Id == id));
        request.Done(Input.Outcome, Me, now);
        await db.SaveChangesAsync();
        return Go("/personal-data/requests", "Request no. {0} is answered.", request.Number);
    }

    public sealed class Form
    {
        public PersonalRequestKind What { get; set; }

        [StringLength(300)]
        public string? Who { get; set; }

        [StringLength(4000)]
        public string? Details { get; set; }

        public DateOnly? ReceivedOn { get; set; }

        [StringLength(2000)]
        public string? Outcome { get; set; }
    }
}
