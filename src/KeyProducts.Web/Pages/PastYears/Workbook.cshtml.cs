using KeyProducts.Documents;
using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Web.Import;
using KeyProducts.Web.Reports;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.PastYears;

/// <summary>A blank workbook for an old list.</summary>
public sealed class WorkbookModel(Downloads downloads) : AppPage
{
    public async Task<IActionResult> OnGetAsync() => await downloads.FileAsync(Form(), 0);

    private FormWorkbook Form() => new()
    {
        FileName = "mau-danh-sach-cu",
        Language = "vi",
        Title = "Danh sách sản phẩm công nghiệp chủ lực đã được công nhận",
        SheetName = "Danh sách",
        Columns = [.. PastColumns.All.Select(column => new FormColumn(new Column(column.Vietnamese, ColumnKind.Text, column.Width), T[column.Hint]) { IsRequired = column.IsRequired, Choices = column.Choices is null ? null : [.. column.Choices.Select(choice => choice.Name.Vietnamese)] })],
        FrozenColumns = 3,
        Example = ["Ví dụ", "2010", "Máy biến áp phân phối", "Công ty Cổ phần Ví dụ", "0100233488", "Điện, điện tử", "Có", "Quyết định số …/QĐ-UBND ngày …"],
        ListsName = "Danh mục",
        Guide = new Report
        {
            FileName = "huong-dan",
            Language = "vi",
            Title = "Hướng dẫn",
            Lines = [T["Fill in a row for each product. The example is not read; you may leave it or delete it."], T["Columns may be moved, hidden or left out; their headers tell what they are. Nothing is stored before you have seen a preview and confirmed it."]],
            Tables =
            [
                Table.Of(PastColumns.All)
                    .Text(T["Column or number"], column => column.Vietnamese, 30)
                    .Text(T["Required"], column => column.IsRequired ? T["Yes"].Value : null, 12)
                    .Text(T["What to enter, or what it is"], column => T[column.Hint], 70)
                    .Table("Hướng dẫn"),
            ],
        },
    };
}
