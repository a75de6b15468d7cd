using KeyProducts.Documents.Files;
using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Import;

/// <summary>
/// Works out what a file would do to a year's council, and does it: judges are known again by the address of their account, added or changed, never removed. As with
/// nominations the plan is made by doing everything in memory and not saving.
/// </summary>
public sealed class CouncilImport(AppDbContext db, ImportDrafts drafts, Assignments assignments, ILookupNormalizer normalizer, IStringLocalizer<Words> T)
{
    /// <summary>Looks whether a file can be read as a list of the council.</summary>
    /// <exception cref="RuleException">It cannot; the message says why.</exception>
    public void RequireReadable(Programme programme, Stream file, string fileName) => TableOf(file, fileName, programme.Year);

    /// <summary>What a draft would do.</summary>
    public async Task<CouncilPlan> PlanAsync(ImportDraft draft) => (await PrepareAsync(draft)).Plan;

    /// <summary>Carries out a plan, all of it or nothing, in one transaction.</summary>
    /// <param name="draft">The file.</param>
    /// <param name="fingerprint">Names the plan that was looked at.</param>
    /// <param name="makesAccounts">Whether accounts that are missing are made, with the role of a judge and without a password; otherwise their rows are left out.</param>
    /// <returns>How many judges joined, how many changed, and how many accounts were made.</returns>
    /// <exception cref="RuleException">The plan is not that any more, rows are wrong, or nothing would change.</exception>
    public async Task<(int Joined, int Changed, int Accounts)> CarryOutAsync(ImportDraft draft, string? fingerprint, bool makesAccounts)
    {
        var (programme, plan) = await PrepareAsync(draft);
        if (plan.Fingerprint != fingerprint)
        {
            throw new RuleException("What is stored has changed since you looked at this preview, so nothing is imported. Below is the preview as it is now.");
        }

        if (plan.Count(CouncilRowState.Wrong) is > 0 and var wrong)
        {
            throw new RuleException("{0} rows are still wrong, so nothing is imported.", wrong);
        }

        var accounts = makesAccounts ? plan.Rows.Where(row => row.NewAccount is not null).Select(row => row.NewAccount!).ToList() : [];
        var joining = plan.Rows.Where(row => row.IsNew && (row.NewAccount is null || makesAccounts)).Select(row => row.Judge!).ToList();
        if (joining.Count + plan.Count(CouncilRowState.Changed) == 0)
        {
            throw new RuleException("The file changes nothing.");
        }

        var role = await db.Roles.SingleAsync(one => one.Name == Roles.Judge);
        db.AddRange(accounts);
        db.AddRange(accounts.Select(account => new IdentityUserRole<Guid> { UserId = account.Id, RoleId = role.Id }));
        db.AddRange(joining);
        await assignments.FillAsync(programme);
        await db.SaveChangesAsync();
        drafts.Remove(draft);
        return (joining.Count, plan.Count(CouncilRowState.Changed), accounts.Count);
    }

    private async Task<(Programme Programme, CouncilPlan Plan)> PrepareAsync(ImportDraft draft)
    {
        var programme = await db.Programmes.WithTables().OfYearAsync(draft.Year) ?? throw new InvalidOperationException("The year is gone.");
        ImportTable table;
        await using (var file = drafts.Open(draft))
        {
            table = TableOf(file, draft.FileName, draft.Year);
        }

        var council = await db.Judges.WithScope().Where(judge => judge.ProgrammeId == programme.Id).ToListAsync();
        var accounts = await (
            from user in db.Users
            select new CouncilAccount(user.Id, user.NormalizedEmail!, user.IsActive, db.UserRoles.Any(one => one.UserId == user.Id && db.Roles.Any(role => role.Id == one.RoleId && role.Name == Roles.Judge))))
            .ToDictionaryAsync(account => account.Email);
        var planning = new CouncilPlanning(programme, council, accounts, table.Columns, text => normalizer.NormalizeEmail(text), T);
        var rows = table.Rows.Select(planning.Read).ToList();
        planning.RefuseTwice(rows);
        var inFile = rows.Select(row => accounts.GetValueOrDefault(normalizer.NormalizeEmail(row.Email))?.Id).ToHashSet();
        return (programme, new CouncilPlan(
            table.Sheet, rows, table.Notices, [.. council.Where(judge => !judge.HasLeft && !inFile.Contains(judge.UserId)).Select(judge => judge.Name).Order(StringComparer.Create(new("vi-VN"), ignoreCase: true))], CouncilPlan.FingerprintOf(rows)));
    }

    private ImportTable TableOf(Stream file, string fileName, int year)
    {
        try
        {
            return ImportTable.Of(SheetReader.Read(file, fileName), CouncilColumns.Of(T), year, Languages.Current);
        }
        catch (FileRefusedException refusal)
        {
            throw new RuleException(refusal.Message, [.. refusal.Arguments]) { Field = "File" };
        }
    }
}
