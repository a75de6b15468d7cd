using KeyProducts.Documents;
using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Domain;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Import;

/// <summary>What a judge scores, with the sheet as it is stored; null when it is not begun.</summary>
/// <param name="Number">The registration number.</param>
/// <param name="Product">The product.</param>
/// <param name="Business">The business.</param>
/// <param name="Sheet">The sheet with its marks.</param>
public sealed record OwnRow(int Number, string Product, string Business, ScoreSheet? Sheet);

/// <summary>
/// The workbook in which a judge scores without a network: a row for each product whose sheet is not submitted, a column for each criterion that
/// the judge marks. It comes back through <see cref="OfflineMarks"/>. A hidden sheet keeps what was stored when it went out.
/// </summary>
public static class MarkWorkbook
{
    /// <summary>The headers by which a file is known again.</summary>
    internal const string NumberHeader = "Số hồ sơ", RemarkHeader = "Nhận xét chung", MemoryName = "Điểm khi tải", GuideName = "Hướng dẫn", SheetName = "Chấm điểm";

    private const int FrozenColumns = 2;

    /// <summary>The header of a criterion's column: with its place, because two may be called the same.</summary>
    internal static string HeaderOf(Programme programme, Criterion criterion) =>
        $"{programme.Criteria.Select(one => one.Id).ToList().IndexOf(criterion.Id) + 1}. {criterion.Name.Vietnamese} (tối đa {Points(criterion.Max)})";

    /// <summary>Writes it.</summary>
    /// <param name="programme">The year, with its criteria.</param>
    /// <param name="judge">With the criteria assigned.</param>
    /// <param name="code">The judge's code for all sheets.</param>
    /// <param name="rows">What the judge scores, without what is submitted.</param>
    /// <param name="T">The reader's words; headers are Vietnamese.</param>
    public static FormWorkbook Of(Programme programme, Judge judge, SheetCode code, IReadOnlyList<OwnRow> rows, IStringLocalizer<Words> T)
    {
        var criteria = programme.Criteria.Where(judge.Marks).ToList();
        var step = programme.Rules.MarkStep;
        var decimals = step % 1 == 0 ? 0 : step * 10 % 1 == 0 ? 1 : 2;
        var groups = programme.Groups.ToDictionary(group => group.Id, group => group.Name.Vietnamese);
        return new FormWorkbook
        {
            FileName = $"cham-diem-{programme.Year}-J{code.Judge:00}",
            Language = "vi",
            Title = $"CHẤM ĐIỂM SẢN PHẨM CÔNG NGHIỆP CHỦ LỰC NĂM {programme.Year}",
            Lines =
            [
                $"Mã tệp: {code} – người chấm: {judge.Name}",
                T["Type marks into the white cells, save the file and send it back. It is not submitted by that: you submit on line, product by product."],
            ],
            SheetName = SheetName,
            ListsName = SheetName,
            FrozenColumns = FrozenColumns,
            IsFixed = true,
            Columns =
            [
                new(new Column(NumberHeader, ColumnKind.Number, 7), "") { IsLocked = true },
                new(new Column("Sản phẩm", ColumnKind.Text, 26), "") { IsLocked = true },
                new(new Column("Doanh nghiệp", ColumnKind.Text, 26), "") { IsLocked = true },
                .. criteria.Select(criterion => new FormColumn(
                    new Column(HeaderOf(programme, criterion), ColumnKind.Number, 12, decimals), T["0 to {0} points, in steps of {1}", Shown.Points(criterion.Max), Shown.Points(step)])
                {
                    Group = groups[criterion.GroupId],
                    Most = criterion.Max,
                }),
                new(new Column("Tổng điểm", ColumnKind.Number, 9, decimals), "") { IsLocked = true, IsTotal = true },
                new(new Column(RemarkHeader, ColumnKind.Text, 40), T["The remark on the whole sheet, at most {0} characters.", MarkFile.MostLetters]),
            ],
            Rows = [.. rows.Select(row => (IReadOnlyList<object?>)[row.Number, row.Product, row.Business, .. criteria.Select(criterion => (object?)row.Sheet?.On(criterion.Id)), null, row.Sheet?.Remark])],
            Guide = Guide(programme, criteria, T),
            Memory = Memory(criteria, rows),
        };
    }

    private static Report Guide(Programme programme, List<Criterion> criteria, IStringLocalizer<Words> T) => new()
    {
        FileName = "huong-dan",
        Language = Languages.Current,
        Title = T["How to score with this workbook"],
        Lines =
        [
            T["Type a mark into each white cell, with a comma before its decimals: 7,5. The grey cells tell which product it is and cannot be changed; the total is computed."],
            T["Send the file back on the page “Score off line”. You first see what it would change; nothing is stored before you confirm."],
            T["What you have meanwhile marked on line is not lost: where both differ you are shown both and choose."],
            T["Products whose sheet you have submitted are not in the file and are not changed by it."],
        ],
        Tables =
        [
            Table.Of(criteria)
                .Text(T["Criterion"], criterion => HeaderOf(programme, criterion), 40)
                .Text(T["Guidance"], criterion => criterion.GuidanceIn(Languages.Current), 80)
                .Table(GuideName),
        ],
    };

    private static Table Memory(List<Criterion> criteria, IReadOnlyList<OwnRow> rows) => new(
        MemoryName,
        [new Column(NumberHeader, ColumnKind.Number, 10), .. criteria.Select(criterion => new Column($"{criterion.Id}", ColumnKind.Number, 10, 2)), new Column(RemarkHeader, ColumnKind.Text, 40)],
        [.. rows.Select(row => new Row([new Cell(row.Number), .. criteria.Select(criterion => new Cell(row.Sheet?.On(criterion.Id))), new Cell(row.Sheet?.Remark)]))]);

    private static string Points(decimal points) => points.ToString("0.####", System.Globalization.CultureInfo.GetCultureInfo("vi-VN"));
}
