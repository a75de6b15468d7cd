namespace KeyProducts.Web.Access;

/// <summary>The four roles. A person may have several.</summary>
public static class Roles
{
    /// <summary>Accounts, settings, backups, and all that an officer does (quản trị).</summary>
    public const string Administrator = nameof(Administrator);

    /// <summary>Opens the year, enters businesses and nominations, keeps the council's papers (chuyên viên).</summary>
    public const string Officer = nameof(Officer);

    /// <summary>Scores (thành viên hội đồng).</summary>
    public const string Judge = nameof(Judge);

    /// <summary>Reads everything once it is open, changes nothing (thanh tra, giám sát).</summary>
    public const string Auditor = nameof(Auditor);

    /// <summary>All roles, in the order of lists.</summary>
    public static readonly IReadOnlyList<string> All = [Administrator, Officer, Judge, Auditor];
}
