using System.ComponentModel.DataAnnotations;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>A form that assigns and takes off: what differs from what its writer saw is changed, and nothing else.</summary>
public sealed class PairsForm
{
    /// <summary>What was assigned when the form was opened.</summary>
    public List<Guid> Shown { get; set; } = [];

    /// <summary>What is to be assigned.</summary>
    public List<Guid> Chosen { get; set; } = [];

    [StringLength(2000)]
    public string? Reason { get; set; }

    /// <summary>Always sent, so that a form with nothing chosen is one too.</summary>
    public bool Sent { get; set; }

    /// <summary>What its writer has added.</summary>
    public IEnumerable<Guid> Added() => Chosen.Except(Shown);

    /// <summary>What its writer has taken off.</summary>
    public IEnumerable<Guid> Removed() => Shown.Except(Chosen);
}
