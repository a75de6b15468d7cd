using KeyProducts.Domain;
using KeyProducts.Tests.Support;

namespace KeyProducts.Tests.Domain;

/// <summary>Certificates of the city: who gets one, under which number, and how it stands on a day.</summary>
public sealed class CertificateTests
{
    private const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static readonly DateOnly Decided = new(2025, 11, 5);
    private static readonly DateTime Now = new(2025, 11, 10, 2, 0, 0, DateTimeKind.Utc);

    // No. 1 is of the top, no. 2 is recognised, no. 3 is not.
    private static readonly RankingResult Result = new([Ranked(1, recognised: true, top: true), Ranked(2, recognised: true, top: false), Ranked(3, recognised: false, top: false)], [], [], []);

    private static readonly CertifiedProduct[] Products = [Product(2, "Lụa Ế Ữ", null), Product(1, "Tủ điện", "Switchgear"), Product(3, "Bút", null)];

    [Fact]
    public void Recognised_products_get_one_and_those_of_the_top_a_second_in_the_order_given()
    {
        var year = Year();
        var issue = Plan(year);
        Assert.Equal(
            [(CertificateKind.Recognition, "2025-0001", 2), (CertificateKind.Recognition, "2025-0002", 1), (CertificateKind.Top, "2025-0003", 1)],
            issue.Planned.Select(one => (one.Kind, $"{one.Number}", one.Product.Number)));
        Assert.Equal(0, year.LastCertificateNumber);

        var issued = issue.Issue(Officers.Hoa, Now);

        Assert.Equal(["2025-0001", "2025-0002", "2025-0003"], issued.Select(one => $"{one.Code}"));
        Assert.Equal(3, year.LastCertificateNumber);
        Assert.All(issued, one => Assert.Equal((Decided, new DateOnly(2028, 11, 5), new DateOnly(2025, 11, 10), Hash, "12/QĐ-UBND"), (one.ValidFrom, one.ValidUntil, one.IssuedOn, one.SnapshotSha256, one.Decision.Number)));
        Assert.Equal(Officers.Hoa, issued[0].IssuedBy);
    }

    [Fact]
    public void Who_has_had_one_gets_no_second_by_itself_even_after_it_was_revoked()
    {
        var year = Year();
        var issued = Plan(year).Issue(Officers.Hoa, Now);
        issued[0].Revoke("Ngừng sản xuất", Officers.Hoa, Now);
        var again = Plan(year, issued);
        Assert.Empty(again.Planned);
        Assert.Equal("Every recognised product has its certificates; there is nothing to issue.", Assert.Throws<RuleException>(() => again.Issue(Officers.Hoa, Now)).Message);
    }

    [Fact]
    public void Numbers_never_come_back_after_a_revocation_or_a_replacement()
    {
        var year = Year();
        var issued = Plan(year).Issue(Officers.Hoa, Now);
        issued[0].Revoke("Ngừng sản xuất", Officers.Hoa, Now);
        var replaced = issued[1].Replace(year, Result, Hash, new CertificateNames(new("Tủ điện Ế", null), new("Công ty Ữ", null)), "In sai tên", Officers.Thang, Now);
        var after = replaced.Replace(year, Result, Hash, replaced.Names, "Bị mất", Officers.Thang, Now);
        var revived = issued[0].Replace(year, Result, Hash, issued[0].Names, "Thu hồi nhầm", Officers.Thang, Now);
        Assert.Equal(["2025-0004", "2025-0005", "2025-0006"], new[] { replaced, after, revived }.Select(one => $"{one.Code}"));
        Assert.Equal("Tủ điện Ế", replaced.Product.Vietnamese);
        Assert.Equal((issued[1].Id, issued[0].ValidUntil), (replaced.ReplacesId!.Value, replaced.ValidUntil));
    }

    [Fact]
    public void It_holds_through_its_last_day_in_Hanoi()
    {
        var one = Plan(Year()).Issue(Officers.Hoa, Now)[0];
        Assert.Equal(CertificateState.Valid, one.StateOn(new DateOnly(2028, 11, 5)));
        Assert.Equal(CertificateState.Expired, one.StateOn(new DateOnly(2028, 11, 6)));
    }

    [Fact]
    public void Revoked_and_replaced_ones_stay_so_and_keep_who_and_why()
    {
        var year = Year();
        var issued = Plan(year).Issue(Officers.Hoa, Now);
        issued[0].Revoke("  Ngừng sản xuất ", Officers.Thang, Now);
        issued[1].Replace(year, Result, Hash, issued[1].Names, "In sai", Officers.Hoa, Now);
        Assert.Equal((CertificateState.Revoked, "Ngừng sản xuất", Officers.Thang), (issued[0].StateOn(Decided), issued[0].RevokedReason, issued[0].RevokedBy));
        Assert.Equal((CertificateState.Replaced, "In sai", Officers.Hoa), (issued[1].StateOn(new DateOnly(2040, 1, 1)), issued[1].ReplacedReason, issued[1].ReplacedBy));
        Assert.Equal("Certificate no. {0} was revoked already.", Assert.Throws<RuleException>(() => issued[0].Revoke("Lần nữa", Officers.Hoa, Now)).Message);
        Assert.Equal("Certificate no. {0} was replaced already.", Assert.Throws<RuleException>(() => issued[1].Revoke("Lần nữa", Officers.Hoa, Now)).Message);
        Assert.Equal("Certificate no. {0} was replaced already.", Assert.Throws<RuleException>(() => issued[1].Replace(year, Result, Hash, issued[1].Names, "Lần nữa", Officers.Hoa, Now)).Message);
    }

