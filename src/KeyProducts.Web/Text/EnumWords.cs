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
        [NominationStatus.Returned] = "Returned for supplement",
        [NominationStatus.Accepted] = "Accepted",
        [NominationStatus.Rejected] = "Rejected",
        [NominationStatus.Withdrawn] = "Withdrawn",
        [DossierSection.Product] = "Product",
        [DossierSection.Business] = "Business and place of production",
        [DossierSection.Figures] = "Figures",
        [DossierSection.Technology] = "Technology",
        [DossierSection.Standards] = "Standards and certificates",
        [DossierSection.Brand] = "Brand and intellectual property",
        [DossierSection.Environment] = "Environment and labour",
        [DossierSection.Commitments] = "Commitments",
        [HanoiSite.Both] = "Head office and workshop",
        [HanoiSite.HeadOffice] = "Head office",
        [HanoiSite.Workshop] = "Workshop",
        [HanoiSite.Neither] = "Neither of them",
        [Finding.Met] = "Met",
        [Finding.NotMet] = "Not met",
        [Finding.NotNeeded] = "Not needed",
        [WarningKind.UnitSlip] = "Unit in doubt",
        [WarningKind.Jump] = "Steep rise",
        [WarningKind.Fall] = "Steep fall",
        [WarningKind.ContradictsLastYear] = "Contradicts an earlier dossier",
        [WarningKind.ExportAboveRevenue] = "Export above revenue",
        [WarningKind.ProductAboveBusiness] = "Product above business",
        [WarningKind.CertificateExpired] = "Certificate expired",
        [WarningKind.GateNotMet] = "Gate not met",
        [WarningKind.NotInHanoi] = "Not in Hà Nội",
        [WarningKind.TaxCode] = "Tax code in doubt",
        [WarningKind.SameProductTwice] = "Same product twice",
        [WarningVerdict.Stands] = "The figure stands",
        [WarningVerdict.ToCorrect] = "The business must correct it",
        [FigureName.Revenue] = "Revenue",
        [FigureName.Export] = "Export",
        [FigureName.Employees] = "Employees",
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
