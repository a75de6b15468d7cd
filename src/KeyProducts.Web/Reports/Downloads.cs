using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Audit;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Reports;

/// <summary>The files that a report can be had as: the page's address with one of these behind it.</summary>
public sealed class Downloads(AuditLog log)
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string WordDocument = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The constraint for a route: <c>{format:regex(^(excel|csv|pdf)$)?}</c>.</summary>
    public static readonly IReadOnlyList<string> Formats = ["excel", "csv", "pdf"];

    /// <summary>The report as a file, noted in the history.</summary>
    /// <param name="report">The report.</param>
    /// <param name="format">"excel", "csv" or "pdf".</param>
    /// <param name="year">The year it belongs to; null for none.</param>
    /// <param name="book">Its workbook, where that is more than a sheet for each table.</param>
    public async Task<FileResult> FileAsync(Report report, string format, int? year, Documents.Spreadsheets.ReportBook? book = null)
    {
        var file = new MemoryStream();
        var (type, ending) = TypeOf(format);
        Write(report, book, ending, file);
        file.Position = 0;
        var name = $"{report.FileName}.{ending}";
        await log.RecordAsync(AuditAct.Exported, nameof(Report), report.Source?.Sha256 is { } hash ? $"{name} – SHA-256 {hash}" : name, year);
        return new FileStreamResult(file, type) { FileDownloadName = name };
    }

    /// <summary>A report that everybody may read, as a file. The history notes who of staff took it; of visitors nothing is kept.</summary>
    /// <param name="report">The report.</param>
    /// <param name="format">"excel", "csv" or "pdf".</param>
    /// <param name="year">The year it belongs to; null for none.</param>
    /// <param name="book">Its workbook.</param>
    /// <param name="reader">Who takes it.</param>
    public async Task<FileResult> PublicFileAsync(Report report, string format, int? year, Documents.Spreadsheets.ReportBook book, ClaimsPrincipal reader)
    {
        if (reader.Identity?.IsAuthenticated == true)
        {
            return await FileAsync(report, format, year, book);
        }

        var (type, ending) = TypeOf(format);
        var file = new MemoryStream();
        Write(report, book, ending, file);
        file.Position = 0;
        return new FileStreamResult(file, type) { FileDownloadName = $"{report.FileName}.{ending}" };
    }

    /// <summary>The same for a paper.</summary>
    public async Task<FileResult> PublicFileAsync(Papers.PaperFile paper, string format, ClaimsPrincipal reader)
    {
        var (type, ending) = format == "word" ? (WordDocument, "docx") : ("application/pdf", "pdf");
        var file = new MemoryStream();
        paper.Write(ending, file);
        file.Position = 0;
        var name = $"{paper.FileName}.{ending}";
        if (reader.Identity?.IsAuthenticated == true)
        {
            await log.RecordAsync(AuditAct.Exported, nameof(Report), name);
        }

        return new FileStreamResult(file, type) { FileDownloadName = name };
    }

    /// <summary>A form as a workbook. What holds stored data is noted in the history; an empty form is not.</summary>
    /// <param name="form">The form.</param>
    /// <param name="year">The year it belongs to.</param>
    public async Task<FileResult> FileAsync(Documents.Spreadsheets.FormWorkbook form, int year)
    {
        var file = new MemoryStream();
        Documents.Spreadsheets.ExcelForm.Write(form, file);
        file.Position = 0;
        var name = $"{form.FileName}.xlsx";
        if (form.Rows.Count > 0)
        {
            await log.RecordAsync(AuditAct.Exported, nameof(Report), name, year);
        }

        return new FileStreamResult(file, Workbook) { FileDownloadName = name };
    }

    /// <summary>An official document as PDF or Word, noted in the history.</summary>
    /// <param name="document">The document.</param>
    /// <param name="year">The year it belongs to.</param>
    /// <param name="format">"pdf" or "word".</param>
    public Task<FileResult> FileAsync(OfficialDocument document, int year, string format = "pdf") => FileAsync(Papers.PaperFile.Of(document), year, format);

    /// <summary>Official documents in one file, noted in the history with the hash of the result that they rest on.</summary>
    /// <param name="paper">The documents.</param>
    /// <param name="year">The year.</param>
    /// <param name="format">"pdf" or "word".</param>
    public async Task<FileResult> FileAsync(Papers.PaperFile paper, int year, string format = "pdf")
    {
        var file = new MemoryStream();
        var (type, ending) = format == "word" ? (WordDocument, "docx") : ("application/pdf", "pdf");
        paper.Write(ending, file);
        file.Position = 0;
        var name = $"{paper.FileName}.{ending}";
        await log.RecordAsync(AuditAct.Exported, nameof(Report), paper.Sha256 is { } hash ? $"{name} – SHA-256 {hash}" : name, year);
        return new FileStreamResult(file, type) { FileDownloadName = name };
    }

    /// <summary>Certificates as PDF or Word, noted in the history.</summary>
    /// <param name="certificates">The certificates.</param>
    /// <param name="form">"pdf" or "word".</param>
    /// <param name="year">The year.</param>
    public async Task<FileResult> FileAsync(Papers.Certificates.PrintedCertificates certificates, string form, int year)
    {
        var file = new MemoryStream();
        var (type, ending) = form == "word" ? (WordDocument, "docx") : ("application/pdf", "pdf");
        if (form == "word")
        {
            Documents.Certificates.WordCertificate.Write(certificates.Title, certificates.Sheets, file);
        }
        else
        {
            Documents.Certificates.PdfCertificate.Write(certificates.Title, certificates.Sheets, file);
        }

        file.Position = 0;
        var name = $"{certificates.FileName}.{ending}";
        await log.RecordAsync(AuditAct.Exported, nameof(Report), name, year);
        return new FileStreamResult(file, type) { FileDownloadName = name };
    }

    /// <summary>A snapshot as the file that it is, noted in the history.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="year">The year.</param>
    public async Task<FileResult> FileAsync(Snapshot snapshot, int year)
    {
        var name = NameOf(snapshot, year);
        await log.RecordAsync(AuditAct.Exported, nameof(Report), $"{name} – SHA-256 {snapshot.Sha256}", year);
        return new FileContentResult(snapshot.Content, "application/json") { FileDownloadName = name };
    }

    /// <summary>The name of a snapshot's file.</summary>
    public static string NameOf(Snapshot snapshot, int year) => string.Create(CultureInfo.InvariantCulture, $"ket-qua-{year}-ban-chot-{snapshot.Number}.json");

    /// <summary>The packet of a year. It is made in a temporary file, which goes when it is sent; the history gets its hash.</summary>
    /// <param name="packet">Writes it.</param>
    /// <param name="programme">The year, with its criteria and industries.</param>
    /// <param name="reader">Who takes it.</param>
    public async Task<FileResult> FileAsync(Papers.YearPacket packet, Programme programme, ClaimsPrincipal reader)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
        try
        {
            var result = await packet.WriteAsync(programme, reader, file);
            file.Position = 0;
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file));
            file.Position = 0;
            var name = $"{Papers.YearPacket.NameOf(programme.Year)}.zip";
            await log.RecordAsync(AuditAct.Exported, nameof(Report), $"{name} – SHA-256 {hash}{(result is null ? "" : $" (SHA-256 {result})")}", programme.Year);
            return new FileStreamResult(file, "application/zip") { FileDownloadName = name };
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static (string Type, string Ending) TypeOf(string format) => format switch
    {
        "excel" => (Workbook, "xlsx"),
        "csv" => ("text/csv; charset=utf-8", "csv"),
        "pdf" => ("application/pdf", "pdf"),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No such format."),
    };

    private static void Write(Report report, Documents.Spreadsheets.ReportBook? book, string ending, Stream file)
    {
        switch (ending)
        {
            case "xlsx":
                Documents.Spreadsheets.Excel.Write(book ?? Documents.Spreadsheets.ReportBook.Of(report), file);
                break;
            case "csv":
                Documents.Spreadsheets.Csv.Write(report, file);
                break;
            default:
                Documents.Pdf.PdfReport.Write(report, file);
                break;
        }
    }
}

/// <summary>The addresses of a report's files.</summary>
/// <param name="Page">The address of its page.</param>
/// <param name="Query">The page's filters; empty for none.</param>
/// <param name="HasPaper">Whether it can be had as an official document, in Word and PDF.</param>
/// <param name="HasPdf">Whether it can be had as a PDF otherwise.</param>
public sealed record DownloadLinks(string Page, string Query = "", bool HasPaper = false, bool HasPdf = true)
{
    /// <summary>The address of the file in a format.</summary>
    public string Address(string format) => $"{Page}/{format}{(Query.Length == 0 ? "" : "?" + Query)}";
}
