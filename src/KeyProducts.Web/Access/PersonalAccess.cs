using System.Security.Claims;
using KeyProducts.Domain;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Storage.Personal;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Access;

/// <summary>What is held about a person, as far as a reader may see it.</summary>
/// <param name="Items">What is held, the history left out.</param>
/// <param name="History">The entries of the history.</param>
/// <param name="ClosedYears">The years whose marks and remarks were not searched, whatever the query: their results are not open to the reader.</param>
/// <param name="ClosedDossiers">How many dossiers were not searched, whatever the query: the reader has recused itself from them.</param>
public sealed record PersonalFindings(IReadOnlyList<PersonalItem> Items, IReadOnlyList<HistoryMention> History, IReadOnlyList<int> ClosedYears, int ClosedDossiers)
{
    /// <summary>Nothing.</summary>
    public static readonly PersonalFindings None = new([], [], [], 0);
}

/// <summary>
/// Whoever looks for a person sees no more of marks and of dossiers than on the pages of these. What is left out is told by years and not by what would have been found: by the count, marks
/// and remarks could be guessed word by word.
/// </summary>
public static class PersonalAccess
{
    /// <summary>What is held about whoever a query names.</summary>
    /// <param name="db">The store.</param>
    /// <param name="reader">Who looks.</param>
    /// <param name="query">Whom for.</param>
    /// <param name="chosen">The identifiers of the records that are about the person; null for all.</param>
    public static async Task<PersonalFindings> PersonalDataAsync(this AppDbContext db, ClaimsPrincipal reader, PersonalQuery query, IReadOnlyCollection<string>? chosen = null)
    {
        var dossiers = await db.ClosedDossiersAsync(reader);
        var years = await db.Programmes.Where(one => one.Stage == Stage.Judging || Queries.AfterJudging.Contains(one.Stage))
            .Where(one => db.ResultsOpenTo(reader).All(open => open.Id != one.Id)).OrderBy(one => one.Year).Select(one => new { one.Id, one.Year }).ToListAsync();
        var keys = years.Select(one => one.Id).ToList();
        var closed = dossiers.Select(one => one.Id).ToHashSet();
        var unmarked = (await db.Nominations.Where(one => keys.Contains(one.ProgrammeId)).Select(one => one.Id).ToListAsync()).ToHashSet();
        List<PersonalItem> items = [.. (await db.AllPersonalDataAsync(query))
            .Where(item => item.Nomination is not { } nomination || !(closed.Contains(nomination) || (item.IsOfMarks && unmarked.Contains(nomination))))
            .Where(item => chosen is null || chosen.Contains(item.Id))];
        List<HistoryMention> history = [.. (await db.HistoryOfAsync(query, items)).Where(entry => entry.Outside == 1
            || !(dossiers.Any(one => one.IsOf(entry.Subject)) || (AuditSubject.IsOfMarks(entry.Kind) && years.Any(one => one.Year == entry.Year))))];
        return new PersonalFindings(items, history, [.. years.Select(one => one.Year)], dossiers.Count);
    }
}
