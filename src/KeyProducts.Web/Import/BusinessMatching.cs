using KeyProducts.Domain;
using KeyProducts.Web.Storage;

namespace KeyProducts.Web.Import;

/// <summary>A business of the register, as far as it is needed to know it again.</summary>
internal sealed record RegisteredBusiness(Guid Id, int Number, string Name, string? TaxCode, Guid? MergedIntoId);

/// <summary>Finds the business that a row is about: by registration number, else by tax code, else by name, else a new one.</summary>
internal sealed class BusinessMatching
{
    private readonly Dictionary<Guid, RegisteredBusiness> register;
    private readonly Dictionary<string, RegisteredBusiness> byCode = [];
    private readonly ILookup<string, RegisteredBusiness> byName;
    private readonly Dictionary<int, Nomination> byNumber;
    private readonly IReadOnlySet<int> closed;
    private readonly Dictionary<Guid, BusinessTarget> known = [];
    private readonly Dictionary<string, BusinessTarget> newByCode = [];
    private readonly List<(string Name, string? Code, BusinessTarget Target)> newByName = [];

    /// <summary>Prepares for a file.</summary>
    /// <param name="businesses">The register.</param>
    /// <param name="nominations">The nominations that are open to the reader.</param>
    /// <param name="closed">The numbers of those that are not.</param>
    public BusinessMatching(IReadOnlyList<RegisteredBusiness> businesses, IReadOnlyList<Nomination> nominations, IReadOnlySet<int> closed)
    {
        this.closed = closed;
        register = businesses.ToDictionary(business => business.Id);
        byNumber = nominations.ToDictionary(nomination => nomination.Number);
        byName = businesses.Where(business => business.MergedIntoId is null).ToLookup(business => SearchText.Fold(business.Name));
        foreach (var business in businesses.Where(business => business.TaxCode is not null))
        {
            byCode.TryAdd(business.TaxCode!, Standing(business));
        }
    }

    /// <summary>The businesses of the file, each once.</summary>
    public List<BusinessTarget> Targets { get; } = [];

    /// <summary>Why a row about a nomination that is closed to the reader cannot be taken.</summary>
    public static Said IsClosed(int number) => new("Nomination {0} is closed to you, because you have declared a conflict of interest on the council. Take the row out; somebody else imports it.", number);

    /// <summary>Finds the business of a row, or notes why it cannot be found.</summary>
    public void Find(RowBeingRead row)
    {
        if (row.ClaimsNumber)
        {
            FindByNumber(row);
        }
        else if (row.Text(Entry.TaxCode) is { } code && byCode.TryGetValue(code, out var business))
        {
            Take(row, Known(business.Id));
        }
        else if (row.Text(Entry.Business) is { } name)
        {
            FindByName(row, SearchText.Fold(name), row.Text(Entry.TaxCode));
        }
        else
        {
            row.Wrong(Entry.Business, new Said("This cell must be filled in."));
        }
    }

    private void FindByNumber(RowBeingRead row)
    {
        if (row.Number is not { } number)
        {
            return; // The cell is wrong, and says so.
        }

        if (closed.Contains(number))
        {
            row.Wrong(Entry.Number, IsClosed(number));
            return;
        }

        if (!byNumber.TryGetValue(number, out var nomination))
        {
            row.Wrong(Entry.Number, new Said("The year has no nomination {0}. Leave the cell empty for a new one.", number));
            return;
        }

        if (row.Text(Entry.TaxCode) is { } code && byCode.TryGetValue(code, out var other) && other.Id != nomination.BusinessId)
        {
            row.Wrong(Entry.TaxCode, new Said("This is the tax code of “{0}”, and nomination {1} is of “{2}”. A nomination does not move to another business.", other.Name, number, nomination.Business.Name.Vietnamese));
            return;
        }

        row.Plan.Number = number;
        Take(row, Known(nomination.BusinessId));
    }

    private void FindByName(RowBeingRead row, string name, string? code)
    {
        var same = byName[name].ToList();
        if (same.FirstOrDefault(business => code is null || business.TaxCode is null) is { } business)
        {
            Take(row, Known(business.Id));
            return;
        }

        if (same.Count > 0)
        {
            row.Wrong(Entry.TaxCode, new Said("“{0}” has the tax code {1} in the register. Correct it here, or first in the record of the business.", same[0].Name, same[0].TaxCode!));
            return;
        }

        var target = code is not null && newByCode.TryGetValue(code, out var added)
            ? added
            : newByName.FirstOrDefault(one => one.Name == name && (code is null || one.Code is null || one.Code == code)).Target;
        if (target is null)
        {
            Targets.Add(target = new BusinessTarget());
            newByName.Add((name, code, target));
        }

        if (code is not null)
        {
            newByCode.TryAdd(code, target);
        }

        Take(row, target);
    }

    private BusinessTarget Known(Guid id)
    {
        if (!known.TryGetValue(id, out var target))
        {
            Targets.Add(known[id] = target = new BusinessTarget { Id = id });
        }

        return target;
    }

    private static void Take(RowBeingRead row, BusinessTarget target)
    {
        row.Target = target;
        target.Rows.Add(row);
    }

    // The record that stands for a merged one; a chain of merges ends.
    private RegisteredBusiness Standing(RegisteredBusiness business)
    {
        for (var steps = 0; business.MergedIntoId is { } into && register.TryGetValue(into, out var next) && steps < 100; steps++)
        {
            business = next;
        }

        return business;
    }
}
