using KeyProducts.Documents;

namespace KeyProducts.Tests.Documents;

/// <summary>Reports like those of the programme.</summary>
internal static class Samples
{
    public const string Title = "DANH SÁCH SẢN PHẨM CÔNG NGHIỆP CHỦ LỰC THÀNH PHỐ HÀ NỘI NĂM 2025";

    private const string Small = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";

    public static readonly string[] Industries = ["Cơ khí, chế tạo, điện", "Điện tử, công nghệ thông tin", "Chế biến nông sản, thực phẩm"];

    /// <summary>Letters with their marks that Vietnamese has besides A to Z, small ones first.</summary>
    public static readonly string Letters = Small + Small.ToUpperInvariant();

    /// <summary>A list of products: the first ten are gold; groups by industry if asked for; a sum at the end.</summary>
    public static Report List(int rows, bool groups = false, bool landscape = true) => Of(Products(rows, groups)) with
    {
        Lines = ["(Kèm theo Quyết định số 6868/QĐ-UBND ngày 31 tháng 12 năm 2025)", "Dữ liệu minh hoạ"],
        Facts = [new("Sản phẩm được công nhận", $"{rows} sản phẩm"), new("Doanh thu", "49.987,4 tỷ đồng")],
        Notes = ["Doanh thu tính theo năm dữ liệu 2024."],
        Landscape = landscape,
    };

    /// <summary>A report of these tables and nothing else.</summary>
    public static Report Of(params Table[] tables) =>
        new() { FileName = "san-pham", Language = "vi", Title = Title, Tables = tables };

    /// <summary>A table of one column of words.</summary>
    public static Table Words(params string[] words) => Table.Of(words).Text("Lời", word => word).Table();

    public static byte[] Bytes(this Report report, Action<Report, Stream> write)
    {
        var file = new MemoryStream();
        write(report, file);
        return file.ToArray();
    }

    private static Table Products(int rows, bool groups)
    {
        var table = Table.Of(Enumerable.Range(1, rows))
            .Number("TT", number => number, width: 4)
            .Text("Sản phẩm", number => $"Máy biến áp truyền tải số {number}, làm mát bằng dầu cưỡng bức, dùng cho lưới điện", 32)
            .Text("Doanh nghiệp", number => $"Công ty Cổ phần Thiết bị điện Ưu Việt {number}", 26)
            .Code("Mã số thuế", _ => "0100109106")
            .Number("Doanh thu (tỷ đồng)", number => 1234.5m + number, 1, 10)
            .Date("Ngày nộp", _ => new DateOnly(2025, 8, 31))
            .Style(number => number <= 10 ? RowStyle.Gold : RowStyle.Plain);
        if (groups)
        {
            table.GroupBy(number => Industries[(number - 1) * Industries.Length / rows]);
        }

        var list = table.Table(whenEmpty: "Chưa có sản phẩm nào.");
        Row sum = new([new(null), new("Tổng cộng"), new(null), new(null), new(49987.4m), new(null)], RowStyle.Total);
        return rows == 0 ? list : list with { Rows = [.. list.Rows, sum] };
    }
}
