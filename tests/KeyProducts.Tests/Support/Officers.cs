using KeyProducts.Domain;

namespace KeyProducts.Tests.Support;

/// <summary>Officers of the tests of the domain.</summary>
public static class Officers
{
    /// <summary>One.</summary>
    public static readonly Person Hoa = new(new Guid("00000000-0000-7000-8000-000000000001"), "Đỗ Thị Hoà");

    /// <summary>Another.</summary>
    public static readonly Person Thang = new(new Guid("00000000-0000-7000-8000-000000000002"), "Lê Quyết Thắng");
}
