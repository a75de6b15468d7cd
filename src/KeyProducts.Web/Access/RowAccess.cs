using System.Security.Claims;
using KeyProducts.Domain;

namespace KeyProducts.Web.Access;

/// <summary>Who may see which rows, where the role alone does not say it. A row that is not open does not exist for the reader: 404.</summary>
public static class RowAccess
{
    // Stages are stored as text: they are listed, never compared by size.
    private static readonly Stage[] AfterJudging = [Stage.Deliberation, Stage.Consultation, Stage.Recognised];

    /// <summary>
    /// The years whose marks and results a reader may see: staff all; auditors those whose judging is over, so that no mark is known outside the
    /// secretariat while others are still being given; nobody else any.
    /// </summary>
    public static IQueryable<Programme> OpenTo(this IQueryable<Programme> programmes, ClaimsPrincipal reader)
    {
        if (reader.IsInRole(Roles.Administrator) || reader.IsInRole(Roles.Officer))
        {
            return programmes;
        }

        return reader.IsInRole(Roles.Auditor)
            ? programmes.Where(programme => AfterJudging.Contains(programme.Stage))
            : programmes.Where(_ => false);
    }

    /// <summary>The same question for a year that is loaded.</summary>
    public static bool IsOpenTo(this Programme programme, ClaimsPrincipal reader) => new[] { programme }.AsQueryable().OpenTo(reader).Any();
}
