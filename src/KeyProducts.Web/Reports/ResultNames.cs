using System.Globalization;
using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports;

/// <summary>The names behind the numbers and keys of a result, in the reader's language.</summary>
public sealed class ResultNames
{
    private readonly Dictionary<int, string> products;
    private readonly Dictionary<string, NamedJudge> judges;
    private readonly Dictionary<string, string> criteria;
    private readonly IStringLocalizer<Words> T;

    private ResultNames(Dictionary<int, string> products, Dictionary<string, NamedJudge> judges, Dictionary<string, string> criteria, IStringLocalizer<Words> words)
    {
        this.products = products;
        this.judges = judges;
        this.criteria = criteria;
        T = words;
    }

    /// <summary>The names of a year: Vietnamese ones as the result holds them, English ones and those of judges as they are stored now.</summary>
    public static async Task<ResultNames> LoadAsync(AppDbContext db, YearResult year, IStringLocalizer<Words> words)
    {
        var language = Languages.Current;
        var english = await db.Nominations.Where(one => one.ProgrammeId == year.Programme.Id && one.Product.English != null)
            .Select(one => new { one.Number, one.Product.English }).ToDictionaryAsync(one => one.Number, one => one.English);
        var judges = await db.Judges.Where(judge => judge.ProgrammeId == year.Programme.Id)
            .Select(judge => new { judge.Id, judge.Name, judge.Role, judge.HasLeft }).ToListAsync();
        var seated = judges.OrderBy(judge => judge.Role).ThenBy(judge => judge.Name, StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true))
            .Select((judge, place) => new NamedJudge(judge.Id, judge.Name, judge.Role, judge.HasLeft, place));
        var stored = year.Programme.Criteria.ToDictionary(one => ScoringService.Key(one.Id), one => one.Name);
        return new ResultNames(
            year.Content.Nominations.ToDictionary(one => one.Number, one => new BilingualName(one.Product, english.GetValueOrDefault(one.Number)).In(language)),
            seated.ToDictionary(judge => ScoringService.Key(judge.Id)),
            year.Content.Criteria.ToDictionary(one => one.Id, one => stored.GetValueOrDefault(one.Id)?.In(language) ?? one.Name),
            words);
    }

    /// <summary>All judges of the year by key.</summary>
    public IReadOnlyDictionary<string, NamedJudge> Judges => judges;

    /// <summary>A product.</summary>
    public string Product(int number) => products.GetValueOrDefault(number, "");

    /// <summary>A product within a sentence, with its number.</summary>
    public string Quoted(int number) => T["“{0}” (no. {1})", Product(number), number];

    /// <summary>Products within a sentence.</summary>
    public string Quoted(IEnumerable<int> numbers) => string.Join("; ", numbers.Select(Quoted));

    /// <summary>A judge.</summary>
    public string Judge(string key) => judges.TryGetValue(key, out var judge) ? judge.Name : key;

    /// <summary>A judge's role.</summary>
    public string Role(string key) => judges.TryGetValue(key, out var judge) ? T[EnumWords.Of(judge.Role)] : "";

    /// <summary>A judge's place in the council, which sits by role, then by name.</summary>
    public int Place(string key) => judges.TryGetValue(key, out var judge) ? judge.Place : int.MaxValue;

    /// <summary>A criterion.</summary>
    public string Criterion(string key) => criteria.GetValueOrDefault(key, key);
}

/// <summary>A judge of a year, with the place in the council.</summary>
public sealed record NamedJudge(Guid Id, string Name, CouncilRole Role, bool HasLeft, int Place);
