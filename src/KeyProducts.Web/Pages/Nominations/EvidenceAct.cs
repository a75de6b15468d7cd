namespace KeyProducts.Web.Pages.Nominations;

/// <summary>What staff can do with a file of evidence.</summary>
public enum EvidenceAct
{
    Move,
    Replace,
    SetAside,
    TakeBack,
}

/// <summary>The English words, which are the keys, for those acts.</summary>
public static class EvidenceActWords
{
    /// <summary>What to call an act.</summary>
    public static string Of(EvidenceAct act) => act switch
    {
        EvidenceAct.Move => "Tie it to another section or criterion",
        EvidenceAct.Replace => "Replace it by another file",
        EvidenceAct.SetAside => "Set it aside",
        _ => "Take it back into the dossier",
    };

    /// <summary>What an act does.</summary>
    public static string Consequence(EvidenceAct act) => act switch
    {
        EvidenceAct.Move => "Judges find it there. Evidence of a criterion is open only to those who mark that criterion.",
        EvidenceAct.Replace => "Judges see the new file in its place; this one stays stored, and staff can still open it.",
        EvidenceAct.SetAside => "Judges no longer see it; it stays stored and can be taken back.",
        _ => "Judges see it again.",
    };
}
