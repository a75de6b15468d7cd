using System.Globalization;
using KeyProducts.Documents;
using KeyProducts.Domain;

namespace KeyProducts.Web.Reports.Papers.Templates;

/// <summary>The fields that every paper of a year may name.</summary>
public static class YearFields
{
    private const decimal Thousand = 1_000m;
    private const string InSettings = "enter it in the settings of the year", InMeeting = "record the council's meeting";

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>The fields with their values.</summary>
    public static IReadOnlyList<PaperField> Of(PaperFacts facts) => [.. Year(facts.Programme), .. Results(facts), .. Meeting(facts), .. Parts(facts)];

    /// <summary>A document within a sentence: "Quyết định số … ngày … tháng … năm …".</summary>
    public static string? Reference(string kind, DocumentReference? document) => document is null ? null : $"{kind} số {document.Number} ngày {LongDay(document.Date)}";

    /// <summary>A day as papers write it.</summary>
    public static string LongDay(DateOnly day) => $"{day.Day:00} tháng {(day.Month < 3 ? $"{day.Month:00}" : day.Month)} năm {day.Year}";

    private static IEnumerable<PaperField> Year(Programme programme)
    {
        yield return new("năm", "the year of the award", $"{programme.Year}");
        yield return new("năm số liệu", "the year whose figures are declared", $"{programme.DataYear}");
        yield return new("kế hoạch", "the plan that opens the year, with number and date", Reference("Kế hoạch", programme.Plan)) { Entered = InSettings };
        yield return new("quyết định hội đồng", "the decision that sets up the council", Reference("Quyết định", programme.CouncilDecision)) { Entered = InSettings };
        yield return new("quyết định công nhận", "the decision of recognition, once it is signed", Reference("Quyết định", programme.RecognitionDecision)) { Entered = InSettings };
        yield return new("thời hạn", "how long a recognition lasts", $"{programme.ValidityMonths} tháng");
        yield return new("thang điểm", "the sum of all maxima", Points(programme.Criteria.Sum(criterion => criterion.Max)));
        yield return new("điểm đạt", "the pass mark", programme.Rules.PassMark is { } mark ? Points(mark) : null) { Entered = InSettings };
        yield return new("số phiếu tối thiểu", "the quorum", Padded(programme.Rules.Quorum));
        yield return new("lấy ý kiến từ ngày", "the first day of the public consultation", Day(programme.Dates.ConsultationFrom)) { Entered = InSettings };
        yield return new("lấy ý kiến đến ngày", "the last day of the public consultation", Day(programme.Dates.ConsultationUntil)) { Entered = InSettings };
    }

