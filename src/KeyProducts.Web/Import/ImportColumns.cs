using KeyProducts.Domain;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Import;

/// <summary>The columns of a year's workbook, in the order of the template. Whatever is written there is read here, and the other way round.</summary>
public static class ImportColumns
{
    /// <summary>How many data years a workbook has columns for.</summary>
    public const int DataYears = 3;

    private const string Sentence = "One or more sentences.";

    /// <summary>The columns.</summary>
    /// <param name="programme">The year, with industries and tracks.</param>
    /// <param name="T">Words, for the names of what may be chosen.</param>
    public static IReadOnlyList<ImportColumn> Of(Programme programme, IStringLocalizer<Words> T) =>
    [
        new(Entry.Number, EntryKind.Number, "Số đăng ký", "Registration number", 11, "Leave it empty for a new nomination; do not change it for one that is registered.", "so ho so", "so dk", "number", "no"),
        OfBusiness(Entry.Business, EntryKind.Line, "Tên doanh nghiệp", "Business", 34, "The full name in Vietnamese, as registered.", "doanh nghiep", "ten cong ty", "cong ty", "don vi", "ten don vi", "business name", "company", "company name") with { IsRequired = true },
        new(Entry.Product, EntryKind.Line, "Tên sản phẩm", "Product", 34, "The name in Vietnamese; one product in a row.", "san pham", "san pham dang ky", "ten san pham dang ky", "product name", "product in vietnamese") { IsRequired = true },
        OfBusiness(Entry.TaxCode, EntryKind.TaxCode, "Mã số thuế", "Tax code", 17, "10 digits, 10 and 3 with a hyphen between, or 12. Zeros at the start count.", "mst", "ma so dn", "ma so doanh nghiep", "tax number", "tax id"),
        new(Entry.Industry, EntryKind.Choice, "Ngành", "Industry", 26, "Choose from the list.", "nganh cong nghiep", "nhom nganh", "nganh hang", "linh vuc nganh", "sector") { IsRequired = true, Choices = [.. programme.Industries.Select(one => ((object)one.Id, one.Name))] },
        new(Entry.Track, EntryKind.Choice, "Diện đăng ký", "Track", 30, "Choose from the list.", "dien", "dien xet chon", "doi tuong dang ky", "eligibility track") { IsRequired = true, Choices = [.. programme.Tracks.Select(one => ((object)one.Id, one.Name))] },
        new(Entry.ReceivedOn, EntryKind.Day, "Ngày nhận", "Received on", 13, "The day on which the dossier arrived, day/month/year; today if empty.", "ngay nhan ho so", "ngay nop", "ngay nop ho so", "received"),
        new(Entry.RenewsYear, EntryKind.Year, "Công nhận lại của năm", "Renews the recognition of", 14, "The year of the earlier recognition; empty for the first time.", "nam cong nhan truoc", "cong nhan lai", "lan truoc nam", "renewal"),
        .. Enumerable.Range(1, DataYears).SelectMany(back => Figures(programme.Year - back)),
        new(Entry.ProductEnglish, EntryKind.Line, "Tên sản phẩm (tiếng Anh)", "Product in English", 28, "If there is one.", "ten san pham tieng anh", "ten tieng anh san pham", "product english"),
        new(Entry.Description, EntryKind.Text, "Mô tả sản phẩm", "Description", 40, "What the product is, in a few sentences.", "mo ta", "mo ta tom tat", "gioi thieu san pham", "product description"),
        OfBusiness(Entry.BusinessEnglish, EntryKind.Line, "Tên doanh nghiệp (tiếng Anh)", "Business in English", 30, "If there is one.", "ten doanh nghiep tieng anh", "ten tieng anh doanh nghiep", "business name in english"),
        OfBusiness(Entry.TaxCodeReason, EntryKind.Line, "Lý do giữ mã số thuế", "Reason for a doubtful tax code", 22, "Only where the program doubts the tax code and it is right all the same.", "ly do ma so thue", "tax code reason"),
        OfBusiness(Entry.Ownership, EntryKind.Choice, "Loại hình sở hữu", "Ownership", 18, "Choose from the list.", "loai hinh", "loai hinh doanh nghiep", "hinh thuc so huu") with { Choices = Members<Ownership>(T) },
        OfBusiness(Entry.Street, EntryKind.Line, "Số nhà, đường phố", "Street", 28, "Address of the head office.", "dia chi", "dia chi tru so", "so nha duong", "duong pho", "address"),
        OfBusiness(Entry.Ward, EntryKind.Line, "Phường, xã", "Ward or commune", 18, "One of the 126 since 01/07/2025.", "phuong xa", "phuong", "xa", "ward", "commune"),
        OfBusiness(Entry.District, EntryKind.Line, "Quận, huyện", "District", 14, "Only on old records.", "quan huyen", "quan", "huyen"),
        OfBusiness(Entry.City, EntryKind.Line, "Tỉnh, thành phố", "City or province", 16, "For instance Hà Nội.", "tinh thanh pho", "tinh", "thanh pho", "tinh tp", "city", "province"),
        OfBusiness(Entry.Contact, EntryKind.Line, "Người liên hệ của doanh nghiệp", "Contact of the business", 22, "Whom to call at the business.", "nguoi lien he", "dau moi lien he", "lien he", "contact", "contact person"),
        OfBusiness(Entry.Phone, EntryKind.Line, "Điện thoại doanh nghiệp", "Telephone of the business", 18, "With its zeros.", "dien thoai", "so dien thoai", "dt", "sdt", "phone", "telephone"),
        OfBusiness(Entry.Email, EntryKind.Email, "Thư điện tử doanh nghiệp", "E-mail of the business", 26, "One address.", "email", "e mail", "thu dien tu", "hop thu"),
        OfBusiness(Entry.Website, EntryKind.Web, "Trang web", "Website", 26, "The address begins with http:// or https://.", "website", "web", "trang thong tin dien tu"),
        new(Entry.Site, EntryKind.Choice, "Cơ sở tại Hà Nội", "What lies in Hà Nội", 20, "Choose from the list.", "tru so hoac xuong tai ha noi", "site in hanoi") { Choices = Members<HanoiSite>(T) },
        new(Entry.Workshop, EntryKind.Line, "Nơi sản xuất sản phẩm", "Where the product is made", 28, "Address of the workshop.", "dia diem san xuat", "noi san xuat", "co so san xuat", "nha may", "workshop"),
        new(Entry.Activity, EntryKind.Line, "Ngành nghề kinh doanh", "Field of business", 28, "What the business does.", "nganh nghe", "linh vuc hoat dong", "linh vuc kinh doanh"),
        new(Entry.Representative, EntryKind.Line, "Người đại diện theo pháp luật", "Legal representative", 22, "Who signs for the business.", "nguoi dai dien", "dai dien phap luat"),
        new(Entry.RepresentativeTitle, EntryKind.Line, "Chức vụ người đại diện", "Post of the legal representative", 18, "For instance Giám đốc.", "chuc vu", "chuc danh"),
        new(Entry.DossierContact, EntryKind.Line, "Người liên hệ về hồ sơ", "Contact for this dossier", 22, "Whom to ask about this dossier.", "nguoi lap ho so", "nguoi phu trach ho so", "dossier contact"),
        new(Entry.DossierPhone, EntryKind.Line, "Điện thoại người liên hệ về hồ sơ", "Telephone for this dossier", 18, "With its zeros.", "dien thoai nguoi lien he", "dien thoai ve ho so", "dossier phone"),
        new(Entry.DossierEmail, EntryKind.Email, "Thư điện tử người liên hệ về hồ sơ", "E-mail for this dossier", 26, "One address.", "thu dien tu nguoi lien he", "email nguoi lien he", "email ve ho so", "dossier email"),
        new(Entry.AutomatedShare, EntryKind.Share, "Tỷ lệ tự động hóa dây chuyền (%)", "Automated share of the line (%)", 14, "A percentage from 0 to 100.", "ty le tu dong hoa", "muc do tu dong hoa", "automated share"),
        new(Entry.Automation, EntryKind.Text, "Tự động hóa", "Automation", 34, Sentence, "day chuyen cong nghe", "trinh do cong nghe", "cong nghe"),
        new(Entry.DigitalTransformation, EntryKind.Text, "Chuyển đổi số", "Digital transformation", 34, Sentence),
        new(Entry.SmartFactory, EntryKind.Text, "Nhà máy thông minh", "Smart factory", 34, Sentence),
        new(Entry.Standards, EntryKind.Certificates, "Tiêu chuẩn, chứng nhận", "Standards and certificates", 40, "One in a line: name | number | issuer | issued on | expires on.", "tieu chuan chung nhan", "chung nhan", "chung chi", "tieu chuan", "he thong quan ly chat luong", "certificates", "standards"),
        new(Entry.Brand, EntryKind.Text, "Thương hiệu", "Brand", 34, Sentence, "xay dung thuong hieu"),
        new(Entry.Rights, EntryKind.Certificates, "Quyền sở hữu trí tuệ", "Intellectual property", 40, "One in a line: name | number | issuer | issued on | expires on.", "so huu tri tue", "nhan hieu bao ho", "nhan hieu", "rights of intellectual property"),
        new(Entry.Environment, EntryKind.Text, "Môi trường", "Environment", 34, Sentence, "bao ve moi truong"),
        new(Entry.Labour, EntryKind.Text, "Người lao động", "Labour", 34, Sentence, "cham lo nguoi lao dong", "che do nguoi lao dong"),
        YesNo(Entry.CommitsEnvironment, "Cam kết về môi trường", "Commitment on the environment", T),
        YesNo(Entry.CommitsQuality, "Cam kết về quản lý chất lượng", "Commitment on quality management", T),
        YesNo(Entry.CommitsRights, "Cam kết về sở hữu trí tuệ", "Commitment on intellectual property", T),
        YesNo(Entry.CommitsLaw, "Cam kết chấp hành pháp luật", "Commitment on keeping the law", T),
        new(Entry.SignedBy, EntryKind.Line, "Người ký cam kết", "Commitments signed by", 22, "Name and post."),
        new(Entry.SignedOn, EntryKind.Day, "Ngày ký cam kết", "Commitments signed on", 13, "Day/month/year."),
    ];

