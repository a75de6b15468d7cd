namespace KeyProducts.Domain;

/// <content>The one door through which a nomination is checked, returned, accepted, rejected or withdrawn.</content>
public sealed partial class Nomination
{
    private const string HasMoved = "The status of this nomination has changed; look at it again.";

    /// <summary>Where it stands.</summary>
    public NominationStatus Status { get; private set; }

    /// <summary>Why it was returned, rejected or withdrawn, or accepted in spite of something.</summary>
    public string? StatusReason { get; private set; }

    /// <summary>Who has found the dossier in order; null while nobody has, and again once the dossier changes.</summary>
    public Person? CheckedBy { get; private set; }

    /// <summary>Supplements that were asked for, the latest last.</summary>
    public IReadOnlyList<Supplement> Supplements => [.. supplements.OrderBy(one => one.AskedAt)];

    /// <summary>The supplement that is owed; null when none is.</summary>
    public Supplement? OpenSupplement => supplements.FirstOrDefault(one => one.IsOpen);

    /// <summary>Officers' answers to the checklist of the track.</summary>
    public IReadOnlyList<ChecklistAnswer> Answers => answers;

    /// <summary>Officers' decisions about what is doubtful.</summary>
    public IReadOnlyList<WarningDecision> Decisions => decisions;

    /// <summary>What stands in the way of accepting the dossier; what can be passed needs a reason.</summary>
    /// <param name="programme">Its year, with tracks and checklists.</param>
    /// <param name="warnings">What is doubtful about it.</param>
    /// <param name="by">Who would accept it; null for anybody who has not checked it.</param>
    public IReadOnlyList<Obstacle> Obstacles(Programme programme, IReadOnlyCollection<FigureWarning> warnings, Person? by)
    {
        var obstacles = new List<Obstacle>();
        if (programme.Screening.TwoPersons && CheckedBy is null)
        {
            obstacles.Add(new Obstacle("Nobody has checked this dossier as it is now; this year one person checks and another accepts.", CanBePassed: false));
        }
        else if (programme.Screening.TwoPersons && CheckedBy!.Id == by?.Id)
        {
            obstacles.Add(new Obstacle("You have checked this dossier yourself; another person must accept it.", CanBePassed: false));
        }

        var missing = Completeness.Of(this, programme).Sum(section => section.Missing.Count);
        if (missing > 0)
        {
            obstacles.Add(new Obstacle("{0} entries of the dossier are missing.", CanBePassed: true, missing));
        }

        var checklist = programme.Tracks.First(track => track.Id == TrackId).Checklist.Where(item => item.IsRequired).ToList();
        var unanswered = checklist.Count(item => answers.All(answer => answer.ItemId != item.Id));
        if (unanswered > 0)
        {
            obstacles.Add(new Obstacle("{0} items of the checklist have no answer yet.", CanBePassed: true, unanswered));
        }

        var unmet = checklist.Count(item => answers.Any(answer => answer.ItemId == item.Id && answer.Finding == Finding.NotMet));
        if (unmet > 0)
        {
            obstacles.Add(new Obstacle("{0} items of the checklist are not met.", CanBePassed: true, unmet));
        }

        var undecided = warnings.Count(warning => DecisionOn(warning) is null);
        if (undecided > 0)
        {
            obstacles.Add(new Obstacle("{0} warnings wait for a decision.", CanBePassed: true, undecided));
        }

        var uncorrected = warnings.Count(warning => DecisionOn(warning) is { Verdict: WarningVerdict.ToCorrect });
        if (uncorrected > 0)
        {
            obstacles.Add(new Obstacle("{0} warnings wait for a correction by the business.", CanBePassed: true, uncorrected));
        }

        return obstacles;
    }

    /// <summary>Whether a doubt waits for a decision or for a correction.</summary>
    public bool IsOpen(FigureWarning warning) => DecisionOn(warning) is not { Verdict: WarningVerdict.Stands };

    /// <summary>What was decided about a doubt; null while nothing is.</summary>
    public WarningDecision? DecisionOn(FigureWarning warning) => decisions.FirstOrDefault(decision => decision.Key == warning.Key);

    /// <summary>The answer to an item of the checklist; null while there is none.</summary>
    public ChecklistAnswer? AnswerTo(Guid itemId) => answers.FirstOrDefault(answer => answer.ItemId == itemId);

