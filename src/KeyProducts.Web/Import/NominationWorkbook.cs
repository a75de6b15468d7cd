using KeyProducts.Documents;
using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Domain;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Import;

/// <summary>The workbook of a year's nominations: empty, to be filled in, or with what is stored, to be edited. Either comes back through <see cref="NominationImport"/>.</summary>
public static class NominationWorkbook
{
    private const int FrozenColumns = 3;

    /// <summary>The template, with an example row.</summary>
    /// <param name="programme">The year, with industries and tracks.</param>
    /// <param name="T">The reader's words; headers and choices are Vietnamese.</param>
    public static FormWorkbook Empty(Programme programme, IStringLocalizer<Words> T)
    {
        var columns = ImportColumns.Of(programme, T);
        var example = Example(programme);
        return Of(programme, columns, T) with
        {
            FileName = $"mau-ho-so-{programme.Year}",
            Example = [.. columns.Select(column => example.TryGetValue(column.Key, out var value) ? value : column.Choices is { Count: > 0 } ? Written(column, column.Choices[0].Value) : null)],
        };
    }

    /// <summary>The nominations of a year.</summary>
    /// <param name="programme">The year, with industries and tracks.</param>
    /// <param name="nominations">Its nominations in order, with business, figures and certificates.</param>
    /// <param name="T">The reader's words; headers and choices are Vietnamese.</param>
    public static FormWorkbook Filled(Programme programme, IEnumerable<Nomination> nominations, IStringLocalizer<Words> T)
    {
        var columns = ImportColumns.Of(programme, T);
        return Of(programme, columns, T) with
        {
            FileName = $"ho-so-{programme.Year}-de-sua",
            Rows = [.. nominations.Select(nomination => Row(columns, nomination))],
        };
    }

    private static FormWorkbook Of(Programme programme, IReadOnlyList<ImportColumn> columns, IStringLocalizer<Words> T)
    {
        var forms = columns.Select(column => Form(column, T)).ToList();
        return new FormWorkbook
        {
            FileName = "ho-so",
            Language = "vi",
            Title = $"HỒ SƠ ĐĂNG KÝ XÉT CHỌN SẢN PHẨM CÔNG NGHIỆP CHỦ LỰC NĂM {programme.Year}",
            Lines = [T["One product in a row. Columns with an asterisk must be filled in. More is on the sheet “Hướng dẫn”."]],
            SheetName = "Hồ sơ",
            ListsName = "Danh mục",
            FrozenColumns = FrozenColumns,
            Columns = forms,
            Guide = Guide(programme, forms, T),
        };
    }

    private static FormColumn Form(ImportColumn column, IStringLocalizer<Words> T) =>
        new(new Column(column.Vietnamese, KindOf(column), column.Width, column.Kind is EntryKind.Dollars or EntryKind.Share ? 2 : 0), T[column.Hint])
        {
            IsRequired = column.IsRequired,
            Group = column.DataYear is { } year ? $"Năm {year}" : null,
            Choices = column.Choices is null ? null : [.. column.Choices.Select(choice => choice.Name.Vietnamese)],
        };

    private static ColumnKind KindOf(ImportColumn column) => column.Kind switch
    {
        EntryKind.TaxCode or EntryKind.Year => ColumnKind.Code,
        _ when column.Key is Entry.Phone or Entry.DossierPhone => ColumnKind.Code,
        EntryKind.Day => ColumnKind.Date,
        EntryKind.Number or EntryKind.Dong or EntryKind.Dollars or EntryKind.Persons or EntryKind.Share => ColumnKind.Number,
        _ => ColumnKind.Text,
    };

