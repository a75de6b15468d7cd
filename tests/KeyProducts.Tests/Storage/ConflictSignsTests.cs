using KeyProducts.Domain;
using KeyProducts.Web.Storage;

namespace KeyProducts.Tests.Storage;

/// <summary>What the program proposes as a conflict, and what it must not take for one.</summary>
public sealed class ConflictSignsTests
{
    [Theory]
    [InlineData("Nguyễn Thị Hồng Vượng", true)]
    [InlineData("Bà NGUYEN THI HONG VUONG", true)]
    [InlineData("PGS. TS. Nguyễn Thị Hồng  Vượng", true)]
    [InlineData("Nguyễn Thị Hồng", false)]
    [InlineData("Nguyễn Văn Vượng", false)]
    [InlineData("Vượng", false)]
    [InlineData(null, false)]
    public void A_person_is_known_by_the_whole_name_and_not_by_the_family_name(string? name, bool isSame) =>
        Assert.Equal(
            isSame ? [ConflictSign.ContactPerson, ConflictSign.Representative, ConflictSign.Signer] : [],
            Signs(new JudgeTraits("Nguyễn Thị Hồng Vượng", null, null), Firm() with { ContactOfDossier = name, Representative = name, SignedBy = name }));

    [Theory]
    [InlineData("Công ty CP Cơ khí Thái Lĩnh Hà", true)]
    [InlineData("Phòng kỹ thuật, CTCP Cơ khí Thái Lĩnh Hà", true)]
    [InlineData("Thai Linh Ha Mechanical", true)]
    [InlineData("Cơ khí", false)]
    [InlineData("Sở Công Thương Hà Nội", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void An_organisation_is_the_business_when_one_name_holds_the_other(string? organisation, bool isSame) =>
        Assert.Equal(isSame ? [ConflictSign.Organisation] : [], Signs(new JudgeTraits("Đỗ Ế", organisation, null), Firm()));

    [Theory]
    [InlineData("de@thailinhha.vn", true)]
    [InlineData("DE@ThaiLinhHa.vn", true)]
    [InlineData("de@xthailinhha.vn", false)]
    [InlineData("de@gmail.com", false)]
    [InlineData("thailinhha.vn", false)]
    [InlineData(null, false)]
    public void An_address_counts_by_its_domain_unless_everybody_has_one_there(string? email, bool isSame) =>
        Assert.Equal(
            isSame ? [ConflictSign.Domain] : [],
            Signs(new JudgeTraits("Đỗ Ế", null, email), Firm() with { Website = "https://www.thailinhha.vn/vi", Email = "thailinhha@gmail.com" }));

    [Fact]
    public void What_two_dossiers_of_a_business_say_is_said_once() =>
        Assert.Equal(
            [ConflictSign.Signer],
            ConflictSigns.Of(new JudgeTraits("Đỗ Thị Ế", null, null), [Firm() with { SignedBy = "Đỗ Thị Ế" }, Firm() with { SignedBy = "Do Thi E" }]));

    private static IReadOnlyList<ConflictSign> Signs(JudgeTraits judge, BusinessTraits business) => ConflictSigns.Of(judge, [business]);

    private static BusinessTraits Firm() => new(
        Guid.Empty, BilingualName.Of("Công ty Cổ phần Cơ khí Thái Lĩnh Hà", "Thai Linh Ha Mechanical JSC"), null, null, null, null, null, null, null);
}
