using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>Puts a judge on the council, changes what is said of them, and assigns criteria.</summary>
public sealed class JudgeEditModel(AppDbContext db) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public JudgeForm Input { get; set; } = new();

    [BindProperty, StringLength(2000)]
    public string? Reason { get; set; }

    public bool IsNew => Id == "new";

    public bool IsFrozen { get; private set; }

    public Judge? Judge { get; private set; }

    public IReadOnlyList<Criterion> Criteria { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Accounts { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        (var programme, Judge) = await FindAsync();
        if (programme.Stage >= Stage.Deliberation && !HasInput)
        {
            throw new NotFoundException();
        }

        IsFrozen = programme.IsFrozen;
        Criteria = programme.JudgedCriteria;
        Accounts = await (
            from user in db.Users
            where user.IsActive && db.UserRoles.Any(one => one.UserId == user.Id && db.Roles.Any(role => role.Id == one.RoleId && role.Name == Roles.Judge))
            where !db.Judges.Any(judge => judge.ProgrammeId == programme.Id && judge.UserId == user.Id)
            orderby user.Email
            select new SelectListItem($"{user.FullName} ({user.Email})", user.Id.ToString())).ToListAsync();
        if (!HasInput || (IsFrozen && Judge is not null))
        {
            (Input.All, Input.Criteria) = (Judge?.MarksAllCriteria ?? true, Judge is null ? [] : programme.JudgedCriteria.Where(Judge.Marks).Select(one => one.Id).ToList());
        }

        if (Judge is not null && !HasInput)
        {
            (Input.Name, Input.Title, Input.Organisation, Input.Role) = (Judge.Name, Judge.Title, Judge.Organisation, Judge.Role);
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (programme, judge) = await FindAsync();
        var details = new JudgeDetails(Input.Name ?? "", Input.Title, Input.Organisation, Input.Role);
        if (judge is null)
        {
            var userId = Input.UserId ?? throw new RuleException("Choose the account with which the judge signs in.") { Field = "UserId" };
            Found(await db.Users.FirstOrDefaultAsync(user => user.Id == userId && user.IsActive));
            db.Add(judge = new Judge(programme, userId, details));
        }
        else
        {
            judge.Change(programme, details);
        }

        if (!programme.IsFrozen && Input.All)
        {
            judge.AssignAll(programme);
        }
        else if (!programme.IsFrozen)
        {
            judge.Assign(programme, Input.Criteria);
        }

        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/council", "“{0}” is saved.", judge.Name);
    }

    public Task<IActionResult> OnPostLeaveAsync() =>
        ActAsync((judge, programme) => judge.Leave(programme, Reason), "“{0}” has left the council.");

    public Task<IActionResult> OnPostReturnAsync() =>
        ActAsync((judge, programme) => judge.Return(programme, Reason), "“{0}” is back on the council.");

    private async Task<IActionResult> ActAsync(Action<Judge, Programme> act, string done)
    {
        var (programme, judge) = await FindAsync();
        Because(Reason);
        act(Found(judge), programme);
        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/council", done, judge!.Name);
    }

    private async Task<(Programme Programme, Judge? Judge)> FindAsync()
    {
        var programme = Found(await db.Programmes.WithCriteria().OfYearAsync(Year));
        var judges = db.Judges.Include(judge => judge.Assigned).Include(judge => judge.Groups).Include(judge => judge.Industries).AsSplitQuery().Where(judge => judge.ProgrammeId == programme.Id);
        return (programme, IsNew ? null : Found(Guid.TryParse(Id, out var id) ? await judges.FirstOrDefaultAsync(judge => judge.Id == id) : null));
    }
}
