using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;

namespace KeyProducts.Web.Pages.Nominations.Sections;

/// <summary>Automation, digital transformation, smart factory.</summary>
public sealed class TechnologyForm : SectionForm
{
    public decimal? AutomatedShare { get; set; }

    [StringLength(4000)]
    public string? Automation { get; set; }

    [StringLength(4000)]
    public string? DigitalTransformation { get; set; }

    [StringLength(4000)]
    public string? SmartFactory { get; set; }

    public override void Take(Nomination nomination, Programme programme) =>
        (AutomatedShare, Automation, DigitalTransformation, SmartFactory) =
        (nomination.Technology.AutomatedShare, nomination.Technology.Automation, nomination.Technology.DigitalTransformation, nomination.Technology.SmartFactory);

    public override void Save(Nomination nomination, Programme programme, string? reason) =>
        nomination.Change(programme, new Technology(AutomatedShare, Tidy(Automation), Tidy(DigitalTransformation), Tidy(SmartFactory)), reason);
}

/// <summary>Environment and labour.</summary>
public sealed class EnvironmentForm : SectionForm
{
    [StringLength(4000)]
    public string? Environment { get; set; }

    [StringLength(4000)]
    public string? Labour { get; set; }

    public override void Take(Nomination nomination, Programme programme) => (Environment, Labour) = (nomination.Environment, nomination.Labour);

    public override void Save(Nomination nomination, Programme programme, string? reason) =>
        nomination.ChangeEnvironment(programme, Tidy(Environment), Tidy(Labour), reason);
}

/// <summary>What the business has signed.</summary>
public sealed class CommitmentsForm : SectionForm
{
    public bool Environment { get; set; }

    public bool Quality { get; set; }

    public bool IntellectualProperty { get; set; }

    public bool Law { get; set; }

    [StringLength(200)]
    public string? SignedBy { get; set; }

    public DateOnly? SignedOn { get; set; }

    public override void Take(Nomination nomination, Programme programme)
    {
        var stored = nomination.Commitments;
        (Environment, Quality, IntellectualProperty, Law) = (stored.Environment, stored.Quality, stored.IntellectualProperty, stored.Law);
        (SignedBy, SignedOn) = (stored.SignedBy, stored.SignedOn);
    }

    public override void Save(Nomination nomination, Programme programme, string? reason) =>
        nomination.Change(programme, new Commitments(Environment, Quality, IntellectualProperty, Law, Tidy(SignedBy), SignedOn), reason);
}
