using System.Globalization;
using System.Net;
using System.Text;
using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Domain;
using KeyProducts.Tests.Documents;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Support;

/// <summary>Files of nominations as officers send them, and a year that takes them.</summary>
internal static class ImportFile
{
    /// <summary>The year.</summary>
    public const int Year = 2027;

    /// <summary>A workbook of one sheet: strings, numbers and days where they stand; null for nothing.</summary>
    public static byte[] Xlsx(params object?[][] rows) => Book(rows).Bytes();

    /// <summary>The same, with what stands before and after the rows.</summary>
    public static RawWorkbook Book(object?[][] rows, string before = "", string after = "") =>
        new RawWorkbook { Styles = [14] }.Add("Danh sách", Rows(rows), before, after);

    /// <summary>Comma-separated values in UTF-8 without a mark.</summary>
    public static byte[] Csv(params string[] lines) => Encoding.UTF8.GetBytes(string.Join("\r\n", lines));

    /// <summary>Opens 2027 beside the demonstration's years, taking nominations, with 2026's settings.</summary>
    public static Task OpenYearAsync(this TestApp app) => app.ChangeAsync(OpenYearAsync);

    /// <summary>The same in a database.</summary>
    public static async Task OpenYearAsync(AppDbContext db)
    {
        var year = (await db.Programmes.WithTables().SingleAsync(programme => programme.Year == 2026)).CopyFor(Year);
        year.Advance(ProgrammeCounts.None, "Kế hoạch sắp ký");
        db.Add(year);
        await db.SaveChangesAsync();
    }

    /// <summary>Sends a file with the real form and comes to its preview, or back with a refusal.</summary>
    public static async Task<Page> SendAsync(this Visitor visitor, byte[] file, string name = "ho-so.xlsx", int year = Year)
    {
        var page = await visitor.OpenAsync($"/programmes/{year}/nominations/import");
        return await visitor.UploadAsync(page.Form("form[enctype]"), "Input.File", [new ChosenFile(name, file)]);
    }

    /// <summary>Confirms a preview.</summary>
    public static Task<Page> ConfirmAsync(this Visitor visitor, Page preview, params (string, string?)[] fields) =>
        visitor.SubmitAsync(preview.Form("form:has([name='Input.Fingerprint'])"), null, fields);

    /// <summary>How many rows are wrong, new, changed and unchanged, as the preview says.</summary>
    public static string Sums(this Page preview) => string.Join(' ', preview.TextsAt(".sums b").Take(4));

    /// <summary>The rows that the preview shows, all of them.</summary>
    public static async Task<IReadOnlyList<string>> RowsAsync(this Visitor visitor, Page preview) =>
        (await visitor.OpenAsync(preview.Address.Split('?')[0] + "?all=true")).TextsAt(".preview > li");

    private static string Rows(object?[][] rows) => string.Concat(rows.Select((row, i) => $"<row r=\"{i + 1}\">{string.Concat(row.Select((value, column) => Cell(value, CellAddress.Of(i + 1, column))))}</row>"));

    private static string Cell(object? value, string address) => value switch
    {
        null => "",
        string text => $"<c r=\"{address}\" t=\"inlineStr\"><is><t>{WebUtility.HtmlEncode(text)}</t></is></c>",
        DateOnly day => $"<c r=\"{address}\" s=\"1\"><v>{day.ToDateTime(TimeOnly.MinValue).ToOADate()}</v></c>",
        _ => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{address}\"><v>{value}</v></c>"),
    };
}
