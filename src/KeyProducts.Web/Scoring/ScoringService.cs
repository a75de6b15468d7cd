using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Scoring;

/// <summary>Ranks a year from what is stored now, or shows it as its snapshot has it. Nothing else that is derived is stored.</summary>
public sealed class ScoringService(AppDbContext db, FinalResults finals, LiveResults lives, TimeProvider clock)
{
    /// <summary>Whether the result of a year, whose criteria must be loaded, would be another if these nominations were of one business.</summary>
    public async Task<bool> ChangesWhenOneAsync(Programme programme, IReadOnlyCollection<int> numbers)
    {
        var input = await InputAsync(programme);
        var merged = input with { Nominations = [.. input.Nominations.Select(one => numbers.Contains(one.Number) ? one with { Business = "one" } : one)] };
        IEnumerable<(int, int, bool, bool)> Places(RankingInput of) => Ranking.Of(of).Ranked.Select(one => (one.Number, one.Rank, one.Recognised, one.Top));
        return !Places(input).SequenceEqual(Places(merged));
    }

    /// <summary>What decides the result of a year, whose criteria must be loaded.</summary>
    public async Task<RankingInput> InputAsync(Programme programme) => (await db.ContentAsync(programme)).Input;

    /// <summary>The result of a year, whose criteria must be loaded, as it is to be shown: from its snapshot once the year is past deliberation, before from what is stored now.</summary>
    public async Task<YearResult> ResultAsync(Programme programme)
    {
        if (programme.Stage > Stage.Deliberation && await FinalResults.LatestAsync(db, programme.Id) is { } latest)
        {
            var (final, result) = await finals.ReadAsync(db, latest.Sha256);
            return new YearResult(programme, final, result, latest);
        }

        var (content, live, due) = await lives.ResultAsync(db, programme);
        return new YearResult(programme, content, live, null) { SheetsDue = due };
    }

    /// <summary>The same while the year is judged; null before and after.</summary>
    public async Task<YearResult?> ShownAsync(Programme programme) => programme.Stage is Stage.Judging or Stage.Deliberation ? await ResultAsync(programme) : null;

    /// <summary>The result of a year, whose criteria must be loaded, from what is stored now, whatever was finalised.</summary>
    public async Task<YearResult> LiveAsync(Programme programme)
    {
        var content = await db.ContentAsync(programme);
        return new YearResult(programme, content, Ranking.Of(content.Input), null);
    }

    /// <summary>Whether the snapshot in force says what is stored now.</summary>
    public async Task<FinalState> FinalStateAsync(YearResult live)
    {
        if (await FinalResults.LatestAsync(db, live.Programme.Id) is not { } latest)
        {
            return FinalState.None;
        }

        var (final, _) = await finals.ReadAsync(db, latest.Sha256);
        return IsSame(live, final, latest.Sha256) ? FinalState.Current : FinalState.Outdated;
    }

    /// <summary>Whether a result is the one of a snapshot: the same file but for what the snapshot corrects, and why.</summary>
    public static bool IsSame(YearResult live, SnapshotContent final, string sha256) =>
        SnapshotFormat.Hash(SnapshotFormat.Write(live.Content with { Replaces = final.Replaces, Reason = final.Reason }, live.Result)) == sha256;

    /// <summary>What a year, whose criteria must be loaded, knows before it moves.</summary>
    /// <param name="programme">The year.</param>
    /// <param name="live">Its result from what is stored now, when it is known already.</param>
    public async Task<ProgrammeCounts> CountAsync(Programme programme, YearResult? live = null)
    {
        var statuses = await db.Nominations.Where(nomination => nomination.ProgrammeId == programme.Id)
            .GroupBy(nomination => nomination.Status).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count);
        var accepted = statuses.GetValueOrDefault(NominationStatus.Accepted);
        var counts = new ProgrammeCounts(
            statuses.GetValueOrDefault(NominationStatus.Registered) + statuses.GetValueOrDefault(NominationStatus.Returned),
            accepted,
            await db.Judges.CountAsync(judge => judge.ProgrammeId == programme.Id && !judge.HasLeft),
            // Whether each criterion has its judges is asked before judging opens.
            programme.Stage < Stage.Judging ? await LeastCoveredAsync(programme, accepted) : 0,
            0, 0, 0, 0);
        if (programme.Stage == Stage.Consultation)
        {
            return counts with
            {
                Final = await FinalStateAsync(live ?? await LiveAsync(programme)),
                OpenComments = await db.Comments.CountAsync(comment => comment.ProgrammeId == programme.Id && comment.State == CommentState.Open),
                Today = HanoiTime.DayOf(clock.GetUtcNow().UtcDateTime),
            };
        }

        if (programme.Stage is not (Stage.Judging or Stage.Deliberation))
        {
            return counts;
        }

        live ??= await LiveAsync(programme);
        var sheets = await SheetsAsync(live);
        return counts with
        {
            Final = programme.Stage == Stage.Deliberation && !programme.IsSealed ? await FinalStateAsync(live) : FinalState.None,
            SheetsDue = sheets.Due,
            SheetsSubmitted = sheets.Submitted,
            Unscored = live.Result.Unscored.Count,
            OpenTies = live.Result.Undecided.Count,
        };
    }

    /// <summary>The sheets that the council owes for a year, and those of them that are in.</summary>
    public async Task<SheetCount> SheetsAsync(Guid programmeId)
    {
        var due = await db.Panel(programmeId).CountAsync();
        return new SheetCount(due, await db.CountedSheets(programmeId).CountAsync());
    }

    /// <summary>The same for a result, whose sheets are known.</summary>
    public async Task<SheetCount> SheetsAsync(YearResult year) => new(year.SheetsDue ?? await lives.DueAsync(db, year.Programme.Id), year.Content.Sheets.Count);

    // Where nothing is accepted yet, the council alone is looked at.
    private async Task<int> LeastCoveredAsync(Programme programme, int accepted)
    {
        var judges = await db.Judges.AsNoTracking().Include(judge => judge.Assigned).Include(judge => judge.Groups).AsSplitQuery()
            .Where(judge => judge.ProgrammeId == programme.Id && !judge.HasLeft).ToDictionaryAsync(judge => judge.Id);
        var panels = accepted == 0
            ? [judges.Values]
            : (await db.Panel(programme.Id).Select(pair => new { Nomination = pair.Nomination.Id, Judge = pair.Judge.Id }).ToListAsync())
                .GroupBy(pair => pair.Nomination, (_, pairs) => (IReadOnlyCollection<Judge>)[.. pairs.Select(pair => judges[pair.Judge])]).ToList();
        return panels.Count < accepted
            ? 0
            : panels.SelectMany(panel => programme.JudgedCriteria.Select(criterion => panel.Count(judge => judge.Marks(criterion)))).DefaultIfEmpty(0).Min();
    }

    /// <summary>A key as the ranking knows it.</summary>
    public static string Key(Guid id) => YearContent.Key(id);
}

/// <summary>How far scoring is.</summary>
/// <param name="Due">What the judges are to score.</param>
/// <param name="Submitted">Sheets of these that are submitted, and so count.</param>
public sealed record SheetCount(int Due, int Submitted);
