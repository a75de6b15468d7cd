using KeyProducts.Web.Text;

namespace KeyProducts.Web.Pages.Businesses;

/// <summary>Figures of a business as staff type them: a row for each year, and one for a new year.</summary>
public sealed class FiguresForm
{
    public Guid Version { get; set; }

    /// <summary>By year: a business has figures of a year once, so a row cannot hit another's.</summary>
    public Dictionary<int, FigureRow> Rows { get; set; } = [];

    public int? FigureYear { get; set; }

    public FigureRow New { get; set; } = new();
}

/// <summary>Figures of a year; one whose figures are all taken away is removed.</summary>
public sealed class FigureRow
{
    [Amount]
    public long? Revenue { get; set; }

    /// <summary>In US dollars.</summary>
    [Amount(2)]
    public decimal? Export { get; set; }

    [Amount]
    public int? Employees { get; set; }

    public bool IsEmpty => Revenue is null && Export is null && Employees is null;
}
