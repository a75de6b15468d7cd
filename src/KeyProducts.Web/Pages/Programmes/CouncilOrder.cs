using System.Globalization;
using KeyProducts.Domain;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>The order in which a council is listed.</summary>
public static class CouncilOrder
{
    /// <summary>By part in the council, then by name as Vietnam sorts them; those who have left come last.</summary>
    public static IEnumerable<Judge> Of(IEnumerable<Judge> judges) => judges
        .OrderBy(judge => judge.HasLeft).ThenBy(judge => judge.Role).ThenBy(judge => judge.Name, StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true));
}
