using System.Globalization;
using KeyProducts.Domain;

namespace KeyProducts.Web.Storage;

/// <summary>Plays a year of the demonstration from its files, stage by stage, as it would have run.</summary>
internal sealed class SeedYear(string folder, Dictionary<string, Business> businesses, Dictionary<string, Guid> accounts, DateOnly today)
{
    private const string Contact = "Phòng Quản lý công nghiệp, Sở Công Thương Hà Nội (minh hoạ)\nĐiện thoại: 024 0000 0000";

    private Dictionary<string, Judge> council = [];
    private readonly SeedSettings settings = SeedSettings.Read(folder).OpenOn(today);

    /// <summary>Fills the programme and moves it to its stage; the records that belong to it.</summary>
    /// <param name="programme">The year.</param>
    /// <param name="earlier">Nominations of the years before, the latest first: dossiers are compared with them.</param>
    public List<object> Play(Programme programme, IReadOnlyCollection<Nomination> earlier)
    {
        programme.Set(settings.Rules.Checked());
        programme.Set(settings.Screening);
        programme.Set(settings.Dates);
        programme.Set(settings.Plan, settings.CouncilDecision, settings.RecognitionDecision, settings.ValidityMonths);
        var judges = council = Judges(programme);
        programme.Advance(ProgrammeCounts.None, null);

        var rows = SeedTables.Read(Path.Combine(folder, "nominations.csv"));
        var nominations = rows.Select(row => Register(programme, row)).ToDictionary(nomination => nomination.Number);
        new SeedDossiers(folder).Fill(programme, nominations);
        var counts = new ProgrammeCounts(nominations.Count, 0, judges.Count, judges.Count, 0, 0, 0, 0);
        programme.Advance(counts, null);
        new SeedScreening(folder, earlier, today).Decide(programme, nominations, rows);
        programme.Advance(counts with
        {
            Undecided = nominations.Values.Count(nomination => nomination.Status == NominationStatus.Registered),
            Accepted = nominations.Values.Count(nomination => nomination.Status == NominationStatus.Accepted),
            JudgesOfLeastCovered = programme.Criteria.Min(criterion => judges.Values.Count(judge => judge.Marks(criterion))),
        }, null);

        var declarations = Declarations(programme, nominations, judges);
        var recusals = Recusals(programme, nominations, judges);
        var sheets = Sheets(programme, nominations, judges);
        while (programme.Stage < settings.Stage && programme.Stage < Stage.Deliberation)
        {
            programme.Advance(ProgrammeCounts.None, null);
        }

        return [.. judges.Values, .. nominations.Values, .. declarations, .. recusals, .. sheets];
    }

    /// <summary>The council's meeting, between judging and the year's stage; null where none is told of.</summary>
    /// <param name="programme">The year, in deliberation.</param>
    public CouncilMeeting? Meet(Programme programme) => settings.Meeting is not { } told ? null : new CouncilMeeting(
        programme,
        new MeetingDetails(
            told.HeldOn, told.From, told.Until, told.Place, council.Values.First(judge => judge.Role == CouncilRole.Chair).Id, council.Values.First(judge => judge.Role == CouncilRole.Secretary).Id,
            told.LeastPresent, told.Guests, told.Discussion, told.Conclusion),
        [.. council.Values.Select(judge => judge.Id)],
        told.Absent.ToDictionary(one => council[one.Key].Id, one => (string?)one.Value));

    /// <summary>Goes on to the year's stage. What is past deliberation has a result that an officer put forward and an administrator confirmed, on the morning after judging.</summary>
    /// <param name="programme">The year, saved.</param>
    /// <param name="content">What decides its result.</param>
    /// <param name="officer">Who puts it forward.</param>
    /// <param name="administrator">Who confirms it.</param>
    public Snapshot? Finish(Programme programme, SnapshotContent content, Person officer, Person administrator)
    {
        if (settings.Stage <= Stage.Deliberation)
        {
            return null;
        }

        var result = Ranking.Of(content.Input);
        var file = SnapshotFormat.Write(content, result);
        var hash = SnapshotFormat.Hash(file);
        var morning = HanoiTime.EndOf(programme.Dates.JudgingUntil ?? settings.JudgingFrom).AddHours(8);
        var snapshot = SnapshotProposal.Of(programme, result, hash, null, false, null, officer, morning)
            .Confirm(programme, result, file, hash, null, administrator, morning.AddHours(1));
        while (programme.Stage < settings.Stage)
        {
            programme.Advance(ProgrammeCounts.None with { Final = FinalState.Current }, null);
            if (programme is { Stage: Stage.Consultation, Dates: { ConsultationFrom: { } from, ConsultationUntil: { } until } })
            {
                programme.PublishConsultation(new ConsultationTerms(Contact, ShowsScores: false, ShowsAll: false), from, until, Morning(from));
            }
        }

        if (programme is { Stage: Stage.Recognised, RecognitionDecision: { } decision })
        {
            programme.Publish(Morning(decision.Date.AddDays(7)));
        }

        return snapshot;
    }

