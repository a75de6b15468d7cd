using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace KeyProducts.Web.Pages.Public;

/// <summary>Gives everybody the scan of the decision of a published year, as a download. Visitors leave no trace in the history.</summary>
public static partial class DecisionFile
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Gives it its address.</summary>
    public static void MapDecisionFile(this IEndpointRouteBuilder app) => app.MapMethods("/recognised/{year:int}/decision", Reading, FileAsync).AllowAnonymous();

    private static async Task<IResult> FileAsync(HttpContext context, AppDbContext db, EvidenceFiles files, ILogger<Program> log, int year)
    {
        var scan = await db.PublishedYears().Where(one => one.Year == year && one.DecisionScan != null)
            .Select(one => new { one.DecisionScan!.Name, one.DecisionScan.Sha256, one.DecisionScan.Size, one.DecisionScan.ContentType }).FirstOrDefaultAsync();
        if (scan is null)
        {
            return TypedResults.NotFound();
        }

        if (await files.OpenAsync(scan.Sha256, scan.Size, context.RequestAborted) is not { } file)
        {
            Missing(log, year, scan.Sha256, scan.Size);
            return TypedResults.NotFound();
        }

        var headers = context.Response.Headers;
        // It came from outside: whatever is in it, a browser runs nothing of it here.
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.CacheControl = "public, max-age=0, must-revalidate";
        headers["X-Robots-Tag"] = "noindex";
        return TypedResults.Stream(file, scan.ContentType, scan.Name, entityTag: new EntityTagHeaderValue($"\"{scan.Sha256[..32]}\""));
    }

    [LoggerMessage(LogLevel.Error, "The scan of the decision of {Year} is missing or damaged: {Sha256}, {Size} bytes")]
    private static partial void Missing(ILogger log, int year, string sha256, long size);
}
