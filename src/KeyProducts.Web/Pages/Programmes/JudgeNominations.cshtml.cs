using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>Assigns nominations to one judge by hand, and takes them off.</summary>
public sealed class JudgeNominationsModel(AppDbContext db, Assignments assignments) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public PairsForm Input { get; set; } = new();

    public string Home => $"/programmes/{Year}/council/assignment";

    public Judge Judge { get; private set; } = null!;

    public IReadOnlyList<PairLine> Lines { get; private set; } = [];

    public int Hidden { get; private set; }

    protected override async Task LoadAsync()
    {
        (var programme, var panel, Judge) = await FindAsync();
        Hidden = await db.HiddenDossiersAsync(programme.Id, User);
        var names = await Open(programme).Where(one => one.Status == NominationStatus.Accepted)
            .Select(one => new { one.Id, one.Product, Business = one.Business.Name }).ToDictionaryAsync(one => one.Id);
        var marked = await assignments.MarkedAsync(programme.Id);
        Lines = [.. from industry in programme.Industries
                    from one in panel.Nominations
                    where one.IndustryId == industry.Id && names.ContainsKey(one.Id)
                    select new PairLine(
                        one.Id, $"{one.Number}. {names[one.Id].Product.In(Languages.Current)}", names[one.Id].Business.In(Languages.Current), industry.Name.In(Languages.Current),
                        panel.Of(Judge, one), marked.Contains(new JudgePair(Judge.Id, one.Id)))];
        if (!HasInput)
        {
            Input.Shown = [.. Lines.Where(line => line.IsAssigned).Select(line => line.Key)];
            Input.Chosen = Input.Shown;
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (programme, panel, judge) = await FindAsync();
        var touched = Input.Added().Concat(Input.Removed()).ToList();
        if (await Open(programme).CountAsync(one => touched.Contains(one.Id)) < touched.Distinct().Count())
        {
            throw new NotFoundException();
        }

        JudgePair Pair(Guid nomination) => new(judge.Id, nomination);
        Because(Input.Reason);
        db.AddRange(panel.Change([.. Input.Added().Select(Pair)], [.. Input.Removed().Select(Pair)], await assignments.MarkedAsync(programme.Id), Input.Reason));
        await db.SaveChangesAsync();
        return Go(Home, "The nominations of {0} are saved.", judge.Name);
    }

    // Who has declared a conflict with a product does not choose who judges it.
    private IQueryable<Nomination> Open(Programme programme) => db.DossiersOpenTo(User).Where(one => one.ProgrammeId == programme.Id);

    private async Task<(Programme Programme, CouncilPanel Panel, Judge Judge)> FindAsync()
    {
        var programme = Found(await db.Programmes.WithTables().OfYearAsync(Year));
        if (programme.Stage >= Stage.Deliberation && !HasInput)
        {
            throw new NotFoundException();
        }

        var panel = await assignments.LoadAsync(programme);
        return (programme, panel, Found(panel.Judges.FirstOrDefault(judge => judge.Id == Id)));
    }
}
