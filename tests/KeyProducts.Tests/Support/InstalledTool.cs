using System.Diagnostics;

namespace KeyProducts.Tests.Support;

/// <summary>A program of the machine with which a test reads a file as people's programs would.</summary>
/// <param name="Command">Its command.</param>
/// <param name="Package">The Debian package that brings it.</param>
internal sealed record InstalledTool(string Command, string Package)
{
    public static readonly InstalledTool
        Qpdf = new("qpdf", "qpdf"),
        PdfFonts = new("pdffonts", "poppler-utils"),
        PdfInfo = new("pdfinfo", "poppler-utils"),
        PdfToText = new("pdftotext", "poppler-utils"),
        LibreOffice = new("soffice", "libreoffice-calc-nogui, libreoffice-writer-nogui"),
        Nginx = new("nginx", "nginx-light");

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<InstalledTool> All = [Qpdf, PdfFonts, PdfInfo, PdfToText, LibreOffice, Nginx];

    /// <summary>Whether the machine has it.</summary>
    public bool IsThere => Found is not null;

    /// <summary>Where it is. Servers lie where only administrators look.</summary>
    public string Path => Found ?? Command;

    private string? Found => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator).Append("/usr/sbin")
        .SelectMany(folder => new[] { System.IO.Path.Combine(folder, Command), System.IO.Path.Combine(folder, Command + ".exe") }).FirstOrDefault(File.Exists);

    /// <summary>Runs it and returns what it printed.</summary>
    public string Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8 };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(5)))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{Command} did not come to an end within five minutes.");
        }

        Assert.True(process.ExitCode == 0, $"{Command} ended with {process.ExitCode}: {errors.Result}{output.Result}");
        return output.Result;
    }
}
