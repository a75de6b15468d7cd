using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Support;

/// <summary>Takes 2025 back to the public consultation: finalised, not recognised, nothing of it public, no certificate issued.</summary>
public static class ConsultationYear
{
    /// <summary>Does it past the program, whose rules allow no way back.</summary>
    public static Task TakeBack2025Async(TestApp app) => app.ChangeAsync(async db =>
    {
        await db.DeleteCertificatesAsync(2025);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE Programmes SET Stage = 'Consultation', PublishedAt = NULL, ConsultationPublishedAt = NULL,
                RecognitionDecision_Number = NULL, RecognitionDecision_Date = NULL, Dates_ConsultationFrom = NULL, Dates_ConsultationUntil = NULL,
                Consultation_Contact = NULL, Consultation_ShowsScores = NULL, Consultation_ShowsAll = NULL
            WHERE Year = 2025
            """);
    });

    /// <summary>Publishes its provisional list by the real form.</summary>
    /// <param name="officer">An officer.</param>
    /// <param name="more">What is typed besides dates and contact.</param>
    public static async Task<Page> PublishAsync(Visitor officer, params (string Name, string? Value)[] more) => await officer.SubmitAsync(
        await officer.OpenAsync("/programmes/2025/consultation/publish"),
        [("Input.From", "2026-11-20"), ("Input.Until", "2026-12-01"), ("Input.Contact", "Phòng Quản lý công nghiệp Ế Ữ, 024 0000 0000"), .. more]);

    /// <summary>Sends a comment by the real form of the public page.</summary>
    /// <param name="visitor">Anybody.</param>
    /// <param name="typed">What is typed over a comment that is taken.</param>
    public static async Task<Page> CommentAsync(Visitor visitor, params (string Name, string? Value)[] typed) => await visitor.SubmitAsync(
        await visitor.OpenAsync("/consultation/2025/comment"),
        [
            .. new (string Name, string? Value)[]
            {
                ("Input.Text", "Số liệu xuất khẩu của sản phẩm Ế Ữ chưa đúng."), ("Input.Name", "Đỗ Thị Góp Ý"), ("Input.Contact", "gop-y@vidu.example"), ("Input.Consent", "true"),
            }.Where(field => typed.All(one => one.Name != field.Name)),
            .. typed,
        ]);
}