    [Fact]
    public void What_has_expired_is_neither_revoked_nor_replaced()
    {
        var year = Year();
        var one = Plan(year).Issue(Officers.Hoa, Now)[0];
        var late = new DateTime(2028, 11, 5, 17, 0, 0, DateTimeKind.Utc);
        Assert.Equal("Certificate no. {0} held until {1}; there is nothing to revoke.", Assert.Throws<RuleException>(() => one.Revoke("Muộn", Officers.Hoa, late)).Message);
        Assert.Equal("Certificate no. {0} held until {1}; what has expired is not replaced.", Assert.Throws<RuleException>(() => one.Replace(year, Result, Hash, one.Names, "Muộn", Officers.Hoa, late)).Message);
        one.Revoke("Kịp", Officers.Hoa, late.AddSeconds(-1));
    }

    [Fact]
    public void A_refusal_takes_no_number()
    {
        var year = Year();
        var one = Plan(year).Issue(Officers.Hoa, Now)[0];
        var without = new RankingResult([Ranked(1, recognised: true, top: true)], [], [], []);
        var wrong = new CertificateNames(new(" ", null), one.Business);
        var tooLong = one.Names with { Product = new BilingualName(new string('Ế', 301), null) };
        Assert.Equal("By the result in force the product does not get this certificate; revoke it.", Assert.Throws<RuleException>(() => one.Replace(year, without, Hash, one.Names, "Vì", Officers.Hoa, Now)).Message);
        Assert.Equal("Product", Assert.Throws<RuleException>(() => one.Replace(year, Result, Hash, wrong, "Vì", Officers.Hoa, Now)).Field);
        Assert.Equal("Product", Assert.Throws<RuleException>(() => one.Replace(year, Result, Hash, tooLong, "Vì", Officers.Hoa, Now)).Field);
        Assert.Equal("Reason", Assert.Throws<RuleException>(() => one.Replace(year, Result, Hash, one.Names, " ", Officers.Hoa, Now)).Field);
        Assert.Equal("Reason", Assert.Throws<RuleException>(() => one.Revoke(null, Officers.Hoa, Now)).Field);
        Assert.Equal("The result of {0} has no snapshot; certificates carry its hash.", Assert.Throws<RuleException>(() => one.Replace(year, Result, null, one.Names, "Vì", Officers.Hoa, Now)).Message);
        Assert.Equal((3, CertificateState.Valid), (year.LastCertificateNumber, one.StateOn(Decided)));
    }

    [Fact]
    public void Only_a_recognised_year_issues_and_not_before_its_decision()
    {
        var open = Year(recognised: false);
        Assert.Equal("Certificates are issued when the year {0} is recognised.", Assert.Throws<RuleException>(() => Plan(open).Issue(Officers.Hoa, Now)).Message);
        Assert.Throws<RuleException>(() => open.TakeCertificateNumber());
        Assert.Equal(
            "The decision of recognition is dated {0}; certificates cannot be issued before that day.",
            Assert.Throws<RuleException>(() => Plan(Year()).Issue(Officers.Hoa, new DateTime(2025, 11, 4, 16, 59, 0, DateTimeKind.Utc))).Message);
        Assert.Equal(
            "The result of {0} has no snapshot; certificates carry its hash.",
            Assert.Throws<RuleException>(() => CertificateIssue.Of(Year(), Result, null, Products, []).Issue(Officers.Hoa, Now)).Message);
    }

    [Theory]
    [InlineData("2025-0001", "2025-0001")]
    [InlineData(" 2025 - 0001 ", "2025-0001")]
    [InlineData("2025–1", "2025-0001")]
    [InlineData("20250001", "2025-0001")]
    [InlineData("2025 12", "2025-0012")]
    [InlineData("số: 2025/0046.", "2025-0046")]
    [InlineData("NO. 2025−12345", "2025-12345")]
    [InlineData("２０２５－０００１", "2025-0001")]
    [InlineData("2025", null)]
    [InlineData("2025-0000", null)]
    [InlineData("2025-0001x", null)]
    [InlineData("2025-0001-0002", null)]
    [InlineData("<script>", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_number_is_read_as_people_type_it(string? typed, string? read) => Assert.Equal(read, CertificateNumber.Parse(typed)?.ToString());

    private static CertificateIssue Plan(Programme year, IEnumerable<Certificate>? had = null) =>
        CertificateIssue.Of(year, Result, Hash, Products, (had ?? []).Select(one => (one.NominationId, one.Kind)));

    private static CertifiedProduct Product(int number, string name, string? english) =>
        new(new Guid(number, 0, 0, new byte[8]), number, new CertificateNames(new(name, english), new($"Công ty {number}", null)), new("Cơ khí", "Engineering"));

    private static RankedNomination Ranked(int number, bool recognised, bool top) => new(number, 90m - number, number, recognised, top, null, [], [], 5, null, []);

    private static Programme Year(bool recognised = true)
    {
        var year = new Programme(2025);
        year.AddIndustry(new("Cơ khí", null));
        year.AddTrack(new("Thường", null), GateFigure.None, null);
        year.AddCriterion(year.AddGroup(new("Nhóm", null), null), new CriterionContent(new("Điểm", null), 100m, null, null, null));
        year.Set(null, null, new DocumentReference("12/QĐ-UBND", Decided), 36);
        while (year.Stage < (recognised ? Stage.Recognised : Stage.Consultation))
        {
            year.Advance(new ProgrammeCounts(0, 9, 9, 9, 0, 0, 0, 0) with { Final = FinalState.Current }, "Thử");
        }

        return year;
    }
}
