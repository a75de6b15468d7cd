using System.Globalization;
using CsvHelper;
using KeyProducts.Domain;

namespace KeyProducts.Web.Storage;

/// <summary>Reads the CSV files of <c>seed-data/</c>: rows of text by header.</summary>
internal static class SeedTables
{
    /// <summary>The rows of a file; an empty cell is null.</summary>
    public static List<Dictionary<string, string?>> Read(string path)
    {
        using var csv = CsvReader.FromFile(path, CsvReaderOptions.Default with { Separator = ',', HasHeader = true }, FileOptions.None);
        var rows = new List<Dictionary<string, string?>>();
        while (csv.Read())
        {
            rows.Add(csv.Headers.ToDictionary(name => name, name => csv.GetString(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null));
        }

        return rows;
    }

    public static int Int(this Dictionary<string, string?> row, string name) => int.Parse(row[name]!, CultureInfo.InvariantCulture);

    public static int? IntOrNull(this Dictionary<string, string?> row, string name) => row[name] is null ? null : row.Int(name);

    public static long? Long(this Dictionary<string, string?> row, string name) => row[name] is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    public static decimal Decimal(this Dictionary<string, string?> row, string name) => decimal.Parse(row[name]!, CultureInfo.InvariantCulture);

    public static DateOnly Day(this Dictionary<string, string?> row, string name) => DateOnly.Parse(row[name]!, CultureInfo.InvariantCulture);

    /// <summary>The first year of the demonstration with its industries, tracks, checklists and criteria; later years copy it.</summary>
    public static Programme FirstYear(string folder, int year)
    {
        var programme = new Programme(year, isDemonstration: true);
        foreach (var row in Read(Path.Combine(folder, "industries.csv")))
        {
            programme.AddIndustry(BilingualName.Of(row["name_vi"], row["name_en"]));
        }

        var checklist = Read(Path.Combine(folder, "checklist.csv")).ToLookup(row => row["track"]!);
        foreach (var row in Read(Path.Combine(folder, "tracks.csv")))
        {
            var figure = row["figure"] is { } name ? Enum.Parse<GateFigure>(name, ignoreCase: true) : GateFigure.None;
            var track = programme.AddTrack(BilingualName.Of(row["name_vi"], row["name_en"]), figure, row.Long("at_least"));
            foreach (var item in checklist[row["code"]!])
            {
                programme.AddChecklistItem(track, BilingualName.Of(item["name_vi"], item["name_en"]), item["required"] == "yes");
            }
        }

        foreach (var rows in Read(Path.Combine(folder, "criteria.csv")).GroupBy(row => (row["group_vi"], row["group_en"])))
        {
            var group = programme.AddGroup(BilingualName.Of(rows.Key.Item1, rows.Key.Item2), Minimum.Parse(rows.First()["group_minimum"]));
            foreach (var row in rows)
            {
                programme.AddCriterion(group, new CriterionContent(
                    BilingualName.Of(row["name_vi"], row["name_en"]), row.Decimal("max"), Minimum.Parse(row["minimum"]), row["guidance_vi"], row["guidance_en"]));
            }
        }

        return programme;
    }
}

/// <summary>The invented businesses of the demonstration.</summary>
internal static class SeedBusinesses
{
    /// <summary>All of them, by the key that the files use.</summary>
    public static Dictionary<string, Business> Load(string folder)
    {
        var businesses = new Dictionary<string, Business>();
        foreach (var row in SeedTables.Read(Path.Combine(folder, "businesses.csv")))
        {
            businesses.Add(row["key"]!, new Business(businesses.Count + 1, new BusinessDetails(
                BilingualName.Of(row["name_vi"], row["name_en"]),
                row["tax_code"],
                row["tax_code_reason"],
                new Address(row["street"], row["ward"], row["district"], row["city"]),
                new Contact(row["contact_name"], row["contact_phone"], row["contact_email"]),
                Enum.Parse<Ownership>(row["ownership"]!, ignoreCase: true),
                row["website"]), isDemonstration: true));
        }

        foreach (var row in SeedTables.Read(Path.Combine(folder, "business-figures.csv")))
        {
            businesses[row["business"]!].SetFigures(row.Int("year"), row.Long("revenue"), row.Long("export") * 100, row.IntOrNull("employees"));
        }

        foreach (var row in SeedTables.Read(Path.Combine(folder, "listings.csv")))
        {
            businesses[row["business"]!].AddListing(row["list"], row.Int("year"), row.IntOrNull("place"));
        }

        foreach (var row in SeedTables.Read(Path.Combine(folder, "titles.csv")))
        {
            businesses[row["business"]!].AddTitle(row.Int("year"));
        }

        return businesses;
    }
}
