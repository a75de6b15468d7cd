using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace KeyProducts.Web.Access;

/// <summary>
/// The sentence that the next page says once, in a cookie. The framework deletes that cookie with every answer, whether there is one or not; here a
/// reader to whom nothing was said gets no cookie at all.
/// </summary>
public sealed class SaidOnce(CookieTempDataProvider cookies) : ITempDataProvider
{
    public IDictionary<string, object> LoadTempData(HttpContext context) => cookies.LoadTempData(context);

    public void SaveTempData(HttpContext context, IDictionary<string, object> values)
    {
        if (values.Count > 0 || context.Request.Brings(AccountRules.SaidCookie))
        {
            cookies.SaveTempData(context, values);
        }
    }
}
