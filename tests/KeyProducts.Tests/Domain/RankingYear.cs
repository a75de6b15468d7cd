using System.Globalization;
using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

/// <summary>A small year in few words, for examples worked out by hand. Without more words: criterion means, 2 decimals, quorum 1, no pass mark, a top of 10, no cap, no tie chain.</summary>
internal sealed class RankingYear
{
    readonly List<RankingGroup> groups = [];
    readonly List<RankingCriterion> criteria = [];
    readonly List<RankingNomination> nominations = [];
    readonly List<RankingSheet> sheets = [];
    readonly List<RankingRecusal> recusals = [];
    readonly List<RankingTie> ties = [];
    RankingRules rules = new(ScoringMethod.CriterionMeans, 2, 1, null, 10, null, []);

    /// <summary>One criterion of 100 points and one judge, who gives each product its score: "1:90:Hanel 2:85" is number 1 of Hanel with 90, and number 2 of a business of its own with 85.</summary>
    public static RankingYear WithScores(string products)
    {
        var year = new RankingYear().Criterion("Điểm", 100);
        foreach (var part in products.Split(' ').Select(text => text.Split(':')))
        {
            var number = int.Parse(part[0], CultureInfo.InvariantCulture);
            year.Product(number, part.Length > 2 ? part[2] : $"business {number}").Sheet(number, "An", part[1]);
        }

        return year;
    }

    public RankingInput Input => new(rules, groups, criteria, nominations, sheets, recusals, ties);

    public RankingYear With(Func<RankingRules, RankingRules> change)
    {
        rules = change(rules);
        return this;
    }

    public RankingYear TieChain(params string[] steps) => With(r => r with { TieChain = steps });

    public RankingYear Group(string id, string? minimum = null)
    {
        groups.Add(new RankingGroup(id, Minimum.Parse(minimum)));
        return this;
    }

    public RankingYear Criterion(string id, decimal max, string? minimum = null)
    {
        criteria.Add(new RankingCriterion(id, LastGroup(), max, Minimum.Parse(minimum)));
        return this;
    }

    public RankingYear Computed(string id, decimal max, string figure, params (decimal From, decimal Points)[] bands)
    {
        criteria.Add(new RankingCriterion(id, LastGroup(), max, null, figure, [.. bands.Select(band => new Band(band.From, band.Points))]));
        return this;
    }

    /// <summary>A criterion as it is, for what no other word can say.</summary>
    public RankingYear Put(RankingCriterion criterion)
    {
        criteria.Add(criterion);
        return this;
    }

    public RankingYear Product(int number, string? business = null, bool eligible = true, params (string Name, decimal Value)[] figures)
    {
        nominations.Add(new RankingNomination(number, business ?? $"business {number}", eligible, figures.ToDictionary(f => f.Name, f => f.Value)));
        return this;
    }

    /// <summary>A sheet with marks on the judged criteria in their order; "." where there is none.</summary>
    public RankingYear Sheet(int number, string judge, string marks)
    {
        var given = criteria.Where(c => c.Figure is null).Zip(marks.Split(' ')).Where(pair => pair.Second != ".");
        return Sheet(number, judge, given.ToDictionary(pair => pair.First.Id, pair => decimal.Parse(pair.Second, CultureInfo.InvariantCulture)));
    }

    public RankingYear Sheet(int number, string judge, Dictionary<string, decimal> marks)
    {
        sheets.Add(new RankingSheet(number, judge, marks));
        return this;
    }

    public RankingYear Recuse(int number, string judge)
    {
        recusals.Add(new RankingRecusal(number, judge));
        return this;
    }

    public RankingYear Decide(params int[] order)
    {
        ties.Add(new RankingTie(order));
        return this;
    }

    public RankingResult Result() => Ranking.Of(Input);

    /// <summary>The only nomination's line of the result.</summary>
    public RankedNomination Only() => Assert.Single(Result().Ranked);

    string LastGroup()
    {
        if (groups.Count == 0)
            Group("Nhóm");
        return groups[^1].Id;
    }
}
