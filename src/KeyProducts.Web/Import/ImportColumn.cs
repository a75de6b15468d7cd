using System.Globalization;
using KeyProducts.Domain;
using KeyProducts.Web.Text;

namespace KeyProducts.Web.Import;

/// <summary>What an entry of a dossier is, and so how its cell is read.</summary>
public enum EntryKind
{
    Number,
    Line,
    Text,
    TaxCode,
    Email,
    Web,
    Choice,
    Year,
    Day,
    Dong,
    Dollars,
    Persons,
    Share,
    YesNo,
    Certificates,
}

/// <summary>A column of the workbook of a year's nominations: an entry of the dossier or of its business.</summary>
/// <param name="Key">The entry, see <see cref="Entry"/>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Vietnamese">Its header in the template.</param>
/// <param name="English">Its header for readers of English.</param>
/// <param name="Width">Its width in characters.</param>
/// <param name="Hint">What is to be entered: an English sentence, the key of its translation.</param>
/// <param name="Aliases">What others call it.</param>
public sealed record ImportColumn(string Key, EntryKind Kind, string Vietnamese, string English, double Width, string Hint, params string[] Aliases)
{
    /// <summary>Whether a new nomination needs it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it belongs to the business's own record.</summary>
    public bool IsOfBusiness { get; init; }

    /// <summary>The year of a figure; null for everything else.</summary>
    public int? DataYear { get; init; }

    /// <summary>What may be chosen: the value, and its name in Vietnamese and English; null for other entries.</summary>
    public IReadOnlyList<(object Value, BilingualName Name)>? Choices { get; init; }

    /// <summary>The most characters.</summary>
    public int MostLetters => Kind == EntryKind.Text ? 4_000 : 300;

    /// <summary>What to call it: "Doanh thu sản phẩm 2025 (đồng)".</summary>
    public string NameIn(string language)
    {
        var name = language == "en" ? English : Vietnamese;
        var unit = name.IndexOf(" (", StringComparison.Ordinal);
        return DataYear is not { } year ? name : name.Insert(unit < 0 ? name.Length : unit, string.Create(CultureInfo.InvariantCulture, $" {year}"));
    }

    /// <summary>A value as the reader's language writes it; empty for none.</summary>
    public string Write(object? value) => value switch
    {
        null => "",
        _ when Choices is not null => Choices.FirstOrDefault(choice => choice.Value.Equals(value)).Name?.In(Languages.Current) ?? "",
        string text => text,
        DateOnly day => Shown.Day(day),
        decimal number => number.ToString("#,##0.##", CultureInfo.CurrentCulture),
        long amount => Shown.Whole(amount),
        int number when Kind == EntryKind.Persons => Shown.Whole(number),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}

/// <summary>The entries of a dossier that a workbook has, by name; figures also carry their year.</summary>
public static class Entry
{
    public const string Number = nameof(Number);
    public const string Business = nameof(Business);
    public const string BusinessEnglish = nameof(BusinessEnglish);
    public const string TaxCode = nameof(TaxCode);
    public const string TaxCodeReason = nameof(TaxCodeReason);
    public const string Ownership = nameof(Ownership);
    public const string Street = nameof(Street);
    public const string Ward = nameof(Ward);
    public const string District = nameof(District);
    public const string City = nameof(City);
    public const string Contact = nameof(Contact);
    public const string Phone = nameof(Phone);
    public const string Email = nameof(Email);
    public const string Website = nameof(Website);
    public const string Product = nameof(Product);
    public const string ProductEnglish = nameof(ProductEnglish);
    public const string Description = nameof(Description);
    public const string Industry = nameof(Industry);
    public const string Track = nameof(Track);
    public const string RenewsYear = nameof(RenewsYear);
    public const string ReceivedOn = nameof(ReceivedOn);
    public const string Site = nameof(Site);
    public const string Workshop = nameof(Workshop);
    public const string Activity = nameof(Activity);
    public const string Representative = nameof(Representative);
    public const string RepresentativeTitle = nameof(RepresentativeTitle);
    public const string DossierContact = nameof(DossierContact);
    public const string DossierPhone = nameof(DossierPhone);
    public const string DossierEmail = nameof(DossierEmail);
    public const string AutomatedShare = nameof(AutomatedShare);
    public const string Automation = nameof(Automation);
    public const string DigitalTransformation = nameof(DigitalTransformation);
    public const string SmartFactory = nameof(SmartFactory);
    public const string Standards = nameof(Standards);
    public const string Brand = nameof(Brand);
    public const string Rights = nameof(Rights);
    public const string Environment = nameof(Environment);
    public const string Labour = nameof(Labour);
    public const string CommitsEnvironment = nameof(CommitsEnvironment);
    public const string CommitsQuality = nameof(CommitsQuality);
    public const string CommitsRights = nameof(CommitsRights);
    public const string CommitsLaw = nameof(CommitsLaw);
    public const string SignedBy = nameof(SignedBy);
    public const string SignedOn = nameof(SignedOn);

    /// <summary>The name of a figure.</summary>
    public static string Figure(int year, FigureBase basis, FigureName figure) => string.Create(CultureInfo.InvariantCulture, $"{year}.{basis}.{figure}");
}
