using System.Globalization;
using System.Security.Claims;
using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Reports.Papers.Certificates;
using KeyProducts.Web.Reports.Papers.Templates;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports.Papers;

/// <summary>A paper of a year, drawn up from what is shown now.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Documents">The paper; several where there is one for each business; empty where nothing can be drawn up.</param>
/// <param name="Problems">What cannot be printed; while there is any, the paper is not handed out.</param>
/// <param name="Fields">The fields that its words may name.</param>
public sealed record YearPaper(PaperKind Kind, IReadOnlyList<OfficialDocument> Documents, IReadOnlyList<PaperProblem> Problems, PaperFields Fields)
{
    /// <summary>The SHA-256 of the snapshot that it rests on; null while nothing is finalised.</summary>
    public required string? Sha256 { get; init; }

    /// <summary>It as a file; several letters are one.</summary>
    /// <param name="title">What the window of a reader shows when there are several.</param>
    /// <param name="year">The year.</param>
    public PaperFile File(string title, int year) =>
        new(Documents.Count == 1 ? Documents[0].FileName : string.Create(CultureInfo.InvariantCulture, $"thu-bao-ket-qua-{year}"), title, Documents) { Sha256 = Sha256 };

    /// <summary>Whether any product has a score: before, a paper can be read and its words written, but not handed out.</summary>
    public required bool HasResult { get; init; }

    /// <summary>Whether it can be handed out.</summary>
    public bool IsReady => HasResult && Documents.Count > 0 && Problems.Count == 0;
}

/// <summary>Draws up the papers of a year. They are Vietnamese whatever the reader's language.</summary>
public sealed class YearPapers(AppDbContext db, ScoringService scoring, BusinessResult results, TimeProvider clock, IStringLocalizer<Words> T)
{
    /// <summary>The kinds that are official documents, in the order of the year; certificates are sheets of their own.</summary>
    public static readonly IReadOnlyList<PaperKind> Kinds = [PaperKind.Minutes, PaperKind.Notice, PaperKind.Proposal, PaperKind.Decision, PaperKind.ResultLetter];

    /// <summary>The program's own words.</summary>
    public static PaperTexts OwnTexts(PaperKind kind) => kind switch
    {
        PaperKind.Proposal => Proposal.Texts,
        PaperKind.Decision => RecognitionDecision.Texts,
        PaperKind.Minutes => MeetingMinutes.Texts,
        PaperKind.Notice => ResultNotice.Texts,
        PaperKind.ResultLetter => ResultLetter.Texts,
        _ => CertificateWords.Texts(kind),
    };

    /// <summary>The words of a paper: as an administrator has changed them, otherwise the program's own.</summary>
    public static PaperTexts TextsOf(PaperKind kind, PaperTemplate? template)
    {
        var (own, changed) = (OwnTexts(kind), template?.Texts ?? PaperTexts.Own);
        return new PaperTexts(
            changed.Subject ?? own.Subject, changed.Addressees ?? own.Addressees, changed.Bases ?? own.Bases, changed.Body ?? own.Body,
            changed.English ?? own.English, changed.Signatures ?? own.Signatures, changed.Recipients ?? own.Recipients);
    }

    /// <summary>Everything that papers of a year say, its criteria and industries being loaded.</summary>
    public async Task<PaperFacts> FactsAsync(Programme programme)
    {
        using var vietnamese = Languages.InVietnamese();
        var year = await scoring.ResultAsync(programme);
        var registered = await db.Nominations.Where(one => one.ProgrammeId == programme.Id).Select(one => one.BusinessId).ToListAsync();
        var meeting = await db.Meetings.AsNoTracking().Include(one => one.Absences).FirstOrDefaultAsync(one => one.ProgrammeId == programme.Id);
        return new PaperFacts(
            year,
            await RecognisedProducts.LoadAsync(db, year),
            registered.Count,
            registered.Distinct().Count(),
            await scoring.SheetsAsync(year),
            meeting,
            await MembersAsync(programme),
            ResultSource.Of(year, clock.GetUtcNow().UtcDateTime, T).Words);
    }

