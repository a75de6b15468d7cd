namespace KeyProducts.Domain;

/// <summary>How a recognition stands on a day.</summary>
public enum RecognitionState
{
    /// <summary>It holds, and does for longer than the term asked for.</summary>
    Valid,

    /// <summary>It holds, and ends within the term.</summary>
    EndsSoon,

    /// <summary>Its last day is past, and no later recognition renews it.</summary>
    Expired,

    /// <summary>A later recognition of the same product renews it.</summary>
    Renewed,

    /// <summary>It was taken back.</summary>
    Revoked,
}
