using System.ComponentModel.DataAnnotations;
using System.Globalization;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Reports.Public;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KeyProducts.Web.Pages.Consultation;

/// <summary>The form by which everybody comments on a provisional list. Whatever is refused is shown again with what was typed.</summary>
[TakesFiles(mostMegabytes: 32)]
public sealed class CommentModel(AppDbContext db, ProvisionalLists lists, EvidenceFiles files, CommentLimit limit, TimeProvider clock) : AppPage
{
    private readonly DateTime now = clock.GetUtcNow().UtcDateTime;

    [FromRoute]
    public int Year { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Programme Programme { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Products { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        Programme = Found(await db.Programmes.OfYearAsync(Year));
        Comment.RequireTaken(Programme, now);
        Comment Made(int number, string code, IReadOnlyCollection<CommentFile> attached) => Comment.Send(Programme, number, Input.Details(), Input.Consent, attached, code, now);
        // One about a product that is not in the list would be read by nobody and never be answered.
        if (Input.Nomination is { } product && (await lists.YearAsync(Year))?.Products.Any(one => one.Number == product && !one.IsWithdrawn) != true)
        {
            throw new RuleException("Choose a product of the list, or the list as a whole.") { Field = nameof(Input.Nomination) };
        }

        // Everything is checked before a file is stored, and before the attempt counts.
        Made(1, "", []);
        if (!string.IsNullOrEmpty(Input.Homepage))
        {
            // Programs fill in every field; so do some browsers, and their owners lose nothing.
            throw new RuleException("Please leave the field “{0}” empty and send your comment again; it is there against programs that send advertising.", T["Home page"].Value);
        }

        if (!limit.Takes(HttpContext))
        {
            ModelState.AddModelError("", T["Too many comments come from your network at this moment. Yours is still on this page: please wait a minute and send it again."]);
            var again = await RefuseAsync();
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Response.Headers.RetryAfter = "60";
            return again;
        }

        await db.RequireRoomForCommentFilesAsync(Programme.Id, Input.Files);
        var attached = await files.TakeCommentFilesAsync(Input.Files, HttpContext.RequestAborted);
        var comment = await db.StoreCommentAsync(Programme.Id, (number, code) => Made(number, code, attached));
        return Redirect($"/consultation/receipt/{comment.Code}");
    }

    protected override async Task LoadAsync()
    {
        var list = await lists.YearAsync(Year);
        // Who opened the form in time keeps what was typed, even when the list is public no more.
        Programme = list?.Programme ?? Found(HasInput ? await db.Programmes.OfYearAsync(Year) : null);
        Products = (list?.Products ?? []).Where(product => !product.IsWithdrawn)
            .Select(product => new SelectListItem($"{product.Number} – {product.Name.In(Languages.Current)} ({product.Business.In(Languages.Current)})", product.Number.ToString(CultureInfo.InvariantCulture)))
            .WithNone(T["The list as a whole"]);
    }

    public sealed class Form
    {
        [StringLength(CommentDetails.MostLetters)]
        public string? Name { get; set; }

        [StringLength(CommentDetails.MostLetters)]
        public string? Organisation { get; set; }

        [StringLength(CommentDetails.MostLetters)]
        public string? Contact { get; set; }

        public int? Nomination { get; set; }

        [StringLength(CommentDetails.MostText)]
        public string? Text { get; set; }

        public bool Consent { get; set; }

        /// <summary>Hidden from people: who fills it in is a program.</summary>
        [StringLength(200)]
        public string? Homepage { get; set; }

        public List<IFormFile> Files { get; set; } = [];

        public CommentDetails Details() => new(Name, Organisation, Contact, Nomination, Text);
    }
}
