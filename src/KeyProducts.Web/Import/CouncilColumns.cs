using KeyProducts.Domain;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Import;

/// <summary>The columns of the workbook of a council, in the order of the template.</summary>
public static class CouncilColumns
{
    public const string Order = nameof(Order);
    public const string Email = nameof(Email);
    public const string Name = nameof(Name);
    public const string Title = nameof(Title);
    public const string Organisation = nameof(Organisation);
    public const string Role = nameof(Role);
    public const string Criteria = nameof(Criteria);
    public const string Industries = nameof(Industries);

    /// <summary>The columns.</summary>
    public static IReadOnlyList<ImportColumn> Of(IStringLocalizer<Words> T) =>
    [
        new(Order, EntryKind.Line, "TT", "No.", 7, "Its place in the list; it is not read.", "stt", "so thu tu", "no", "so tt"),
        new(Email, EntryKind.Email, "Thư điện tử", "E-mail", 30, "The address of the account with which the judge signs in.", "email", "e mail", "hop thu", "dia chi email", "dia chi thu dien tu") { IsRequired = true },
        new(Name, EntryKind.Line, "Họ và tên", "Name", 28, "As in the council’s decision.", "ho ten", "ten", "thanh vien", "ho va ten thanh vien", "full name") { IsRequired = true },
        new(Title, EntryKind.Line, "Chức danh", "Title", 22, "Title or post; may be empty.", "chuc vu", "hoc ham hoc vi", "chuc danh chuc vu", "post"),
        new(Organisation, EntryKind.Line, "Đơn vị công tác", "Organisation", 30, "Where the judge works; may be empty.", "don vi", "co quan", "noi cong tac", "co quan cong tac"),
        new(Role, EntryKind.Choice, "Vai trò", "Part in the council", 16, "Choose from the list; empty for a member.", "vai tro trong hoi dong", "chuc trach", "chuc danh trong hoi dong", "role") { Choices = ImportColumns.Members<CouncilRole>(T) },
        new(Criteria, EntryKind.Text, "Tiêu chí chấm", "Criteria", 26, "Numbers or names of criteria or groups, separated by semicolons; empty for all.", "tieu chi", "nhom tieu chi", "phan cong tieu chi", "tieu chi duoc phan cong"),
        new(Industries, EntryKind.Text, "Ngành chấm", "Industries", 26, "Numbers or names of industries, separated by semicolons; empty for all nominations, “chỉ định” for those assigned by hand alone.", "nganh", "nganh duoc phan cong", "phan cong nganh", "linh vuc"),
    ];
}
