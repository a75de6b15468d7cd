using KeyProducts.Documents;
using KeyProducts.Documents.Pdf;
using KeyProducts.Domain;

namespace KeyProducts.Web.Storage;

/// <summary>Puts a few invented files into dossiers of the demonstration, each saying on its page that it is one.</summary>
internal sealed class SeedEvidence(EvidenceFiles files)
{
    private const string Reason = "Dữ liệu minh hoạ";
    private static readonly Person Officer = new(Guid.Empty, "Chuyên viên (minh hoạ)");

    // Dossiers with recusals are among them.
    private static readonly int[] Numbers = [7, 14, 20, 27, 33];

    /// <summary>The evidence of a year.</summary>
    public async Task<List<Evidence>> LoadAsync(Programme programme, IEnumerable<Nomination> nominations)
    {
        var all = new List<Evidence>();
        foreach (var nomination in nominations.Where(one => Numbers.Contains(one.Number)).OrderBy(one => one.Number))
        {
            var criterion = programme.Criteria[nomination.Number % programme.Criteria.Count];
            var place = 0;
            foreach (var (name, title, where) in new[]
            {
                ("Chứng nhận hệ thống quản lý chất lượng.pdf", "CHỨNG NHẬN HỆ THỐNG QUẢN LÝ CHẤT LƯỢNG", EvidencePlace.Of(DossierSection.Standards)),
                ($"Trích báo cáo tài chính năm {programme.DataYear}.pdf", $"TRÍCH BÁO CÁO TÀI CHÍNH NĂM {programme.DataYear}", EvidencePlace.Of(DossierSection.Figures)),
                ("Thuyết minh tiêu chí.pdf", $"THUYẾT MINH TIÊU CHÍ: {criterion.Name.Vietnamese}", EvidencePlace.Of(criterion)),
            })
            {
                var (own, file) = await files.AddAsync(Page(title, nomination), name, programme.Screening.MaxFileMegabytes);
                var added = HanoiTime.EndOf(nomination.ReceivedOn.AddDays(-1)).AddHours(9).AddMinutes(place);
                all.Add(new Evidence(programme, nomination, own, file, where, place++, Officer, added, Reason));
            }
        }

        return all;
    }

    private static MemoryStream Page(string title, Nomination nomination)
    {
        var file = new MemoryStream();
        PdfReport.Write(new Report
        {
            FileName = "minh-hoa",
            Language = "vi",
            Title = title,
            Lines = ["(Dữ liệu minh hoạ, không phải tài liệu thật)"],
            Facts = [new("Doanh nghiệp", nomination.Business.Name.Vietnamese), new("Sản phẩm", nomination.Product.Vietnamese)],
            Tables = [],
            Notes = ["Tệp này do phần mềm tạo ra để minh hoạ. Doanh nghiệp, sản phẩm và nội dung đều là hư cấu."],
        }, file);
        file.Position = 0;
        return file;
    }
}
