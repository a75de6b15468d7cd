namespace KeyProducts.Web.Pages.Nominations;

/// <summary>What staff can decide about a nomination.</summary>
public enum Decision
{
    Accept,
    Return,
    Receive,
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
        Decision.Return => "Return for supplement",
        Decision.Receive => "Receive the supplement",
        Decision.Reject => "Reject",
        Decision.Withdraw => "Withdraw",
        _ => "Take back the decision",
    };

    /// <summary>What a decision does.</summary>
    public static string Consequence(Decision act) => act switch
    {
        Decision.Accept => "The product may be scored by the council.",
        Decision.Return => "The business owes a supplement until the day below. The reasons go into the letter to it as they are written here, a line each, so write them in Vietnamese.",
        Decision.Receive => "The dossier is being checked again: it is registered, and whoever had checked it must look at it anew.",
        Decision.Reject => "The dossier does not meet the conditions; the product is not scored.",
        Decision.Withdraw => "The business takes the nomination back; marks given stay stored and do not count.",
        _ => "The nomination is registered again and waits for a decision.",
    };

    /// <summary>The words on the button.</summary>
    public static string Button(Decision act) => act switch
    {
        Decision.Accept => "Accept this nomination",
        Decision.Return => "Return this nomination",
        Decision.Receive => "Take in the supplement",
        Decision.Reject => "Reject this nomination",
        Decision.Withdraw => "Record the withdrawal",
        _ => "Take back the decision",
    };
}
