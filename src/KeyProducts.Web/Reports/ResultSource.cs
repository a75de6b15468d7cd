using KeyProducts.Documents;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports;

/// <summary>What a page or a file says of where its result comes from.</summary>
public static class ResultSource
{
    /// <summary>On one line: the snapshot with its hash, or that nothing is final.</summary>
    /// <param name="year">The result.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <param name="T">The reader's words.</param>
    public static Source Of(YearResult year, DateTime now, IStringLocalizer<Words> T) => year.Snapshot is { } snapshot
        ? new Source(T["From snapshot no. {0} of {1}, SHA-256 {2}", snapshot.Number, year.Programme.Year, snapshot.Sha256], snapshot.Sha256)
        : new Source(T["Not finalised: from what was stored on {0}, Hà Nội time", Shown.Moment(now)], null);
}
