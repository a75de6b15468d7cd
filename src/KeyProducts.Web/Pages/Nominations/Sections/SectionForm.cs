using System.Security.Cryptography;
using System.Text.Json;
using KeyProducts.Domain;

namespace KeyProducts.Web.Pages.Nominations.Sections;

/// <summary>What the form of a dossier's section asks.</summary>
public abstract class SectionForm
{
    /// <summary>Fills the fields from what is stored.</summary>
    public abstract void Take(Nomination nomination, Programme programme);

    /// <summary>Saves the fields through the domain.</summary>
    public abstract void Save(Nomination nomination, Programme programme, string? reason);

    /// <summary>The field of this form that a refusal of the domain concerns.</summary>
    public virtual string FieldOf(string field) => field;

    /// <summary>Names what the fields hold: a writer who saw another fingerprint saw something else.</summary>
    public string Fingerprint() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, GetType())))[..16];

    /// <summary>A text without spaces around it, its letters composed; null when nothing is left.</summary>
    protected static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().Normalize();
}

/// <summary>The forms of all sections; one of them is posted.</summary>
public sealed class SectionInput
{
    /// <summary>The fingerprint of what the writer saw.</summary>
    public string? Seen { get; set; }

    [System.ComponentModel.DataAnnotations.StringLength(2000)]
    public string? Reason { get; set; }

    public ProductForm? Product { get; set; }

    public EstablishmentForm? Business { get; set; }

    public FiguresForm? Figures { get; set; }

    public TechnologyForm? Technology { get; set; }

    public StandardsForm? Standards { get; set; }

    public BrandForm? Brand { get; set; }

    public EnvironmentForm? Environment { get; set; }

    public CommitmentsForm? Commitments { get; set; }

    /// <summary>The form of a section; an empty one where none was posted.</summary>
    public SectionForm Of(DossierSection section) => section switch
    {
        DossierSection.Product => Product ??= new(),
        DossierSection.Business => Business ??= new(),
        DossierSection.Figures => Figures ??= new(),
        DossierSection.Technology => Technology ??= new(),
        DossierSection.Standards => Standards ??= new(),
        DossierSection.Brand => Brand ??= new(),
        DossierSection.Environment => Environment ??= new(),
        _ => Commitments ??= new(),
    };
}
