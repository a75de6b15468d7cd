using System.Globalization;

namespace KeyProducts.Domain;

/// <summary>A decision of the council on nominations with equal scores.</summary>
public sealed class TieDecision
{
    private TieDecision()
    {
        Order = null!;
        Reason = null!;
        Minutes = null!;
    }

    /// <summary>Records a decision.</summary>
    /// <param name="programme">The year; in deliberation.</param>
    /// <param name="order">Registration numbers, best first; at least two, none twice.</param>
    /// <param name="reason">Why this order.</param>
    /// <param name="minutes">Reference to the minutes of the council's meeting.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <exception cref="RuleException">Something is missing or the year is not in deliberation.</exception>
    public TieDecision(Programme programme, IReadOnlyList<int> order, string? reason, string? minutes, DateTime now)
    {
        if (programme.Stage != Stage.Deliberation)
        {
            throw new RuleException("The council decides on equal scores during deliberation.");
        }

        if (order.Count < 2 || order.Distinct().Count() != order.Count)
        {
            throw new RuleException("Give each nomination of the group its own place, from 1.") { Field = "Order" };
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleException("Give the reason.") { Field = "Reason" };
        }

        if (string.IsNullOrWhiteSpace(minutes))
        {
            throw new RuleException("Give the reference to the minutes.") { Field = "Minutes" };
        }

        ProgrammeId = programme.Id;
        Order = string.Join(' ', order.Select(number => number.ToString(CultureInfo.InvariantCulture)));
        Reason = reason.Trim();
        Minutes = minutes.Trim();
        DecidedAt = now;
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of the year.</summary>
    public Guid ProgrammeId { get; private set; }

    /// <summary>Registration numbers, best first, separated by a space.</summary>
    public string Order { get; private set; }

    /// <summary>Why this order.</summary>
    public string Reason { get; private set; }

    /// <summary>Reference to the minutes.</summary>
    public string Minutes { get; private set; }

    /// <summary>When it was recorded, UTC.</summary>
    public DateTime DecidedAt { get; private set; }

    /// <summary>Registration numbers, best first.</summary>
    public IReadOnlyList<int> Numbers => [.. Order.Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
}