    /// <summary>Answers an item of the checklist, or takes the answer back.</summary>
    /// <param name="programme">Its year, with tracks and checklists.</param>
    /// <param name="itemId">An item of its track.</param>
    /// <param name="finding">What was found; null for no answer.</param>
    /// <param name="note">A remark.</param>
    /// <param name="by">Who looked.</param>
    /// <param name="now">When, UTC.</param>
    /// <exception cref="RuleException">The nomination is decided, the item is not of its track, or a remark stands without a finding.</exception>
    public void Answer(Programme programme, Guid itemId, Finding? finding, string? note, Person by, DateTime now)
    {
        RequireBeingChecked(programme);
        if (programme.Tracks.First(track => track.Id == TrackId).Checklist.All(item => item.Id != itemId))
        {
            throw new RuleException("This item is not on the checklist of the nomination’s track.");
        }

        var text = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        if (finding is null && text is not null)
        {
            throw new RuleException("Say what was found; a remark alone answers nothing.") { Field = "Finding" };
        }

        var answer = AnswerTo(itemId);
        if ((answer?.Finding, answer?.Note) == (finding, text))
        {
            return;
        }

        if (finding is null)
        {
            answers.Remove(answer!);
        }
        else if (answer is null)
        {
            answers.Add(new ChecklistAnswer(itemId, finding.Value, text, by, now));
        }
        else
        {
            answer.Set(finding.Value, text, by, now);
        }

        Touch();
    }

    /// <summary>Decides about a doubt.</summary>
    /// <exception cref="RuleException">No reason is given, or the nomination may not change.</exception>
    public void Decide(Programme programme, FigureWarning warning, WarningVerdict verdict, string? reason, Person by, DateTime now)
    {
        var why = Required(reason);
        RequireChangeable(programme, reason);
        var decision = DecisionOn(warning);
        if ((decision?.Verdict, decision?.Reason) == (verdict, why))
        {
            return;
        }

        if (decision is null)
        {
            decisions.Add(new WarningDecision(warning.Kind, warning.Key, verdict, why, by, now));
        }
        else
        {
            decision.Set(verdict, why, by, now);
        }

        Touch();
    }

    /// <summary>Records that a person has gone through the dossier and found it in order.</summary>
    /// <exception cref="RuleException">The nomination is returned or decided.</exception>
    public void MarkChecked(Programme programme, Person by)
    {
        RequireBeingChecked(programme);
        CheckedBy = by;
    }

    /// <summary>Takes that back, as when it was pressed by mistake.</summary>
    /// <exception cref="RuleException">The nomination is returned or decided.</exception>
    public void TakeBackCheck(Programme programme)
    {
        RequireBeingChecked(programme);
        CheckedBy = null;
    }

