using System.Diagnostics;

namespace KeyProducts.Tests.Support;

/// <summary>A test that reads a PDF back with poppler's pdftotext; skipped, and said so, where that is not installed.</summary>
public sealed class PdfTheoryAttribute : TheoryAttribute
{
    private const string Program = "pdftotext";

    public PdfTheoryAttribute()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, Program)) || File.Exists(Path.Combine(folder, Program + ".exe"))))
        {
            Skip = "pdftotext (package poppler-utils) is not installed.";
        }
    }

    /// <summary>The words of a PDF, line by line as they stand on its pages.</summary>
    public static async Task<string> TextOfAsync(byte[] pdf)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, pdf);
            using var reader = Process.Start(new ProcessStartInfo(Program, ["-layout", "-enc", "UTF-8", file, "-"]) { RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.UTF8 })!;
            var text = await reader.StandardOutput.ReadToEndAsync();
            await reader.WaitForExitAsync();
            Assert.Equal(0, reader.ExitCode);
            return text;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
