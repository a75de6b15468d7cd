using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Reports.Public;

/// <summary>A recognised product of any year as everybody may read it: from a list that the program has carried through, or from an old one.</summary>
/// <param name="Year">The year of the award.</param>
/// <param name="Product">Its name.</param>
/// <param name="Business">The name of its business; null where an old list names the product alone.</param>
/// <param name="BusinessNumber">The number of its business in addresses; null where an old list names one that the register does not know.</param>
/// <param name="Industry">Its industry; null where an old list does not say.</param>
/// <param name="IsTop">Whether it is of the year's top.</param>
/// <param name="TopCount">How many products form that top; null where an old list does not say.</param>
/// <param name="Own">What the program knows of it; null for a product of an old list.</param>
public sealed record RecognisedEntry(int Year, BilingualName Product, BilingualName? Business, int? BusinessNumber, BilingualName? Industry, bool IsTop, int? TopCount, PublicProduct? Own)
{
    /// <summary>The address of its page; products of old lists have none.</summary>
    public string? Address => Own is null ? null : $"/recognised/{Year}/{Own.Number}";

    /// <summary>Whether its product or its business has a word that begins with each word that somebody looks for, whatever their diacritics.</summary>
    public bool Fits(SearchQuery query)
    {
        var words = $" {SearchText.Words($"{Product.Vietnamese} {Product.English} {Business?.Vietnamese} {Business?.English}")}";
        return query.Words.All(word => words.Contains($" {word.Text}", StringComparison.Ordinal));
    }
}

/// <summary>A year whose recognised products are public.</summary>
/// <param name="Year">The year of the award.</param>
/// <param name="Own">What the program knows of it; null for a year of old lists.</param>
/// <param name="Entries">By industry, within it by the name of the business, which tells no rank.</param>
/// <param name="Sources">Where old lists were read.</param>
public sealed record RecognisedYear(int Year, PublicYear? Own, IReadOnlyList<RecognisedEntry> Entries, IReadOnlyList<string> Sources)
{
    /// <summary>How many businesses stand behind the products; null where an old list does not name them all.</summary>
    public int? BusinessCount => Own?.BusinessCount
        ?? (Entries.Any(entry => entry.Business is null) ? null : Entries.DistinctBy(entry => entry.BusinessNumber?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? SearchText.Words(entry.Business!.Vietnamese)).Count());
}

/// <summary>Reads what was recognised in all public years.</summary>
public sealed class RecognisedYears(AppDbContext db, PublishedLists lists)
{
    /// <summary>All years, the latest first. An old list gives way to the list that the program itself publishes.</summary>
    public async Task<IReadOnlyList<RecognisedYear>> AllAsync()
    {
        var own = await lists.AllAsync();
        var past = (await PastAsync()).Where(entry => own.All(one => one.Year != entry.Year));
        return [.. own.Select(OfOwn).Concat(OfPast(Known(past, own))).OrderByDescending(year => year.Year)];
    }

    /// <summary>One year; null when nothing of it is public.</summary>
    public async Task<RecognisedYear?> YearAsync(int year) =>
        await lists.YearAsync(year) is { } own ? OfOwn(own) : (await AllAsync()).FirstOrDefault(one => one.Year == year);

    /// <summary>The number of the business into whose record another was merged; null when there is no such record.</summary>
    public Task<int?> StandingNumberAsync(int number) => (
        from gone in db.Businesses
        join standing in db.Businesses on gone.MergedIntoId equals standing.Id
        where gone.Number == number
        select (int?)standing.Number).FirstOrDefaultAsync();

    /// <summary>
    /// The recognitions of one product over the years, the latest first: those of its business with the same name, and those that one says it renews where
    /// the business had only one product in the year renewed.
    /// </summary>
    /// <param name="product">The product.</param>
    /// <param name="ofBusiness">All recognitions of its business.</param>
    public static IReadOnlyList<RecognisedEntry> OfProduct(RecognisedEntry product, IReadOnlyList<RecognisedEntry> ofBusiness)
    {
        bool IsRenewed(RecognisedEntry later, RecognisedEntry earlier) =>
            later.Own?.RenewsYear == earlier.Year && ofBusiness.Count(one => one.Year == earlier.Year) == 1;
        bool IsSame(RecognisedEntry one, RecognisedEntry other) =>
            SearchText.Words(one.Product.Vietnamese) == SearchText.Words(other.Product.Vietnamese) || IsRenewed(one, other) || IsRenewed(other, one);

        var found = new List<RecognisedEntry> { product };
        while (ofBusiness.FirstOrDefault(one => !found.Contains(one) && found.Exists(known => IsSame(one, known))) is { } next)
        {
            found.Add(next);
        }

        return [.. found.OrderByDescending(one => one.Year)];
    }

    // A business that an old list names as one of ours is that one, unless two of ours have the name.
    private static IEnumerable<PastEntry> Known(IEnumerable<PastEntry> past, IReadOnlyList<PublicYear> own)
    {
        var numbers = own.SelectMany(year => year.Products).Select(product => (Name: SearchText.Words(product.Business.Vietnamese), product.BusinessNumber)).Distinct().ToLookup(one => one.Name, one => one.BusinessNumber);
        return past.Select(entry => entry.BusinessNumber is null && entry.Business is not null && numbers[SearchText.Words(entry.Business)].ToList() is [var only] ? entry with { BusinessNumber = only } : entry);
    }

    private static RecognisedYear OfOwn(PublicYear year) => new(
        year.Year, year, [.. year.Products.Select(product => new RecognisedEntry(year.Year, product.Name, product.Business, product.BusinessNumber, product.Industry, product.IsTop, year.TopCount, product))], []);

    private static IEnumerable<RecognisedYear> OfPast(IEnumerable<PastEntry> entries) =>
        from entry in entries
        group entry by entry.Year into year
        select new RecognisedYear(
            year.Key,
            null,
            [
                .. year.OrderBy(one => one.Industry, RecognisedProducts.ByName).ThenBy(one => one.Business, RecognisedProducts.ByName).ThenBy(one => one.Product, RecognisedProducts.ByName)
                    .Select(one => new RecognisedEntry(year.Key, Name(one.Product)!, Name(one.Business), one.BusinessNumber, Name(one.Industry), one.IsTop, null, null)),
            ],
            [.. year.Select(one => one.Source).Distinct(StringComparer.Ordinal)]);

    // Old lists are Vietnamese.
    private static BilingualName? Name(string? text) => text is null ? null : new BilingualName(text, null);

    private Task<List<PastEntry>> PastAsync() => (
        from product in db.PublicPastProducts()
        join known in db.Businesses on product.BusinessId equals known.Id into knowns
        from known in knowns.DefaultIfEmpty()
            // A record that was merged since leads to the one that stays.
        join kept in db.Businesses on known.MergedIntoId equals kept.Id into keepers
        from kept in keepers.DefaultIfEmpty()
        select new PastEntry(product.Year, product.Product, product.Business, product.Industry, product.IsTop, product.Source, (int?)kept.Number ?? (int?)known.Number)).ToListAsync();

    private sealed record PastEntry(int Year, string Product, string? Business, string? Industry, bool IsTop, string Source, int? BusinessNumber);
}
