using System.ComponentModel;
using System.Diagnostics;

namespace KeyProducts.Tests.Documents;

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
        LibreOffice = new("soffice", "libreoffice-calc-nogui");

    /// <summary>Runs it and returns what it printed; a test without its tool has to fail, or it would look as if it had passed.</summary>
    public string Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Started(start);
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

    private Process Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException(
                $"This test reads files with {Command}, which is not installed: install the Debian package {Package}.");
        }
    }
}
