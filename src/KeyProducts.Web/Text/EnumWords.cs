using KeyProducts.Domain;

namespace KeyProducts.Web.Text;

/// <summary>The English words, which are the keys, for the members of enums.</summary>
public static class EnumWords
{
    private static readonly Dictionary<Enum, string> Words = new()
    {
        [Stage.Preparation] = "Preparation",
        [Stage.Nominations] = "Taking nominations",
        [Stage.Screening] = "Screening",
        [Stage.Judging] = "Judging",
        [Stage.Deliberation] = "Deliberation",
        [Stage.Consultation] = "Public consultation",
        [Stage.Recognised] = "Recognised",
        [NominationStatus.Registered] = "Registered",
        [NominationStatus.Accepted] = "Accepted",
        [NominationStatus.Rejected] = "Rejected",
        [NominationStatus.Withdrawn] = "Withdrawn",
        [FigureBase.Product] = "Of the product",
        [FigureBase.Business] = "Of the whole business",
        [CouncilRole.Chair] = "Chair",
        [CouncilRole.Deputy] = "Deputy chair",
        [CouncilRole.Secretary] = "Secretary",
        [CouncilRole.Member] = "Member",
        [ConflictKind.OwnEmployer] = "My own employer",
        [ConflictKind.Ownership] = "I own a part of it",
        [ConflictKind.Family] = "A relative works there or owns a part of it",
        [ConflictKind.Adviser] = "I advised it in the last two years",
        [ConflictKind.Other] = "Something else",
        [SheetState.NotBegun] = "Not begun",
        [SheetState.InPart] = "In part",
        [SheetState.Complete] = "Complete, not submitted",
        [SheetState.Submitted] = "Submitted",
        [Ownership.Private] = "Private",
        [Ownership.State] = "State-owned",
        [Ownership.Foreign] = "Foreign capital",
        [Ownership.Cooperative] = "Cooperative or household",
        [GateFigure.None] = "No gate, judged in words",
        [GateFigure.Revenue] = "Revenue (đồng)",
        [GateFigure.Export] = "Export (US dollars)",
        [ScoringMethod.CriterionMeans] = "Sum of the criteria's means",
        [ScoringMethod.SheetTotals] = "Mean of the sheets' totals",
    };

    /// <summary>The key of a member.</summary>
    public static string Of(Enum member) => Words[member];

    /// <summary>All keys, for the test that looks for missing translations.</summary>
    public static IEnumerable<string> Keys => Words.Values;
}
