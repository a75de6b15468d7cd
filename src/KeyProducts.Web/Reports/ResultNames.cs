using System.Globalization;
using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Reports;

/// <summary>What people call the keys of a result: nominations, criteria and judges, in the reader's language.</summary>
public sealed class ResultNames
{
    private static readonly StringComparer ByName = StringComparer.Create(new CultureInfo("vi-VN"), ignoreCase: true);

    private readonly Dictionary<int, NamedNomination> nominations;
    private readonly Dictionary<string, BilingualName> parts;

    private ResultNames(Dictionary<int, NamedNomination> nominations, IEnumerable<NamedJudge> judges, Programme programme)
    {
        this.nominations = nominations;
        parts = programme.Groups.Select(group => (group.Id, group.Name)).Concat(programme.Criteria.Select(criterion => (criterion.Id, criterion.Name)))
            .ToDictionary(one => ScoringService.Key(one.Id), one => one.Name);
        Judges = [.. judges.OrderBy(judge => judge.Role).ThenBy(judge => judge.Name, ByName)];
    }

    /// <summary>The council in its order: by role, then by name.</summary>
    public IReadOnlyList<NamedJudge> Judges { get; }

    /// <summary>Loads them. The Vietnamese names of nominations are those of the result; the English ones are no part of it.</summary>
    public static async Task<ResultNames> LoadAsync(AppDbContext db, YearResult year)
    {
        var english = await db.Nominations.Where(one => one.ProgrammeId == year.Programme.Id && one.Status == NominationStatus.Accepted)
            .Select(one => new { one.Number, Product = one.Product.English, Business = one.Business.Name.English }).ToDictionaryAsync(one => one.Number);
        var judges = await db.Judges.Where(judge => judge.ProgrammeId == year.Programme.Id).Select(judge => new { judge.Id, judge.Name, judge.Role }).ToListAsync();
        return new ResultNames(
            year.Content.Nominations.ToDictionary(one => one.Number, one =>
            {
                var also = english.GetValueOrDefault(one.Number);
                return new NamedNomination(one.Number, new BilingualName(one.Product, also?.Product), new BilingualName(one.BusinessName, also?.Business));
            }),
            judges.Select(judge => new NamedJudge(ScoringService.Key(judge.Id), judge.Name, judge.Role)),
            year.Programme);
    }

    /// <summary>A product.</summary>
    public string Product(int number) => nominations[number].Product.In(Languages.Current);

    /// <summary>The business of a product.</summary>
    public string Business(int number) => nominations[number].Business.In(Languages.Current);

    /// <summary>A product with its number, for instance no. 5 “Tủ điện”.</summary>
    public string Numbered(int number) => $"{number} “{Product(number)}”";

    /// <summary>A criterion or a group of criteria.</summary>
    public string Part(string key) => parts[key].In(Languages.Current);

    private sealed record NamedNomination(int Number, BilingualName Product, BilingualName Business);
}

/// <summary>A judge of a result.</summary>
/// <param name="Key">The key that sheets name.</param>
/// <param name="Name">The name.</param>
/// <param name="Role">The part in the council.</param>
public sealed record NamedJudge(string Key, string Name, CouncilRole Role);
