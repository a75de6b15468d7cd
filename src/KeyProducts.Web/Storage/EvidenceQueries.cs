using KeyProducts.Domain;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Storage;

/// <summary>Questions about evidence that more than one page asks.</summary>
public static class EvidenceQueries
{
    /// <summary>Refuses a file that the dossier holds already at the same place: sending it again would only make the list longer.</summary>
    /// <param name="current">The dossier's evidence that is neither replaced nor set aside.</param>
    /// <param name="file">What has come.</param>
    /// <param name="place">Where it would belong.</param>
    /// <exception cref="RuleException">It is there already.</exception>
    public static async Task RefuseAgainAsync(this IQueryable<Evidence> current, StoredFile file, EvidencePlace place)
    {
        var same = await current.Where(one => one.Sha256 == file.Sha256 && one.Section == place.Section && one.CriterionId == place.CriterionId)
            .Select(one => one.Name).FirstOrDefaultAsync();
        if (same is not null)
        {
            throw new RuleException("The same file is there already, as “{0}”.", same);
        }
    }
}
