namespace KeyProducts.Domain;

/// <content>The one door through which a year moves.</content>
public sealed partial class Programme
{
    /// <summary>What stands in the way of the next stage; empty when nothing does or the year is recognised.</summary>
    public IReadOnlyList<Obstacle> Obstacles(ProgrammeCounts counts) => [.. Stage switch
    {
        Stage.Preparation => InPreparation(),
        Stage.Nominations => InNominations(counts),
        Stage.Screening => InScreening(counts),
        Stage.Judging => InJudging(counts),
        Stage.Deliberation => InDeliberation(counts),
        Stage.Consultation => InConsultation(counts),
        _ => [],
    }];

    /// <summary>Moves on to the next stage.</summary>
    /// <param name="counts">What the year knows of its nominations, council and sheets.</param>
    /// <param name="reason">Why, when obstacles that can be passed are passed; otherwise it may be empty.</param>
    /// <exception cref="RuleException">Something stands in the way, the reason is missing, or the year is recognised.</exception>
    public void Advance(ProgrammeCounts counts, string? reason)
    {
        if (Stage == Stage.Recognised)
        {
            throw new RuleException("The year {0} is recognised; it changes no more.", Year);
        }

        var obstacles = Obstacles(counts);
        if (obstacles.FirstOrDefault(obstacle => !obstacle.CanBePassed) is { } obstacle)
        {
            throw new RuleException(obstacle.Message, [.. obstacle.Arguments]);
        }

        if (obstacles.Count > 0 && string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleException("Give the reason for going on in spite of what stands in the way.") { Field = "Reason" };
        }

        Move(Stage, Stage + 1);
    }

    /// <summary>Goes back by one stage.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="isMarked">Whether a judge has marked something.</param>
    /// <exception cref="RuleException">No reason is given, the year is recognised or in preparation, or marks are under a seal that could be lifted before judging.</exception>
    public void StepBack(string? reason, bool isMarked)
    {
        if (Stage == Stage.Recognised)
        {
            throw new RuleException("The year {0} is recognised; it changes no more.", Year);
        }

        if (Stage == Stage.Preparation)
        {
            throw new RuleException("The year is in its first stage.");
        }

        if (Stage == Stage.Judging && Judging.IsSealed && SealOpenedAt is null && isMarked)
        {
            throw new RuleException("Judges have marked under the seal. The year does not go back, or the seal could be lifted by a setting.");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleException("Give the reason for going back.") { Field = "Reason" };
        }

        // What was public is published anew, by somebody who has looked at it.
        ConsultationPublishedAt = null;
        Move(Stage, Stage - 1);
    }

    private void Move(Stage from, Stage to)
    {
        if (Stage != from || Math.Abs(to - from) != 1)
        {
            throw new InvalidOperationException($"No way from {from} to {to}.");
        }

        Stage = to;
    }

    private IEnumerable<Obstacle> InPreparation()
    {
        if (Plan is null)
        {
            yield return new Obstacle("The plan that opens the year has no number and date yet.", CanBePassed: true);
        }

        if (industries.Count == 0)
        {
            yield return new Obstacle("The year has no industry yet.", CanBePassed: false);
        }

        if (tracks.Count == 0)
        {
            yield return new Obstacle("The year has no eligibility track yet.", CanBePassed: false);
        }
    }

    private static IEnumerable<Obstacle> InNominations(ProgrammeCounts counts)
    {
        if (counts.Undecided + counts.Accepted == 0)
        {
            yield return new Obstacle("No nomination is registered yet.", CanBePassed: false);
        }
    }

    private IEnumerable<Obstacle> InScreening(ProgrammeCounts counts)
    {
        if (counts.Undecided > 0)
        {
            yield return new Obstacle("{0} nominations are neither accepted nor rejected.", CanBePassed: false, counts.Undecided);
        }

        if (counts.Accepted == 0)
        {
            yield return new Obstacle("No nomination is accepted yet.", CanBePassed: false);
        }

        if (PointsOfCriteria != Rules.Scale)
        {
            yield return new Obstacle("The criteria add up to {0} points, but the scale is {1}.", CanBePassed: false, PointsOfCriteria, Rules.Scale);
        }

        if (counts.Judges < Rules.Quorum)
        {
            yield return new Obstacle("The council has {0} judges; the quorum is {1}.", CanBePassed: false, counts.Judges, Rules.Quorum);
        }
        else if (counts.JudgesOfLeastCovered < Rules.Quorum)
        {
            yield return new Obstacle("A nomination has only {0} judges on a criterion; the quorum is {1}.", CanBePassed: false, counts.JudgesOfLeastCovered, Rules.Quorum);
        }

        if (CouncilDecision is null)
        {
            yield return new Obstacle("The decision that sets up the council has no number and date yet.", CanBePassed: true);
        }

        if (Dates.JudgingUntil is null)
        {
            yield return new Obstacle("The last day of judging is not set.", CanBePassed: true);
        }
    }

    private static IEnumerable<Obstacle> InJudging(ProgrammeCounts counts)
    {
        if (counts.SheetsSubmitted < counts.SheetsDue)
        {
            yield return new Obstacle("{0} of {1} score sheets are not submitted; they would not count.", CanBePassed: true, counts.SheetsDue - counts.SheetsSubmitted, counts.SheetsDue);
        }

        if (counts.Unscored > 0)
        {
            yield return new Obstacle("{0} nominations have no score yet; they would be listed apart.", CanBePassed: true, counts.Unscored);
        }
    }

    private IEnumerable<Obstacle> InDeliberation(ProgrammeCounts counts)
    {
        if (IsSealed)
        {
            // How many are equal would say something of marks that nobody has seen.
            yield return new Obstacle("The marks are still sealed; two people must open them.", CanBePassed: false);
            yield break;
        }

        if (counts.OpenTies > 0)
        {
            yield return new Obstacle("Equal scores at the edge of the top wait for a decision of the council.", CanBePassed: false);
        }
        else if (counts.Final != FinalState.Current)
        {
            yield return counts.Final == FinalState.None
                ? new Obstacle("The result is not finalised yet; two people must do it.", CanBePassed: false)
                : new Obstacle("The result has changed since it was finalised; finalise it again.", CanBePassed: false);
        }
    }

    private IEnumerable<Obstacle> InConsultation(ProgrammeCounts counts)
    {
        if (counts.OpenComments > 0)
        {
            yield return new Obstacle("{0} comments of the consultation are not answered.", CanBePassed: false, counts.OpenComments);
        }

        if (counts.Final != FinalState.Current)
        {
            yield return new Obstacle("The result has changed since it was finalised; finalise it again.", CanBePassed: false);
        }

        if (RecognitionDecision is null)
        {
            yield return new Obstacle("The decision of recognition has no number and date yet.", CanBePassed: false);
        }
        else if (RecognitionDecision.Date > counts.Today)
        {
            yield return new Obstacle("The decision of recognition is dated {0}, which is still to come.", CanBePassed: false, RecognitionDecision.Date);
        }

        if (ConsultationPublishedAt is null)
        {
            yield return new Obstacle("The provisional list was not published for comments.", CanBePassed: true);
        }
        else if (counts.Today <= Dates.ConsultationUntil)
        {
            yield return new Obstacle("The consultation runs until {0}.", CanBePassed: true, Dates.ConsultationUntil);
        }
    }
}