    private static Report Guide(Programme programme, IEnumerable<FormColumn> columns, IStringLocalizer<Words> T) => new()
    {
        FileName = "huong-dan",
        Language = Languages.Current,
        Title = T["How to fill in the list of nominations of {0}", programme.Year],
        Lines =
        [
            T["Fill in the sheet “Hồ sơ” from the row below the example. The example is not read; you may leave it or delete it."],
            T["For a new nomination leave the registration number empty. A row with a number changes that nomination: its empty cells empty the entries, and a column that you delete stays as it is stored."],
            T["A business is known again by its tax code, else by its name. In a row without a number, empty cells leave what is stored."],
            T["Money is written in full: đồng and US dollars with all zeros, not in millions or billions. 1.234.567,8 and 1,234,567.8 are both understood."],
            T["Days are written day/month/year. Tax codes keep the zeros at their start."],
            T["Columns may be moved, hidden or left out; their headers tell what they are. Nothing is stored before you have seen a preview and confirmed it."],
        ],
        Tables =
        [
            Table.Of(columns)
                .Text(T["Column"], column => column.Group is null ? column.Head.Header : $"{column.Group}: {column.Head.Header}", 36)
                .Text(T["Required"], column => column.IsRequired ? T["Yes"].Value : null, 12)
                .Text(T["What to enter"], column => column.Hint, 70)
                .Table("Hướng dẫn"),
        ],
    };

    private static List<object?> Row(IReadOnlyList<ImportColumn> columns, Nomination nomination)
    {
        var entries = NominationEntries.Of(nomination);
        foreach (var (key, value) in NominationEntries.Of(nomination.Business))
        {
            entries[key] = value;
        }

        return [.. columns.Select(column => entries.GetValueOrDefault(column.Key) is { } value ? Written(column, value) : null)];
    }

    private static object Written(ImportColumn column, object value) => value switch
    {
        _ when column.Choices is { } choices => choices.First(choice => choice.Value.Equals(value)).Name.Vietnamese,
        int year when column.Kind == EntryKind.Year => $"{year}",
        _ => value,
    };

    // An invented business.
    private static Dictionary<string, object?> Example(Programme programme)
    {
        var (year, before) = (programme.DataYear, programme.DataYear - 1);
        return new()
        {
            [Entry.Number] = "Ví dụ",
            [Entry.Business] = "Công ty Cổ phần Cơ điện Ví Dụ",
            [Entry.BusinessEnglish] = "Vi Du Electromechanical JSC",
            [Entry.TaxCode] = "0100000003",
            [Entry.Product] = "Máy biến áp phân phối 22 kV",
            [Entry.ProductEnglish] = "22 kV distribution transformer",
            [Entry.Description] = "Máy biến áp ba pha ngâm dầu, công suất đến 2.500 kVA",
            [Entry.ReceivedOn] = new DateOnly(programme.Year, 3, 31),
            [Entry.RenewsYear] = null,
            [Entry.Street] = "Số 1, phố Ví Dụ",
            [Entry.Ward] = "Phường Cửa Nam",
            [Entry.City] = "Hà Nội",
            [Entry.Contact] = "Nguyễn Văn A",
            [Entry.Phone] = "024 0000 0000",
            [Entry.Email] = "lienhe@vidu.example",
            [Entry.Website] = "https://vidu.example",
            [Entry.Figure(year, FigureBase.Product, FigureName.Revenue)] = 123_456_789_000L,
            [Entry.Figure(year, FigureBase.Product, FigureName.Export)] = 1_234_567.5m,
            [Entry.Figure(year, FigureBase.Business, FigureName.Revenue)] = 234_567_890_000L,
            [Entry.Figure(year, FigureBase.Business, FigureName.Employees)] = 215,
            [Entry.Figure(before, FigureBase.Product, FigureName.Revenue)] = 110_000_000_000L,
            [Entry.AutomatedShare] = 65m,
            [Entry.Standards] = $"ISO 9001:2015 | 123/QMS | Trung tâm chứng nhận Ví Dụ | 15/06/{before} | 14/06/{programme.Year + 1}",
            [Entry.Rights] = $"Nhãn hiệu “Ví Dụ” | 456789 | Cục Sở hữu trí tuệ | 01/02/{before - 3}",
            [Entry.SignedBy] = "Nguyễn Văn A, Giám đốc",
            [Entry.SignedOn] = new DateOnly(programme.Year, 3, 28),
        };
    }
}
