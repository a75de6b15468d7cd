using System.Globalization;
using KeyProducts.Documents.Files;
using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Import;

/// <summary>
/// Works out what a file of an old recognition list would do, and does it. A product of a list is known again by year, product and business; who of the register its business is, is only
/// suggested: who imports it confirms each link.
/// </summary>
public sealed class PastImport(AppDbContext db, ImportDrafts drafts, IStringLocalizer<Words> T)
{
    // Old lists belong to no programme: their drafts are kept under a year that there is not.
    private const int NoYear = 0;

    // What is read where a cell of year or source is empty.
    private const string YearOfFile = "year", SourceOfFile = "source";

    /// <summary>Keeps a file that can be read as an old list.</summary>
    /// <exception cref="RuleException">It cannot; the message says why.</exception>
    public async Task<ImportDraft> AddAsync(Guid userId, string fileName, byte[] content, int? year, string? source)
    {
        TableOf(new MemoryStream(content), fileName, year);
        var draft = await drafts.AddAsync(userId, NoYear, fileName, content);
        var given = new Dictionary<string, string>();
        if (year is { } one)
        {
            given.Add(YearOfFile, one.ToString(CultureInfo.InvariantCulture));
        }

        if (!string.IsNullOrWhiteSpace(source))
        {
            given.Add(SourceOfFile, source.Trim());
        }

        draft = draft with { Corrections = given };
        await drafts.SaveAsync(draft);
        return draft;
    }

    /// <summary>A file of somebody's; null when there is none.</summary>
    public Task<ImportDraft?> FindAsync(Guid id, Guid userId) => drafts.FindAsync(id, userId, NoYear);

    /// <summary>What a draft would do.</summary>
    public async Task<PastPlan> PlanAsync(ImportDraft draft)
    {
        var year = draft.Corrections.TryGetValue(YearOfFile, out var given) ? int.Parse(given, CultureInfo.InvariantCulture) : (int?)null;
        ImportTable table;
        await using (var file = drafts.Open(draft))
        {
            table = TableOf(file, draft.FileName, year);
        }

        var businesses = await db.Businesses.Unmerged().Select(business => new { business.Id, business.Number, business.Name.Vietnamese, business.TaxCode }).ToListAsync();
        var byCode = businesses.Where(business => business.TaxCode is not null).ToDictionary(business => business.TaxCode!, business => new SuggestedBusiness(business.Id, business.Number, business.Vietnamese, true));
        var byName = businesses.ToLookup(business => SearchText.Words(business.Vietnamese), business => new SuggestedBusiness(business.Id, business.Number, business.Vietnamese, false));
        var known = (await db.PastProducts.AsNoTracking().ToListAsync()).GroupBy(KeyOf).ToDictionary(group => group.Key, group => group.First());
        var rows = table.Rows.Select(source => Read(source, table.Columns, year, draft.Corrections.GetValueOrDefault(SourceOfFile))).ToList();
        foreach (var row in rows.Where(row => row.Wrong.Count == 0))
        {
            Compare(row, known.GetValueOrDefault(KeyOf(row.Content)));
            if (known.GetValueOrDefault(KeyOf(row.Content))?.BusinessId is null)
            {
                row.Suggested = row.Content.TaxCode is { } code && byCode.TryGetValue(code, out var same) ? same
                    : row.Content.Business is { } name && byName[SearchText.Words(name)].ToList() is [var only] ? only : null;
            }
        }

        foreach (var same in rows.Where(row => row.Wrong.Count == 0).GroupBy(row => KeyOf(row.Content)).Where(same => same.Count() > 1).ToList())
        {
            foreach (var row in same)
            {
                row.Wrong.Add(new WrongCell("", PastColumns.All[2], row.Content.Product ?? "", new Said("The same product of the same business and year stands in the rows {0}. Take one out.", string.Join(", ", same.Select(one => one.Row)))));
            }
        }

        return new PastPlan(table.Sheet, rows, table.Notices, PastPlan.FingerprintOf(rows));
    }

