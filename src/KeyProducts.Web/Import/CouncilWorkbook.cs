using KeyProducts.Documents;
using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Domain;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Import;

/// <summary>The workbook of a council: the template with an example, or the council as it is stored. Either comes back through <see cref="CouncilImport"/>.</summary>
public static class CouncilWorkbook
{
    /// <summary>The workbook.</summary>
    /// <param name="programme">The year, with criteria and industries.</param>
    /// <param name="judges">The council with the addresses of its accounts; none for the empty template.</param>
    /// <param name="T">The reader's words; headers and choices are Vietnamese.</param>
    public static FormWorkbook Of(Programme programme, IReadOnlyList<(Judge Judge, string Email)> judges, IStringLocalizer<Words> T)
    {
        var columns = CouncilColumns.Of(T);
        var words = new CouncilWords(programme);
        var forms = columns.Select(column => new FormColumn(new Column(column.Vietnamese, ColumnKind.Text, column.Width), T[column.Hint])
        {
            IsRequired = column.IsRequired,
            Choices = column.Choices is null ? null : [.. column.Choices.Select(choice => choice.Name.Vietnamese)],
        }).ToList();
        string? Role(CouncilRole role) => columns.Single(column => column.Key == CouncilColumns.Role).Choices!.First(choice => choice.Value.Equals(role)).Name.Vietnamese;
        return new FormWorkbook
        {
            FileName = judges.Count == 0 ? $"mau-hoi-dong-{programme.Year}" : $"hoi-dong-{programme.Year}-de-sua",
            Language = "vi",
            Title = $"DANH SÁCH HỘI ĐỒNG ĐÁNH GIÁ, XÉT CHỌN NĂM {programme.Year}",
            Lines = [T["One judge in a row. Columns with an asterisk must be filled in. More is on the sheet “Hướng dẫn”."]],
            SheetName = "Hội đồng",
            ListsName = "Danh mục",
            FrozenColumns = 3,
            Columns = forms,
            Example = judges.Count > 0 ? null : ["Ví dụ", "nguyenvana@vidu.example", "Nguyễn Văn A", "Phó Giáo sư", "Đại học Ví Dụ", Role(CouncilRole.Member), "1; 2.1", "1; 2"],
            Rows = [.. judges.Select((one, place) => (IReadOnlyList<object?>)[$"{place + 1}", one.Email, one.Judge.Name, one.Judge.Title, one.Judge.Organisation, Role(one.Judge.Role), words.WriteCriteria(one.Judge), words.WriteIndustries(one.Judge)])],
            Guide = Guide(programme, forms, words, T),
        };
    }

    private static Report Guide(Programme programme, IReadOnlyList<FormColumn> columns, CouncilWords words, IStringLocalizer<Words> T) => new()
    {
        FileName = "huong-dan",
        Language = Languages.Current,
        Title = T["How to fill in the list of the council of {0}", programme.Year],
        Lines =
        [
            T["Fill in the sheet “Hội đồng” from the row below the example. The example is not read; you may leave it or delete it."],
            T["A judge is known by the e-mail address of their account. Who is on the council already is changed; who is not in the file stays as they are; nobody is removed."],
            T["Columns may be moved, hidden or left out; their headers tell what they are. Nothing is stored before you have seen a preview and confirmed it."],
        ],
        // A workbook's instructions are one table.
        Tables =
        [
            Table.Of(columns.Select(column => new Line(T["Columns"], column.Head.Header, column.IsRequired ? T["Yes"].Value : null, column.Hint))
                    .Concat(words.NumberedCriteria().Select(one => new Line(T["Groups and criteria"], one.Number, null, one.Name.Vietnamese)))
                    .Concat(words.NumberedIndustries().Select(one => new Line(T["Industries"], one.Number, null, one.Name.Vietnamese))))
                .Text(T["Column or number"], line => line.Name, 30)
                .Text(T["Required"], line => line.Required, 12)
                .Text(T["What to enter, or what it is"], line => line.What, 70)
                .GroupBy(line => line.Heading)
                .Table("Hướng dẫn"),
        ],
    };

    private sealed record Line(string Heading, string Name, string? Required, string What);
}
