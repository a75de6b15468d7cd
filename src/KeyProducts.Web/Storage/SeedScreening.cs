using KeyProducts.Domain;

namespace KeyProducts.Web.Storage;

/// <summary>Screens a year of the demonstration: answers to the checklist, decisions about doubts, and what became of each nomination.</summary>
internal sealed class SeedScreening(string folder, IReadOnlyCollection<Nomination> earlier, DateOnly today)
{
    private static readonly Person Officer = new(Guid.Empty, "Chuyên viên (minh hoạ)");

    private readonly ILookup<int, Dictionary<string, string?>> decisions = SeedTables.Read(Path.Combine(folder, "decisions.csv")).ToLookup(row => row.Int("nomination"));

    /// <summary>Moves every nomination to where its row says.</summary>
    public void Decide(Programme programme, Dictionary<int, Nomination> nominations, List<Dictionary<string, string?>> rows)
    {
        // Who has withdrawn is no twin of another: so those go first.
        foreach (var row in rows.OrderBy(row => row["status"] != nameof(NominationStatus.Withdrawn)))
        {
            var nomination = nominations[row.Int("number")];
            var warnings = WarningsOf(programme, nomination, nominations.Values);
            Weigh(programme, nomination, warnings);
            switch (Enum.Parse<NominationStatus>(row["status"]!))
            {
                case NominationStatus.Accepted:
                    Answer(programme, nomination);
                    nomination.Accept(programme, warnings, Officer, row["reason"]);
                    break;
                case NominationStatus.Rejected:
                    nomination.Reject(programme, row["reason"]);
                    break;
                case NominationStatus.Withdrawn:
                    nomination.Withdraw(programme, row["reason"]);
                    break;
            }
        }
    }

    private IReadOnlyList<FigureWarning> WarningsOf(Programme programme, Nomination nomination, IEnumerable<Nomination> ofYear) =>
        DossierChecks.Of(nomination, programme, DossierBackground.Of(
            nomination,
            programme,
            earlier.Where(one => one.BusinessId == nomination.BusinessId),
            ofYear.Where(one => one.BusinessId == nomination.BusinessId && one.Status != NominationStatus.Withdrawn)
                .Select(one => (one.Id, one.Number, one.Product.Vietnamese)),
            SearchText.Fold,
            today));

    private void Weigh(Programme programme, Nomination nomination, IReadOnlyList<FigureWarning> warnings)
    {
        foreach (var row in decisions[nomination.Number])
        {
            foreach (var warning in warnings.Where(warning => $"{warning.Kind}" == row["kind"]))
            {
                nomination.Decide(programme, warning, Enum.Parse<WarningVerdict>(row["verdict"]!), row["reason"], Officer, AtOffice(nomination, 4));
            }
        }
    }

    private static void Answer(Programme programme, Nomination nomination)
    {
        foreach (var item in programme.Tracks.First(track => track.Id == nomination.TrackId).Checklist)
        {
            nomination.Answer(programme, item.Id, Finding.Met, null, Officer, AtOffice(nomination, 3));
        }
    }

    // Office hours, some days after the dossier arrived.
    private static DateTime AtOffice(Nomination nomination, int days) =>
        HanoiTime.EndOf(nomination.ReceivedOn.AddDays(days - 1)).AddHours(8).AddMinutes(nomination.Number * 7);
}
