using System.Security.Claims;
using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Judging;

/// <summary>A judge declares, business by business and before any dossier opens, whether something ties them to it.</summary>
public sealed class DeclarationModel(AppDbContext db, Assignments assignments, TimeProvider clock) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    /// <summary>The number of the sheet that the judge was on their way to; null for none.</summary>
    [BindProperty(SupportsGet = true, Name = "for")]
    public int? For { get; set; }

    [BindProperty]
    public DeclarationForm Input { get; set; } = new();

    public OwnDeclarations Own { get; private set; } = null!;

    public string Address => $"/programmes/{Year}/judging/declaration" + (For is { } number ? $"?for={number}" : "");

    public async Task<IActionResult> OnPostAsync()
    {
        var own = await FindAsync();
        var answers = Input.Answers(own.Open, (field, sentence) => ModelState.AddModelError(field, T[sentence]));
        if (!ModelState.IsValid)
        {
            return await RefuseAsync();
        }

        if (answers.Count == 0)
        {
            throw new RuleException(own.Open.Count == 0 ? "You have declared about all businesses already." : "Answer for at least one business.");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var (business, kind, text) in answers)
        {
            await db.DeclareAsync(own.Programme, own.Judge, business.Id, kind, text, now);
        }

        await assignments.FillAsync(own.Programme);
        await db.SaveChangesAsync();
        var left = own.Open.Count - answers.Count;
        var ties = answers.Count(answer => answer.Kind is not null);
        return Go(await NextAsync(left), left == 0
            ? "You have declared about {0} businesses, {1} of them with a conflict. Nothing is left to declare."
            : "You have declared about {0} businesses, {1} of them with a conflict. {2} are still open.", answers.Count, ties, left);
    }

    protected override async Task LoadAsync()
    {
        Own = await FindAsync();
        Input.Offer(Own.Open);
        ViewData["ErrorLabels"] = Own.Open.SelectMany((business, place) => LabelsOf(business.Name.In(Text.Languages.Current), $"Input.Rows[{place}]")).ToList();
    }

    private static IEnumerable<KeyValuePair<string, string>> LabelsOf(string business, string row) =>
        [KeyValuePair.Create(row + ".Choice", business), KeyValuePair.Create(row + ".Text", business)];

    // To the sheet that the judge came for, if it is open to them now; to what is still open; to the list.
    private async Task<string> NextAsync(int left) =>
        For is { } number && await db.ToScoreBy(UserId).AnyAsync(one => one.Programme.Year == Year && one.Number == number) ? $"/programmes/{Year}/judging/{number}"
        : left > 0 ? Address
        : "/judging";

    private async Task<OwnDeclarations> FindAsync() => Found(await OwnDeclarations.FindAsync(db, UserId, User.FindFirstValue(ClaimTypes.Email), Year));
}
