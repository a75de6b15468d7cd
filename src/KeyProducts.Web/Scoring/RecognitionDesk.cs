using KeyProducts.Domain;
using KeyProducts.Web.Storage;

namespace KeyProducts.Web.Scoring;

/// <summary>Where a year is recognised: its recognitions come into being, each as a certificate with a number and its term of validity, in one save with the year's last step.</summary>
public sealed class RecognitionDesk(AppDbContext db, ScoringService scoring, CertificateDesk certificates)
{
    /// <summary>What would come into being: the certificates that the result in force deserves.</summary>
    /// <param name="programme">The year, with its criteria, in consultation.</param>
    public async Task<CertificateIssue> PlanAsync(Programme programme) => (await certificates.LoadAsync(programme)).Issue;

    /// <summary>Recognises: moves the year on and issues its certificates. Saves nothing.</summary>
    /// <param name="programme">The year, tracked, with its criteria.</param>
    /// <param name="reason">Why, when obstacles that can be passed are passed.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <exception cref="RuleException">Something stands in the way, or the year has no snapshot or decision.</exception>
    public async Task<IReadOnlyList<Certificate>> RecogniseAsync(Programme programme, string? reason, Person by, DateTime now)
    {
        if (programme.Stage != Stage.Consultation)
        {
            throw new RuleException(Versions.Changed);
        }

        var issue = await PlanAsync(programme);
        programme.Advance(await scoring.CountAsync(programme), reason);
        var issued = issue.Planned.Count == 0 ? [] : issue.Issue(by, now);
        db.AddRange(issued);
        return issued;
    }
}