    /// <summary>Accepts the dossier: its product may be scored.</summary>
    /// <param name="programme">Its year, with tracks and checklists.</param>
    /// <param name="warnings">What is doubtful about it.</param>
    /// <param name="by">Who accepts it.</param>
    /// <param name="reason">Why, when obstacles that can be passed are passed; otherwise it may be empty.</param>
    /// <exception cref="RuleException">Something stands in the way, a reason is missing, or its status or the year's stage does not allow it.</exception>
    public void Accept(Programme programme, IReadOnlyCollection<FigureWarning> warnings, Person by, string? reason)
    {
        RequireMove(programme, NominationStatus.Registered, NominationStatus.Accepted);
        var obstacles = Obstacles(programme, warnings, by);
        if (obstacles.FirstOrDefault(obstacle => !obstacle.CanBePassed) is { } obstacle)
        {
            throw new RuleException(obstacle.Message, [.. obstacle.Arguments]);
        }

        if (obstacles.Count > 0 && string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleException("Give the reason for accepting it in spite of what stands in the way.") { Field = "Reason" };
        }

        Move(programme, NominationStatus.Registered, NominationStatus.Accepted, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
    }

    /// <summary>Sends the dossier back for a supplement.</summary>
    /// <param name="programme">Its year.</param>
    /// <param name="reasons">What is missing or wrong, a line each.</param>
    /// <param name="dueOn">The last day on which the supplement is in time.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="now">When, UTC.</param>
    /// <exception cref="RuleException">No reason or day is given, the day is past, or its status or the year's stage does not allow it.</exception>
    public void Return(Programme programme, string? reasons, DateOnly? dueOn, Person by, DateTime now)
    {
        var why = Required(reasons);
        if (dueOn is null)
        {
            throw new RuleException("Give the last day for the supplement.") { Field = "DueOn" };
        }

        if (dueOn < HanoiTime.DayOf(now))
        {
            throw new RuleException("The last day for the supplement cannot be past.") { Field = "DueOn" };
        }

        Move(programme, NominationStatus.Registered, NominationStatus.Returned, why);
        supplements.Add(new Supplement(why, dueOn.Value, by, now));
    }

    /// <summary>Takes in the supplement: the dossier is being checked again.</summary>
    /// <param name="programme">Its year.</param>
    /// <param name="day">The day on which it arrived.</param>
    /// <param name="note">What arrived.</param>
    /// <param name="now">The instant at which it is taken in, UTC.</param>
    /// <exception cref="RuleException">None is owed, the day is before it was asked for or not yet come, or the year's stage does not allow it.</exception>
    public void ReceiveSupplement(Programme programme, DateOnly day, string? note, DateTime now)
    {
        if (OpenSupplement is not { } supplement)
        {
            throw new RuleException(HasMoved);
        }

        if (day < HanoiTime.DayOf(supplement.AskedAt))
        {
            throw new RuleException("The supplement cannot arrive before it was asked for.") { Field = "ReceivedOn" };
        }

        if (day > HanoiTime.DayOf(now))
        {
            throw new RuleException("The supplement cannot have arrived on a day that is still to come.") { Field = "ReceivedOn" };
        }

        Move(programme, NominationStatus.Returned, NominationStatus.Registered, null);
        supplement.Receive(day, string.IsNullOrWhiteSpace(note) ? null : note.Trim());
        Touch();
    }

    /// <summary>Rejects the dossier.</summary>
    /// <exception cref="RuleException">No reason is given, or its status or the year's stage does not allow it.</exception>
    public void Reject(Programme programme, string? reason)
    {
        var why = Required(reason);
        Move(programme, Status == NominationStatus.Returned ? Status : NominationStatus.Registered, NominationStatus.Rejected, why);
        OpenSupplement?.End(why);
    }

    /// <summary>Records that the business withdraws.</summary>
    /// <exception cref="RuleException">No reason is given, or its status or the year's stage does not allow it.</exception>
    public void Withdraw(Programme programme, string? reason)
    {
        var why = Required(reason);
        Move(programme, Status, NominationStatus.Withdrawn, why);
        OpenSupplement?.End(why);
    }

    /// <summary>Takes back a return, an acceptance, a rejection or a withdrawal.</summary>
    /// <exception cref="RuleException">No reason is given, or the year's stage does not allow it.</exception>
    public void Undo(Programme programme, string? reason)
    {
        var why = Required(reason);
        Move(programme, Status, NominationStatus.Registered, null);
        OpenSupplement?.End(why);
    }

    private void Move(Programme programme, NominationStatus from, NominationStatus to, string? reason)
    {
        RequireMove(programme, from, to);
        Status = to;
        StatusReason = reason;
    }

    private void RequireMove(Programme programme, NominationStatus from, NominationStatus to)
    {
        if (programme.Stage is Stage.Preparation or Stage.Recognised)
        {
            throw new RuleException("In this stage of the year the status of a nomination does not change.");
        }

        if (programme.Stage >= Stage.Deliberation && to != NominationStatus.Withdrawn)
        {
            throw new RuleException("After judging a nomination can only be withdrawn.");
        }

        var allowed = (from, to) switch
        {
            _ when Status != from || from == to => false,
            (NominationStatus.Registered, _) => true,
            (NominationStatus.Returned, NominationStatus.Rejected or NominationStatus.Withdrawn) => true,
            (NominationStatus.Accepted, NominationStatus.Withdrawn) => true,
            (_, NominationStatus.Registered) => true,
            _ => false,
        };
        if (!allowed)
        {
            throw new RuleException(HasMoved);
        }
    }

    private void RequireBeingChecked(Programme programme)
    {
        if (programme.Stage is Stage.Preparation or Stage.Recognised || Status != NominationStatus.Registered)
        {
            throw new RuleException("Only a registered dossier is checked; this one is returned or decided.");
        }
    }
}
