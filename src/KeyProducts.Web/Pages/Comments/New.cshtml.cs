using System.ComponentModel.DataAnnotations;
using System.Globalization;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Comments;

/// <summary>An officer enters a comment that came on paper, by mail or by telephone.</summary>
[TakesFiles(mostMegabytes: 32)]
public sealed class NewModel(AppDbContext db, EvidenceFiles files, TimeProvider clock) : AppPage
{
    private readonly DateTime now = clock.GetUtcNow().UtcDateTime;

    [FromRoute]
    public int Year { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Products { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        var programme = Found(await db.Programmes.OfYearAsync(Year));
        Comment Made(int number, string code, IReadOnlyCollection<CommentFile> attached) =>
            Comment.Enter(programme, number, new CommentDetails(Input.Name, Input.Organisation, Input.Contact, Input.Nomination, Input.Text), Input.ReceivedOn, attached, code, Me, now);
        if (Input.Nomination is { } product && !await db.DossiersOpenTo(User).AnyAsync(one => one.ProgrammeId == programme.Id && one.Number == product && one.Status == NominationStatus.Accepted))
        {
            throw new RuleException("Choose a product of the list, or the list as a whole.") { Field = nameof(Input.Nomination) };
        }

        Made(1, "", []);
        var attached = await files.TakeCommentFilesAsync(Input.Files, HttpContext.RequestAborted);
        var comment = await db.StoreCommentAsync(programme.Id, (number, code) => Made(number, code, attached));
        return Go($"/programmes/{Year}/consultation/{comment.Number}", "Comment no. {0} is stored.", comment.Number);
    }

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.Programmes.AsNoTracking().OfYearAsync(Year));
        if (programme.Stage != Stage.Consultation && !HasInput)
        {
            throw new NotFoundException();
        }

        Products = (await db.DossiersOpenTo(User).Where(one => one.ProgrammeId == programme.Id && one.Status == NominationStatus.Accepted).OrderBy(one => one.Number)
                .Select(one => new { one.Number, Product = one.Product.Vietnamese, Business = one.Business.Name.Vietnamese }).ToListAsync())
            .Select(one => new SelectListItem($"{one.Number} – {one.Product} ({one.Business})", one.Number.ToString(CultureInfo.InvariantCulture)))
            .WithNone(T["The list as a whole"]);
        if (!HasInput)
        {
            Input.ReceivedOn = HanoiTime.DayOf(now);
        }
    }

    public sealed class Form
    {
        public DateOnly? ReceivedOn { get; set; }

        [StringLength(CommentDetails.MostLetters)]
        public string? Name { get; set; }

        [StringLength(CommentDetails.MostLetters)]
        public string? Organisation { get; set; }

        [StringLength(CommentDetails.MostLetters)]
        public string? Contact { get; set; }

        public int? Nomination { get; set; }

        [StringLength(CommentDetails.MostText)]
        public string? Text { get; set; }

        public List<IFormFile> Files { get; set; } = [];
    }
}