    private static ImportColumn OfBusiness(string key, EntryKind kind, string vietnamese, string english, double width, string hint, params string[] aliases) =>
        new(key, kind, vietnamese, english, width, hint, aliases) { IsOfBusiness = true };

    private static ImportColumn YesNo(string key, string vietnamese, string english, IStringLocalizer<Words> T) =>
        new(key, EntryKind.YesNo, vietnamese, english, 13, "Yes or no.") { Choices = [(true, InBoth("Yes", T)), (false, InBoth("No", T))] };

    private static IEnumerable<ImportColumn> Figures(int year)
    {
        ImportColumn Figure(FigureBase basis, FigureName figure, EntryKind kind, string vietnamese, string english, string hint, params string[] aliases) =>
            new(Entry.Figure(year, basis, figure), kind, vietnamese, english, 19, hint, aliases) { DataYear = year };
        yield return Figure(FigureBase.Product, FigureName.Revenue, EntryKind.Dong, "Doanh thu sản phẩm (đồng)", "Revenue of the product (đồng)", "In đồng, every digit: 1234567890.", "san pham doanh thu", "doanh thu cua san pham", "product revenue");
        yield return Figure(FigureBase.Product, FigureName.Export, EntryKind.Dollars, "Xuất khẩu sản phẩm (USD)", "Export of the product (USD)", "In US dollars, every digit.", "san pham xuat khau", "xuat khau cua san pham", "kim ngach xuat khau san pham", "gia tri xuat khau san pham", "product export");
        yield return Figure(FigureBase.Business, FigureName.Revenue, EntryKind.Dong, "Doanh thu doanh nghiệp (đồng)", "Revenue of the business (đồng)", "In đồng, every digit: 1234567890.", "doanh nghiep doanh thu", "doanh thu cua doanh nghiep", "tong doanh thu doanh nghiep", "tong doanh thu", "business revenue");
        yield return Figure(FigureBase.Business, FigureName.Export, EntryKind.Dollars, "Xuất khẩu doanh nghiệp (USD)", "Export of the business (USD)", "In US dollars, every digit.", "doanh nghiep xuat khau", "xuat khau cua doanh nghiep", "kim ngach xuat khau doanh nghiep", "tong kim ngach xuat khau", "business export");
        yield return Figure(FigureBase.Business, FigureName.Employees, EntryKind.Persons, "Số lao động", "Employees", "Persons employed by the business.", "lao dong", "tong so lao dong", "so luong lao dong", "headcount");
    }

    internal static IReadOnlyList<(object, BilingualName)> Members<TEnum>(IStringLocalizer<Words> T)
        where TEnum : struct, Enum => [.. Enum.GetValues<TEnum>().Select(member => ((object)member, InBoth(EnumWords.Of(member), T)))];

    // Both names of a word, whoever reads: the workbook has the Vietnamese one, and either is understood.
    private static BilingualName InBoth(string key, IStringLocalizer<Words> T)
    {
        using var vietnamese = Languages.InVietnamese();
        return new BilingualName(T[key], key);
    }
}
