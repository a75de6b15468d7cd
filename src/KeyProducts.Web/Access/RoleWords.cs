namespace KeyProducts.Web.Access;

/// <summary>The English words, which are the keys, for the roles and for what they allow.</summary>
public static class RoleWords
{
    private static readonly Dictionary<string, string> Names = new()
    {
        [Roles.Administrator] = "Administrator",
        [Roles.Officer] = "Officer",
        [Roles.Judge] = "Judge",
        [Roles.Auditor] = "Auditor",
    };

    private static readonly Dictionary<string, string> Allowed = new()
    {
        [Roles.Administrator] = "Accounts, and everything that an officer does.",
        [Roles.Officer] = "Opens the year, enters businesses and nominations, keeps the council’s papers.",
        [Roles.Judge] = "Scores the nominations of the years whose council they are on.",
        [Roles.Auditor] = "Reads everything once it is open, changes nothing.",
    };

    /// <summary>The key of a role's name; the name itself for a role of another version.</summary>
    public static string Of(string role) => Names.GetValueOrDefault(role, role);

    /// <summary>The key of the sentence that says what a role allows.</summary>
    public static string Allows(string role) => Allowed[role];

    /// <summary>All keys, for the test that looks for missing translations.</summary>
    public static IEnumerable<string> Keys => Names.Values.Concat(Allowed.Values);
}
