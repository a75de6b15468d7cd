using KeyProducts.Documents.Files;
using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Import;

/// <summary>
/// Works out what a file would do to a year's nominations, and does it. The plan is made by doing everything in memory, by the same
/// methods of the domain, and not saving: so what is previewed is what happens. Queries are as many whatever the rows.
/// </summary>
public sealed class NominationImport(AppDbContext db, ImportDrafts drafts, IStringLocalizer<Words> T)
{
    // While a plan is only looked at, the reason is still to be given.
    private const string ReasonToCome = "–";

    /// <summary>Looks whether a file can be read as a list of the year's nominations.</summary>
    /// <exception cref="RuleException">It cannot; the message says why.</exception>
    public void RequireReadable(Programme programme, Stream file, string fileName) =>
        TableOf(file, fileName, ImportColumns.Of(programme, T), programme.Year);

    /// <summary>What a draft would do.</summary>
    /// <param name="draft">The file with its corrections.</param>
    /// <param name="today">The day on which new nominations without one are received.</param>
    /// <param name="closed">The numbers of nominations that are closed to the reader: they are neither shown nor changed.</param>
    /// <exception cref="RuleException">The file cannot be read any more, because the year's columns have changed.</exception>
    public async Task<ImportPlan> PlanAsync(ImportDraft draft, DateOnly today, IReadOnlySet<int> closed) => (await PrepareAsync(draft, today, closed, ReasonToCome)).Plan;

    /// <summary>Carries out a plan, all of it or nothing, in one transaction.</summary>
    /// <param name="draft">The file with its corrections.</param>
    /// <param name="today">The day on which new nominations without one are received.</param>
    /// <param name="closed">The numbers of nominations that are closed to the reader: they are neither shown nor changed.</param>
    /// <param name="fingerprint">Names the plan that was looked at.</param>
    /// <param name="reason">Why, needed once judging has opened.</param>
    /// <exception cref="RuleException">The plan is not that any more, rows are wrong, nothing would change, or a reason is missing.</exception>
    public async Task<ImportPlan> CarryOutAsync(ImportDraft draft, DateOnly today, IReadOnlySet<int> closed, string? fingerprint, string? reason)
    {
        var (plan, nominations) = await PrepareAsync(draft, today, closed, string.IsNullOrWhiteSpace(reason) ? ReasonToCome : reason);
        if (plan.Fingerprint != fingerprint)
        {
            throw new RuleException("What is stored has changed since you looked at this preview, so nothing is imported. Below is the preview as it is now.");
        }

        if (plan.Count(RowState.Wrong) is > 0 and var wrong)
        {
            throw new RuleException("{0} rows are still wrong, so nothing is imported.", wrong);
        }

        if (plan.Count(RowState.New) + plan.Count(RowState.Changed) == 0)
        {
            throw new RuleException("The file changes nothing.");
        }

        if (plan.NeedsReason && string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleException("Give the reason.") { Field = "Reason" };
        }

        db.AddRange(nominations.Where(one => one.IsNew).Select(one => one.Record));
        foreach (var (record, _) in nominations.Where(one => !one.IsNew))
        {
            db.Renew(record); // Parts of a dossier are rows of their own: whoever edits it at this moment must notice.
        }

        await db.SaveChangesAsync();
        drafts.Remove(draft);
        return plan;
    }

    private async Task<(ImportPlan Plan, List<(Nomination Record, bool IsNew)> Nominations)> PrepareAsync(ImportDraft draft, DateOnly today, IReadOnlySet<int> closed, string reason)
    {
        var programme = await db.Programmes.WithIndustriesAndTracks().OfYearAsync(draft.Year) ?? throw new InvalidOperationException("The year is gone.");
        var columns = ImportColumns.Of(programme, T);
        ImportTable table;
        await using (var file = drafts.Open(draft))
        {
            table = TableOf(file, draft.FileName, columns, draft.Year);
        }

        var found = table.Columns.ToDictionary(one => one.Column.Key);
        var rows = table.Rows.Where(row => !draft.LeftOut.Contains(row.Number)).Select(row => new RowBeingRead(row, found, draft.Corrections)).ToList();
        var nominations = await db.Nominations
            .Include(nomination => nomination.Business).Include(nomination => nomination.Figures).Include(nomination => nomination.Certificates).AsSplitQuery()
            .Where(nomination => nomination.ProgrammeId == programme.Id).OrderBy(nomination => nomination.Number).ToListAsync();
        var register = await db.Businesses.OrderBy(business => business.Number)
            .Select(business => new RegisteredBusiness(business.Id, business.Number, business.Name.Vietnamese, business.TaxCode, business.MergedIntoId)).ToListAsync();

        var matching = new BusinessMatching(register, [.. nominations.Where(nomination => !closed.Contains(nomination.Number))], closed);
        rows.ForEach(matching.Find);
        var known = matching.Targets.Where(target => target.Id is not null).Select(target => target.Id!.Value).ToList();
        var businesses = (await db.Businesses.Where(business => known.Contains(business.Id)).ToListAsync()).ToDictionary(business => business.Id);
        var lastNumber = register.Select(business => business.Number).DefaultIfEmpty(0).Max();
        var businessColumns = table.Columns.Where(one => one.Column.IsOfBusiness).Select(one => one.Column).ToList();
        foreach (var target in matching.Targets)
        {
            target.Record = target.Id is { } id ? businesses[id] : null;
            target.Settle(businessColumns, () => ++lastNumber);
        }

        var planned = new NominationPlanning(programme, nominations, closed, [.. table.Columns.Select(one => one.Column)], today, reason);
        planned.Work(rows);
        var plan = new ImportPlan(
            table.Sheet, [.. rows.Select(row => row.Plan)], [.. table.Notices, .. Notices(table, rows, draft)], programme.IsFrozen, ImportPlan.FingerprintOf(rows.Select(row => row.Plan)));
        return (plan, planned.Touched);
    }

    private static IEnumerable<Said> Notices(ImportTable table, List<RowBeingRead> rows, ImportDraft draft)
    {
        var leftOut = table.Rows.Select(row => row.Number).Intersect(draft.LeftOut).ToList();
        if (leftOut.Count > 0)
        {
            yield return new Said("Rows left out as you asked: {0}.", string.Join(", ", leftOut));
        }

        if (table.Columns.All(one => one.Column.Key != Entry.Ownership) && rows.Any(row => row.Target is { Id: null }))
        {
            yield return new Said("The file does not say who owns the new businesses: they are entered as private.");
        }
    }

    private static ImportTable TableOf(Stream file, string fileName, IReadOnlyList<ImportColumn> columns, int year)
    {
        try
        {
            return ImportTable.Of(SheetReader.Read(file, fileName), columns, year, Languages.Current);
        }
        catch (FileRefusedException refusal)
        {
            throw new RuleException(refusal.Message, [.. refusal.Arguments]) { Field = "File" };
        }
    }
}
