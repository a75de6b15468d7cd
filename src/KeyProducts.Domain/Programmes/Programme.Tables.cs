namespace KeyProducts.Domain;

/// <content>The tables of a year: industries, tracks, groups and criteria.</content>
public sealed partial class Programme
{
    /// <summary>Adds an industry at the end.</summary>
    public Industry AddIndustry(BilingualName name)
    {
        RequireNotFrozen();
        RequireNew(name, industries.Select(one => one.Name));
        var industry = new Industry(industries.Count == 0 ? 1 : industries.Max(one => one.Order) + 1, name);
        industries.Add(industry);
        return industry;
    }

    /// <summary>Renames an industry.</summary>
    public void Change(Industry industry, BilingualName name)
    {
        RequireNotFrozen();
        RequireNew(name, industries.Where(one => one != industry).Select(one => one.Name));
        industry.Rename(name);
    }

    /// <summary>Takes an industry out of the year.</summary>
    /// <param name="industry">One of this year's.</param>
    /// <param name="nominations">How many nominations belong to it.</param>
    /// <exception cref="RuleException">Nominations belong to it, or the year is frozen.</exception>
    public void Remove(Industry industry, int nominations)
    {
        RequireNotFrozen();
        RequireUnused(nominations);
        industries.Remove(industry);
    }

    /// <summary>Adds an eligibility track at the end.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="figure">The figure its gate looks at.</param>
    /// <param name="atLeast">The least it must be, in đồng or US dollars; not needed without a gate.</param>
    public Track AddTrack(BilingualName name, GateFigure figure, decimal? atLeast)
    {
        RequireNotFrozen();
        RequireGate(figure, atLeast);
        RequireNew(name, tracks.Select(one => one.Name));
        var track = new Track(tracks.Count == 0 ? 1 : tracks.Max(one => one.Order) + 1, name, figure, figure == GateFigure.None ? null : atLeast);
        tracks.Add(track);
        return track;
    }

    /// <summary>Changes a track.</summary>
    public void Change(Track track, BilingualName name, GateFigure figure, decimal? atLeast)
    {
        RequireNotFrozen();
        RequireGate(figure, atLeast);
        RequireNew(name, tracks.Where(one => one != track).Select(one => one.Name));
        track.Change(name, figure, figure == GateFigure.None ? null : atLeast);
    }

    /// <summary>Takes a track out of the year.</summary>
    /// <param name="track">One of this year's.</param>
    /// <param name="nominations">How many nominations use it.</param>
    /// <exception cref="RuleException">Nominations use it, or the year is frozen.</exception>
    public void Remove(Track track, int nominations)
    {
        RequireNotFrozen();
        RequireUnused(nominations);
        tracks.Remove(track);
    }

    /// <summary>Adds an item at the end of a track's checklist.</summary>
    /// <exception cref="RuleException">It is there already, or the year is frozen.</exception>
    public ChecklistItem AddChecklistItem(Track track, BilingualName name, bool isRequired)
    {
        RequireNotFrozen();
        RequireNew(name, track.Checklist.Select(one => one.Name));
        return track.Add(name, isRequired);
    }

    /// <summary>Changes an item of a track's checklist.</summary>
    public void Change(Track track, ChecklistItem item, BilingualName name, bool isRequired)
    {
        RequireNotFrozen();
        RequireNew(name, track.Checklist.Where(one => one != item).Select(one => one.Name));
        item.Change(name, isRequired);
    }

    /// <summary>Takes an item out of a track's checklist.</summary>
    /// <param name="track">One of this year's.</param>
    /// <param name="item">One of the track's.</param>
    /// <param name="answers">How many dossiers have an answer to it.</param>
    /// <exception cref="RuleException">It is answered already, or the year is frozen.</exception>
    public void Remove(Track track, ChecklistItem item, int answers)
    {
        RequireNotFrozen();
        if (answers > 0)
        {
            throw new RuleException("It is answered in {0} dossiers and cannot be removed.", answers);
        }

        track.Remove(item);
    }

    /// <summary>Adds a group of criteria at the end.</summary>
    public CriterionGroup AddGroup(BilingualName name, Minimum? minimum)
    {
        RequireNotFrozen();
        RequireNew(name, groups.Select(one => one.Name));
        var group = new CriterionGroup(groups.Count == 0 ? 1 : groups.Max(one => one.Order) + 1, name, minimum);
        groups.Add(group);
        return group;
    }

    /// <summary>Changes a group.</summary>
    public void Change(CriterionGroup group, BilingualName name, Minimum? minimum)
    {
        RequireNotFrozen();
        RequireNew(name, groups.Where(one => one != group).Select(one => one.Name));
        group.Change(name, minimum);
    }

    /// <summary>Takes an empty group out of the year.</summary>
    /// <exception cref="RuleException">It still has criteria, or the year is frozen.</exception>
    public void Remove(CriterionGroup group)
    {
        RequireNotFrozen();
        if (group.Criteria.Count > 0)
        {
            throw new RuleException("Remove the criteria of the group first.");
        }

        groups.Remove(group);
    }

    /// <summary>Adds a criterion at the end of a group.</summary>
    public Criterion AddCriterion(CriterionGroup group, CriterionContent content)
    {
        RequireNotFrozen();
        content.Checked();
        RequireNew(content.Name, Criteria.Select(one => one.Name));
        return group.Add(content);
    }

    /// <summary>Changes a criterion.</summary>
    public void Change(Criterion criterion, CriterionContent content)
    {
        RequireNotFrozen();
        content.Checked();
        RequireNew(content.Name, Criteria.Where(one => one != criterion).Select(one => one.Name));
        criterion.Change(content);
    }

    /// <summary>Takes a criterion out of the year.</summary>
    public void Remove(Criterion criterion)
    {
        RequireNotFrozen();
        groups.Single(group => group.Criteria.Contains(criterion)).Remove(criterion);
    }

    private static void RequireNew(BilingualName name, IEnumerable<BilingualName> others)
    {
        if (others.Any(other => string.Equals(other.Vietnamese, name.Vietnamese, StringComparison.OrdinalIgnoreCase)))
        {
            throw new RuleException("“{0}” is in the list already.", name.Vietnamese) { Field = "Name" };
        }
    }

    private static void RequireUnused(int nominations)
    {
        if (nominations > 0)
        {
            throw new RuleException("It is used by {0} nominations and cannot be removed.", nominations);
        }
    }

    private static void RequireGate(GateFigure figure, decimal? atLeast)
    {
        if (figure != GateFigure.None && atLeast is null or <= 0)
        {
            throw new RuleException("Say how much the figure must be at least.") { Field = "AtLeast" };
        }
    }
}
