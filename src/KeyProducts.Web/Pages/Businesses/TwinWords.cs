using KeyProducts.Web.Storage;

namespace KeyProducts.Web.Pages.Businesses;

/// <summary>The English words, which are the keys, for what two records have in common.</summary>
public static class TwinWords
{
    /// <summary>The key of a sign.</summary>
    public static string Of(TwinSign sign) => sign switch
    {
        TwinSign.TaxCode => "same tax code, or one a branch of the other",
        TwinSign.Name => "same name",
        TwinSign.NameWithoutForm => "same name but for the form of the business",
        TwinSign.Website => "same website",
        _ => "same telephone",
    };
}
