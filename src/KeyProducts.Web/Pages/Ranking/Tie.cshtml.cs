using System.ComponentModel.DataAnnotations;
using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Ranking;

/// <summary>Records how the council orders nominations that are still equal, and lists what it decided before.</summary>
public sealed class TieModel(AppDbContext db, ScoringService scoring, TimeProvider clock) : AppPage
{
    private Dictionary<int, (BilingualName Product, BilingualName Business)?> products = [];

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    /// <summary>The rank of the group to order; the one at the line of the top when not given.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Rank { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Programme Programme { get; private set; } = null!;

    public IReadOnlyList<TieGroup> Groups { get; private set; } = [];

    public TieGroup? Group { get; private set; }

    public Table Decisions { get; private set; } = null!;

    public bool CanDecide => Programme.Stage == Stage.Deliberation && TieGroup.IsPossibleIn(Programme);

    /// <summary>A nomination by number, product and business; by its number alone when the year has none such.</summary>
    public string NameOf(int number) => products.GetValueOrDefault(number) is { } one
        ? T["No. {0}: {1} – {2}", number, one.Product.In(Languages.Current), one.Business.In(Languages.Current)]
        : $"{number}";

    public void OnGet() => Input = new Form { Places = [.. (Group?.Numbers ?? []).Select((number, index) => new Place { Number = number, At = Group!.IsOrdered ? index + 1 : null })] };

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (Group is null || !Group.Numbers.Order().SequenceEqual(Input.Places.Select(place => place.Number).Order()))
        {
            throw new RuleException("These nominations are no longer equal: the ranking has changed since you opened the page. Look at it again.");
        }

        var order = Input.Places.OrderBy(place => place.At).ToList();
        if (!order.Select(place => place.At).SequenceEqual(Enumerable.Range(1, order.Count).Cast<int?>()))
        {
            throw new RuleException("Give each nomination of the group its own place, from 1.");
        }

        Because(Input.Reason);
        db.Add(new TieDecision(Programme, [.. order.Select(place => place.Number)], Input.Reason, Input.Minutes, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/ranking", "The council’s decision is recorded; the ranking follows it.");
    }

    protected override async Task LoadAsync()
    {
        Programme = Found(await db.ResultsOpenTo(User).AsNoTracking().WithCriteria().OfYearAsync(Year));
        var input = await scoring.InputAsync(Programme);
        Groups = TieGroup.Of(input, Domain.Ranking.Of(input));
        Group = Rank is null ? Groups.FirstOrDefault(group => group.IsAtTheLine) ?? Groups.FirstOrDefault(group => !group.IsOrdered) : Found(Groups.FirstOrDefault(group => group.Rank == Rank));
        products = await db.Nominations.Where(nomination => nomination.ProgrammeId == Programme.Id)
            .Select(nomination => new
            {
                nomination.Number,
                Product = new BilingualName(nomination.Product.Vietnamese, nomination.Product.English),
                Name = new BilingualName(nomination.Business.Name.Vietnamese, nomination.Business.Name.English),
            })
            .ToDictionaryAsync(one => one.Number, one => ((BilingualName, BilingualName)?)(one.Product, one.Name));
        var decisions = await db.TieDecisions.AsNoTracking().Where(decision => decision.ProgrammeId == Programme.Id).OrderByDescending(decision => decision.DecidedAt).ToListAsync();
        Decisions = Table.Of(decisions)
            .Code(T["Recorded"], decision => Shown.Moment(decision.DecidedAt), 18)
            .Text(T["Order, best first"], decision => RankingWords.Names(decision.Numbers, number => products[number]!.Value.Product), 40)
            .Text(T["Reason"], decision => decision.Reason, 30)
            .Text(T["Minutes"], decision => decision.Minutes, 16)
            .Table(whenEmpty: T["The council has decided on no equal scores yet."]);
    }

    public sealed class Form
    {
        public List<Place> Places { get; set; } = [];

        [Required, StringLength(1000)]
        public string Reason { get; set; } = "";

        [Required, StringLength(200)]
        public string Minutes { get; set; } = "";
    }

    public sealed class Place
    {
        public int Number { get; set; }

        [Required, Range(1, 100)]
        public int? At { get; set; }
    }
}
