using System.Globalization;
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
        Programme = Found(await db.Programmes.AsNoTracking().WithCriteria().OfYearAsync(Year));
        var judges = (await db.Judges.AsNoTracking().Include(judge => judge.Assigned).Include(judge => judge.Groups).AsSplitQuery().Where(judge => judge.ProgrammeId == Programme.Id).ToListAsync())
            .OrderBy(judge => judge.HasLeft).ThenBy(judge => judge.Role).ThenBy(judge => judge.Name, StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true)).ToList();
        var emails = await db.Users.Where(user => db.Judges.Any(judge => judge.UserId == user.Id && judge.ProgrammeId == Programme.Id))
            .ToDictionaryAsync(user => user.Id, user => user.Email);
        Judges = Table.Of(judges)
            .Text(T["Name"], judge => judge.Name, link: judge => CanChange ? $"/programmes/{Year}/council/{judge.Id}" : null)
            .Text(T["Part in the council"], judge => T[EnumWords.Of(judge.Role)])
            .Text(T["Title"], judge => judge.Title)
            .Text(T["Organisation"], judge => judge.Organisation)
            .Text(T["E-mail"], judge => emails.GetValueOrDefault(judge.UserId))
            .Text(T["Criteria"], judge => judge.MarksAllCriteria ? T["All"] : T["{0} of {1}", Programme.JudgedCriteria.Count(judge.Marks), Programme.JudgedCriteria.Count])
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
