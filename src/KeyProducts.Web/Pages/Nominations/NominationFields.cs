using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KeyProducts.Web.Pages.Nominations;

/// <summary>What a form asks about a nomination, registered or edited.</summary>
public class NominationFields
{
    [Required, StringLength(300)]
    public string? Product { get; set; }

    [StringLength(300)]
    public string? ProductEnglish { get; set; }

    [StringLength(4000)]
    public string? Description { get; set; }

    [Required]
    public Guid? IndustryId { get; set; }

    [Required]
    public Guid? TrackId { get; set; }

    public int? RenewsYear { get; set; }

    [Amount]
    public long? Revenue { get; set; }

    [Amount(2)]
    public decimal? Export { get; set; }

    [BindNever, ValidateNever]
    public int DataYear { get; private set; }

    [BindNever, ValidateNever]
    public IReadOnlyList<SelectListItem> Industries { get; private set; } = [];

    [BindNever, ValidateNever]
    public IReadOnlyList<SelectListItem> Tracks { get; private set; } = [];

    /// <summary>The content that the domain asks for.</summary>
    public NominationContent ToContent() =>
        new(BilingualName.Of(Product, ProductEnglish), Description, IndustryId!.Value, TrackId!.Value, RenewsYear);

    /// <summary>Export in US cents.</summary>
    public long? ToExportCents() => Export is { } dollars ? (long)(dollars * 100m) : null;

    /// <summary>Offers the year's industries and tracks.</summary>
    public void Offer(Programme programme)
    {
        DataYear = programme.DataYear;
        Industries = [.. programme.Industries.Select(one => new SelectListItem(one.Name.In(Languages.Current), one.Id.ToString()))];
        Tracks = [.. programme.Tracks.Select(one => new SelectListItem(one.Name.In(Languages.Current), one.Id.ToString()))];
    }

    /// <summary>Fills the fields from a stored nomination.</summary>
    public void Take(Nomination nomination, int dataYear)
    {
        (Product, ProductEnglish, Description) = (nomination.Product.Vietnamese, nomination.Product.English, nomination.Description);
        (IndustryId, TrackId, RenewsYear) = (nomination.IndustryId, nomination.TrackId, nomination.RenewsYear);
        var figure = nomination.FigureOf(dataYear, FigureBase.Product);
        (Revenue, Export) = (figure?.Revenue, figure?.ExportCents / 100m);
    }
}