    /// <summary>Carries out a plan, all of it or nothing.</summary>
    /// <param name="draft">The file.</param>
    /// <param name="fingerprint">Names the plan that was looked at.</param>
    /// <param name="links">The rows whose suggested business is confirmed.</param>
    /// <returns>How many products are new, how many changed, how many were linked to a business.</returns>
    /// <exception cref="RuleException">The plan is not that any more, rows are wrong, or nothing would change.</exception>
    public async Task<(int New, int Changed, int Linked)> CarryOutAsync(ImportDraft draft, string? fingerprint, IReadOnlySet<int> links)
    {
        var plan = await PlanAsync(draft);
        if (plan.Fingerprint != fingerprint)
        {
            throw new RuleException("What is stored has changed since you looked at this preview, so nothing is imported. Below is the preview as it is now.");
        }

        if (plan.Count(RowState.Wrong) is > 0 and var wrong)
        {
            throw new RuleException("{0} rows are still wrong, so nothing is imported.", wrong);
        }

        var linked = plan.Rows.Where(row => row.Suggested is not null && links.Contains(row.Row)).ToDictionary(row => row.Row, row => row.Suggested!.Id);
        var todo = plan.Rows.Where(row => row.State != RowState.Unchanged || linked.ContainsKey(row.Row)).ToList();
        if (todo.Count == 0)
        {
            throw new RuleException("The file changes nothing.");
        }

        var keys = linked.Values.ToHashSet();
        var businesses = await db.Businesses.Unmerged().Where(business => keys.Contains(business.Id)).ToDictionaryAsync(business => business.Id);
        var stored = (await db.PastProducts.ToListAsync()).ToDictionary(product => product.Id);
        foreach (var row in todo)
        {
            var business = linked.TryGetValue(row.Row, out var key) ? businesses[key] : null;
            if (row.Known is { } id)
            {
                stored[id].Change(row.Content, business ?? await OwnAsync(stored[id]));
            }
            else
            {
                db.Add(new PastProduct(row.Content, business));
            }
        }

        await db.SaveChangesAsync();
        drafts.Remove(draft);
        return (plan.Count(RowState.New), plan.Count(RowState.Changed), linked.Count);
    }

    private async Task<Business?> OwnAsync(PastProduct product) => product.BusinessId is { } key ? await db.FindAsync<Business>(key) : null;

    private static (int, string, string) KeyOf(PastProduct product) => (product.Year, SearchText.Words(product.Product), SearchText.Words(product.Business));

    private static (int, string, string) KeyOf(PastProductContent content) => (content.Year, SearchText.Words(content.Product), SearchText.Words(content.Business));

    private static PastRow Read(RowContent source, IReadOnlyList<FoundColumn> columns, int? year, string? from)
    {
        var row = new PastRow { Row = source.Number };
        var said = new Dictionary<string, object?>();
        void Wrong(string? key, Said why)
        {
            var found = columns.FirstOrDefault(one => one.Column.Key == key);
            row.Wrong.Add(new WrongCell(found is null ? "" : CellAddress.Of(source.Number, found.At), found?.Column ?? PastColumns.All.FirstOrDefault(column => column.Key == key), found is null ? "" : source[found.At]?.Text ?? "", why));
        }

        foreach (var (column, at) in columns.Where(one => one.Column.Key != PastColumns.Order))
        {
            var reading = CellReader.Read(column, source[at]);
            said[column.Key] = reading.Value;
            if (reading.Problem is { } problem)
            {
                Wrong(column.Key, problem);
            }

            if (reading.Note is { } note)
            {
                row.Notes.Add(note);
            }
        }

        row.Content = new PastProductContent(
            said.GetValueOrDefault(PastColumns.Year) as int? ?? year ?? 0,
            said.GetValueOrDefault(PastColumns.Product) as string,
            said.GetValueOrDefault(PastColumns.Business) as string,
            said.GetValueOrDefault(PastColumns.TaxCode) as string,
            said.GetValueOrDefault(PastColumns.Industry) as string,
            said.GetValueOrDefault(PastColumns.Top) is true,
            said.GetValueOrDefault(PastColumns.Source) as string ?? from);
        try
        {
            // The domain says what cannot be; the product is made for that alone.
            _ = new PastProduct(row.Content, null);
        }
        catch (RuleException refusal)
        {
            // Of a cell's problems the first is kept.
            if (row.Wrong.All(wrong => wrong.Column?.Key != refusal.Field))
            {
                Wrong(refusal.Field, new Said(refusal.Message, [.. refusal.Arguments]));
            }
        }

        return row;
    }

    private void Compare(PastRow row, PastProduct? known)
    {
        if (known is null)
        {
            return;
        }

        row.Known = known.Id;
        var said = row.Content;
        // What the file does not say is no change.
        row.Content = said = said with { Product = known.Product, Business = known.Business, TaxCode = said.TaxCode ?? known.TaxCode, Industry = said.Industry ?? known.Industry };
        foreach (var (key, from, to) in new (string, object?, object?)[]
        {
            (PastColumns.TaxCode, known.TaxCode, said.TaxCode), (PastColumns.Industry, known.Industry, said.Industry), (PastColumns.Top, known.IsTop, said.IsTop), (PastColumns.Source, known.Source, said.Source),
        })
        {
            if (!Equals(from, to))
            {
                row.Changes.Add((key, PastColumns.Written(key, from, T), PastColumns.Written(key, to, T)));
            }
        }
    }

    private static ImportTable TableOf(Stream file, string fileName, int? year)
    {
        try
        {
            return ImportTable.Of(SheetReader.Read(file, fileName), PastColumns.All, year ?? NoYear, Languages.Current);
        }
        catch (FileRefusedException refusal)
        {
            throw new RuleException(refusal.Message, [.. refusal.Arguments]) { Field = "File" };
        }
    }
}
