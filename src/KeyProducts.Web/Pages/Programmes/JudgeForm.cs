using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>The form of a judge on the council.</summary>
public sealed class JudgeForm
{
    public Guid? UserId { get; set; }

    [Required, StringLength(200)]
    public string? Name { get; set; }

    [StringLength(200)]
    public string? Title { get; set; }

    [StringLength(200)]
    public string? Organisation { get; set; }

    public CouncilRole Role { get; set; } = CouncilRole.Member;
}
