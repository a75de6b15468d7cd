namespace KeyProducts.Domain;

/// <summary>Who did something, with the name of that day.</summary>
/// <param name="Id">The key of the account.</param>
/// <param name="Name">The person's name.</param>
public sealed record Person(Guid Id, string Name);