    /// <summary>The council as it sits, by role and name; who has left is no longer of it.</summary>
    public async Task<IReadOnlyList<PaperMember>> MembersAsync(Programme programme)
    {
        var judges = await db.Judges.Where(judge => judge.ProgrammeId == programme.Id && !judge.HasLeft).Select(judge => new { judge.Id, judge.Name, judge.Title, judge.Organisation, judge.Role }).ToListAsync();
        return [.. judges.OrderBy(judge => judge.Role).ThenBy(judge => judge.Name, StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true))
            .Select(judge => new PaperMember(judge.Id, judge.Name, string.Join(", ", new[] { judge.Title, judge.Organisation }.Where(one => !string.IsNullOrWhiteSpace(one))), judge.Role))];
    }

    /// <summary>The nominations that the result knows and whose dossier is open to a reader: to these letters are drawn up.</summary>
    public async Task<IReadOnlyList<int>> NumbersAsync(PaperFacts facts, ClaimsPrincipal reader)
    {
        var open = await db.DossiersOpenTo(reader).Where(one => one.ProgrammeId == facts.Programme.Id).Select(one => one.Number).ToListAsync();
        return [.. facts.Year.Content.Nominations.Select(one => one.Number).Intersect(open).Order()];
    }

    /// <summary>All papers of a year; letters only about nominations whose dossier is open to the reader.</summary>
    public async Task<IReadOnlyList<YearPaper>> LoadAsync(PaperFacts facts, ClaimsPrincipal reader)
    {
        var numbers = await NumbersAsync(facts, reader);
        var templates = await db.PaperTemplates.AsNoTracking().Where(one => one.ProgrammeId == facts.Programme.Id).ToListAsync();
        var papers = new List<YearPaper>();
        foreach (var kind in Kinds)
        {
            papers.Add(await DrawAsync(facts, kind, TextsOf(kind, templates.Find(one => one.Kind == kind)), numbers));
        }

        return papers;
    }

    /// <summary>One paper with its words as they are stored.</summary>
    /// <param name="facts">The year.</param>
    /// <param name="kind">Which paper.</param>
    /// <param name="numbers">The nominations to which letters are drawn up.</param>
    public async Task<YearPaper> DrawAsync(PaperFacts facts, PaperKind kind, IReadOnlyCollection<int> numbers) =>
        await DrawAsync(facts, kind, TextsOf(kind, await db.PaperTemplates.AsNoTracking().FirstOrDefaultAsync(one => one.ProgrammeId == facts.Programme.Id && one.Kind == kind)), numbers);

    /// <summary>One paper with words that need not be stored.</summary>
    /// <param name="facts">The year.</param>
    /// <param name="kind">Which paper.</param>
    /// <param name="texts">Its words.</param>
    /// <param name="numbers">The nominations to which letters are drawn up.</param>
    public async Task<YearPaper> DrawAsync(PaperFacts facts, PaperKind kind, PaperTexts texts, IReadOnlyCollection<int> numbers)
    {
        using var vietnamese = Languages.InVietnamese();
        var fields = YearFields.Of(facts);
        if (kind is PaperKind.CertificateOfRecognition or PaperKind.CertificateOfTop)
        {
            var certified = kind == PaperKind.CertificateOfTop ? CertificateKind.Top : CertificateKind.Recognition;
            var sample = await db.Certificates.AsNoTracking().Where(one => one.ProgrammeId == facts.Programme.Id && one.Kind == certified && one.RevokedAt == null && one.ReplacedAt == null)
                .OrderBy(one => one.Number).FirstOrDefaultAsync();
            var own = CertificateWords.Fields(facts.Programme, sample);
            var (filled, problems) = FilledPaper.Of(texts, own);
            return Paper(facts, kind, [CertificateWords.Preview(facts, filled, sample)], problems, own);
        }

        if (kind != PaperKind.ResultLetter)
        {
            var (filled, problems) = FilledPaper.Of(texts, new PaperFields(fields));
            return Paper(facts, kind, [Draw(facts, kind, filled)], problems, new PaperFields(fields));
        }

        var letters = new List<OfficialDocument>();
        var found = new List<PaperProblem>();
        var names = new PaperFields(fields);
        foreach (var view in await results.LoadAllAsync(facts.Year, numbers))
        {
            names = new PaperFields([.. ResultLetter.Fields(view), .. fields]);
            var (filled, problems) = FilledPaper.Of(texts, names);
            letters.Add(ResultLetter.Of(facts, filled, view.Number));
            // What is wrong with the words is wrong in every letter: once is enough.
            found = found.Count == 0 ? [.. problems] : found;
        }

        return Paper(facts, kind, letters, found, names);
    }

    private static YearPaper Paper(PaperFacts facts, PaperKind kind, IReadOnlyList<OfficialDocument> documents, IReadOnlyList<PaperProblem> problems, PaperFields fields) =>
        new(kind, documents, problems, fields) { Sha256 = facts.Year.Snapshot?.Sha256, HasResult = facts.Year.Result.Ranked.Count > 0 };

    private static OfficialDocument Draw(PaperFacts facts, PaperKind kind, FilledPaper filled) => kind switch
    {
        PaperKind.Proposal => Proposal.Of(facts, filled),
        PaperKind.Decision => RecognitionDecision.Of(facts, filled),
        PaperKind.Minutes => MeetingMinutes.Of(facts, filled),
        PaperKind.Notice => ResultNotice.Of(facts, filled),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No official document."),
    };
}
