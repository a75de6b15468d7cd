using KeyProducts.Documents;

namespace KeyProducts.Tests.Documents;

/// <summary>Official documents like those of the programme.</summary>
internal static class OfficialSamples
{
    private static readonly Letterhead Head = new("UBND THÀNH PHỐ HÀ NỘI", "SỞ CÔNG THƯƠNG", "QĐ-SCT", "Hà Nội", 2025);

    /// <summary>A decision with two annexes, the second on its side, whose list has as many products as wanted.</summary>
    public static OfficialDocument Decision(int products = 61) => new()
    {
        FileName = "quyet-dinh-2025",
        Head = Head,
        Title = "QUYẾT ĐỊNH",
        Subject = "Về việc công nhận sản phẩm công nghiệp chủ lực thành phố Hà Nội năm 2025",
        Authority = "GIÁM ĐỐC SỞ CÔNG THƯƠNG HÀ NỘI",
        Bases =
        [
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
            "Căn cứ Quyết định số 35/2025/QĐ-UBND ngày 12 tháng 5 năm 2025 của Ủy ban nhân dân thành phố Hà Nội quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Sở Công Thương thành phố Hà Nội",
            new RichText([new Run("Căn cứ Kế hoạch số "), new Run("88/KH-UBND", IsBold: true), new Run(" về xét chọn sản phẩm công nghiệp chủ lực thành phố Hà Nội năm 2025")]),
            "Xét đề nghị của Trưởng phòng Quản lý công nghiệp",
        ],
        Enacting = "QUYẾT ĐỊNH:",
        Body =
        [
            new Article(1, new RichText([new Run("Công nhận "), new Run($"{products:00} sản phẩm", IsBold: true), new Run(" của các doanh nghiệp là "), new Run("sản phẩm công nghiệp chủ lực thành phố Hà Nội năm 2025", IsItalic: true), new Run(" (danh sách tại Phụ lục I kèm theo); trong đó mười sản phẩm có điểm cao nhất được tôn vinh là sản phẩm dẫn đầu (Phụ lục II).")])),
            new Article(2, "Doanh nghiệp có sản phẩm được công nhận được sử dụng danh hiệu trong ba năm kể từ ngày ký Quyết định này, được hưởng các chính sách ưu đãi theo quy định hiện hành và có trách nhiệm:\nDuy trì, nâng cao chất lượng sản phẩm; báo cáo số liệu sản xuất, kinh doanh trước ngày 31 tháng 3 hằng năm."),
            new Article(3, "Quyết định này có hiệu lực thi hành kể từ ngày ký."),
            new Article(4, "Chánh Văn phòng Sở, Trưởng phòng Quản lý công nghiệp, các đơn vị có liên quan và các doanh nghiệp có tên tại Phụ lục I chịu trách nhiệm thi hành Quyết định này./."),
        ],
        Signatures = [new Signature(["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "Nguyễn Đình Thắng")],
        Recipients = ["Như Điều 4", "UBND Thành phố (để báo cáo)", "Giám đốc Sở (để báo cáo)", "Lưu: VT, QLCN"],
        Source = "Số liệu: bản chốt số 1 ngày 20/12/2025, SHA-256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        Annexes =
        [
            new Annex("Phụ lục I", "DANH SÁCH SẢN PHẨM CÔNG NGHIỆP CHỦ LỰC THÀNH PHỐ HÀ NỘI NĂM 2025", [new Listed(Products(products))])
            {
                Reference = "(Kèm theo Quyết định số           /QĐ-SCT ngày      tháng      năm 2025 của Sở Công Thương)",
                IsLandscape = true,
            },
            new Annex("Phụ lục II", "MƯỜI SẢN PHẨM DẪN ĐẦU", [new Prose("Các sản phẩm xếp theo tên."), new Listed(Best())])
            {
                Reference = "(Kèm theo Quyết định số           /QĐ-SCT ngày      tháng      năm 2025 của Sở Công Thương)",
            },
        ],
    };

    /// <summary>Minutes, signed by two, with every kind of block.</summary>
    public static OfficialDocument Everything { get; } = new()
    {
        FileName = "bien-ban",
        Head = Head with { Symbol = "BB-HĐ", Day = new DateOnly(2025, 12, 2) },
        Title = "BIÊN BẢN",
        Subject = "Họp Hội đồng đánh giá, xét chọn sản phẩm công nghiệp chủ lực\nthành phố Hà Nội năm 2025",
        Addressees = ["Ủy ban nhân dân thành phố Hà Nội", "Sở Công Thương thành phố Hà Nội"],
        Authority = "HỘI ĐỒNG ĐÁNH GIÁ, XÉT CHỌN",
        Bases = ["Căn cứ Quyết định thành lập Hội đồng", "Căn cứ Quy chế làm việc của Hội đồng"],
        Enacting = "THỐNG NHẤT:",
        RunningHead = "Biên bản họp Hội đồng năm 2025",
        Source = "Số liệu: bản chốt số 1 ngày 20/12/2025",
        Body =
        [
            new Heading("I. Thành phần"),
            new Facts([new("Chủ trì", "Ông Nguyễn Văn Ế, Chủ tịch Hội đồng"), new("Thư ký", "Bà Đỗ Thị Ưu Ái"), new("Địa điểm", "Phòng họp tầng 3, trụ sở Sở Công Thương, 331 Cầu Giấy, phường Cầu Giấy, thành phố Hà Nội")]),
            new Listed(Best()),
            new Heading("II. Nội dung"),
            new Prose(new RichText([new Run("Hội đồng "), new Run("thống nhất", IsBold: true), new Run(", với "), new Run("09/09 phiếu", IsItalic: true), new Run(" ("), new Run("một trăm phần trăm", IsBold: true, IsItalic: true), new Run("), các nội dung sau đây, trên cơ sở kết quả chấm điểm của từng thành viên và ý kiến thảo luận tại cuộc họp.\nHội đồng giao Thư ký hoàn thiện hồ sơ trình công nhận.")])),
            new Items(["Thông qua bảng tổng hợp điểm;", new RichText([new Run("Thông qua danh sách "), new Run("mười sản phẩm dẫn đầu", IsBold: true), new Run(", kèm theo biên bản này, để trình cấp có thẩm quyền xem xét, quyết định;")]), "Giao Sở Công Thương lấy ý kiến công khai."], IsNumbered: true),
            new Items(["Không có ý kiến khác;", "Không có kiến nghị."]),
            new Article(1, "Điều khoản thi hành."),
            new SmallPrint("Điểm làm tròn đến hai chữ số thập phân; số liệu doanh thu theo năm 2024."),
            new FillIn(
                [new("TT", 10, IsCentred: true), new("Tiêu chí", 0), new("Điểm tối đa", 16, IsCentred: true), new("Điểm chấm", 21, IsCentred: true), new("Nhận xét", 42)],
                [
                    new([new("I"), new("Quy mô sản xuất"), new("30"), new(), new()], RowStyle.Group),
                    new([new("1"), new("Doanh thu của sản phẩm", "Tính theo năm số liệu; so với các sản phẩm cùng ngành"), new("20"), new(), new()]),
                    new([new("2"), new("Kim ngạch xuất khẩu"), new("10"), new(), new()]),
                    new([new("II"), new("Công nghệ"), new("70"), new(), new()], RowStyle.Group),
                    new([new("3"), new("Trình độ công nghệ, thiết bị"), new("70"), new(), new()]),
                    new([new(), new("TỔNG CỘNG"), new("100"), new(), new()], RowStyle.Total),
                ]),
            new WritingRoom("Tổng điểm bằng chữ: ", 0),
            new WritingRoom("Ý kiến khác: ", 3),
            new Listed(Table.Of(Array.Empty<string>()).Number("TT", _ => 1, width: 4).Text("Sản phẩm bị loại", text => text).Table("Sản phẩm không đạt", "Không có sản phẩm nào.")),
            new Prose("Biên bản lập thành 02 bản, có giá trị như nhau./."),
        ],
        Signatures =
        [
            new Signature(["THƯ KÝ"], "Đỗ Thị Ưu Ái", "(Ký, ghi rõ họ tên)"),
            new Signature(["CHỦ TỊCH HỘI ĐỒNG"], "Nguyễn Văn Ế", "(Ký, ghi rõ họ tên)") { Dated = "Hà Nội, ngày …… tháng …… năm 2025" },
        ],
        Recipients = ["Thành viên Hội đồng", "Lưu: VT, QLCN"],
        Annexes =
        [
            new Annex("Phụ lục", "PHIẾU BIỂU QUYẾT", [new Prose("Không có."), new Items(["một;", "hai."])]) { Reference = "(Kèm theo Biên bản họp Hội đồng)" },
            new Annex("Phụ lục 2", "DANH SÁCH TRỐNG", []) { IsLandscape = true },
        ],
    };

    /// <summary>A list of products by industry, with a sum.</summary>
    private static Table Products(int rows)
    {
        var list = Table.Of(Enumerable.Range(1, rows))
            .Number("TT", number => number, width: 4)
            .Text("Sản phẩm", number => number % 7 == 0 ? "Dây chuyền thiết bị đồng bộ sản xuất gạch không nung công suất 30 triệu viên mỗi năm" : $"Máy biến áp truyền tải {number * 10} kV", 32)
            .Text("Doanh nghiệp", number => number % 5 == 0 ? "Công ty Trách nhiệm hữu hạn một thành viên Đầu tư, Thương mại và Dịch vụ Kỹ thuật công nghệ cao Thăng Long – Hà Nội" : $"Công ty Cổ phần Thiết bị điện Ưu Việt {number}", 30)
            .Code("Mã số thuế", _ => "0100109106")
            .Text("Địa chỉ", number => $"Số {number}, phường Cầu Giấy, thành phố Hà Nội", 24)
            .Number("Doanh thu (tỷ đồng)", number => 1234.5m + number, 1, 10)
            .Number("Xuất khẩu (triệu USD)", number => number % 4 == 0 ? null : 0.25m * number, 2, 10)
            .Style(number => number <= 10 ? RowStyle.Gold : RowStyle.Plain);
        list.GroupBy(number => Samples.Industries[(number - 1) * Samples.Industries.Length / rows]);
        var table = list.Table(whenEmpty: "Chưa có sản phẩm nào.");
        Row sum = new([new(null), new("Tổng cộng"), new(null), new(null), new(null), new(49987.4m), new(12.5m)], RowStyle.Total);
        return rows == 0 ? table : table with { Rows = [.. table.Rows, sum] };
    }

    private static Table Best() => Table.Of(Enumerable.Range(1, 10))
        .Number("TT", number => number, width: 4)
        .Text("Sản phẩm", number => $"Tủ điện trung thế {number}", 32)
        .Text("Doanh nghiệp", number => $"Công ty Cổ phần Khí cụ điện {number}", 30)
        .Number("Điểm", number => 98.75m - number, 2, 8)
        .Date("Ngày nộp", number => new DateOnly(2025, 8, number), 11)
        .Style(_ => RowStyle.Gold)
        .Table("Danh sách mười sản phẩm dẫn đầu");
}
