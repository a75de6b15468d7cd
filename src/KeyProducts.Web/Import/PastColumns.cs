using KeyProducts.Domain;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Import;

/// <summary>The columns of an old recognition list, in the order of the blank workbook.</summary>
public static class PastColumns
{
    public const string Order = nameof(Order);
    public const string Year = nameof(Year);
    public const string Product = nameof(Product);
    public const string Business = nameof(Business);
    public const string TaxCode = nameof(TaxCode);
    public const string Industry = nameof(Industry);
    public const string Top = nameof(Top);
    public const string Source = nameof(Source);

    /// <summary>The columns.</summary>
    public static readonly IReadOnlyList<ImportColumn> All =
    [
        new(Order, EntryKind.Line, "TT", "No.", 7, "Its place in the list; it is not read.", "stt", "so thu tu", "no", "so tt"),
        new(Year, EntryKind.Year, "Năm công nhận", "Year", 10, "The year of the award, from 2005 on; empty for the year given when the file is sent.", "nam", "nam xet chon", "nam cong nhan", "year of award"),
        new(Product, EntryKind.Line, "Tên sản phẩm", "Product", 40, "The name of the product, as the list prints it.", "san pham", "ten san pham cong nghiep chu luc", "san pham cong nghiep chu luc", "product name") { IsRequired = true },
        new(Business, EntryKind.Line, "Tên doanh nghiệp", "Business", 40, "The name of the business, as the list prints it; empty where the list names the product alone.", "doanh nghiep", "ten cong ty", "cong ty", "don vi", "ten don vi", "doanh nghiep san xuat", "company"),
        new(TaxCode, EntryKind.TaxCode, "Mã số thuế", "Tax code", 16, "Where the list has it; it helps to know the business again and is never public.", "mst", "ma so doanh nghiep", "tax id"),
        new(Industry, EntryKind.Line, "Ngành", "Industry", 26, "In the list’s own words; may be empty.", "nganh hang", "linh vuc", "nhom nganh", "nganh san xuat"),
        new(Top, EntryKind.YesNo, "Top 10", "Top", 9, "Yes for a product of the year’s top; empty for the others.", "top", "thuoc top 10", "nhom dan dau", "san pham tieu bieu") { Choices = [(true, new BilingualName("Có", "Yes")), (false, new BilingualName("Không", "No"))] },
        new(Source, EntryKind.Line, "Nguồn", "Source", 34, "Where the list was read: decision, newspaper, page; empty for the source given when the file is sent.", "nguon so lieu", "can cu", "quyet dinh", "so quyet dinh"),
    ];

    /// <summary>A value as the preview shows it.</summary>
    internal static string Written(string key, object? value, IStringLocalizer<Words> T) => key == Top ? (value is true ? T["Yes"] : T["No"]) : value?.ToString() ?? "";
}
