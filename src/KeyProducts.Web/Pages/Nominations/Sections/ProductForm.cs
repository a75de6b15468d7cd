using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using KeyProducts.Domain;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KeyProducts.Web.Pages.Nominations.Sections;

/// <summary>The product, its industry and its track; asked when a nomination is registered, too.</summary>
public sealed class ProductForm : SectionForm
{
    [Required, StringLength(300)]
    public string? Name { get; set; }

    [StringLength(300)]
    public string? NameEnglish { get; set; }

    [StringLength(4000)]
    public string? Description { get; set; }

    [Required]
    public Guid? IndustryId { get; set; }

    [Required]
    public Guid? TrackId { get; set; }

    public int? RenewsYear { get; set; }

    [BindNever, ValidateNever, JsonIgnore]
    public IReadOnlyList<SelectListItem> Industries { get; private set; } = [];

    [BindNever, ValidateNever, JsonIgnore]
    public IReadOnlyList<SelectListItem> Tracks { get; private set; } = [];

    /// <summary>The content that the domain asks for.</summary>
    public NominationContent ToContent() => new(BilingualName.Of(Name, NameEnglish), Tidy(Description), IndustryId!.Value, TrackId!.Value, RenewsYear);

    /// <summary>Offers the year's industries and tracks.</summary>
    public void Offer(Programme programme)
    {
        Industries = [.. programme.Industries.Select(one => new SelectListItem(one.Name.In(Languages.Current), one.Id.ToString()))];
        Tracks = [.. programme.Tracks.Select(one => new SelectListItem(one.Name.In(Languages.Current), one.Id.ToString()))];
    }

    public override void Take(Nomination nomination, Programme programme)
    {
        (Name, NameEnglish, Description) = (nomination.Product.Vietnamese, nomination.Product.English, nomination.Description);
        (IndustryId, TrackId, RenewsYear) = (nomination.IndustryId, nomination.TrackId, nomination.RenewsYear);
    }

    public override void Save(Nomination nomination, Programme programme, string? reason) => nomination.Change(programme, ToContent(), reason);
}
