using System.Globalization;
using KeyProducts.Domain;

namespace KeyProducts.Web.Storage;

/// <summary>What the dossiers of a year of the demonstration say, from its files.</summary>
internal sealed class SeedDossiers(string folder)
{
    private readonly ILookup<int, Dictionary<string, string?>> certificates = SeedTables.Read(Path.Combine(folder, "certificates.csv")).ToLookup(row => row.Int("nomination"));
    private readonly ILookup<int, Dictionary<string, string?>> figures = SeedTables.Read(Path.Combine(folder, "figures.csv")).ToLookup(row => row.Int("nomination"));

    /// <summary>Fills every section of every dossier.</summary>
    public void Fill(Programme programme, Dictionary<int, Nomination> nominations)
    {
        foreach (var row in SeedTables.Read(Path.Combine(folder, "dossiers.csv")))
        {
            var nomination = nominations[row.Int("number")];
            Fill(programme, nomination, row);
            foreach (var section in new[] { DossierSection.Standards, DossierSection.Brand })
            {
                nomination.SetCertificates(programme, section, [.. certificates[nomination.Number].Where(one => one["section"] == $"{section}").Select(Certificate)], null);
            }

            foreach (var figure in figures[nomination.Number])
            {
                nomination.Declare(
                    programme, figure.Int("year"), Enum.Parse<FigureBase>(figure["base"]!, ignoreCase: true),
                    new FigureContent(figure.Long("revenue"), figure.Long("export") * 100, figure.IntOrNull("employees")), null);
            }
        }
    }

    private static void Fill(Programme programme, Nomination nomination, Dictionary<string, string?> row)
    {
        nomination.Change(
            programme,
            new Establishment(
                row["site"] is { } site ? Enum.Parse<HanoiSite>(site) : null, row["workshop"], row["activity"],
                row["representative"], row["representative_title"], row["contact_name"], row["contact_phone"], row["contact_email"]),
            null);
        nomination.Change(programme, new Technology(row.IntOrNull("automated_share"), row["automation"], row["digital_transformation"], row["smart_factory"]), null);
        nomination.ChangeBrand(programme, row["brand"], null);
        nomination.ChangeEnvironment(programme, row["environment"], row["labour"], null);
        var signed = row["commitments"]?.Split(' ') ?? [];
        nomination.Change(
            programme,
            new Commitments(signed.Contains("environment"), signed.Contains("quality"), signed.Contains("ip"), signed.Contains("law"), row["signed_by"], Day(row["signed_on"])),
            null);
    }

    private static CertificateContent Certificate(Dictionary<string, string?> row) =>
        new(row["name"], row["number"], row["issuer"], Day(row["issued"]), Day(row["expires"]));

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
