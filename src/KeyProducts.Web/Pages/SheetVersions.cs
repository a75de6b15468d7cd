using KeyProducts.Domain;

namespace KeyProducts.Web.Pages;

/// <summary>What was submitted of a sheet, the latest first, each against the one before.</summary>
/// <param name="Heading">Whose sheet it is; null where the page says it.</param>
/// <param name="Versions">The versions.</param>
public sealed record SheetVersions(string? Heading, IReadOnlyList<VersionRead> Versions)
{
    /// <summary>Whether an opened sheet is being changed since its last version.</summary>
    public bool IsOpenAgain { get; init; }

    /// <summary>The versions of a sheet, loaded with their marks.</summary>
    /// <param name="heading">Whose sheet it is; null where the page says it.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="programme">The year, with its criteria.</param>
    public static SheetVersions Of(string? heading, ScoreSheet sheet, Programme programme)
    {
        SheetVersion? before = null;
        var versions = new List<VersionRead>();
        foreach (var version in sheet.Versions)
        {
            versions.Insert(0, new VersionRead(version, before, [.. programme.Criteria.Where(criterion => version.On(criterion.Id) is not null || before?.On(criterion.Id) is not null)]));
            before = version;
        }

        return new SheetVersions(heading, versions) { IsOpenAgain = !sheet.IsSubmitted && before is not null };
    }
}

/// <summary>A version beside the one before it.</summary>
/// <param name="Version">The version.</param>
/// <param name="Before">The one before; null for the first.</param>
/// <param name="Criteria">The criteria that either has a mark on, in the year's order.</param>
public sealed record VersionRead(SheetVersion Version, SheetVersion? Before, IReadOnlyList<Criterion> Criteria)
{
    /// <summary>How far the total moved, in points; null for the first version.</summary>
    public decimal? Change => Before is null ? null : Version.Total - Before.Total;

    /// <summary>How far the mark on a criterion moved; null where there is nothing to compare.</summary>
    public decimal? ChangeOn(Criterion criterion) => Version.On(criterion.Id) - Before?.On(criterion.Id);

    /// <summary>The judge's remark on a criterion.</summary>
    public string? RemarkOn(Criterion criterion) => Version.Marks.FirstOrDefault(mark => mark.CriterionId == criterion.Id)?.Remark;

    /// <summary>A difference with its sign: "+0,5", "−1"; empty for none.</summary>
    public static string WithSign(decimal? change) => change switch
    {
        null or 0m => "",
        > 0 => "+" + Text.Shown.Points(change.Value),
        _ => "−" + Text.Shown.Points(-change.Value),
    };
}
