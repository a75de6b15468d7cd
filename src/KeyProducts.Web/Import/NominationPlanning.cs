using KeyProducts.Domain;
using KeyProducts.Web.Storage;

namespace KeyProducts.Web.Import;

/// <summary>Finds the nominations that rows are about, and carries what the rows say into them, in memory.</summary>
internal sealed class NominationPlanning(
    Programme programme, IReadOnlyList<Nomination> nominations, IReadOnlySet<int> closed, IReadOnlyList<ImportColumn> columns, DateOnly today, string reason)
{
    private readonly Dictionary<int, Nomination> byNumber = nominations.ToDictionary(nomination => nomination.Number);

    private readonly ILookup<(Guid, string), Nomination> byProduct = nominations.Where(nomination => nomination.Status != NominationStatus.Withdrawn)
        .ToLookup(nomination => (nomination.BusinessId, SearchText.Fold(nomination.Product.Vietnamese)));

    /// <summary>The nominations that would be added or changed.</summary>
    public List<(Nomination Record, bool IsNew)> Touched { get; } = [];

    /// <summary>Works through the rows.</summary>
    public void Work(IReadOnlyList<RowBeingRead> rows)
    {
        var stored = rows.ToDictionary(row => row, Find);
        RefuseTwice(rows, stored);
        foreach (var row in rows)
        {
            if (stored[row] is { } hidden && closed.Contains(hidden.Number))
            {
                row.Wrong(row.ClaimsNumber ? Entry.Number : Entry.Product, BusinessMatching.IsClosed(hidden.Number));
            }
            else if (stored[row] is { } nomination)
            {
                row.Plan.Number = nomination.Number;
                Change(row, nomination);
            }
            else if (!row.ClaimsNumber && row.Target is not null)
            {
                Add(row, row.Target);
            }
        }
    }

    private Nomination? Find(RowBeingRead row) =>
        row.Number is { } number ? byNumber.GetValueOrDefault(number)
        : row.ClaimsNumber || row.Target?.Id is not { } business || row.Text(Entry.Product) is not { } product ? null
        : byProduct[(business, SearchText.Fold(product))].FirstOrDefault();

    private static void RefuseTwice(IReadOnlyList<RowBeingRead> rows, Dictionary<RowBeingRead, Nomination?> stored)
    {
        object? KeyOf(RowBeingRead row) =>
            stored[row] is { } nomination ? nomination
            : row.Target is { } target && row.Text(Entry.Product) is { } product ? (target, SearchText.Fold(product))
            : null;
        foreach (var same in rows.Where(row => KeyOf(row) is not null).GroupBy(KeyOf!).Where(same => same.Count() > 1))
        {
            foreach (var row in same)
            {
                row.Wrong(row.Number is null ? Entry.Product : Entry.Number, new Said("The same nomination stands in the rows {0}. Take one out.", string.Join(", ", same.Select(one => one.Plan.Row))));
            }
        }
    }

    private void Change(RowBeingRead row, Nomination nomination)
    {
        var entries = NominationEntries.Of(nomination);
        if (row.Plan.Product.Length == 0)
        {
            row.Plan.Product = nomination.Product.Vietnamese;
        }

        if (row.Plan.Business.Length == 0)
        {
            row.Plan.Business = nomination.Business.Name.Vietnamese;
        }

        var changed = Lay(row, entries, nomination);
        row.Plan.Nomination = (nomination, false);
        if (changed.Count > 0 && row.Plan.Wrong.Count == 0 && Try(row, () => NominationEntries.Apply(nomination, programme, entries, changed, reason)))
        {
            Touched.Add((nomination, false));
        }
    }

    private void Add(RowBeingRead row, BusinessTarget target)
    {
        var entries = new Dictionary<string, object?>();
        var said = Lay(row, entries, null);
        foreach (var column in columns.Where(column => column.IsRequired && !column.IsOfBusiness && !said.Contains(column.Key)))
        {
            row.Wrong(column.Key, new Said("This cell must be filled in."));
        }

        if (row.Plan.Business.Length == 0)
        {
            row.Plan.Business = target.Record?.Name.Vietnamese ?? "";
        }

        if (row.Plan.Wrong.Count > 0 || target.Record is not { } business)
        {
            return;
        }

        Try(row, () =>
        {
            var nomination = new Nomination(programme, business, NominationEntries.Content(entries), entries.GetValueOrDefault(Entry.ReceivedOn) as DateOnly? ?? today);
            said.ExceptWith([Entry.Product, Entry.ProductEnglish, Entry.Description, Entry.Industry, Entry.Track, Entry.RenewsYear]);
            NominationEntries.Apply(nomination, programme, entries, said, reason);
            row.Plan.Number = nomination.Number;
            row.Plan.Nomination = (nomination, true);
            Touched.Add((nomination, true));
        });
    }

    // Lays what the row says over the entries; the names of those that differ.
    private HashSet<string> Lay(RowBeingRead row, Dictionary<string, object?> entries, Nomination? nomination)
    {
        var changed = new HashSet<string>();
        foreach (var column in columns.Where(column => !column.IsOfBusiness && column.Key != Entry.Number))
        {
            var stored = entries.GetValueOrDefault(column.Key);
            // Not signed, and nothing said, are the same in a dossier.
            if (!row.Says(column, out var value) || Equals(stored, value = value is false ? null : value))
            {
                continue;
            }

            if (value is null && column.IsRequired)
            {
                row.Wrong(column.Key, new Said("This cell must be filled in."));
            }
            else if (column.Key == Entry.ReceivedOn && nomination is not null)
            {
                if (value is not null)
                {
                    row.Wrong(column.Key, new Said("The day on which a registered dossier arrived does not change; it is {0}.", nomination.ReceivedOn));
                }
            }
            else
            {
                entries[column.Key] = value;
                changed.Add(column.Key);
                row.Plan.Changes.Add(new PlannedChange(column, stored, value));
            }
        }

        return changed;
    }

    private static bool Try(RowBeingRead row, Action act)
    {
        try
        {
            act();
            return true;
        }
        catch (RuleException refusal)
        {
            var key = refusal.Field switch
            {
                "IndustryId" => Entry.Industry,
                "TrackId" => Entry.Track,
                Entry.RenewsYear or Entry.AutomatedShare => refusal.Field,
                _ => null,
            };
            row.Wrong(key, new Said(refusal.Message, [.. refusal.Arguments]));
            return false;
        }
    }
}
