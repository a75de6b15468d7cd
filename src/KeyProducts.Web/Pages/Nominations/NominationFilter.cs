using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Http.Extensions;

namespace KeyProducts.Web.Pages.Nominations;

/// <summary>What a list of nominations is narrowed to.</summary>
public sealed class NominationFilter
{
    public string? Text { get; set; }

    public NominationStatus? Status { get; set; }

    public Guid? Industry { get; set; }

    public Guid? Track { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && Status is null && Industry is null && Track is null;

    /// <summary>The filter as a query, for links.</summary>
    public string Query
    {
        get
        {
            var query = new QueryBuilder();
            Add(query, nameof(Text), Text);
            Add(query, nameof(Status), Status?.ToString());
            Add(query, nameof(Industry), Industry?.ToString());
            Add(query, nameof(Track), Track?.ToString());
            return query.ToString().TrimStart('?');
        }
    }

    /// <summary>The nominations that fit.</summary>
    public IQueryable<Nomination> Of(IQueryable<Nomination> nominations) => nominations
        .Where(nomination => (Status == null || nomination.Status == Status)
            && (Industry == null || nomination.IndustryId == Industry)
            && (Track == null || nomination.TrackId == Track))
        .Matching(Text);

    private static void Add(QueryBuilder query, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            query.Add($"Filter.{name}", value);
        }
    }
}
