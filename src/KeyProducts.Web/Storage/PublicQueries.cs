using KeyProducts.Domain;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Storage;

/// <summary>What everybody may read, signed in or not. Every public page, file, count and search begins here and nowhere else.</summary>
public static class PublicQueries
{
    /// <summary>The years whose recognition list is public.</summary>
    public static IQueryable<Programme> PublishedYears(this AppDbContext db) => db.Programmes.AsNoTracking().Where(programme => programme.Stage == Stage.Recognised && programme.PublishedAt != null);

    /// <summary>The years whose provisional list is public.</summary>
    public static IQueryable<Programme> YearsInConsultation(this AppDbContext db) =>
        db.Programmes.AsNoTracking().Where(programme => programme.Stage == Stage.Consultation && programme.ConsultationPublishedAt != null);

    /// <summary>What sources say of the years, as far as it is public.</summary>
    public static IQueryable<PastFigure> PublicPastFigures(this AppDbContext db) => db.PastFigures.AsNoTracking().Where(figure => figure.IsPublic);

    /// <summary>The products of old lists that are public. Their tax codes are not, and no page may show them.</summary>
    public static IQueryable<PastProduct> PublicPastProducts(this AppDbContext db) => db.PastProducts.AsNoTracking().Where(product => product.IsPublic);
}
