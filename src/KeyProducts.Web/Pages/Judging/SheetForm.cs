namespace KeyProducts.Web.Pages.Judging;

/// <summary>
/// What a judge posts of a sheet, as text: what is wrong with one field keeps no other from being saved. Each field comes with what its
/// writer saw stored; what is not posted stays as it is.
/// </summary>
public sealed class SheetForm
{
    /// <summary>Marks by criterion; an empty one takes the mark away.</summary>
    public Dictionary<Guid, string?> Marks { get; set; } = [];

    /// <summary>The marks that the writer saw.</summary>
    public Dictionary<Guid, string?> SeenMarks { get; set; } = [];

    /// <summary>Remarks by criterion.</summary>
    public Dictionary<Guid, string?> Remarks { get; set; } = [];

    /// <summary>The remarks that the writer saw.</summary>
    public Dictionary<Guid, string?> SeenRemarks { get; set; } = [];

    /// <summary>The remark on the whole sheet.</summary>
    public string? Remark { get; set; }

    /// <summary>The one that the writer saw.</summary>
    public string? SeenRemark { get; set; }

    /// <summary>"mine" or "theirs" by the key of a field, where another window was first; empty while nothing is chosen.</summary>
    public Dictionary<string, string?> Choices { get; set; } = [];
}
