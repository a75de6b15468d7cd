using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>Groups and criteria of a year.</summary>
public sealed class CriteriaModel(AppDbContext db) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    public Programme Programme { get; private set; } = null!;

    public bool CanChange => IsStaff && !Programme.IsFrozen;

    protected override async Task LoadAsync() =>
        Programme = Found(await db.Programmes.AsNoTracking().WithCriteria().OfYearAsync(Year));

    /// <summary>A minimum as the reader writes it.</summary>
    public static string Written(Minimum minimum) => Shown.Points(minimum.Value) + (minimum.IsPercent ? " %" : "");
}
