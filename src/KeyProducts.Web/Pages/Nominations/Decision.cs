namespace KeyProducts.Web.Pages.Nominations;

/// <summary>What staff can decide about a nomination.</summary>
public enum Decision
{
    Accept,
    Reject,
    Withdraw,
    Undo,
}

/// <summary>The English words, which are the keys, for decisions.</summary>
public static class DecisionWords
{
    /// <summary>What to call a decision.</summary>
    public static string Of(Decision act) => act switch
    {
        Decision.Accept => "Accept",
        Decision.Reject => "Reject",
        Decision.Withdraw => "Withdraw",
        _ => "Take back the decision",
    };

    /// <summary>What a decision does.</summary>
    public static string Consequence(Decision act) => act switch
    {
        Decision.Accept => "The product may be scored by the council.",
        Decision.Reject => "The dossier does not meet the conditions; the product is not scored.",
        Decision.Withdraw => "The business takes the nomination back; marks given stay stored and do not count.",
        _ => "The nomination is registered again and waits for a decision.",
    };
}
