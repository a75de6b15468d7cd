using KeyProducts.Domain;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Businesses;

/// <summary>Two records of one business side by side and what merging them does; with a reason it is done, in one transaction.</summary>
public sealed class MergeWithModel(AppDbContext db, ScoringService scoring, Assignments assignments, AuditLog log, TimeProvider clock) : AppPage
{
    [FromRoute]
    public int Number { get; set; }

    [FromRoute]
    public int Other { get; set; }

    [BindProperty]
    public MergeForm Input { get; set; } = new();

    public Business Kept { get; private set; } = null!;

    public Business Gone { get; private set; } = null!;

    public BusinessMerge Merge { get; private set; } = null!;

    public Guid Version { get; private set; }

    public Guid OtherVersion { get; private set; }

    /// <summary>Whether the two have a name, tax code, website or telephone in common.</summary>
    public bool IsAlike { get; private set; }

    /// <summary>Nominations of both records, the latest year first.</summary>
    public IReadOnlyList<MergedNomination> Nominations { get; private set; } = [];

    public IReadOnlyList<MergedNomination> Moving => [.. Nominations.Where(one => one.BusinessId == Gone.Id)];

    /// <summary>Nominations that both have for a product of the same name in the same year.</summary>
    public IReadOnlyList<(MergedNomination Moving, MergedNomination Kept)> Same =>
    [
        .. from moving in Moving
           from kept in Nominations
           where kept.BusinessId == Kept.Id && kept.Year == moving.Year && SearchText.Words(kept.Product.Vietnamese) == SearchText.Words(moving.Product.Vietnamese)
           select (moving, kept),
    ];

    /// <summary>Recognised years in which products of the record that goes stand.</summary>
    public IReadOnlyList<int> RecognisedYears => [.. Moving.Where(one => one.Stage == Stage.Recognised).Select(one => one.Year).Distinct()];

    /// <summary>Years whose top has a limit of products of one business, and both have products in them.</summary>
    public IReadOnlyList<MergedNomination> CappedYears =>
        [.. Moving.Where(one => one.Cap is not null && Nominations.Any(kept => kept.BusinessId == Kept.Id && kept.Year == one.Year)).DistinctBy(one => one.Year)];

    protected override async Task LoadAsync()
    {
        (Kept, Gone) = (await LoadAsync(Number), await LoadAsync(Other));
        // Who opened the form before somebody else merged one of the two is told so.
        if (Number == Other || (!HasInput && (Kept.MergedIntoId ?? Gone.MergedIntoId) is not null))
        {
            throw new NotFoundException();
        }

        Merge = new BusinessMerge(Kept, Gone);
        (Version, OtherVersion) = (VersionFor(Input.Version, Kept), VersionFor(Input.OtherVersion, Gone));
        IsAlike = (await BusinessTwins.FindAsync(db, Number, Kept.Name, Kept.TaxCode, Kept.Website, Kept.Contact.Phone)).Any(twin => twin.Number == Other);
        Nominations = await db.Nominations.Where(one => one.BusinessId == Kept.Id || one.BusinessId == Gone.Id)
            .OrderByDescending(one => one.Programme.Year).ThenBy(one => one.Number)
            .Select(one => new MergedNomination(
                one.BusinessId, one.ProgrammeId, one.Programme.Year, one.Programme.Stage, one.Programme.Rules.BusinessCap, one.Number,
                new BilingualName(one.Product.Vietnamese, one.Product.English), one.Status)).ToListAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        db.Expect(Kept, Input.Version);
        db.Expect(Gone, Input.OtherVersion);
        var nominations = await db.Nominations.Where(one => one.BusinessId == Gone.Id).ToListAsync();
        await RequireSameResultsAsync();
        var names = $"“{Gone.Name.Vietnamese}” → “{Kept.Name.Vietnamese}”";
        Because(Input.Reason);
        // Before the nominations move: what a judge has declared about one of the two holds for both.
        await db.MergeDeclarationsAsync(Kept, Gone, clock.GetUtcNow().UtcDateTime);
        Kept.Absorb(Gone, Input.Choices(), nominations, Input.Reason);
        await assignments.FillAllAsync();
        // Its parts may be all that changes; who edits it in another window is to notice.
        db.Renew(Kept);
        await log.RecordAsync(AuditAct.Merged, nameof(Business), names);
        return Go($"/businesses/{Number}", "“{0}” is merged into this record.", Gone.Name.In(Languages.Current));
    }

    // A result that is published stays what it is. Only a limit of products of one business can change it.
    private async Task RequireSameResultsAsync()
    {
        foreach (var year in CappedYears.Where(one => one.Stage == Stage.Recognised))
        {
            var programme = await db.Programmes.AsNoTracking().WithCriteria().SingleAsync(one => one.Id == year.ProgrammeId);
            if (await scoring.ChangesWhenOneAsync(programme, [.. Nominations.Where(one => one.Year == year.Year).Select(one => one.Number)]))
            {
                throw new RuleException("Counted as one business, these products would change the top of {0}, which is recognised. The two records cannot be merged.", year.Year);
            }
        }
    }

    private async Task<Business> LoadAsync(int number) => Found(await db.Businesses.WithParts().FirstOrDefaultAsync(business => business.Number == number));
}
