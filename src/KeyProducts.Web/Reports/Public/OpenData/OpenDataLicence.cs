using KeyProducts.Domain;

namespace KeyProducts.Web.Reports.Public.OpenData;

/// <summary>
/// Under which terms open data may be used. The programme has not published any that are known to us, so they are a setting:
/// "KeyProducts:OpenDataLicence:Name" and ":Address". Until they are set, a sentence says so and grants nothing.
/// </summary>
/// <param name="Name">The name of the licence; null while none is set.</param>
/// <param name="Address">Where it can be read; null for nowhere.</param>
public sealed record OpenDataLicence(string? Name, string? Address)
{
    /// <summary>What is said while no licence is set.</summary>
    public const string NotSet = "No licence has been named yet. Quote these data with their source; ask the Department before you use them otherwise.";

    /// <summary>The licence that is set up.</summary>
    public static OpenDataLicence Of(IConfiguration configuration)
    {
        var own = configuration.GetSection("KeyProducts:OpenDataLicence");
        // An address that is none, or leads elsewhere than to a page, would be a link on a public page.
        return new(Filled(own["Name"]), Uri.TryCreate(own["Address"], UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? address.AbsoluteUri : null);
    }

    /// <summary>Its name, or that there is none.</summary>
    public BilingualName In(Func<string, BilingualName> inBoth) => Name is null ? inBoth(NotSet) : new BilingualName(Name, Name);

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
