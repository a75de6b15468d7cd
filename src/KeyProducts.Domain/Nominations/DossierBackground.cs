namespace KeyProducts.Domain;

/// <summary>What a dossier is compared with.</summary>
/// <param name="Earlier">Figures that the same business declared in earlier years: of the business, and of the same product. One for each data year and base, the latest dossier's.</param>
/// <param name="Twins">Registration numbers of other nominations of the year with the same product of the same business, without those withdrawn.</param>
/// <param name="Today">The day on which certificates are looked at, in Hà Nội.</param>
public sealed record DossierBackground(IReadOnlyList<NominationFigure> Earlier, IReadOnlyList<int> Twins, DateOnly Today)
{
    /// <summary>Nothing to compare with.</summary>
    public static DossierBackground None(DateOnly today) => new([], [], today);

    /// <summary>What a nomination is compared with. Certificates are looked at while its year lasts: one that ends later was valid when it counted.</summary>
    /// <param name="nomination">The nomination.</param>
    /// <param name="programme">Its year.</param>
    /// <param name="earlier">Nominations of the same business in earlier years with their figures, the latest first.</param>
    /// <param name="beside">Nominations of the same business in the year, without those withdrawn.</param>
    /// <param name="fold">Makes equal what differs only in the writing of a product’s name.</param>
    /// <param name="today">The day, in Hà Nội.</param>
    public static DossierBackground Of(
        Nomination nomination,
        Programme programme,
        IEnumerable<Nomination> earlier,
        IEnumerable<(Guid Id, int Number, string Product)> beside,
        Func<string, string> fold,
        DateOnly today)
    {
        var product = fold(nomination.Product.Vietnamese);
        var lastDay = new DateOnly(programme.Year, 12, 31);
        return new DossierBackground(
            [.. earlier.SelectMany(one => one.Figures.Where(figure => figure.Base == FigureBase.Business || fold(one.Product.Vietnamese) == product))],
            [.. beside.Where(other => other.Id != nomination.Id && fold(other.Product) == product).Select(other => other.Number).Order()],
            today < lastDay ? today : lastDay);
    }
}
