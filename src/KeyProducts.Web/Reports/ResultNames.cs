using System.Globalization;
using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports;

/// <summary>What people call the numbers and keys of a result: nominations, criteria and judges, in the reader's language.</summary>
public sealed class ResultNames
{
    private static readonly StringComparer ByName = StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true);

    private readonly Dictionary<int, NamedNomination> nominations;
    private readonly Dictionary<string, NamedJudge> judges;
    private readonly Dictionary<string, BilingualName> parts;
    private readonly IStringLocalizer<Words> T;

    private ResultNames(Dictionary<int, NamedNomination> nominations, IReadOnlyList<NamedJudge> judges, Dictionary<string, BilingualName> parts, IStringLocalizer<Words> words)
    {
        this.nominations = nominations;
        this.judges = judges.ToDictionary(judge => judge.Key);
        this.parts = parts;
        Judges = judges;
        T = words;
    }

    /// <summary>The council as it sits: by role, then by name.</summary>
    public IReadOnlyList<NamedJudge> Judges { get; }

    /// <summary>The names of a year: Vietnamese ones as the result holds them, English ones and those of judges, which are no part of it, as they are stored now.</summary>
    public static async Task<ResultNames> LoadAsync(AppDbContext db, YearResult year, IStringLocalizer<Words> words)
    {
        var english = await db.Nominations.Where(one => one.ProgrammeId == year.Programme.Id && one.Status == NominationStatus.Accepted)
            .Select(one => new { one.Number, Product = one.Product.English, Business = one.Business.Name.English }).ToDictionaryAsync(one => one.Number);
        var judges = await db.Judges.Where(judge => judge.ProgrammeId == year.Programme.Id)
            .Select(judge => new { judge.Id, judge.Name, judge.Role, judge.HasLeft }).ToListAsync();
        var stored = year.Programme.Groups.Select(group => (group.Id, group.Name)).Concat(year.Programme.Criteria.Select(criterion => (criterion.Id, criterion.Name)))
            .ToDictionary(one => ScoringService.Key(one.Id), one => one.Name.English);
        return new ResultNames(
            year.Content.Nominations.ToDictionary(one => one.Number, one =>
            {
                var also = english.GetValueOrDefault(one.Number);
                return new NamedNomination(new BilingualName(one.Product, also?.Product), new BilingualName(one.BusinessName, also?.Business));
            }),
            [.. judges.OrderBy(judge => judge.Role).ThenBy(judge => judge.Name, ByName)
                .Select((judge, place) => new NamedJudge(judge.Id, ScoringService.Key(judge.Id), judge.Name, judge.Role, judge.HasLeft, place))],
            year.Content.Groups.Select(group => (group.Id, group.Name)).Concat(year.Content.Criteria.Select(criterion => (criterion.Id, criterion.Name)))
                .ToDictionary(one => one.Id, one => new BilingualName(one.Name, stored.GetValueOrDefault(one.Id))),
            words);
    }

    /// <summary>A product.</summary>
    public string Product(int number) => nominations[number].Product.In(Languages.Current);

    /// <summary>The business of a product.</summary>
    public string Business(int number) => nominations[number].Business.In(Languages.Current);

    /// <summary>A product with its number before it.</summary>
    public string Numbered(int number) => $"{number} “{Product(number)}”";

    /// <summary>A product within a sentence, with its number behind it.</summary>
    public string Quoted(int number) => T["“{0}” (no. {1})", Product(number), number];

    /// <summary>Products within a sentence.</summary>
    public string Quoted(IEnumerable<int> numbers) => string.Join("; ", numbers.Select(Quoted));

    /// <summary>A criterion or a group of criteria.</summary>
    public string Part(string key) => parts[key].In(Languages.Current);

    /// <summary>A judge's name.</summary>
    public string Judge(string key) => judges.TryGetValue(key, out var judge) ? judge.Name : key;

    /// <summary>A judge's role.</summary>
    public string Role(string key) => judges.TryGetValue(key, out var judge) ? T[EnumWords.Of(judge.Role)] : "";

    /// <summary>A judge's place in the council.</summary>
    public int Place(string key) => judges.TryGetValue(key, out var judge) ? judge.Place : int.MaxValue;

    private sealed record NamedNomination(BilingualName Product, BilingualName Business);
}

/// <summary>A judge of a year.</summary>
/// <param name="Id">The key as it is stored.</param>
/// <param name="Key">The key that sheets name.</param>
/// <param name="Name">The name.</param>
/// <param name="Role">The part in the council.</param>
/// <param name="HasLeft">Whether the judge has left it.</param>
/// <param name="Place">The place in the council, which sits by role, then by name.</param>
public sealed record NamedJudge(Guid Id, string Key, string Name, CouncilRole Role, bool HasLeft, int Place);