    private static IEnumerable<PaperField> Results(PaperFacts facts)
    {
        var (programme, products) = (facts.Programme, facts.Products);
        var businesses = products.DistinctBy(product => product.BusinessId).ToList();
        yield return new("số sản phẩm đăng ký", "products registered", Padded(facts.Registered));
        yield return new("số doanh nghiệp đăng ký", "businesses with a registered product", Padded(facts.RegisteredBusinesses));
        yield return new("số sản phẩm chấm điểm", "products accepted for scoring", Padded(facts.Year.Content.Nominations.Count));
        yield return new("số phiếu", "score sheets that are in", Padded(facts.Sheets.Submitted));
        yield return new("số phiếu phải có", "score sheets that are due", Padded(facts.Sheets.Due));
        yield return new("số sản phẩm", "how many products are recognised", Padded(products.Count));
        yield return new("số doanh nghiệp", "businesses with a recognised product", Padded(businesses.Count));
        yield return new("số ngành", "industries with a recognised product", Padded(products.DistinctBy(product => product.Industry.Id).Count()));
        yield return new("tên nhóm dẫn đầu", "what the top of the year is called", programme.Rules.TopCount > 0 ? $"Top {programme.Rules.TopCount}" : null);
        yield return new("số sản phẩm dẫn đầu", "how many products are in the top", programme.Rules.TopCount > 0 ? Padded(facts.Top.Count) : null);
        yield return new("số doanh nghiệp dẫn đầu", "businesses behind the top", programme.Rules.TopCount > 0 ? Padded(facts.Top.DistinctBy(product => product.BusinessId).Count()) : null);
        yield return new("số sản phẩm lần đầu", "products recognised for the first time", Padded(products.Count(product => product.RenewsYear is null)));
        yield return new("số sản phẩm công nhận lại", "products recognised again", Padded(products.Count(product => product.RenewsYear is not null)));
        yield return new("doanh thu", "revenue of the recognised products in the data year", Dong(products.Sum(product => (decimal)(product.Revenue ?? 0))));
        yield return new("xuất khẩu", "export of the recognised products in the data year", $"{(products.Sum(product => (decimal)(product.ExportCents ?? 0)) / 100_000_000m).ToString("#,##0.##", Vietnamese)} triệu USD");
        yield return new("số doanh nghiệp trên 1000 tỷ", "businesses with revenue over 1,000 billion đồng", Padded(businesses.Count(business => business.BusinessRevenue > 1_000_000_000_000)));
        yield return new("số doanh nghiệp Top 500", "businesses in a list of the 500 largest", Padded(businesses.Count(business => business.IsListed)));
        yield return new("bản chốt", "number of the snapshot in force", facts.Year.Snapshot is { } snapshot ? $"{snapshot.Number}" : null) { Entered = "two people must finalise the result" };
        yield return new("mã băm", "SHA-256 of the snapshot in force", facts.Year.Snapshot?.Sha256) { Entered = "two people must finalise the result" };
    }

    private static IEnumerable<PaperField> Meeting(PaperFacts facts)
    {
        var meeting = facts.Meeting;
        PaperField Of(string name, string meaning, string? value) => new(name, meaning, value) { Entered = InMeeting };
        yield return Of("ngày họp", "the day of the council's meeting", meeting is null ? null : LongDay(meeting.HeldOn));
        yield return Of("giờ bắt đầu", "when the meeting began", meeting is null ? null : Hour(meeting.From));
        yield return Of("giờ kết thúc", "when the meeting ended", meeting?.Until is { } until ? Hour(until) : null);
        yield return Of("địa điểm họp", "where the meeting was", meeting?.Place);
        yield return Of("chủ trì", "who chaired the meeting", facts.Member(meeting?.ChairId)?.Name);
        yield return Of("chức vụ chủ trì", "the part in the council of who chaired it", facts.Member(meeting?.ChairId)?.RoleName);
        yield return Of("thư ký", "who kept the minutes", facts.Member(meeting?.SecretaryId)?.Name);
        yield return new("số thành viên", "members of the council", Padded(facts.Members.Count));
        yield return Of("số có mặt", "members present", meeting is null ? null : Padded(facts.Present.Count));
        yield return Of("số vắng mặt", "members absent", meeting is null ? null : Padded(facts.Absent.Count));
        yield return Of("số phải có mặt", "how many members must be present", meeting is null ? null : Padded(meeting.LeastPresent));
    }

    private static IEnumerable<PaperField> Parts(PaperFacts facts)
    {
        yield return Part("bảng sản phẩm theo ngành", "table: recognised products by industry", new Listed(PaperTables.Products(facts)));
        yield return Part("bảng nhóm dẫn đầu", "table: the top, best first", new Listed(PaperTables.Top(facts)));
        yield return Part("bảng tổng hợp theo ngành", "table: numbers and figures by industry", new Listed(PaperTables.ByIndustry(facts)));
        yield return Part("bảng kết quả chấm điểm", "table: everything ranked, with scores", new Listed(PaperTables.Results(facts)));
        yield return Part("sản phẩm chưa đủ phiếu", "list: products without a score", [.. PaperTables.Unscored(facts)]);
        yield return Part("điểm bằng nhau", "the council's decisions on equal scores", [.. PaperTables.Ties(facts)]);
        yield return facts.Meeting is null ? Empty("thành viên có mặt", "list: members present") : Part("thành viên có mặt", "list: members present", [.. PaperTables.Members(facts.Present.Select(member => (member, (string?)null)), "Không có.")]);
        yield return facts.Meeting is null ? Empty("thành viên vắng mặt", "list: members absent") : Part("thành viên vắng mặt", "list: members absent", [.. PaperTables.Members(facts.Absent, "Không có.")]);
        yield return Typed("khách mời", "guests of the meeting", facts, facts.Meeting?.Guests, "Không có.");
        yield return Typed("ý kiến thảo luận", "what was said at the meeting", facts, facts.Meeting?.Discussion, "Không có ý kiến khác.");
        yield return Typed("kết luận", "what the meeting concluded beside the result", facts, facts.Meeting?.Conclusion, null);
    }

    private static PaperField Typed(string name, string meaning, PaperFacts facts, string? text, string? whenNone) =>
        facts.Meeting is null ? Empty(name, meaning) : Part(name, meaning, (text ?? whenNone) is { } words ? [new Prose(words)] : []);

    private static PaperField Part(string name, string meaning, params Block[] blocks) => new(name, meaning, null) { Blocks = blocks };

    private static PaperField Empty(string name, string meaning) => new(name, meaning, null) { Entered = InMeeting };

    private static string Padded(int number) => number.ToString(number < 10 ? "00" : "#,##0", Vietnamese);

    private static string Points(decimal points) => points.ToString("#,##0.##", Vietnamese);

    private static string? Day(DateOnly? day) => day is { } known ? LongDay(known) : null;

    private static string Hour(TimeOnly hour) => $"{hour.Hour:00} giờ {hour.Minute:00}";

    // As the city writes its figures: 76,8 nghìn tỷ đồng; 640 tỷ đồng.
    private static string Dong(decimal dong)
    {
        var billions = dong / 1_000_000_000m;
        return billions >= Thousand ? $"{(billions / Thousand).ToString("#,##0.#", Vietnamese)} nghìn tỷ đồng" : $"{billions.ToString("#,##0.#", Vietnamese)} tỷ đồng";
    }
}
