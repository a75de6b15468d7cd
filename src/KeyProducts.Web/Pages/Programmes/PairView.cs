using KeyProducts.Domain;
using KeyProducts.Web.Text;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>How the state of a judge and a nomination looks in the matrix.</summary>
/// <param name="Sign">A sign for the eye.</param>
/// <param name="Words">The same for the ear, a key.</param>
/// <param name="Look">The class of its cell.</param>
public sealed record PairView(string Sign, string Words, string Look)
{
    /// <summary>All of them, in the order of the legend.</summary>
    public static readonly IReadOnlyList<PairState> Legend = [PairState.ByScope, PairState.Drawn, PairState.Added, PairState.NotAssigned, PairState.Removed, PairState.Recused, PairState.HasLeft];

    /// <summary>The look of a state.</summary>
    public static PairView Of(PairState state) => state switch
    {
        PairState.ByScope => new("●", EnumWords.Of(state), "good"),
        PairState.Drawn => new("◆", EnumWords.Of(state), "good"),
        PairState.Added => new("✚", EnumWords.Of(state), "good"),
        PairState.Removed => new("✕", EnumWords.Of(state), "wait"),
        PairState.Recused => new("⊘", EnumWords.Of(state), "none"),
        PairState.HasLeft => new("–", EnumWords.Of(state), "none"),
        _ => new("·", EnumWords.Of(state), "none"),
    };
}

/// <summary>The lines of a form that assigns, and what was typed into it.</summary>
public sealed record PairsView(IReadOnlyList<PairLine> Lines, PairsForm Input);

/// <summary>A line of a form that assigns: a judge of a nomination, or a nomination of a judge.</summary>
/// <param name="Key">The key of the judge or the nomination.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Note">More about it; null for none.</param>
/// <param name="Heading">The industry or other heading that it stands under; null for none.</param>
/// <param name="State">How the two stand to each other.</param>
/// <param name="HasMarks">Whether the judge has given marks.</param>
public sealed record PairLine(Guid Key, string Name, string? Note, string? Heading, PairState State, bool HasMarks)
{
    /// <summary>Whether it is assigned.</summary>
    public bool IsAssigned => State is PairState.ByScope or PairState.Drawn or PairState.Added;

    /// <summary>Whether it can be assigned or taken off.</summary>
    public bool IsOpen => State is not (PairState.Recused or PairState.HasLeft);
}
