using System.Globalization;

namespace KeyProducts.Domain;

/// <summary>
/// Looks for what is doubtful in a dossier. Published lists show why: figures typed in millions for billions, product and business mixed,
/// exports above revenue. A doubt is a warning and blocks nothing; an officer decides about it, with a reason.
/// </summary>
public static class DossierChecks
{
    // Between a real change and a slip of the unit, which is a factor of 1,000 or more, lies a factor of about 300.
    private const decimal Slip = 300m;

    // Nothing that is nominated earns less in a year, in đồng: a smaller number was typed in millions or billions.
    private const long LeastRevenue = 100_000_000;

    /// <summary>Everything doubtful, in the order of the form.</summary>
    /// <param name="nomination">With its business, figures and certificates.</param>
    /// <param name="programme">Its year, with tracks.</param>
    /// <param name="background">What it is compared with.</param>
    public static IReadOnlyList<FigureWarning> Of(Nomination nomination, Programme programme, DossierBackground background) =>
    [
        .. OfProduct(nomination, background)
            .Concat(OfBusiness(nomination))
            .Concat(OfFigures(nomination, programme, background))
            .Concat(OfCertificates(nomination, background.Today))
            // Two entries that are alike in everything are one doubt.
            .DistinctBy(warning => warning.Key),
    ];

    private static IEnumerable<FigureWarning> OfProduct(Nomination nomination, DossierBackground background)
    {
        foreach (var twin in background.Twins)
        {
            yield return new FigureWarning(WarningKind.SameProductTwice, $"twice {twin}", DossierSection.Product,
                "Nomination {0} is of the same product of the same business.", twin);
        }
    }

    private static IEnumerable<FigureWarning> OfBusiness(Nomination nomination)
    {
        if (nomination.Establishment.Site == HanoiSite.Neither)
        {
            yield return new FigureWarning(WarningKind.NotInHanoi, "hanoi", DossierSection.Business, "Neither head office nor workshop lies in Hà Nội.");
        }

        var code = nomination.Business.TaxCode;
        if (code is null)
        {
            yield return new FigureWarning(WarningKind.TaxCode, "tax none", DossierSection.Business, "The business has no tax code.");
        }
        else if (TaxCode.DoubtOf(code) is var doubt and not TaxCodeDoubt.None)
        {
            yield return new FigureWarning(WarningKind.TaxCode, $"tax {code}", DossierSection.Business,
                doubt == TaxCodeDoubt.Form ? "The tax code {0} has not the form of one." : "The last digit of the tax code {0} does not fit the others.", code);
        }
    }

    private static IEnumerable<FigureWarning> OfFigures(Nomination nomination, Programme programme, DossierBackground background)
    {
        var figures = nomination.Figures.OrderByDescending(figure => figure.DataYear).ThenBy(figure => figure.Base).ToList();
        foreach (var figure in figures)
        {
            var own = nomination.FigureOf(figure.DataYear - 1, figure.Base)?.Content ?? FigureContent.None;
            var past = Earlier(background, figure.DataYear - 1, figure.Base);
            var before = new FigureContent(own.Revenue ?? past.Revenue, own.ExportCents ?? past.ExportCents, own.Employees ?? past.Employees);
            foreach (var (label, value, previous, then) in Pairs(figure, before, Earlier(background, figure.DataYear, figure.Base)))
            {
                if (Contradiction(figure, label, value, then, programme.Screening) is { } contradiction)
                {
                    yield return contradiction;
                }
                else if (Change(figure, label, value, previous, programme.Screening) is { } change)
                {
                    yield return change;
                }
            }

            if (figure.Base == FigureBase.Product && nomination.FigureOf(figure.DataYear, FigureBase.Business) is { } whole)
            {
                foreach (var warning in ProductAboveBusiness(figure, whole))
                {
                    yield return warning;
                }
            }

            if (ExportAboveRevenue(figure, programme) is { } above)
            {
                yield return above;
            }
        }

        if (Gate(nomination, programme) is { } gate)
        {
            yield return gate;
        }
    }

    private static FigureContent Earlier(DossierBackground background, int dataYear, FigureBase basis) =>
        background.Earlier.FirstOrDefault(one => one.DataYear == dataYear && one.Base == basis)?.Content ?? FigureContent.None;

    private static IEnumerable<(FigureName Label, decimal Value, decimal? Previous, decimal? Then)> Pairs(NominationFigure figure, FigureContent before, FigureContent declared)
    {
        if (figure.Revenue is { } revenue)
        {
            yield return (FigureName.Revenue, revenue, before.Revenue, declared.Revenue);
        }

        if (figure.ExportCents is { } cents)
        {
            yield return (FigureName.Export, cents / 100m, before.ExportCents / 100m, declared.ExportCents / 100m);
        }

        if (figure.Employees is { } employees)
        {
            yield return (FigureName.Employees, employees, before.Employees, declared.Employees);
        }
    }

    private static FigureWarning? Contradiction(NominationFigure figure, FigureName label, decimal value, decimal? then, ScreeningRules rules)
    {
        if (then is null || then == value || Math.Abs(value - then.Value) * 100m <= rules.Tolerance * Math.Max(value, then.Value))
        {
            return null;
        }

        return IsSlip(label, value, then.Value)
            ? Slipped(figure, label, value, then.Value, figure.DataYear)
            : new FigureWarning(WarningKind.ContradictsLastYear, Key("then", figure, label, value, then), DossierSection.Figures,
                "{0} {1}, {2}: the earlier dossier declared {3}, this one {4}.", label, figure.DataYear, figure.Base, then.Value, value);
    }

