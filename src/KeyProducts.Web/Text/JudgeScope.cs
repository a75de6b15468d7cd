using KeyProducts.Domain;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Text;

/// <summary>Says what a judge marks and which nominations they score, in the reader's language.</summary>
public static class JudgeScope
{
    private const int MostNamed = 3;

    /// <summary>The criteria: all, or how many of how many with the groups and criteria by name.</summary>
    /// <param name="judge">The judge.</param>
    /// <param name="programme">The year, with its criteria.</param>
    /// <param name="T">The reader's words.</param>
    /// <param name="everyName">Whether every name is given, or the first few.</param>
    public static string Criteria(Judge judge, Programme programme, IStringLocalizer<Words> T, bool everyName = false)
    {
        if (judge.MarksAllCriteria)
        {
            return T["All"];
        }

        var names = Names(judge, programme);
        return T["{0} of {1}", programme.JudgedCriteria.Count(judge.Marks), programme.JudgedCriteria.Count]
            + ": " + string.Join("; ", everyName ? names : names.Take(MostNamed)) + (names.Count > MostNamed && !everyName ? "; …" : "");
    }

    /// <summary>The nominations: all, those of some industries, or only those assigned by hand.</summary>
    public static string Nominations(Judge judge, Programme programme, IStringLocalizer<Words> T) =>
        judge.ScoresAllNominations ? T["All"]
        : judge.Industries.Count == 0 ? T["Only by hand"]
        : string.Join("; ", programme.Industries.Where(industry => judge.Covers(industry.Id)).Select(industry => industry.Name.In(Languages.Current)));

    private static List<string> Names(Judge judge, Programme programme)
    {
        var whole = judge.Groups.Select(one => one.GroupId).ToHashSet();
        return [.. programme.Groups.SelectMany(group => whole.Contains(group.Id)
            ? [group.Name.In(Languages.Current)]
            : group.Criteria.Where(judge.Marks).Select(criterion => criterion.Name.In(Languages.Current)))];
    }
}
