namespace KeyProducts.Web.Storage.Postgres;

/// <summary>A key that protects cookies, forms and the history's seal, where all programs on the database find it.</summary>
public sealed class ProtectionKey
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The key itself.</summary>
    public required string Xml { get; init; }
}