    private static FigureWarning? Change(NominationFigure figure, FigureName label, decimal value, decimal? previous, ScreeningRules rules)
    {
        if (label == FigureName.Revenue && value is > 0 and < LeastRevenue)
        {
            return new FigureWarning(WarningKind.UnitSlip, Key("unit", figure, label, value, null), DossierSection.Figures,
                "{0} {1}, {2}: {3} is very little. Was it typed in millions or billions of đồng?", label, figure.DataYear, figure.Base, value);
        }

        if (previous is not > 0 || value <= 0)
        {
            return null;
        }

        if (IsSlip(label, value, previous.Value))
        {
            return Slipped(figure, label, value, previous.Value, figure.DataYear - 1);
        }

        var ratio = value / previous.Value;
        if (value > previous.Value * rules.JumpRatio)
        {
            return new FigureWarning(WarningKind.Jump, Key("jump", figure, label, value, previous), DossierSection.Figures,
                "{0} {1}, {2}: {3} is {4} times the {5} of the year before.", label, figure.DataYear, figure.Base, value, decimal.Round(ratio, 1), previous.Value);
        }

        return value * rules.JumpRatio < previous.Value
            ? new FigureWarning(WarningKind.Fall, Key("fall", figure, label, value, previous), DossierSection.Figures,
                "{0} {1}, {2}: {3} is only {4} % of the {5} of the year before.", label, figure.DataYear, figure.Base, value, decimal.Round(ratio * 100, 1), previous.Value)
            : null;
    }

    // People are counted one by one: there is no unit to mistake.
    private static bool IsSlip(FigureName label, decimal value, decimal other) =>
        label != FigureName.Employees && value > 0 && other > 0 && (value / other >= Slip || other / value >= Slip);

    private static FigureWarning Slipped(NominationFigure figure, FigureName label, decimal value, decimal other, int otherYear) =>
        new(WarningKind.UnitSlip, Key("unit", figure, label, value, other), DossierSection.Figures,
            "{0} {1}, {2}: {3} against {4} for {5}. Is the unit right (thousand, million, billion)?", label, figure.DataYear, figure.Base, value, other, otherYear);

    private static IEnumerable<FigureWarning> ProductAboveBusiness(NominationFigure product, NominationFigure whole)
    {
        if (product.Revenue > whole.Revenue)
        {
            yield return new FigureWarning(WarningKind.ProductAboveBusiness, Key("above", product, FigureName.Revenue, product.Revenue!.Value, whole.Revenue), DossierSection.Figures,
                "Revenue {0}: the product’s {1} is more than the whole business’s {2}.", product.DataYear, (decimal)product.Revenue, (decimal)whole.Revenue!);
        }

        if (product.ExportCents > whole.ExportCents)
        {
            yield return new FigureWarning(WarningKind.ProductAboveBusiness, Key("above", product, FigureName.Export, product.ExportCents!.Value, whole.ExportCents), DossierSection.Figures,
                "Export {0}: the product’s {1} is more than the whole business’s {2}.", product.DataYear, product.ExportCents.Value / 100m, whole.ExportCents!.Value / 100m);
        }
    }

    // The rate is the data year's; that of earlier years is not known, and a doubt needs more than a guess.
    private static FigureWarning? ExportAboveRevenue(NominationFigure figure, Programme programme)
    {
        if (figure.DataYear != programme.DataYear || programme.Screening.DongPerDollar is not { } rate || figure is not { Revenue: { } revenue, ExportCents: { } cents })
        {
            return null;
        }

        var export = decimal.Round(cents / 100m * rate);
        return export <= revenue
            ? null
            : new FigureWarning(WarningKind.ExportAboveRevenue, Key("export", figure, FigureName.Export, export, revenue), DossierSection.Figures,
                "{0} {1}: export is {2} đồng at the year’s rate, more than the revenue of {3} đồng.", figure.Base, figure.DataYear, export, (decimal)revenue);
    }

    private static FigureWarning? Gate(Nomination nomination, Programme programme)
    {
        var track = programme.Tracks.First(one => one.Id == nomination.TrackId);
        var figure = nomination.FigureOf(programme.DataYear, FigureBase.Product);
        if (track.IsMetBy(figure?.Revenue, figure?.ExportCents / 100m) != false)
        {
            return null;
        }

        var value = track.Figure == GateFigure.Export ? figure!.ExportCents!.Value / 100m : figure!.Revenue!.Value;
        return new FigureWarning(WarningKind.GateNotMet, string.Create(CultureInfo.InvariantCulture, $"gate {track.Id} {value:0.##}"), DossierSection.Figures,
            "The gate of the track is not met: {0} {1}, at least {2}.", track.Figure, value, track.AtLeast!.Value);
    }

    private static IEnumerable<FigureWarning> OfCertificates(Nomination nomination, DateOnly today) =>
        from certificate in nomination.Certificates
        where certificate.ExpiresOn < today
        select new FigureWarning(WarningKind.CertificateExpired, string.Create(CultureInfo.InvariantCulture, $"expired {certificate.Name} {certificate.Number} {certificate.ExpiresOn:O}"), certificate.Section,
            "“{0}” expired on {1}.", certificate.Name, certificate.ExpiresOn!.Value);

    private static string Key(string doubt, NominationFigure figure, FigureName label, decimal value, decimal? other) =>
        string.Create(CultureInfo.InvariantCulture, $"{doubt} {figure.DataYear} {figure.Base} {label} {value:0.##} {other:0.##}");
}

/// <summary>The figures that a dossier declares.</summary>
public enum FigureName
{
    /// <summary>In đồng.</summary>
    Revenue,

    /// <summary>In US dollars.</summary>
    Export,

    /// <summary>Persons employed.</summary>
    Employees,
}
