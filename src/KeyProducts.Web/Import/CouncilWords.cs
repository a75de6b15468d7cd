using System.Globalization;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;

namespace KeyProducts.Web.Import;

/// <summary>What a cell says that a judge marks: everything, or some groups and criteria.</summary>
/// <param name="All">Whether everything.</param>
/// <param name="Groups">Groups, in the year's order.</param>
/// <param name="Criteria">Criteria outside of these, in the year's order.</param>
public sealed record CriteriaSaid(bool All, IReadOnlyList<CriterionGroup> Groups, IReadOnlyList<Criterion> Criteria);

/// <summary>What a cell says that a judge scores: everything, some industries, or with neither what is assigned by hand.</summary>
public sealed record IndustriesSaid(bool All, IReadOnlyList<Industry> Industries);

/// <summary>Reads and writes criteria, groups and industries by number or name: "1" is the first group, "1.2" its second criterion.</summary>
public sealed class CouncilWords
{
    private static readonly HashSet<string> Everything = ["tat ca", "all", "toan bo"], ByHand = ["chi dinh", "theo chi dinh", "by hand", "only by hand"];

    private readonly Programme programme;
    private readonly Dictionary<string, CriterionGroup> groups = [];
    private readonly Dictionary<string, Criterion> criteria = [];
    private readonly Dictionary<string, Industry> industries = [];

    /// <summary>Learns the words of a year, with its criteria and industries.</summary>
    public CouncilWords(Programme programme)
    {
        this.programme = programme;
        foreach (var (group, number) in programme.Groups.Select((group, place) => (group, place + 1)))
        {
            Learn(groups, group, Number(number), group.Name);
            foreach (var (criterion, place) in group.Criteria.Select((criterion, place) => (criterion, place + 1)))
            {
                Learn(criteria, criterion, $"{Number(number)} {Number(place)}", criterion.Name);
            }
        }

        foreach (var (industry, number) in programme.Industries.Select((industry, place) => (industry, place + 1)))
        {
            Learn(industries, industry, Number(number), industry.Name);
        }
    }

    /// <summary>Groups and criteria with their numbers, for the instructions.</summary>
    public IEnumerable<(string Number, BilingualName Name)> NumberedCriteria() =>
        programme.Groups.SelectMany((group, place) => group.Criteria.Select((criterion, at) => ($"{place + 1}.{at + 1}", criterion.Name)).Prepend(($"{place + 1}", group.Name)));

    /// <summary>Industries with their numbers, for the instructions.</summary>
    public IEnumerable<(string Number, BilingualName Name)> NumberedIndustries() => programme.Industries.Select((industry, place) => ($"{place + 1}", industry.Name));

    /// <summary>What a cell says of criteria; the first words that are none of the year's otherwise.</summary>
    public (CriteriaSaid? Said, string? Unknown) ReadCriteria(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || Everything.Contains(SearchText.Fold(text)))
        {
            return (new CriteriaSaid(true, [], []), null);
        }

        var (groupsSaid, criteriaSaid) = (new HashSet<CriterionGroup>(), new HashSet<Criterion>());
        foreach (var word in Split(text, known => groups.ContainsKey(known) || criteria.ContainsKey(known)))
        {
            if (groups.TryGetValue(Label.Of(word), out var group))
            {
                groupsSaid.Add(group);
            }
            else if (criteria.TryGetValue(Label.Of(word), out var criterion) && !criterion.IsComputed)
            {
                criteriaSaid.Add(criterion);
            }
            else
            {
                return (null, word);
            }
        }

        return (new CriteriaSaid(false, [.. programme.Groups.Where(groupsSaid.Contains)], [.. programme.Groups.Where(group => !groupsSaid.Contains(group)).SelectMany(group => group.Criteria).Where(criteriaSaid.Contains)]), null);
    }

    /// <summary>What a cell says of industries; the first words that are none of the year's otherwise.</summary>
    public (IndustriesSaid? Said, string? Unknown) ReadIndustries(string? text)
    {
        var folded = SearchText.Fold(text);
        if (string.IsNullOrWhiteSpace(text) || Everything.Contains(folded))
        {
            return (new IndustriesSaid(true, []), null);
        }

        if (ByHand.Contains(folded))
        {
            return (new IndustriesSaid(false, []), null);
        }

        var said = new HashSet<Industry>();
        foreach (var word in Split(text, industries.ContainsKey))
        {
            if (!industries.TryGetValue(Label.Of(word), out var industry))
            {
                return (null, word);
            }

            said.Add(industry);
        }

        return (new IndustriesSaid(false, [.. programme.Industries.Where(said.Contains)]), null);
    }

    /// <summary>A judge's criteria as they are written into a workbook: numbers; null for all.</summary>
    public string? WriteCriteria(Judge judge) => judge.MarksAllCriteria ? null : string.Join("; ", programme.Groups.SelectMany((group, place) =>
        judge.Groups.Any(one => one.GroupId == group.Id)
            ? [$"{place + 1}"]
            : group.Criteria.Select((criterion, at) => (criterion, Number: $"{place + 1}.{at + 1}")).Where(one => judge.Marks(one.criterion)).Select(one => one.Number)));

    /// <summary>A judge's industries as they are written into a workbook: numbers; null for all.</summary>
    public string? WriteIndustries(Judge judge) => judge.ScoresAllNominations ? null
        : judge.Industries.Count == 0 ? "chỉ định"
        : string.Join("; ", programme.Industries.Select((industry, place) => (industry, place)).Where(one => judge.Covers(one.industry.Id)).Select(one => Number(one.place + 1)));

    // Names have commas of their own ("cơ khí, chế tạo"): a comma parts numbers, and words that are not known as a whole.
    private static IEnumerable<string> Split(string text, Func<string, bool> isKnown) =>
        text.Split([';', '\n', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(part => part.Any(char.IsLetter) && isKnown(Label.Of(part)) ? [part] : part.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static void Learn<TThing>(Dictionary<string, TThing> words, TThing thing, string number, BilingualName name)
    {
        words.TryAdd(number, thing);
        words.TryAdd(Label.Of(name.Vietnamese), thing);
        words.TryAdd(Label.Of(name.English ?? name.Vietnamese), thing);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
