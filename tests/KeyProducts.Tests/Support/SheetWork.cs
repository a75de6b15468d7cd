using KeyProducts.Domain;

namespace KeyProducts.Tests.Support;

/// <summary>What tests do with sheets: a judge who sees what is stored and changes it.</summary>
public static class SheetWork
{
    /// <summary>Saves marks and the sheet's remark over what is stored.</summary>
    public static void Save(this ScoreSheet sheet, Programme programme, IReadOnlyDictionary<Guid, decimal?> points, string? remark, DateTime now) =>
        Assert.Empty(sheet.Change(programme, new SheetChanges(points.ToDictionary(one => one.Key, one => new Change<decimal?>(sheet.On(one.Key), one.Value)))
        {
            Remark = new Change<string?>(sheet.Remark, remark),
        }, now));

    /// <summary>Submits a sheet as its judge.</summary>
    public static void Submit(this ScoreSheet sheet, Programme programme, DateTime now, string? reason = null) =>
        sheet.Submit(programme, new Person(sheet.Judge.UserId, sheet.Judge.Name), reason, now);

    /// <summary>Declarations of judges that nothing ties them to any of the businesses.</summary>
    public static IEnumerable<ConflictDeclaration> NoConflicts(Programme programme, IEnumerable<Judge> judges, IEnumerable<Nomination> nominations, DateTime now)
    {
        var businesses = nominations.Select(nomination => nomination.BusinessId).Distinct().ToList();
        return judges.SelectMany(judge => businesses.Select(business => new ConflictDeclaration(programme, judge, business, null, null, now)));
    }
}
