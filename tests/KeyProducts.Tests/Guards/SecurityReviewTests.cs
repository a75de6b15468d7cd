using System.Text.RegularExpressions;
using KeyProducts.Tests.Support;

namespace KeyProducts.Tests.Guards;

/// <summary>docs/security.md says what shows each point: what it names is there, and no point is told twice or left out.</summary>
public sealed partial class SecurityReviewTests
{
    // Levels 1 and 2 of OWASP ASVS 5.0.0: 70 and 183 points in 17 chapters.
    private const int Points = 253;

    private static readonly string Review = File.ReadAllText(Path.Combine(Repository.Root, "docs", "security.md"));

    [Fact]
    public void Every_test_that_it_names_exists()
    {
        var tests = string.Join('\n', Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)).Select(File.ReadAllText));
        var names = Quoted().Matches(Review).Select(match => match.Groups[1].Value).Where(name => TestName().IsMatch(name)).Distinct().ToList();
        Assert.InRange(names.Count, 40, int.MaxValue);
        Guard.None(names.Where(name => !Regex.IsMatch(tests, $@"\b(class|Task|void) {name}\b")));
    }

    [Fact]
    public void Every_file_that_it_names_exists()
    {
        var files = Quoted().Matches(Review).Select(match => match.Groups[1].Value).Where(name => name.Contains('/') && FileEnding().IsMatch(name)).Distinct().ToList();
        Assert.InRange(files.Count, 20, int.MaxValue);
        Guard.None(files.Where(name => !File.Exists(Path.Combine(Repository.Root, name)) && !File.Exists(Path.Combine(Repository.Root, "src", "KeyProducts.Web", name)) && !File.Exists(Path.Combine(Repository.Root, "src", name))));
    }

    [Fact]
    public void Each_point_of_levels_1_and_2_stands_there_once_and_says_whether_it_is_met()
    {
        var rows = Row().Matches(Review);
        Assert.Equal(Points, rows.Count);
        Guard.None(rows.GroupBy(row => row.Groups[1].Value).Where(same => same.Count() > 1).Select(same => same.Key));
        Guard.None(rows.Where(row => row.Groups[2].Value is not ("met" or "not applicable" or "open") || row.Groups[3].Value.Trim().Length == 0).Select(row => row.Value));
        Assert.Equal(Enumerable.Range(1, 17), rows.Select(row => int.Parse(row.Groups[1].Value.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture)).Distinct());
    }

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^([A-Z][A-Za-z]+Tests|(?=.*[a-z])[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+)+)$")]
    private static partial Regex TestName();

    [GeneratedRegex(@"\.(cs|cshtml|md|js|conf|service|txt|json)$")]
    private static partial Regex FileEnding();

    [GeneratedRegex(@"^\| (\d+\.\d+\.\d+) \|[^|\n]+\| ([a-z ]+) \|([^|\n]+)\|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
