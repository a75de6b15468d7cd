namespace KeyProducts.Domain;

/// <summary>How far a judge is with a sheet. The order of the members is the order of the work.</summary>
public enum SheetState
{
    /// <summary>No mark is given.</summary>
    NotBegun,

    /// <summary>Some criteria have a mark.</summary>
    InPart,

    /// <summary>Every criterion assigned has a mark; it counts nowhere until it is submitted.</summary>
    Complete,

    /// <summary>Locked and counted.</summary>
    Submitted,
}

/// <summary>Tells how far a sheet is from what a list knows of it.</summary>
public static class SheetProgress
{
    /// <summary>The state of a sheet.</summary>
    /// <param name="marked">How many criteria have a mark; 0 when there is no sheet.</param>
    /// <param name="due">How many are assigned to its judge.</param>
    /// <param name="isSubmitted">Whether it is submitted.</param>
    public static SheetState Of(int marked, int due, bool isSubmitted) =>
        isSubmitted ? SheetState.Submitted
        : marked == 0 ? SheetState.NotBegun
        : marked < due ? SheetState.InPart
        : SheetState.Complete;
}
