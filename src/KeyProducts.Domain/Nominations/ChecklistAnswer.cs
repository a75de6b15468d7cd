namespace KeyProducts.Domain;

/// <summary>What an officer found for an item of the checklist.</summary>
public enum Finding
{
    /// <summary>It is there and in order.</summary>
    Met,

    /// <summary>It is missing or not in order.</summary>
    NotMet,

    /// <summary>This dossier does not need it.</summary>
    NotNeeded,
}

/// <summary>An officer's answer to an item of the checklist.</summary>
public sealed class ChecklistAnswer
{
    private ChecklistAnswer() => AnsweredBy = null!;

    internal ChecklistAnswer(Guid itemId, Finding finding, string? note, Person by, DateTime now)
    {
        ItemId = itemId;
        AnsweredBy = null!;
        Set(finding, note, by, now);
    }

    /// <summary>The key of its nomination.</summary>
    public Guid NominationId { get; private set; }

    /// <summary>The key of the item.</summary>
    public Guid ItemId { get; private set; }

    /// <summary>What was found.</summary>
    public Finding Finding { get; private set; }

    /// <summary>A remark.</summary>
    public string? Note { get; private set; }

    /// <summary>The name of who answered.</summary>
    public string AnsweredBy { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime AnsweredAt { get; private set; }

    internal void Set(Finding finding, string? note, Person by, DateTime now) =>
        (Finding, Note, AnsweredBy, AnsweredAt) = (finding, note, by.Name, now);
}
