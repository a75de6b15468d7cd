using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;

namespace KeyProducts.Web.Pages.Comments;

/// <summary>What officers write about a comment: its answer, what the public reads of it, and why something is taken back.</summary>
public sealed class CommentForm
{
    public Guid Version { get; set; }

    public CommentState? State { get; set; }

    [StringLength(5000)]
    public string? Answer { get; set; }

    public bool SendsMail { get; set; }

    [StringLength(5000)]
    public string? ReleasedText { get; set; }

    [StringLength(1000)]
    public string? Reason { get; set; }
}
