using KeyProducts.Domain;
using KeyProducts.Web.Storage;

namespace KeyProducts.Web.Import;

/// <summary>A business that rows of a file are about: one of the register, or a new one.</summary>
internal sealed class BusinessTarget
{
    /// <summary>The business's number in the register, of the one that it was merged into; null for a new one.</summary>
    public Guid? Id { get; init; }

    /// <summary>The rows, in order.</summary>
    public List<RowBeingRead> Rows { get; } = [];

    /// <summary>The record.</summary>
    public Business? Record { get; set; }

    /// <summary>
    /// Works out what the rows together say of the business and carries it into the record. A value that is stored already says nothing
    /// new, so that it is enough to change one of several rows; two new values contradict each other.
    /// </summary>
    /// <param name="columns">The columns of businesses that the file has.</param>
    /// <param name="nextNumber">The number of a new business.</param>
    public void Settle(IEnumerable<ImportColumn> columns, Func<int> nextNumber)
    {
        var entries = Record is null ? [] : NominationEntries.Of(Record);
        var hasChanged = false;
        foreach (var column in columns)
        {
            var stored = entries.GetValueOrDefault(column.Key);
            var news = Rows.Where(row => row.Says(column, out var value) && !IsStored(column, row, stored, value)).ToList();
            foreach (var row in news.Where(row => row.Says(column, out var value) && value is null && (column.IsRequired || column.Key == Entry.Ownership)).ToList())
            {
                row.Wrong(column.Key, new Said("This cell must be filled in."));
                news.Remove(row);
            }

            if (news.Count == 0)
            {
                continue;
            }

            news[0].Says(column, out var said);
            var other = news.FirstOrDefault(row => row.Says(column, out var value) && !Equals(value, said));
            if (other is not null)
            {
                other.Says(column, out var contradiction);
                news[0].Wrong(column.Key, new Said("Row {0} says “{1}” of the same business.", other.Plan.Row, column.Write(contradiction)));
                other.Wrong(column.Key, new Said("Row {0} says “{1}” of the same business.", news[0].Plan.Row, column.Write(said)));
                continue;
            }

            entries[column.Key] = said;
            news[0].Plan.Changes.Add(new PlannedChange(column, stored, said));
            hasChanged = true;
        }

        if (Record is null && Rows[0].Has(Entry.Ownership) && entries.GetValueOrDefault(Entry.Ownership) is null)
        {
            Rows[0].Wrong(Entry.Ownership, new Said("This cell must be filled in."));
        }

        DropNeedlessReason(entries);
        if (hasChanged && entries.GetValueOrDefault(Entry.Business) is string)
        {
            Carry(entries, nextNumber);
        }
    }

    // A reason is kept only for a code that is doubtful.
    private void DropNeedlessReason(Dictionary<string, object?> entries)
    {
        if (TaxCode.DoubtOf(entries.GetValueOrDefault(Entry.TaxCode) as string) == TaxCodeDoubt.None)
        {
            entries[Entry.TaxCodeReason] = null;
            Rows.ForEach(row => row.Plan.Changes.RemoveAll(change => change.Column.Key == Entry.TaxCodeReason && change.From is null));
        }
    }

    private void Carry(Dictionary<string, object?> entries, Func<int> nextNumber)
    {
        try
        {
            if (Record is null)
            {
                Record = new Business(nextNumber(), NominationEntries.Details(entries));
            }
            else
            {
                Record.Change(NominationEntries.Details(entries));
            }
        }
        catch (RuleException refusal)
        {
            var row = Rows.FirstOrDefault(row => refusal.Field is not null && row.Text(refusal.Field) is not null) ?? Rows[0];
            row.Wrong(refusal.Field, new Said(refusal.Message, [.. refusal.Arguments]));
            if (refusal.Field == Entry.TaxCode && row.Has(Entry.TaxCodeReason))
            {
                row.Wrong(Entry.TaxCodeReason, new Said("Say here why the tax code is right, if it is."));
            }

            // The rows are looked at further, with what of the business is in order.
            Record ??= new Business(nextNumber(), NominationEntries.Details(new Dictionary<string, object?>(entries) { [Entry.TaxCode] = null, [Entry.Website] = null }));
        }
    }

    // Somebody who lists a known business with new products need not write its name letter by letter as it is stored.
    private static bool IsStored(ImportColumn column, RowBeingRead row, object? stored, object? said) =>
        Equals(stored, said)
        || (column.Key == Entry.Business && row.Number is null && said is string name && SearchText.Fold(name) == SearchText.Fold(stored as string) && stored is not null)
        || (column.Key == Entry.TaxCode && said is string code && Domain.TaxCode.Tidy(code) == stored as string && stored is not null);
}
