using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>Puts a judge on the council and changes what is said of them; what they mark and score is chosen on a page of its own.</summary>
public sealed class JudgeEditModel(AppDbContext db, Assignments assignments) : AppPage
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

    public Programme Programme { get; private set; } = null!;

    public Judge? Judge { get; private set; }

    /// <summary>How many nominations the judge is to score.</summary>
    public int Nominations { get; private set; }

    public IReadOnlyList<SelectListItem> Accounts { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        (Programme, Judge) = await FindAsync();
        if (Programme.Stage >= Stage.Deliberation && !HasInput)
        {
            throw new NotFoundException();
        }

        Accounts = await (
            from user in db.Users
            where user.IsActive && db.UserRoles.Any(one => one.UserId == user.Id && db.Roles.Any(role => role.Id == one.RoleId && role.Name == Roles.Judge))
            where !db.Judges.Any(judge => judge.ProgrammeId == Programme.Id && judge.UserId == user.Id)
            orderby user.Email
            select new SelectListItem($"{user.FullName} ({user.Email})", user.Id.ToString())).ToListAsync();
        if (Judge is not null)
        {
            Nominations = await db.Panel(Programme.Id).CountAsync(pair => pair.Judge.Id == Judge.Id);
            if (!HasInput)
            {
                (Input.Name, Input.Title, Input.Organisation, Input.Role) = (Judge.Name, Judge.Title, Judge.Organisation, Judge.Role);
            }
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (programme, judge) = await FindAsync();
        var details = new JudgeDetails(Input.Name ?? "", Input.Title, Input.Organisation, Input.Role);
        if (judge is not null)
        {
            judge.Change(programme, details);
            await db.SaveChangesAsync();
            return Go($"/programmes/{Year}/council", "“{0}” is saved.", judge.Name);
        }

        var userId = Input.UserId ?? throw new RuleException("Choose the account with which the judge signs in.") { Field = "UserId" };
        Found(await db.Users.FirstOrDefaultAsync(user => user.Id == userId && user.IsActive));
        db.Add(judge = new Judge(programme, userId, details));
        await assignments.FillAsync(programme);
        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/council/{judge.Id}/scope", "“{0}” is on the council and marks all criteria of all nominations. Change it here if it is to be otherwise.", judge.Name);
    }

    public Task<IActionResult> OnPostLeaveAsync() =>
        ActAsync((judge, programme) => judge.Leave(programme, Reason), "“{0}” has left the council.");

    public Task<IActionResult> OnPostReturnAsync() =>
        ActAsync((judge, programme) => judge.Return(programme, Reason), "“{0}” is back on the council.");

    private async Task<IActionResult> ActAsync(Action<Judge, Programme> act, string done)
    {
        var (programme, judge) = await FindAsync();
        Because(Reason);
        if (Found(judge).UserId == UserId)
        {
            // Who leaves sees the others' marks, and would come back with what they have seen.
            throw new RuleException("Somebody else has to do this: it concerns your own place on the council.");
        }

        act(judge!, programme);
        await assignments.FillAsync(programme);
        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/council", done, judge!.Name);
    }

    private async Task<(Programme Programme, Judge? Judge)> FindAsync()
    {
        var programme = Found(await db.Programmes.WithTables().OfYearAsync(Year));
        var judges = db.Judges.WithScope().Where(judge => judge.ProgrammeId == programme.Id);
        return (programme, IsNew ? null : Found(Guid.TryParse(Id, out var id) ? await judges.FirstOrDefaultAsync(judge => judge.Id == id) : null));
    }
}
