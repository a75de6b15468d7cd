using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.RegularExpressions;
using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;

namespace KeyProducts.Web.Import;

/// <summary>A sentence with what fills its places: an English key.</summary>
/// <param name="Sentence">The key.</param>
/// <param name="Arguments">Numbers, days, names.</param>
public sealed record Said(string Sentence, params IReadOnlyList<object> Arguments);

/// <summary>What a cell came to: a value, or why not; and what was done to read it, where a reader should know.</summary>
/// <param name="Value">Null, string, bool, int, long, decimal, DateOnly, a key or a member of an enum; text of certificates in its one written form.</param>
/// <param name="Problem">Why it has no value.</param>
/// <param name="Note">What was done.</param>
public sealed record CellReading(object? Value, Said? Problem = null, Said? Note = null)
{
    /// <summary>Nothing stands there.</summary>
    public static readonly CellReading Nothing = new((object?)null);
}

/// <summary>Reads the cells of a column: tolerant of how a value is written, and never guessing what it is.</summary>
public static partial class CellReader
{
    // As the domain has it; more does not fit a figure.
    private const decimal MostMoney = 10_000_000_000_000_000;

    private static readonly DateOnly FirstDay = new(1980, 1, 1), LastDay = new(2100, 12, 31);
    private static readonly string[] DayForms = ["d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "yyyy-M-d", "yyyy/M/d", "d/M/yyyy HH:mm", "d/M/yyyy H:mm:ss", "yyyy-MM-dd'T'HH:mm:ss"];
    private static readonly HashSet<string> Yes = ["co", "x", "yes", "y", "true", "1", "da ky", "da cam ket", "✓", "✔"], No = ["khong", "no", "n", "false", "0", "chua", "-"];

    /// <summary>The value of a cell.</summary>
    public static CellReading Read(ImportColumn column, CellContent? cell)
    {
        if (cell is null || cell.Text.Length == 0)
        {
            return CellReading.Nothing;
        }

        return cell.Kind switch
        {
            CellKind.Error => Wrong("The cell shows the error {0}.", cell.Text),
            CellKind.Formula => Wrong("The cell has a formula that was never computed. Open the file in Excel, save it there and send it again."),
            _ => column.Kind switch
            {
                EntryKind.Number or EntryKind.Year => Whole(cell),
                EntryKind.TaxCode => Code(cell),
                EntryKind.Email => new EmailAddressAttribute().IsValid(cell.Text) && !cell.Text.Contains(' ', StringComparison.Ordinal) ? Text(column, cell.Text) : Wrong("This is not an e-mail address."),
                EntryKind.Choice => Choice(column, cell.Text),
                EntryKind.YesNo => YesOrNo(column, cell.Text),
                EntryKind.Day => Day(cell),
                EntryKind.Dong => Amount(cell, 0, "đ", "đồng", "vnđ", "vnd", "₫", "đong"),
                EntryKind.Dollars => Amount(cell, 2, "usd", "us$", "$", "đô la", "đô-la"),
                EntryKind.Persons => Persons(Amount(cell, 0, "người", "lao động", "persons")),
                EntryKind.Share => Share(cell),
                EntryKind.Certificates => Certificates.Read(cell.Text),
                _ => Text(column, cell.Text),
            },
        };
    }

    /// <summary>A day as people write one; null when it is none.</summary>
    internal static DateOnly? DayOf(string text) =>
        DateTime.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && DateOnly.FromDateTime(day) is var read && read >= FirstDay && read <= LastDay
            ? read
            : null;

    private static CellReading Text(ImportColumn column, string text)
    {
        var words = column.Kind == EntryKind.Text ? text : text.ReplaceLineEndings(" ");
        return words.Length > column.MostLetters ? Wrong("This has {0} characters; at most {1} are kept.", words.Length, column.MostLetters) : new CellReading(words);
    }

    private static CellReading Whole(CellContent cell) =>
        (cell.Number ?? (Numbers.Read(cell.Text, 0, isAmount: false, out var typed) == NumberReading.Read ? typed : null)) is { } number && number == decimal.Truncate(number) && number is > 0 and < 1_000_000
            ? new CellReading((int)number)
            : Wrong("Give a whole number.");

    // A number in a sheet has lost the zeros at its start. Where one more makes the check digit fit, it was there.
    private static CellReading Code(CellContent cell)
    {
        var code = TaxCode.Tidy(cell.Text)!.Replace('–', '-').Replace("'", "", StringComparison.Ordinal);
        if (code.Length is < 10 and >= 8 && code.All(char.IsAsciiDigit))
        {
            var whole = code.PadLeft(10, '0');
            return TaxCode.DoubtOf(whole) == TaxCodeDoubt.None
                ? new CellReading(whole, Note: new Said("The tax code {0} is read as {1}: the sheet has dropped the zero at its start.", code, whole))
                : Wrong("The tax code {0} is too short, and no zero at its start makes its last digit fit. Type the whole code.", code);
        }

        return cell.Kind == CellKind.Number && code.Length != 10
            ? Wrong("The sheet has made a number of this tax code and may have dropped zeros. Type the whole code.")
            : code.Length > 20 ? Wrong("This is not a tax code.") : new CellReading(code);
    }

    private static CellReading Choice(ImportColumn column, string text)
    {
        var folded = Label.Of(text);
        var found = column.Choices!.Where(choice => Label.Of(choice.Name.Vietnamese) == folded || Label.Of(choice.Name.English ?? "") == folded).ToList();
        return found.Count == 1 ? new CellReading(found[0].Value) : Wrong("This is not in the list of the year. Choose one of the list.");
    }

    private static CellReading YesOrNo(ImportColumn column, string text)
    {
        var folded = SearchText.Fold(text);
        return Yes.Contains(folded) ? new CellReading(true) : No.Contains(folded) ? new CellReading(false) : Choice(column, text) is { Problem: null } known ? known : Wrong("Write yes or no.");
    }

    private static CellReading Day(CellContent cell)
    {
        if (cell.Day is { } day)
        {
            return day >= FirstDay && day <= LastDay ? new CellReading(day) : Wrong("The number {0} is no day. Write day/month/year, for instance 31/08/2025.", cell.Text);
        }

        return DayOf(cell.Text) is { } read ? new CellReading(read) : Wrong("This is no day. Write day/month/year, for instance 31/08/2025.");
    }

    private static CellReading Amount(CellContent cell, int decimals, params string[] units)
    {
        if (cell.Kind == CellKind.Day)
        {
            return Wrong("A day stands where a number is needed.");
        }

        var text = cell.Text.Trim();
        if (BigUnit().IsMatch(SearchText.Fold(text)))
        {
            return Wrong("Write the whole number with all its zeros, without tỷ, triệu or nghìn.");
        }

        var unit = units.OrderByDescending(one => one.Length).FirstOrDefault(one => text.EndsWith(one, StringComparison.OrdinalIgnoreCase) || text.StartsWith(one, StringComparison.OrdinalIgnoreCase));
        var digits = unit is null ? text : text.Replace(unit, "", StringComparison.OrdinalIgnoreCase).Trim();
        if (cell.Number is not { } number && Numbers.Read(digits, decimals, isAmount: true, out number) != NumberReading.Read)
        {
            return Wrong("“{0}” is not a number.", PlainStart(cell.Text));
        }

        if (cell.Text.EndsWith('%'))
        {
            return Wrong("A percentage stands where a number is needed.");
        }

        return number < 0 ? Wrong("A figure cannot be negative.")
            : number != decimal.Round(number, decimals) ? decimals == 0 ? Wrong("Give a whole number.") : Wrong("At most {0} decimals.", decimals)
            : number > MostMoney ? Wrong("This number is too large.")
            : new CellReading(decimals == 0 ? (object)(long)number : number);
    }

    private static CellReading Persons(CellReading amount) => amount.Value is not long persons ? amount : persons <= int.MaxValue ? new CellReading((int)persons) : Wrong("This number is too large.");

    private static CellReading Share(CellContent cell)
    {
        if (Numbers.Read(cell.Text.TrimEnd('%').Trim(), 2, isAmount: false, out var share) != NumberReading.Read || share is < 0 or > 100 || decimal.Round(share, 2) != share)
        {
            return Wrong("A share lies between 0 and 100 percent, with at most two decimals.");
        }

        return share is > 0 and < 1 && !cell.Text.EndsWith('%') ? Wrong("“{0}” may mean {1} % as well as {2} %. Write it with the sign %.", cell.Text, share, share * 100) : new CellReading(share);
    }

    private static string PlainStart(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private static CellReading Wrong(string sentence, params object[] arguments) => new(null, new Said(sentence, arguments));

    [GeneratedRegex(@"\d\s*(?:ty|ti|trieu|nghin|ngan|tr|t|k|m|bn|b|million|billion|thousand)\b")]
    private static partial Regex BigUnit();
}
