using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KeyProducts.Web.Storage.Personal;

/// <summary>Finds what is held about a person, in every place at once.</summary>
public static class PersonalSearch
{
    // Of a record in these places everything is told when one value names the person; of the others only that value.
    private static readonly PersonalPlace[] Whole =
        [PersonalPlace.Account, PersonalPlace.Judge, PersonalPlace.BusinessContact, PersonalPlace.DossierContact, PersonalPlace.DossierSigner, PersonalPlace.Comment, PersonalPlace.Mail, PersonalPlace.Request];

    /// <summary>What is held about whoever a query names, the history left out. Which of it a reader may see is asked elsewhere.</summary>
    public static async Task<IReadOnlyList<PersonalItem>> AllPersonalDataAsync(this AppDbContext db, PersonalQuery query)
    {
        if (!query.IsAsked)
        {
            return [];
        }

        var rows = await db.Database.SqlQuery<Cell>(FormattableStringFactory.Create(Sql(db))).ToListAsync();
        var accounts = rows.Where(row => PersonalColumns.All[row.Place].Place == PersonalPlace.Account && query.Matches(row.Value)).Select(row => row.Account).ToHashSet();
        return [.. rows
            .Select(row => (Row: row, Column: PersonalColumns.All[row.Place], Fits: query.Matches(row.Value) || (row.Account is not null && accounts.Contains(row.Account))))
            .GroupBy(one => (one.Column.Place, one.Row.Key, one.Column.Entity))
            .Where(record => record.Any(one => one.Fits))
            .Select(record => new PersonalItem(
                record.Key.Place,
                record.Key.Key,
                record.First().Row.Link,
                [.. record.Where(one => one.Fits || Whole.Contains(record.Key.Place)).Select(one => new PersonalValue(one.Column.Entity.Name, one.Column.Property, one.Row.Value))])
            {
                Nomination = Guid.TryParse(record.First().Row.Nomination, out var nomination) ? nomination : null,
                IsOfMarks = record.First().Column.IsOfMarks,
            })
            .OrderBy(item => item.Place).ThenBy(item => item.Link, StringComparer.Ordinal)];
    }

    /// <summary>The entries of the history that name the person or tell what the person did: how many, and the newest of them.</summary>
    /// <param name="db">The store.</param>
    /// <param name="query">Whom to look for.</param>
    /// <param name="items">What was found elsewhere: the history is asked for the names, addresses and numbers that stand there.</param>
    public static async Task<IReadOnlyList<HistoryMention>> HistoryOfAsync(this AppDbContext db, PersonalQuery query, IReadOnlyCollection<PersonalItem> items)
    {
        var values = items.Where(item => Whole.Contains(item.Place) || item.Place == PersonalPlace.Act).SelectMany(item => item.Values)
            .Where(value => value.Value.Length <= 200 && query.Matches(value.Value)).Select(value => value.Value)
            .Concat(new[] { query.Name, query.Email, query.Phone }.OfType<string>().Select(one => one.Trim()).Where(one => one.Length >= 3)).Distinct().ToList();
        var accounts = items.Where(item => item.Place == PersonalPlace.Account).Select(item => item.Key).ToList();
        if (values.Count + accounts.Count == 0)
        {
            return [];
        }

        // Names of columns stand in the text; what was typed comes beside it.
        var parameters = new List<object>();
        string Parameter(object value)
        {
            parameters.Add(value);
            return $"{{{parameters.Count - 1}}}";
        }

        var outside = string.Join(" OR ", values.SelectMany(value => new[] { $"instr(UserName, {Parameter(value)}) > 0", $"instr(Subject, {Parameter(value)}) > 0" })
            .Concat(accounts.Select(key => $"UserId = {Parameter(Guid.Parse(key))}")));
        // What changed is kept as JSON, whose letters beyond ASCII are escaped.
        var inside = string.Join("", values.Select(value => $" OR instr(coalesce(Reason, ''), {Parameter(value)}) > 0 OR instr(Changes, {Parameter(JsonEncodedText.Encode(value).ToString())}) > 0"));
        return await db.Database.SqlQuery<HistoryMention>(FormattableStringFactory.Create(
            $"SELECT Id, At, UserName, Act, Kind, Subject, Year, CASE WHEN {outside} THEN 1 ELSE 0 END AS Outside FROM AuditEntries WHERE {outside}{inside} ORDER BY At DESC", [.. parameters])).ToListAsync();
    }

    /// <summary>The name of a column in the database.</summary>
    public static (string Table, string Column) NameOf(AppDbContext db, PersonalColumn column)
    {
        var entity = db.Model.FindEntityType(column.Entity) ?? throw new InvalidOperationException($"{column.Entity.Name} is not stored.");
        ITypeBase type = entity;
        var parts = column.Property.Split('.');
        foreach (var part in parts[..^1])
        {
            type = type.FindComplexProperty(part)?.ComplexType ?? throw new InvalidOperationException($"{column.Entity.Name}.{column.Property} is not stored.");
        }

        var property = type.FindProperty(parts[^1]) ?? throw new InvalidOperationException($"{column.Entity.Name}.{column.Property} is not stored.");
        var table = entity.GetTableName()!;
        return (table, property.GetColumnName(StoreObjectIdentifier.Table(table, entity.GetSchema())) ?? throw new InvalidOperationException($"{column.Entity.Name}.{column.Property} has no column."));
    }

    private static string Sql(AppDbContext db) => string.Join("\nUNION ALL ", PersonalColumns.All.Select((column, place) =>
    {
        var (table, name) = NameOf(db, column);
        var key = db.Model.FindEntityType(column.Entity)!.FindPrimaryKey()!.Properties;
        return $"SELECT {place} AS \"Place\", {string.Join(" || '/' || ", key.Select(one => $"CAST(t.\"{one.GetColumnName()}\" AS TEXT)"))} AS \"Key\", t.\"{name}\" AS \"Value\", {column.Page.Link ?? "NULL"} AS \"Link\", CAST({column.Page.Nomination ?? "NULL"} AS TEXT) AS \"Nomination\", CAST({column.Account ?? "NULL"} AS TEXT) AS \"Account\" FROM \"{table}\" t WHERE t.\"{name}\" <> ''";
    }));

    private sealed record Cell(int Place, string Key, string Value, string? Link, string? Nomination, string? Account);
}

/// <summary>An entry of the history that names a person, or tells what the person did.</summary>
/// <param name="Id">Its key.</param>
/// <param name="At">When, UTC.</param>
/// <param name="UserName">Who.</param>
/// <param name="Act">What was done.</param>
/// <param name="Kind">To what kind of thing.</param>
/// <param name="Subject">Which one.</param>
/// <param name="Year">The year that it belongs to; null for none.</param>
/// <param name="Outside">1 when it names the person beside what changed and the reason, 0 when only there.</param>
public sealed record HistoryMention(Guid Id, DateTime At, string UserName, string Act, string Kind, string Subject, int? Year, int Outside);
