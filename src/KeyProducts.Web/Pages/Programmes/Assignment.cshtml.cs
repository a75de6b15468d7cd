using KeyProducts.Domain;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>Which judge scores which nomination of a year, and why.</summary>
public sealed class AssignmentModel(AppDbContext db, Assignments assignments) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? PageNumber { get; set; }

    public Programme Programme { get; private set; } = null!;

    public CouncilPanel Panel { get; private set; } = null!;

    public IReadOnlyList<Judge> Judges { get; private set; } = [];

    /// <summary>The nominations on this page.</summary>
    public IReadOnlyList<AssignmentRow> Rows { get; private set; } = [];

    /// <summary>The numbers of nominations that have fewer judges than are drawn for each.</summary>
    public IReadOnlyList<int> Lacking { get; private set; } = [];

    /// <summary>The numbers of nominations that have fewer judges on some criterion than the quorum.</summary>
    public IReadOnlyList<int> BelowQuorum { get; private set; } = [];

    /// <summary>The names of judges in groups that share no nomination.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Groups { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public bool CanChange => IsStaff && Programme.Stage < Stage.Deliberation;

    protected override async Task LoadAsync()
    {
        Programme = Found(await db.Programmes.WithTables().OfYearAsync(Year));
        Panel = await assignments.LoadAsync(Programme);
        Judges = [.. CouncilOrder.Of(Panel.Judges)];
        var names = await db.Nominations.Where(one => one.ProgrammeId == Programme.Id && one.Status == NominationStatus.Accepted)
            .Select(one => new { one.Id, one.Product, Business = one.Business.Name }).ToDictionaryAsync(one => one.Id);
        var rows = Panel.Nominations.Select(one => new AssignmentRow(one, names[one.Id].Product, names[one.Id].Business, Panel.JudgesOf(one).Count, Panel.LeastCovered(one))).ToList();
        Lacking = [.. rows.Where(row => row.Judges < Programme.Judging.JudgesPerNomination).Select(row => row.Nomination.Number)];
        BelowQuorum = [.. rows.Where(row => row.Least?.Judges < Programme.Rules.Quorum).Select(row => row.Nomination.Number)];
        var byKey = Panel.Judges.ToDictionary(judge => judge.Id, judge => judge.Name);
        Groups = [.. Panel.Standing().Groups.Select(group => group.Select(judge => byKey[judge]).ToList())];
        var page = Math.Clamp(PageNumber ?? 1, 1, new Paging(1, rows.Count, "", "").Pages);
        Paging = new Paging(page, rows.Count, $"/programmes/{Year}/council/assignment", "");
        Rows = [.. rows.Skip(Paging.Skip(page)).Take(Paging.Size)];
    }
}

/// <summary>A row of the assignment.</summary>
/// <param name="Nomination">The nomination.</param>
/// <param name="Product">Its product.</param>
/// <param name="Business">Its business.</param>
/// <param name="Judges">How many judges score it.</param>
/// <param name="Least">The criterion that the fewest of them mark, and how many.</param>
public sealed record AssignmentRow(PanelNomination Nomination, BilingualName Product, BilingualName Business, int Judges, (Criterion Criterion, int Judges)? Least);
