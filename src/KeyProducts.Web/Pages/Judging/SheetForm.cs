using System.ComponentModel.DataAnnotations;

namespace KeyProducts.Web.Pages.Judging;

/// <summary>What a judge posts of a sheet.</summary>
public sealed class SheetForm
{
    /// <summary>Points by criterion; a criterion left out stays as it is, an empty one loses its mark.</summary>
    public Dictionary<Guid, decimal?> Marks { get; set; } = [];

    [StringLength(2000)]
    public string? Remark { get; set; }

    public int Version { get; set; }
}
