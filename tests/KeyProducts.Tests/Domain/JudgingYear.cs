using KeyProducts.Domain;
using KeyProducts.Tests.Support;

namespace KeyProducts.Tests.Domain;

/// <summary>A small year in judging from 02/11/2026 to 31/12/2026: three criteria (10, 15, 5), two products, Đặng Thị Ữ and Lê Văn Đế on the council.</summary>
internal sealed class JudgingYear
{
    /// <summary>A moment within the days of judging.</summary>
    public static readonly DateTime Now = new(2026, 11, 22, 3, 42, 3, DateTimeKind.Utc);

    /// <summary>The first instant after the last day of judging.</summary>
    public static readonly DateTime Late = HanoiTime.EndOf(new DateOnly(2026, 12, 31));

    public JudgingYear()
    {
        Programme.Set(ProgrammeRules.Usual with { Scale = 30m, Quorum = 1, PassMark = 20m });
        Programme.Set(ProgrammeDates.None with { JudgingFrom = new DateOnly(2026, 11, 2), JudgingUntil = new DateOnly(2026, 12, 31) });
        var industry = Programme.AddIndustry(BilingualName.Of("Điện, điện tử", "Electrical"));
        var track = Programme.AddTrack(BilingualName.Of("Sản phẩm thông thường", "Ordinary"), GateFigure.None, null);
        var group = Programme.AddGroup(BilingualName.Of("Quy mô", "Scale"), null);
        var other = Programme.AddGroup(BilingualName.Of("Chất lượng", "Quality"), null);
        Growth = Programme.AddCriterion(group, Content("Tăng trưởng", 10m));
        Quality = Programme.AddCriterion(other, Content("Chất lượng sản phẩm", 15m));
        Brand = Programme.AddCriterion(other, Content("Thương hiệu", 5m));
        Judge = new Judge(Programme, Guid.CreateVersion7(), new JudgeDetails("Đặng Thị Ữ", "Chuyên viên chính", "Sở Công Thương Hà Nội", CouncilRole.Member));
        Part = new Judge(Programme, Guid.CreateVersion7(), new JudgeDetails("Lê Văn Đế", null, null, CouncilRole.Chair));
        Part.Assign(Programme, [Quality.Id, Brand.Id]);

        Programme.Advance(ProgrammeCounts.None, "thử");
        var business = new Business(1, new BusinessDetails(
            BilingualName.Of("Công ty Cổ phần Đức Thế Ưng", null), null, null, new Address(null, "Phường Cửa Nam", null, "Hà Nội"), new Contact(null, null, null), Ownership.Private, null));
        Nomination = Register(business, "Tủ điện thông minh Đế Vượng", industry, track);
        Other = Register(business, "Ống nhựa Ngữ Đạt", industry, track);
        var counts = new ProgrammeCounts(2, 0, 2, 1, 0, 0, 0, 0);
        Programme.Advance(counts, null);
        Nomination.Accept(Programme, [], Officers.Hoa, "Hồ sơ thử");
        Other.Accept(Programme, [], Officers.Hoa, "Hồ sơ thử");
        Programme.Advance(counts with { Undecided = 0, Accepted = 2 }, "thử");
    }

    public Programme Programme { get; } = new(2026);

    public Criterion Growth { get; }

    public Criterion Quality { get; }

    public Criterion Brand { get; }

    /// <summary>Marks every criterion.</summary>
    public Judge Judge { get; }

    /// <summary>Marks quality and brand only.</summary>
    public Judge Part { get; }

    public Nomination Nomination { get; }

    public Nomination Other { get; }

    /// <summary>A sheet of the judge who marks everything, filled with these marks and saved once.</summary>
    public ScoreSheet Saved(decimal? growth, decimal? quality, decimal? brand, string? remark = null)
    {
        var sheet = new ScoreSheet(Nomination, Judge);
        sheet.Save(Programme, Points(growth, quality, brand), remark, Now);
        return sheet;
    }

    public Dictionary<Guid, decimal?> Points(decimal? growth, decimal? quality, decimal? brand) =>
        new() { [Growth.Id] = growth, [Quality.Id] = quality, [Brand.Id] = brand };

    /// <summary>Ends judging.</summary>
    public void Close() => Programme.Advance(ProgrammeCounts.None, null);

    /// <summary>Everything that can be seen of a sheet, to prove that a refusal has changed nothing.</summary>
    public string Text(ScoreSheet sheet) => string.Join(
        '|', sheet.Version, sheet.Remark, sheet.ChangedAt?.ToString("O"), sheet.SubmittedAt?.ToString("O"),
        string.Join(' ', Programme.Criteria.Select(criterion => $"{criterion.Name.Vietnamese}={sheet.On(criterion.Id)}")));

    /// <summary>The refusal of an act that must leave the sheet as it was.</summary>
    public RuleException Refused(ScoreSheet sheet, Action act)
    {
        var before = Text(sheet);
        var refusal = Assert.Throws<RuleException>(act);
        Assert.Equal(before, Text(sheet));
        return refusal;
    }

    private Nomination Register(Business business, string product, Industry industry, Track track) =>
        new(Programme, business, new NominationContent(BilingualName.Of(product, null), null, industry.Id, track.Id, null), new DateOnly(2026, 5, 4));

    private static CriterionContent Content(string name, decimal max) => new(BilingualName.Of(name, null), max, null, null, null);
}