    /// <summary>Issues the certificates of a recognised year, five days after its decision, and does to some what its file says.</summary>
    /// <param name="programme">The year.</param>
    /// <param name="result">Its result.</param>
    /// <param name="products">What it recognises.</param>
    /// <param name="sha256">The hash of its snapshot.</param>
    /// <param name="officer">Who issues them.</param>
    public List<Certificate> Certify(Programme programme, RankingResult result, IReadOnlyList<CertifiedProduct> products, string sha256, Person officer)
    {
        if (programme is not { Stage: Stage.Recognised, RecognitionDecision: { } decision })
        {
            return [];
        }

        var rows = SeedTables.Read(Path.Combine(folder, "certificates-later.csv"));
        var misprints = rows.Where(row => row["misprint_vi"] is not null).ToDictionary(row => row.Int("nomination"), row => row["misprint_vi"]!);
        var printed = products.Select(product => misprints.TryGetValue(product.Number, out var misprint)
            ? product with { Names = product.Names with { Product = product.Names.Product with { Vietnamese = misprint } } }
            : product).ToList();
        var issued = CertificateIssue.Of(programme, result, sha256, printed, []).Issue(officer, Morning(decision.Date.AddDays(5))).ToList();
        foreach (var row in rows)
        {
            var certificate = issued.First(one => one.NominationNumber == row.Int("nomination") && $"{one.Kind}" == row["kind"]);
            if (row["act"] == "revoke")
            {
                certificate.Revoke(row["reason"], officer, Morning(row.Day("day")));
            }
            else
            {
                issued.Add(certificate.Replace(programme, result, sha256, products.First(one => one.Number == certificate.NominationNumber).Names, row["reason"], officer, Morning(row.Day("day"))));
            }
        }

        return issued;
    }

    private static DateTime Morning(DateOnly day) => HanoiTime.EndOf(day.AddDays(-1)).AddHours(9);

    private Dictionary<string, Judge> Judges(Programme programme)
    {
        var codes = programme.Criteria.Select((criterion, place) => (Code: $"c{place + 1}", criterion.Id)).ToDictionary(one => one.Code, one => one.Id);
        var judges = new Dictionary<string, Judge>();
        foreach (var row in SeedTables.Read(Path.Combine(folder, "judges.csv")))
        {
            var judge = new Judge(programme, accounts[row["email"]!], new JudgeDetails(row["name"]!, row["title"], row["organisation"], Enum.Parse<CouncilRole>(row["role"]!)));
            if (row["criteria"] != "*")
            {
                judge.Assign(programme, [.. row["criteria"]!.Split(' ').Select(code => codes[code])]);
            }

            judges.Add(row["email"]!.Split('@')[0], judge);
        }

        return judges;
    }

    private Nomination Register(Programme programme, Dictionary<string, string?> row)
    {
        var industry = programme.Industries[int.Parse(row["industry"]![1..], CultureInfo.InvariantCulture) - 1];
        var track = programme.Tracks[int.Parse(row["track"]![1..], CultureInfo.InvariantCulture) - 1];
        var content = new NominationContent(
            BilingualName.Of(row["product_vi"], row["product_en"]), row["description_vi"], industry.Id, track.Id, row.IntOrNull("renews_year"));
        var nomination = new Nomination(programme, businesses[row["business"]!], content, row.Day("received"));
        nomination.Declare(programme, programme.DataYear, FigureBase.Product, new FigureContent(row.Long("revenue"), row.Long("export") * 100), null);
        return nomination;
    }

    private List<Recusal> Recusals(Programme programme, Dictionary<int, Nomination> nominations, Dictionary<string, Judge> judges) =>
    [
        .. SeedTables.Read(Path.Combine(folder, "recusals.csv")).Select(row => new Recusal(
            programme, nominations[row.Int("nomination")], judges[row["judge"]!], Enum.Parse<ConflictKind>(row["kind"]!), row["text"], DuringJudging(0))),
    ];

    // Judges declare on the first morning; what ties some of them is in the file of recusals, once for each nomination of the business.
    private List<ConflictDeclaration> Declarations(Programme programme, Dictionary<int, Nomination> nominations, Dictionary<string, Judge> judges)
    {
        var conflicts = SeedTables.Read(Path.Combine(folder, "recusals.csv"))
            .DistinctBy(row => (row["judge"], nominations[row.Int("nomination")].BusinessId)).ToDictionary(row => (row["judge"]!, nominations[row.Int("nomination")].BusinessId));
        return
        [
            .. judges.SelectMany(judge => nominations.Values.Select(nomination => nomination.BusinessId).Distinct().Select(business =>
            {
                var conflict = conflicts.GetValueOrDefault((judge.Key, business));
                return new ConflictDeclaration(
                    programme, judge.Value, business, conflict is null ? null : Enum.Parse<ConflictKind>(conflict["kind"]!), conflict?["text"], DuringJudging(0));
            })),
        ];
    }

    private List<ScoreSheet> Sheets(Programme programme, Dictionary<int, Nomination> nominations, Dictionary<string, Judge> judges)
    {
        var criteria = programme.Criteria;
        var sheets = new List<ScoreSheet>();
        foreach (var row in SeedTables.Read(Path.Combine(folder, "marks.csv")))
        {
            var sheet = new ScoreSheet(nominations[row.Int("nomination")], judges[row["judge"]!]);
            var points = criteria
                .Select((criterion, place) => (criterion.Id, Text: row[$"c{place + 1}"]))
                .Where(one => one.Text is not null)
                .ToDictionary(one => one.Id, one => (decimal?)decimal.Parse(one.Text!, CultureInfo.InvariantCulture));
            var at = DuringJudging(sheets.Count);
            sheet.Change(programme, new SheetChanges(points.ToDictionary(one => one.Key, one => new Change<decimal?>(null, one.Value))), at);
            if (row["submitted"] == "yes")
            {
                sheet.Submit(programme, new Person(sheet.Judge.UserId, sheet.Judge.Name), null, at.AddMinutes(1));
            }

            sheets.Add(sheet);
        }

        return sheets;
    }

    // Office hours of the first judging days, two minutes apart.
    private DateTime DuringJudging(int place) =>
        HanoiTime.EndOf(settings.JudgingFrom.AddDays(-1)).AddDays(place / 200).AddHours(8).AddMinutes(place % 200 * 2);
}
