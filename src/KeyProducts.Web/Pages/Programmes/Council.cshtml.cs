using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>The council of a year, and how many judges mark each criterion.</summary>
public sealed class CouncilModel(AppDbContext db) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    public Programme Programme { get; private set; } = null!;

    public Table Judges { get; private set; } = null!;

    public Table Coverage { get; private set; } = null!;

    public bool CanChange => IsStaff && Programme.Stage < Stage.Deliberation;

    protected override async Task LoadAsync()
    {
        Programme = Found(await db.Programmes.AsNoTracking().WithTables().OfYearAsync(Year));
        var judges = CouncilOrder.Of(await db.Judges.AsNoTracking().WithScope().Where(judge => judge.ProgrammeId == Programme.Id).ToListAsync()).ToList();
        var emails = await db.Users.Where(user => db.Judges.Any(judge => judge.UserId == user.Id && judge.ProgrammeId == Programme.Id))
            .ToDictionaryAsync(user => user.Id, user => user.Email);
        var loads = await db.Panel(Programme.Id).GroupBy(pair => pair.Judge.Id).Select(own => new { own.Key, Count = own.Count() }).ToDictionaryAsync(own => own.Key, own => own.Count);
        Judges = Table.Of(judges)
            .Text(T["Name"], judge => judge.Name, link: judge => CanChange ? $"/programmes/{Year}/council/{judge.Id}" : null)
            .Text(T["Part in the council"], judge => T[EnumWords.Of(judge.Role)])
            .Text(T["Title"], judge => judge.Title)
            .Text(T["Organisation"], judge => judge.Organisation)
            .Text(T["E-mail"], judge => emails.GetValueOrDefault(judge.UserId))
            .Text(T["Criteria"], judge => JudgeScope.Criteria(judge, Programme, T), link: judge => CanChange ? $"/programmes/{Year}/council/{judge.Id}/scope" : null)
            .Text(T["Which nominations"], judge => JudgeScope.Nominations(judge, Programme, T))
            .Number(T["Nominations to score"], judge => loads.GetValueOrDefault(judge.Id), link: judge => CanChange ? $"/programmes/{Year}/council/{judge.Id}/nominations" : null)
            .Text(T["State"], judge => judge.HasLeft ? T["Has left"] : T["On the council"])
            .Table(whenEmpty: T["No judge is on the council yet. Make accounts with the role Judge, then add them here."]);
        var active = judges.Where(judge => !judge.HasLeft).ToList();
        Coverage = Table.Of(active.Count == 0 ? [] : Programme.JudgedCriteria)
            .Text(T["Criterion"], criterion => criterion.Name.In(Languages.Current))
            .Number(T["Judges"], criterion => active.Count(judge => judge.Marks(criterion)))
            .Number(T["Quorum"], _ => Programme.Rules.Quorum)
            .Table();
    }
}
