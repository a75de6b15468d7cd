using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Paper;

/// <summary>The paper sheets of a year, where each stands, and where a new one is begun. No mark is on this page.</summary>
public sealed class IndexModel(AppDbContext db) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    /// <summary>The judge whose sheet is begun without a code.</summary>
    [FromQuery]
    public Guid? Judge { get; set; }

    /// <summary>The nomination whose sheet is begun without a code.</summary>
    [FromQuery]
    public int? Number { get; set; }

    [FromQuery(Name = "p")]
    public int? PageNumber { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public bool IsOpen { get; private set; }

    public IReadOnlyList<JudgeChoice> Judges { get; private set; } = [];

    public IReadOnlyList<JudgeChoice> Printable => [.. Judges.Where(judge => judge.Sheets > 0)];

    public IReadOnlyList<(int Number, BilingualName Product)> Products { get; private set; } = [];

    public Table Papers { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    public string Home => $"/programmes/{Year}/paper";

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.Programmes.AsNoTracking().OfYearAsync(Year));
        IsOpen = programme.Stage == Stage.Judging;
        var open = db.DossiersOpenTo(User);
        if (IsOpen)
        {
            var sheets = await db.Panel(programme.Id).Where(pair => open.Any(nomination => nomination.Id == pair.Nomination.Id)).GroupBy(pair => pair.Judge.Id).Select(judge => new { judge.Key, Count = judge.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count);
            Judges =
            [
                .. (await db.Judges.AsNoTracking().Where(judge => judge.ProgrammeId == programme.Id && !judge.HasLeft).Select(judge => new { judge.Id, judge.Name }).ToListAsync())
                    .Select(judge => new JudgeChoice(judge.Id, judge.Name, sheets.GetValueOrDefault(judge.Id))).OrderBy(judge => judge.Name, StringComparer.Create(new("vi-VN"), ignoreCase: true)),
            ];
            Products = [.. (await open.AsNoTracking().Where(one => one.ProgrammeId == programme.Id && one.Status == NominationStatus.Accepted).OrderBy(one => one.Number).Select(one => new { one.Number, one.Product }).ToListAsync()).Select(one => (one.Number, one.Product))];
        }

        var papers =
            from paper in db.PaperSheets
            join nomination in open on paper.NominationId equals nomination.Id
            join judge in db.Judges on paper.JudgeId equals judge.Id
            where nomination.ProgrammeId == programme.Id
            orderby paper.ConfirmedAt != null || paper.SetAsideAt != null, paper.EnteredAt descending
            select new PaperLine(paper.Id, nomination.Number, nomination.Product, judge.Name, paper.SignedOn, paper.ConfirmedAt, paper.SetAsideAt, paper.ReturnedAt, paper.EnteredBy.Name, paper.EnteredAt, paper.ConfirmedBy!.Name);
        var total = await papers.CountAsync();
        var page = Math.Clamp(PageNumber ?? 1, 1, new Paging(1, total, "", "").Pages);
        Paging = new Paging(page, total, Home, "");
        Papers = Table.Of(await papers.AsNoTracking().Skip(Paging.Skip(page)).Take(Paging.Size).ToListAsync())
            .Number(T["No."], line => line.Number, width: 5)
            .Text(T["Product"], line => line.Product.In(Languages.Current), 30, line => $"{Home}/sheets/{line.Id}")
            .Text(T["Judge"], line => line.Judge)
            .Text(T["State"], line => T[EnumWords.Of(line.State)])
            .Date(T["Day on the paper"], line => line.SignedOn)
            .Text(T["Entered"], line => $"{line.EnteredBy}, {Shown.Moment(line.EnteredAt)}")
            .Text(T["Confirmed"], line => line.ConfirmedAt is { } at ? $"{line.ConfirmedBy}, {Shown.Moment(at)}" : null)
            .Table(whenEmpty: T["No paper sheet is entered yet."]);
    }

    public IActionResult OnGet() =>
        IsOpen && Judge is { } judge && Number is { } number && Judges.Any(one => one.Id == judge) && Products.Any(one => one.Number == number) ? Redirect($"{Home}/{number}/{judge}") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var programme = Found(await db.Programmes.AsNoTracking().OfYearAsync(Year));
        var code = SheetCode.Read(Input.Code);
        if (code.Year != Year)
        {
            throw new RuleException("This sheet is of {0}; here those of {1} are entered.", code.Year, Year) { Field = "Code" };
        }

        var judge = (await db.JudgePlacesAsync(programme.Id)).FirstOrDefault(one => one.Value == code.Judge).Key;
        return judge != Guid.Empty && await db.DossiersOpenTo(User).AnyAsync(one => one.ProgrammeId == programme.Id && one.Number == code.Number && one.Status == NominationStatus.Accepted)
            ? Redirect($"{Home}/{code.Number}/{judge}")
            : throw new RuleException("There is no such judge or product in {0}. Compare the code with the paper.", Year) { Field = "Code" };
    }

    public sealed class Form
    {
        public string? Code { get; set; }
    }

    public sealed record JudgeChoice(Guid Id, string Name, int Sheets);
}
