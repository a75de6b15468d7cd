using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Benchmarks;

/// <summary>Who asks for the pages of the measured years: visitors, an officer, and judges, signed in by the real form.</summary>
internal sealed class Visitors
{
    private readonly string officer;
    private readonly IReadOnlyList<(string Cookies, string Token)> judges;
    private readonly IReadOnlyDictionary<int, IReadOnlyList<Guid>> criteria;
    private readonly Dictionary<(int, int, int), Writer> writers = [];

    private Visitors(string officer, IReadOnlyList<(string, string)> judges, IReadOnlyDictionary<int, IReadOnlyList<Guid>> criteria) =>
        (this.officer, this.judges, this.criteria) = (officer, judges, criteria);

    /// <summary>All that have saved something.</summary>
    public IReadOnlyCollection<Writer> Writers => writers.Values;

    /// <summary>Signs all of them in.</summary>
    public static async Task<Visitors> SignInAsync(int port, string folder)
    {
        using var officer = new Browser(port);
        await officer.SignInAsync("officer@demo.local");
        var judges = new List<(string, string)>();
        for (var judge = 1; judge <= Judging.Judges; judge++)
        {
            using var browser = new Browser(port);
            await browser.SignInAsync(Judging.Email(judge));
            var token = await browser.TokenAsync($"/programmes/{MeasuredYears.OfForty}/judging/1");
            judges.Add((browser.Cookies, Uri.EscapeDataString(token)));
        }

        var criteria = new Dictionary<int, IReadOnlyList<Guid>>();
        foreach (var year in MeasuredYears.Sizes.Select(size => size.InJudging).Append(MeasuredYears.OfForty))
        {
            criteria.Add(year, await MeasuredYears.CriteriaAsync(folder, year));
        }

        return new Visitors(officer.Cookies, judges, criteria);
    }

    /// <summary>The pages of the years of one size: what each is called, and who asks for it as which of several.</summary>
    public IReadOnlyList<(string Name, Func<int, ICaller> Caller)> PagesOf((int Rows, int InJudging, int Published) size)
    {
        var (_, year, published) = size;
        Func<int, ICaller> Officer(string address) => _ => new Reader(address, officer);
        return
        [
            ("Year", Officer($"/programmes/{year}")),
            ("Nominations", Officer($"/programmes/{year}/nominations")),
            ("Score sheet", place => new Reader(string.Create(CultureInfo.InvariantCulture, $"/programmes/{year}/judging/{NumberOf(place)}"), judges[JudgeOf(place)].Cookies)),
            ("Ranking", Officer($"/programmes/{year}/ranking")),
            ("Recognition", Officer($"/programmes/{published}/recognition")),
            ("Public year", _ => new Reader($"/recognised/{published}")),
            ("Saving a mark", place => WriterOf(year, JudgeOf(place), NumberOf(place))),
        ];
    }

    /// <summary>One of 40 judges at a sheet of their own.</summary>
    public Writer OneOfForty(int place) => WriterOf(MeasuredYears.OfForty, place % Judging.Judges, 1 + (place / Judging.Judges));

    // Whoever has submitted can save nothing more.
    private static int JudgeOf(int place) => MeasuredYears.Done + (place % MeasuredYears.Waiting);

    private static int NumberOf(int place) => 1 + (place / MeasuredYears.Waiting);

    private Writer WriterOf(int year, int judge, int number)
    {
        if (!writers.TryGetValue((year, judge, number), out var writer))
        {
            writers[(year, judge, number)] = writer = new Writer(year, number, judge, criteria[year], judges[judge].Cookies, judges[judge].Token);
        }

        return writer;
    }

    /// <summary>Looks for every mark that was acknowledged, in the database of the server that has stopped; what is missing.</summary>
    public async Task<IReadOnlyList<string>> MissingAsync(string folder)
    {
        await using var db = MeasuredYears.Database(folder);
        var missing = new List<string>();
        foreach (var writer in writers.Values)
        {
            var email = Judging.Email(writer.Judge + 1);
            var sheet = await db.Sheets.AsNoTracking().Include(one => one.Marks)
                .Where(one => one.Nomination.Programme.Year == writer.Year && one.Nomination.Number == writer.Number && db.Users.Any(user => user.Id == one.Judge.UserId && user.Email == email)).SingleOrDefaultAsync();
            missing.AddRange(writer.Stored.Where(mark => sheet?.On(mark.Key) != decimal.Parse(mark.Value, CultureInfo.InvariantCulture))
                .Select(mark => $"{email}, {writer.Year}/{writer.Number}: {mark.Value} was saved, {sheet?.On(mark.Key)} is stored"));
        }

        return missing;
    }
}
